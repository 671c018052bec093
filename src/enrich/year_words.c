/* SPDX-License-Identifier: MIT */
#include "enrich/year_words.h"

#include "page/wordlist.h"

/* A word stands after those that end with it, 今年 after all. */
static const struct year_word words[] = {
    {WORD("大前年"), 3}, {WORD("前年"), 2},  {WORD("去年"), 1}, {WORD("上年"), 1},
    {WORD("明年"), -1},  {WORD("来年"), -1}, {WORD("今年"), 0},
};

static const struct year_word *find(struct str text, bool (*has)(struct str text, struct str word))
{
    for (size_t i = 0; i < COUNT(words); i++)
        if (has(text, words[i].text))
            return &words[i];
    return NULL;
}

const struct year_word *year_word_end(struct str text)
{
    return find(text, str_ends);
}

const struct year_word *year_word_held(struct str text)
{
    return find(text, str_has);
}
