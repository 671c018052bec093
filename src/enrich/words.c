/* SPDX-License-Identifier: MIT */
#include "enrich/words.h"

#include "base/utf8.h"

struct str word_head(struct str text, size_t at)
{
    struct utf8 c = utf8_at(text, at);
    for (int i = 1; i < WORD_MIN_CHARS; i++)
        c = utf8_next(text, c);
    return str_slice(text, at, c.at + c.len);
}

/* The bit of HEAD in the filter: it has at most eight bytes. */
static uint32_t filter_bit(struct str head)
{
    uint64_t key = 0;
    for (size_t i = 0; i < head.len; i++)
        key = key << 8 | (unsigned char)head.ptr[i];
    return (uint32_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> (64 - WORDS_FILTER_BITS));
}

void words_add(struct arena *keep, struct words *words, struct str text, const void *value)
{
    struct word *word = ARENA_NEW(keep, struct word);
    *word = (struct word){.text = text, .value = value};
    struct str head = word_head(text, 0);
    uint32_t bit = filter_bit(head);
    words->filter[bit >> 3] |= (unsigned char)(1u << (bit & 7));
    void **first = map_at(keep, &words->by_head, head);
    struct word *before = NULL;
    for (struct word *w = *first; w && w->text.len >= text.len; w = w->next)
        before = w;
    word->next = before ? before->next : *first;
    if (before)
        before->next = word;
    else
        *first = word;
}

static const struct word *first_fitting(const struct word *word, struct str text, size_t at)
{
    struct str rest = str_slice(text, at, text.len);
    while (word && !str_starts(rest, word->text))
        word = word->next;
    return word;
}

const struct word *words_at(const struct words *words, struct str text, size_t at)
{
    struct str head = word_head(text, at);
    uint32_t bit = filter_bit(head);
    if (!(words->filter[bit >> 3] >> (bit & 7) & 1))
        return NULL;
    return first_fitting(map_get(&words->by_head, head), text, at);
}

const struct word *word_next(const struct word *word, struct str text, size_t at)
{
    return first_fitting(word->next, text, at);
}
