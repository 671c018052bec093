/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/pack.h"
#include "base/vec.h"

#include <stdint.h>

struct town {
    struct str name;
};

struct stop {
    uint16_t at;
    bool asked;
};

struct stops VEC_OF(struct stop);

struct trip {
    uint32_t number;
    uint64_t far;
    double fare;
    struct str note, left_out;
    struct stop first;
    struct stops stops;
    const struct town *from, *to;
    struct stop *last, *none; /* one may be there */
};

static const struct town towns[] = {{{"a", 1}}, {{"b", 1}}};

static struct str town_name(const void *town)
{
    return ((const struct town *)town)->name;
}

static const void *town_find(const void *reference, struct str name)
{
    const struct town *all = reference;
    for (size_t i = 0; i < 2; i++)
        if (str_eq(all[i].name, name))
            return &all[i];
    return NULL;
}

static const struct pack_names town_names = {town_name, town_find};

static const struct pack_field stop_fields[] = {
    PACK_FIELD(struct stop, at, PACK_NUMBER),
    PACK_FLAG(struct stop, asked),
};
static const struct pack_struct a_stop = PACK_TABLE(struct stop, stop_fields);

static const struct pack_field trip_fields[] = {
    PACK_FIELD(struct trip, number, PACK_NUMBER),
    PACK_FIELD(struct trip, far, PACK_NUMBER),
    PACK_FIELD(struct trip, fare, PACK_DOUBLE),
    PACK_FIELD(struct trip, note, PACK_STR),
    PACK_INSIDE(struct trip, first, PACK_STRUCT, &a_stop),
    PACK_INSIDE(struct trip, stops, PACK_VEC, &a_stop),
    PACK_BY_NAME(struct trip, from, PACK_NAMED, &town_names),
    PACK_BY_NAME(struct trip, to, PACK_MAYBE_NAMED, &town_names),
    PACK_INSIDE(struct trip, last, PACK_POINTER, &a_stop),
    PACK_INSIDE(struct trip, none, PACK_POINTER, &a_stop),
};
static const struct pack_struct a_trip = PACK_TABLE(struct trip, trip_fields);

static struct arena keep;
static struct buf bytes;

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    buf_clear(&bytes);
    return 0;
}

static const char base[] = "岚县到临县";

/* Packs a trip with all that can be in one. */
static struct trip packed_trip(void)
{
    static struct stop stops[] = {{65535, true}, {0, false}, {300, true}};
    struct trip trip = {.number = UINT32_MAX,
                        .far = UINT64_MAX,
                        .fare = -1.0 / 3,
                        .note = str_slice(str_of(base), 6, 9),
                        .left_out = STR("x"),
                        .first = {7, true},
                        .stops = {stops, 3, 3},
                        .from = &towns[1],
                        .last = &stops[2]};
    pack(&bytes, &a_trip, &trip, str_of(base));
    return trip;
}

static bool read_trip(struct str from, struct trip *trip)
{
    struct packed packed = {from, str_of(base), towns};
    return unpack(&keep, &packed, &a_trip, trip) && packed.rest.len == 0;
}

static void test_there_and_back(void **state)
{
    (void)state;
    struct trip trip = packed_trip(), back;
    assert_true(read_trip(buf_view(&bytes), &back));
    assert_int_equal(back.number, trip.number);
    assert_true(back.far == trip.far);
    assert_true(back.fare == trip.fare);
    assert_str(back.note, "到");
    assert_int_equal(back.left_out.len, 0);
    assert_int_equal(back.first.at, 7);
    assert_int_equal(back.stops.len, 3);
    assert_int_equal(back.stops.at[0].at, 65535);
    assert_false(back.stops.at[1].asked);
    assert_int_equal(back.stops.at[2].at, 300);
    assert_ptr_equal(back.from, &towns[1]);
    assert_null(back.to);
    assert_int_equal(back.last->at, 300);
    assert_null(back.none);
}

/* A text of the base is packed as its place there: the bytes do not hold it. */
static void test_a_text_of_the_base(void **state)
{
    (void)state;
    packed_trip();
    assert_false(str_has(buf_view(&bytes), STR("到")));
    buf_reset(&bytes);
    pack(&bytes, &a_trip, &(struct trip){.note = STR("到")}, STR_NONE);
    assert_true(str_has(buf_view(&bytes), STR("到")));
}

static void test_what_is_cut_is_none(void **state)
{
    (void)state;
    struct trip back;
    packed_trip();
    for (size_t len = 0; len < bytes.len; len++)
        assert_false(read_trip(str_slice(buf_view(&bytes), 0, len), &back));
    buf_byte(&bytes, 0);
    assert_false(read_trip(buf_view(&bytes), &back));
}

