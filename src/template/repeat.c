/* SPDX-License-Identifier: MIT */
#include "template/repeat.h"

static struct value get_index(struct arena *scratch, size_t index, size_t length)
{
    (void)scratch;
    (void)length;
    return value_int((long long)index);
}

static struct value get_number(struct arena *scratch, size_t index, size_t length)
{
    (void)scratch;
    (void)length;
    return value_int((long long)index + 1);
}

/* The first turn, index 0, is even. */
static struct value get_even(struct arena *scratch, size_t index, size_t length)
{
    (void)scratch;
    (void)length;
    return value_bool(index % 2 == 0);
}

static struct value get_odd(struct arena *scratch, size_t index, size_t length)
{
    (void)scratch;
    (void)length;
    return value_bool(index % 2 == 1);
}

/* By number, not by index: the first turn is odd. */
static struct value get_parity(struct arena *scratch, size_t index, size_t length)
{
    (void)scratch;
    (void)length;
    return value_string(index % 2 == 0 ? STR("odd") : STR("even"));
}

static struct value get_start(struct arena *scratch, size_t index, size_t length)
{
    (void)scratch;
    (void)length;
    return value_bool(index == 0);
}

static struct value get_end(struct arena *scratch, size_t index, size_t length)
{
    (void)scratch;
    return value_bool(index + 1 == length);
}

static struct value get_length(struct arena *scratch, size_t index, size_t length)
{
    (void)scratch;
    (void)index;
    return value_int((long long)length);
}

/* a … z, aa … az, ba …: there is no digit zero. */
static struct value letters(struct arena *scratch, size_t index, char a)
{
    char text[16];
    size_t at = sizeof text;
    for (size_t n = index + 1; n > 0 && at > 0; n = (n - 1) / 26)
        text[--at] = (char)(a + (char)((n - 1) % 26));
    return value_string(str_dup(scratch, (struct str){text + at, sizeof text - at}));
}

static struct value get_letter(struct arena *scratch, size_t index, size_t length)
{
    (void)length;
    return letters(scratch, index, 'a');
}

static struct value get_upper_letter(struct arena *scratch, size_t index, size_t length)
{
    (void)length;
    return letters(scratch, index, 'A');
}

/* Roman numerals go to 3999; what is above is written in digits. */
static struct value roman(struct arena *scratch, size_t number, const char *const *numerals)
{
    static const size_t values[] = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    char text[16];
    size_t len = 0;
    if (number > 3999)
        return value_string(str_format(scratch, "%zu", number));
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        for (; number >= values[i]; number -= values[i]) {
            for (const char *c = numerals[i]; *c; c++)
                text[len++] = *c;
        }
    }
    return value_string(str_dup(scratch, (struct str){text, len}));
}

static struct value get_roman(struct arena *scratch, size_t index, size_t length)
{
    static const char *const numerals[] = {"m",  "cm", "d",  "cd", "c",  "xc", "l",
                                           "xl", "x",  "ix", "v",  "iv", "i"};
    (void)length;
    return roman(scratch, index + 1, numerals);
}

static struct value get_upper_roman(struct arena *scratch, size_t index, size_t length)
{
    static const char *const numerals[] = {"M",  "CM", "D",  "CD", "C",  "XC", "L",
                                           "XL", "X",  "IX", "V",  "IV", "I"};
    (void)length;
    return roman(scratch, index + 1, numerals);
}

static const struct repeat_property properties[] = {
    {"index", get_index, 0},   {"number", get_number, 0},
    {"even", get_even, 0},     {"odd", get_odd, 0},
    {"parity", get_parity, 0}, {"start", get_start, 0},
    {"end", get_end, 0},       {"length", get_length, 0},
    {"letter", get_letter, 0}, {"Letter", get_upper_letter, 0},
    {"roman", get_roman, 0},   {"Roman", get_upper_roman, 0},
    {"first", NULL, -1},       {"last", NULL, 1},
};

const struct repeat_property *repeat_property_find(struct str name, struct near *near)
{
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
        if (str_eq(name, str_of(properties[i].name)))
            return &properties[i];
        near_try(near, str_of(properties[i].name));
    }
    return NULL;
}
