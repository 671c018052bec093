/* SPDX-License-Identifier: MIT */
#include "enrich/words.h"

enum { FIRST_BITS = 6 };

static uint64_t head_key(struct word_head head)
{
    return (uint64_t)head.first.code << 32 | head.second.code;
}

/* The slot of HEAD, or the open one where it would be. */
static struct word_slot *slot_of(const struct words *words, struct word_head head)
{
    size_t mask = ((size_t)1 << words->bits) - 1;
    size_t at = word_pair_hash(head, words->bits);
    uint64_t key = head_key(head);
    while (words->slots[at].first && words->slots[at].head != key)
        at = (at + 1) & mask;
    return &words->slots[at];
}

/* Makes room for one more; at least half of the slots stay open. */
static void grow(struct arena *keep, struct words *words)
{
    struct words old = *words;
    if (words->bits && 2 * (words->len + 1) <= (size_t)1 << words->bits)
        return;
    words->bits = words->bits ? words->bits + 1 : FIRST_BITS;
    words->slots = ARENA_ARRAY(keep, struct word_slot, (size_t)1 << words->bits);
    for (size_t i = 0; old.bits && i < (size_t)1 << old.bits; i++)
        if (old.slots[i].first)
            *slot_of(words, word_head_at(old.slots[i].first->text, 0)) = old.slots[i];
}

void words_add(struct arena *keep, struct words *words, struct str text, const void *value)
{
    struct word *word = ARENA_NEW(keep, struct word);
    struct word_head head = word_head_at(text, 0);
    *word = (struct word){.text = text, .value = value, .third = head.third.code};
    size_t bit = head.third.len ? word_head_hash(head, WORDS_FILTER_BITS)
                                : word_pair_hash(head, WORDS_FILTER_BITS);
    words->filter[bit >> 3] |= (unsigned char)(1u << (bit & 7));
    grow(keep, words);
    struct word_slot *slot = slot_of(words, head);
    words->len += !slot->first;
    slot->head = head_key(head);
    struct word *before = NULL;
    for (struct word *w = slot->first; w && w->text.len >= text.len; w = w->next)
        before = w;
    word->next = before ? before->next : slot->first;
    if (before)
        before->next = word;
    else
        slot->first = word;
}

/* Of WORD and those after it, which begin with the first two characters of HEAD, the first that
   stands there. Its text is seldom looked at: it is far away in memory. */
static const struct word *first_fitting(const struct word *word, struct str text,
                                        struct word_head head)
{
    struct str rest = str_slice(text, head.first.at, text.len);
    while (word && word->third && (word->third != head.third.code || !str_starts(rest, word->text)))
        word = word->next;
    return word;
}

const struct word *words_found(const struct words *words, struct str text, struct word_head head)
{
    return words->bits ? first_fitting(slot_of(words, head)->first, text, head) : NULL;
}

const struct word *word_next(const struct word *word, struct str text, struct word_head head)
{
    return first_fitting(word->next, text, head);
}
