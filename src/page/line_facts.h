/* SPDX-License-Identifier: MIT */
/* What a line shows of how it was set, before anything is decided. */
#ifndef PAGE_LINE_FACTS_H
#define PAGE_LINE_FACTS_H

#include "page/columns.h"
#include "page/pairs.h"

#define FACTS_GAPS 4 /* blank lines before a line: 0, 1, 2, more */

struct line_facts {
    float width;  /* in characters */
    uint8_t gap;  /* 0 … FACTS_GAPS-1 */
    bool ends;    /* with a sentence's end, a signature or a jump notice */
    bool lists;   /* ends with a colon or semicolon: an item of a list may follow */
    bool item;    /* begins like one: 2. 丙丁, 时间：…; the line before lists or ends */
    bool caption; /* a sentence between a text's end and a picture's credit */
    bool jumps;   /* with a jump notice: nothing of the paragraph can follow */
    bool bad_start, bad_end; /* with a character that may not start, may not end a line */
    bool justified, indented;
    bool begins;  /* starts a report or a caption */
    bool picture; /* starts a caption: those are set without an indent */
    bool heads;   /* flush, like a heading, right above a line that opens a text */
    bool room;  /* what the next line begins with would not have been too wide for this one's end */
    bool dash;  /* begins with ——: a subtitle, or what a line's end left for the next */
    bool opens; /* like a paragraph: with 同时, 近日 or a quotation, after a sentence's end */
    bool row;   /* it stands for itself (SETTING_ROW) */
    bool apart; /* a byline, furniture … that stands in no paragraph */
    bool phrase; /* without a comma or stop, all quotations closed: like a heading */
    bool parted; /* a blank stands between two Han characters: 甲乙丙 丁戊己 */
    float seam;  /* evidence that the sentence of the line before it goes on in it, in nats */
};

/* The facts of line I of LEN lines that are not blank. PAIRS counts the page's lines. */
struct line_facts line_facts_of(const struct set_line *lines, size_t len, size_t i,
                                const struct pair_counts *pairs);

#endif
