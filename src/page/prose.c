/* SPDX-License-Identifier: MIT */
#include "page/prose.h"

#include "page/authors.h"
#include "page/chars.h"
#include "page/cues.h"
#include "page/wordlist.h"

#define SPEAKER_CHARS 6   /* before a colon */
#define SPEAKERS_MOST 32  /* that are remembered on a page */
#define LONG_PARAGRAPH 20 /* characters of one that shows how paragraphs are set */
#define INDENT_LEAST 2    /* half widths: less is noise */
#define INDENT_MOST 8     /* more centres a line */
#define SET_LEAST 3       /* paragraphs that show a custom */

/* ---- speakers */

/* What stands before a colon near the start of TEXT; empty: nothing. */
static struct str speaker_of(struct str text)
{
    size_t chars = 0;
    for (struct utf8 c = utf8_first(text); c.len && chars <= SPEAKER_CHARS;
         c = utf8_next(text, c), chars++) {
        if ((c.code == ':' || c.code == 0xff1a) && chars && c.at + c.len < text.len)
            return str_slice(text, 0, c.at);
        if (!utf8_is_han(c.code) && c.code != 0xb7)
            return STR_NONE;
    }
    return STR_NONE;
}

/* Those that speak on any page: 记者：, 问：, 答：. */
static bool is_speaker(struct str word)
{
    static const struct str speakers[] = {WORD("记者"),   WORD("記者"), WORD("问"),   WORD("問"),
                                          WORD("答"),     WORD("笔者"), WORD("编者"), WORD("读者"),
                                          WORD("主持人"), WORD("嘉宾"), WORD("网友"), WORD("旁白")};
    return wordlist_find(speakers, COUNT(speakers), word);
}

/* A place before a colon opens a headline. */
static bool is_place(struct str word)
{
    static const struct str ends[] = {WORD("县"), WORD("市"), WORD("区"), WORD("乡"),
                                      WORD("镇"), WORD("村"), WORD("州"), WORD("旗")};
    return wordlist_end(ends, COUNT(ends), word);
}

struct speakers {
    struct {
        struct str name;
        size_t lines;
    } at[SPEAKERS_MOST];
    size_t len;
};

static void count_speaker(struct speakers *speakers, struct str name)
{
    for (size_t i = 0; i < speakers->len; i++)
        if (str_eq(speakers->at[i].name, name)) {
            speakers->at[i].lines++;
            return;
        }
    if (speakers->len < SPEAKERS_MOST)
        speakers->at[speakers->len++].name = name;
}

static bool speaks_again(const struct speakers *speakers, struct str name)
{
    for (size_t i = 0; i < speakers->len; i++)
        if (str_eq(speakers->at[i].name, name))
            return speakers->at[i].lines > 0;
    return false;
}

static void count_speakers(struct speakers *speakers, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->len; i++) {
        const struct block *block = &blocks->at[i];
        struct str name = speaker_of(block->text);
        if (name.len && (block->role == ROLE_PARAGRAPH || block->role == ROLE_HEADLINE))
            count_speaker(speakers, name);
    }
}

/* ---- indents */

/* The indent of most of the page's paragraphs, in half widths; 0: they have none. */
static uint32_t usual_indent(const struct blocks *blocks)
{
    size_t count[INDENT_MOST + 1] = {0}, all = 0;
    for (size_t i = 0; i < blocks->len; i++) {
        const struct block *block = &blocks->at[i];
        if (block->role != ROLE_PARAGRAPH || block->continues ||
            utf8_count(block->text) < LONG_PARAGRAPH)
            continue;
        all++;
        count[block->indent <= INDENT_MOST ? block->indent : 0]++;
    }
    for (uint32_t indent = INDENT_LEAST; indent <= INDENT_MOST; indent++)
        if (count[indent] >= SET_LEAST && count[indent] * 2 > all)
            return indent;
    return 0;
}

/* Whether the page's headings are set flush, so that an indent says something. */
static bool headings_are_flush(const struct blocks *blocks, uint32_t indent)
{
    size_t flush = 0, indented = 0;
    for (size_t i = 0; i < blocks->len; i++)
        if (blocks->at[i].role == ROLE_HEADLINE) {
            flush += blocks->at[i].indent == 0;
            indented += blocks->at[i].indent == indent && !ends_sentence(blocks->at[i].text);
        }
    return flush >= indented;
}

/* ---- sentences */

/* Whether sentences end inside S too. */
static bool has_sentences(struct str s)
{
    size_t ends = 0;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c))
        ends += is_sentence_end(c.code) && c.code != 0x2026 && c.at + c.len < s.len &&
                !is_closing(utf8_next(s, c).code) && !is_sentence_end(utf8_next(s, c).code);
    return ends > 0 && ends_sentence(s);
}

/* “……？” as a whole. */
static bool is_speech(struct str s)
{
    uint32_t first = utf8_first(s).code, last = utf8_last(s).code;
    bool quoted = (first == 0x201c && last == 0x201d) || (first == U'「' && last == U'」');
    return quoted && ends_sentence(s);
}

void prose_settle(struct blocks *blocks)
{
    struct speakers speakers = {.len = 0};
    uint32_t indent = usual_indent(blocks);
    bool indented = indent && headings_are_flush(blocks, indent);
    count_speakers(&speakers, blocks);
    for (size_t i = 0; i < blocks->len; i++) {
        struct block *block = &blocks->at[i];
        struct str name = speaker_of(block->text);
        if (block->role != ROLE_HEADLINE || block->setting == SETTING_DOWN)
            continue;
        bool speaks = name.len && !is_place(name) && !is_titled_author(block->text) &&
                      (is_speaker(name) || speaks_again(&speakers, name));
        bool set = indented && block->indent == indent && !is_numbered(block->text) &&
                   !names_author(blocks, i);
        if (speaks || set || is_speech(block->text) ||
            (block->column && has_sentences(block->text)))
            block->role = ROLE_PARAGRAPH;
    }
}
