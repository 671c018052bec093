/* SPDX-License-Identifier: MIT */
#include "enrich/words.h"

static struct str text_of(struct str text, struct word_head head)
{
    return str_slice(text, head.first.at, head.second.at + head.second.len);
}

void words_add(struct arena *keep, struct words *words, struct str text, const void *value)
{
    struct word *word = ARENA_NEW(keep, struct word);
    *word = (struct word){.text = text, .value = value};
    struct word_head head = word_head_at(text, 0);
    size_t bit = word_head_hash(head, WORDS_FILTER_BITS);
    words->filter[bit >> 3] |= (unsigned char)(1u << (bit & 7));
    void **first = map_at(keep, &words->by_head, text_of(text, head));
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

const struct word *words_found(const struct words *words, struct str text, struct word_head head)
{
    return first_fitting(map_get(&words->by_head, text_of(text, head)), text, head.first.at);
}

const struct word *word_next(const struct word *word, struct str text, struct word_head head)
{
    return first_fitting(word->next, text, head.first.at);
}