/* Whatever the bytes are, reading them ends, within them. */
static void test_what_is_damaged(void **state)
{
    (void)state;
    packed_trip();
    for (size_t i = 0; i < bytes.len; i++)
        for (unsigned bit = 0; bit < 8; bit++) {
            struct trip back;
            bytes.ptr[i] = (char)(bytes.ptr[i] ^ 1 << bit);
            if (read_trip(buf_view(&bytes), &back)) {
                bool in_base = back.note.ptr >= base && back.note.ptr < base + sizeof base;
                struct str of = in_base ? str_of(base) : buf_view(&bytes);
                assert_true(!back.note.len || back.note.ptr + back.note.len <= of.ptr + of.len);
                assert_true(back.stops.len <= bytes.len);
            }
            bytes.ptr[i] = (char)(bytes.ptr[i] ^ 1 << bit);
        }
}

static void test_what_does_not_fit(void **state)
{
    (void)state;
    struct trip back;
    static const char too_large[] = "\xff\xff\xff\xff\xff\x01"; /* 36 bits for a number of 32 */
    assert_false(read_trip(str_of(too_large), &back));
    static const struct town gone = {{"c", 1}};
    pack(&bytes, &a_trip, &(struct trip){.from = &gone}, STR_NONE);
    assert_false(read_trip(buf_view(&bytes), &back));
    buf_reset(&bytes);
    pack(&bytes, &a_trip, &(struct trip){.to = &towns[0]}, STR_NONE); /* from nowhere */
    assert_false(read_trip(buf_view(&bytes), &back));
    buf_reset(&bytes);
    pack(&bytes, &a_stop, &(struct stop){.at = 1, .asked = true}, STR_NONE);
    bytes.ptr[bytes.len - 1] = 2;
    struct packed packed = {.rest = buf_view(&bytes)};
    struct stop stop;
    assert_false(unpack(&keep, &packed, &a_stop, &stop));
}

/* Packs NOTE as part of ALL, and reads it as part of the base. */
static bool note_is_read(struct str note, struct str all)
{
    struct trip back;
    buf_reset(&bytes);
    pack(&bytes, &a_trip, &(struct trip){.note = note, .from = towns}, all);
    return read_trip(buf_view(&bytes), &back) && str_eq(back.note, note);
}

static void test_texts_are_utf8(void **state)
{
    (void)state;
    struct str all = str_of(base);
    assert_true(note_is_read(STR("到"), STR_NONE));
    assert_false(note_is_read(STR("\xe5\x88"), STR_NONE));
    assert_true(note_is_read(str_slice(all, 6, 9), all));
    assert_true(note_is_read(str_slice(all, 6, all.len), all));
    assert_false(note_is_read(str_slice(all, 6, 8), all));
    assert_false(note_is_read(str_slice(all, 7, 9), all));
}

struct odd {
    struct str bytes;
    uint32_t span[2];
};

static const struct pack_field odd_fields[] = {
    PACK_FIELD(struct odd, bytes, PACK_BYTES),
    PACK_FIELD(struct odd, span, PACK_SPAN),
};
static const struct pack_struct an_odd = PACK_TABLE(struct odd, odd_fields);

static bool odd_is_read(struct odd odd)
{
    struct odd back;
    buf_reset(&bytes);
    pack(&bytes, &an_odd, &odd, STR_NONE);
    struct packed packed = {buf_view(&bytes), str_of(base), NULL};
    return unpack(&keep, &packed, &an_odd, &back) && str_eq(back.bytes, odd.bytes);
}

static void test_bytes_may_be_anything_and_spans_cut_no_character(void **state)
{
    (void)state;
    assert_true(odd_is_read((struct odd){STR("\xe5\x88"), {3, 6}}));
    assert_true(odd_is_read((struct odd){STR_NONE, {0, sizeof base - 1}}));
    assert_false(odd_is_read((struct odd){STR_NONE, {1, 6}}));
    assert_false(odd_is_read((struct odd){STR_NONE, {3, 7}}));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_there_and_back, teardown),
        cmocka_unit_test_teardown(test_a_text_of_the_base, teardown),
        cmocka_unit_test_teardown(test_what_is_cut_is_none, teardown),
        cmocka_unit_test_teardown(test_what_is_damaged, teardown),
        cmocka_unit_test_teardown(test_what_does_not_fit, teardown),
        cmocka_unit_test_teardown(test_texts_are_utf8, teardown),
        cmocka_unit_test_teardown(test_bytes_may_be_anything_and_spans_cut_no_character, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
