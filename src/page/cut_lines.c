/* SPDX-License-Identifier: MIT */
#include "page/cut_lines.h"

#include "base/utf8.h"
#include "page/attribution.h"
#include "page/authors.h"
#include "page/blocks.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/lexicon.h"
#include "page/variants.h"
#include "page/wordlist.h"

/* Whether two lines are one credit in brackets, a word that the line's end cut whole again:
   （本报记者 王 | 刚）. */
static bool is_cut_credit(const struct block *a, const struct block *b)
{
    char room[FOLDED_MAX];
    size_t len = a->text.len + b->text.len;
    if (a->spans.len != 1 || b->spans.len != 1 || b->gap > 0 || len > sizeof room ||
        !opens_bracket(utf8_first(a->text).code) || quotes_open(a->text) == 0 ||
        !closes_bracket(utf8_last(b->text).code))
        return false;
    memcpy(room, a->text.ptr, a->text.len);
    memcpy(room + a->text.len, b->text.ptr, b->text.len);
    struct str whole = {room, len};
    return is_sign_off(whole) || is_photo_credit(whole);
}

/* □ 记者 甲 通讯员 | 乙: whether a line ends with a label whose names the next one has. */
static bool is_cut_byline(const struct block *a, const struct block *b)
{
    static const struct str labels[] = {WORD("通讯员"), WORD("记者"), WORD("摄影"), WORD("图")};
    return a->role == ROLE_BYLINE && a->spans.len == 1 && b->spans.len == 1 && b->gap == 0 &&
           wordlist_end(labels, COUNT(labels), utf8_trim(a->text)) && is_author_line(b->text);
}

/* ——局长就传 | 言答记者问: whether a line's end has cut a word of a subtitle. */
static bool is_cut_subtitle(const struct block *a, const struct block *b)
{
    return a->role == ROLE_SUBTITLE && a->spans.len == 1 && b->spans.len == 1 && b->gap == 0 &&
           (b->role == ROLE_HEADLINE || b->role == ROLE_PARAGRAPH) && !ends_sentence(b->text) &&
           lexicon_cuts_word(a->text, b->text);
}

/* Whether a subtitle that is set in fills its column, and goes on in the line below, which is not,
   as TEXT, the paragraph below both, does: ——错把合同当借条，八户虾农白 | 忙一季. */
static bool is_wrapped_subtitle(const struct block *a, const struct block *b,
                                const struct block *text)
{
    return a->role == ROLE_SUBTITLE && a->spans.len == 1 && b->spans.len == 1 && b->gap == 0 &&
           b->role == ROLE_HEADLINE && b->indent < a->indent && text->role == ROLE_PARAGRAPH &&
           text->gap == 0 && text->indent == a->indent && text->column > 0 &&
           a->indent + text_width(a->text) + 2 >= 2 * text->column &&
           b->indent + text_width(b->text) < a->indent + text_width(a->text);
}

void cut_lines_join(struct arena *keep, struct blocks *blocks)
{
    size_t len = 0;
    for (size_t i = 0; i < blocks->len; i++) {
        struct block *block = &blocks->at[len++];
        *block = blocks->at[i];
        if (i + 1 < blocks->len && is_cut_credit(block, &blocks->at[i + 1])) {
            block_append(keep, block, &blocks->at[++i]);
            block->role = ROLE_CREDIT;
        } else if ((i + 1 < blocks->len && (is_cut_byline(block, &blocks->at[i + 1]) ||
                                            is_cut_subtitle(block, &blocks->at[i + 1]))) ||
                   (i + 2 < blocks->len &&
                    is_wrapped_subtitle(block, &blocks->at[i + 1], &blocks->at[i + 2]))) {
            block_append(keep, block, &blocks->at[++i]);
        }
    }
    blocks->len = len;
}
