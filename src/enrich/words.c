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

void words_add(struct arena *keep, struct words *words, struct str text, const void *value)
{
    struct word *word = ARENA_NEW(keep, struct word);
    *word = (struct word){.text = text, .value = value};
    void **first = map_at(keep, &words->by_head, word_head(text, 0));
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
    return first_fitting(map_get(&words->by_head, word_head(text, at)), text, at);
}

const struct word *word_next(const struct word *word, struct str text, size_t at)
{
    return first_fitting(word->next, text, at);
}
