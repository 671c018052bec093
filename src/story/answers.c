/* SPDX-License-Identifier: MIT */
#include "story/answers.h"

#include <math.h>

/* The best of some, and the best of those that are not of its text or headline. */
struct best {
    double first, second;
    size_t of; /* which text, or headline, has the best */
};

static void take(struct best *best, double value, size_t of)
{
    if (best->of == of) {
        best->first = fmax(best->first, value);
    } else if (value > best->first) {
        best->second = best->first;
        best->first = value;
        best->of = of;
    } else {
        best->second = fmax(best->second, value);
    }
}

static double ahead(const struct best *best, double value, size_t of)
{
    return value - (best->of == of ? best->second : best->first);
}

struct bests {
    struct best words, chars;
};

static struct bests *bests_none(struct arena *scratch, size_t len)
{
    struct bests *bests = ARENA_ARRAY(scratch, struct bests, len);
    for (size_t i = 0; i < len; i++)
        bests[i] = (struct bests){{.of = PASSAGE_NONE}, {.of = PASSAGE_NONE}};
    return bests;
}

struct answers answers_of(struct arena *scratch, const struct passages *passages,
                          const size_t *heads, size_t rows, const size_t *starts, size_t cols)
{
    struct answers answers = {ARENA_ARRAY(scratch, struct answer, rows *cols), cols};
    struct bests *of_head = bests_none(scratch, rows);
    struct bests *of_text = bests_none(scratch, passages->len);
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < cols; c++) {
            const struct heading *head = &passages->headings.at[heads[r]];
            const struct passage *start = &passages->at[starts[c]];
            struct answer *answer = &answers.at[r * cols + c];
            answer->words = pairs_told(&head->words, &start->forth.words);
            answer->chars = pairs_told(&head->chars, &start->forth.chars);
            if (start->prior != PASSAGE_NONE) {
                const struct around *before = &passages->at[start->prior].back;
                answer->words -= pairs_told(&head->words, &before->words);
                answer->chars -= pairs_told(&head->chars, &before->chars);
            }
            take(&of_head[r].words, answer->words, start->text);
            take(&of_head[r].chars, answer->chars, start->text);
            take(&of_text[start->text].words, answer->words, r);
            take(&of_text[start->text].chars, answer->chars, r);
        }
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < cols; c++) {
            size_t text = passages->at[starts[c]].text;
            struct answer *answer = &answers.at[r * cols + c];
            answer->words_ahead = ahead(&of_head[r].words, answer->words, text);
            answer->chars_ahead = ahead(&of_head[r].chars, answer->chars, text);
            answer->words_first = ahead(&of_text[text].words, answer->words, r);
            answer->chars_first = ahead(&of_text[text].chars, answer->chars, r);
        }
    return answers;
}
