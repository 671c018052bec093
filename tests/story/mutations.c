/* SPDX-License-Identifier: MIT */
/* Thousands of pages made by mutation out of the pages of a folder: none may lose a character, say
   one twice, put a span inside one, or write what HTML cannot hold. mutations FOLDER [ROUNDS] */
#include "base/file.h"
#include "base/utf8.h"
#include "story/stories.h"

#include <stdio.h>
#include <stdlib.h>

#ifdef __SANITIZE_ADDRESS__
enum { ROUNDS = 60 }; /* each takes four times as long */
#else
enum { ROUNDS = 140 };
#endif
enum { CHANGES = 12 };

/* xorshift64*: the same numbers on every machine. */
static uint64_t number_next(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * 0x2545f4914f6cdd1dULL;
}

static size_t number_below(uint64_t *state, size_t limit)
{
    return limit ? (size_t)(number_next(state) % limit) : 0;
}

/* What a mutation puts in: layouts, cues, controls, odd Unicode, bytes that are no text. */
static const char *const inserts[] = {
    "\n",
    "\n\n\n",
    " ",
    "　",
    "\t",
    "\r\n",
    "\f",
    "\r",
    "\x01",
    "\x7f",
    "\xc2\x85",
    "\xe2\x80\xa8",
    "\xef\xbb\xbf",
    "\xe2\x80\x8b",
    "\xff",
    "\xe4\xb8",
    "\xed\xa0\x80",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d",
    "\xef\xbf\xbe",
    "\xf0\xa0\x80\x80",
    "\xe2\x80\xae",
    "“",
    "”",
    "（",
    "）",
    "《",
    "□ ",
    "——",
    "。",
    "，",
    "1 2 3",
    "１２３",
    "A B",
    "本报讯 ",
    "（记者 王 刚）",
    "（下转4版）\n",
    "（上接1版）",
    "资料图片\n",
    "责任编辑：张三\n",
    "摄\n",
    "记者",
    "2023年10月25日 星期三 第3版\n",
    "---\n",
    "---\ndate: 2023\n---\n",
    "新华社北京10月3日电 ",
    "一、",
    "<b>&amp;",
    "标题标题\n",
    "e\xcc\x81\xcc\x81\xcc\x81",
};

enum { INSERTS_LEN = sizeof inserts / sizeof *inserts };

static struct str any_piece(struct str s, uint64_t *state, size_t longest)
{
    size_t from = number_below(state, s.len), len = number_below(state, longest);
    return str_slice(s, from, from + len);
}

/* One change of S, appended to OUT: a piece put in, taken out, said twice, moved, or re-wrapped. */
static void mutate(struct buf *out, struct str s, uint64_t *state)
{
    size_t at = number_below(state, s.len + 1);
    struct str before = str_slice(s, 0, at), after = str_slice(s, at, s.len);
    struct str piece = any_piece(s, state, 400);
    size_t what = number_below(state, 5);
    buf_str(out, before);
    if (what <= 1)
        buf_str(out, str_of(inserts[number_below(state, INSERTS_LEN)]));
    else if (what == 2)
        buf_str(out, piece);
    else if (what == 3)
        after = str_slice(after, number_below(state, 400), after.len);
    size_t width = 3 * (4 + number_below(state, 30));
    for (size_t i = 0; what == 4 && i + width < after.len && i < 4000; i += width) {
        buf_str(out, str_slice(after, 0, width));
        buf_byte(out, '\n');
        after = str_slice(after, width, after.len);
    }
    buf_str(out, after);
}

static const char *fault_of_block(const struct page *page, const struct block *block)
{
    for (size_t i = 0; i < block->spans.len; i++) {
        struct span span = block->spans.at[i];
        if (span.start >= span.end || span.end > page->text.len)
            return "a span outside the page";
        if (((unsigned char)page->text.ptr[span.start] & 0xc0) == 0x80 ||
            (span.end < page->text.len && ((unsigned char)page->text.ptr[span.end] & 0xc0) == 0x80))
            return "a span that begins or ends inside a character";
    }
    size_t bad;
    if (!utf8_valid(block->text, &bad))
        return "a text that is not UTF-8";
    for (struct utf8 c = utf8_first(block->text); c.len; c = utf8_next(block->text, c)) {
        if (utf8_is_forbidden(c.code))
            return "a character that HTML cannot hold";
    }
    return NULL;
}

/* What is wrong with the stories of BYTES, or NULL. */
static const char *fault_of(struct arena *keep, struct arena *scratch, struct str bytes)
{
    struct page *page = page_read(keep, STR("mutated.txt"), bytes);
    struct fragments fragments = fragments_join(scratch, page, NULL);
    struct stories stories = stories_assemble(keep, page, &fragments);
    if (!stories_conserve(page, &stories))
        return "a character lost or said twice";
    for (size_t i = 0; i < stories.len; i++) {
        const struct story *story = &stories.at[i];
        if (story->kind != KIND_RESIDUE && !story->headline.len)
            return "a story without a headline";
        for (size_t k = 0; k < story->blocks.len; k++) {
            const char *fault = fault_of_block(page, &story->blocks.at[k]);
            if (fault)
                return fault;
        }
    }
    return NULL;
}

/* Mutates SEED again and again, each time from where it has come to, and afresh now and then. */
static const char *round_of(struct str seed, size_t rounds, uint64_t state, size_t *round)
{
    struct arena keep = {0}, scratch = {0};
    struct buf page = {0}, changed = {0};
    const char *fault = NULL;
    for (*round = 0; *round < rounds && !fault; ++*round) {
        if (*round % CHANGES == 0 || page.len > 4 * seed.len) {
            buf_reset(&page);
            buf_str(&page, seed);
        }
        buf_reset(&changed);
        mutate(&changed, buf_view(&page), &state);
        struct buf swap = page;
        page = changed;
        changed = swap;
        fault = fault_of(&keep, &scratch, buf_view(&page));
        if (fault && file_write(STR("faulty-mutation.txt"), buf_view(&page)))
            printf("# the page is in faulty-mutation.txt\n");
        arena_reset(&keep);
        arena_reset(&scratch);
    }
    buf_clear(&page);
    buf_clear(&changed);
    arena_clear(&keep);
    arena_clear(&scratch);
    return fault;
}

int main(int argc, char **argv)
{
    struct arena keep = {0};
    struct found_list files = {0};
    if (argc < 2 || !dir_walk(&keep, str_of(argv[1]), &files))
        die("usage: mutations FOLDER [ROUNDS]");
    size_t rounds = argc > 2 ? (size_t)strtoul(argv[2], NULL, 10) : ROUNDS, cases = 0;
    for (size_t i = 0; i < files.len; i++) {
        if (!str_ends(files.at[i].path, STR(".txt")))
            continue;
        struct buf seed = {0};
        if (!file_read(path_join(&keep, str_of(argv[1]), files.at[i].path), &seed))
            die("cannot read %.*s", STR_FMT(files.at[i].path));
        size_t round;
        const char *fault =
            round_of(buf_view(&seed), rounds, 1 + str_hash(buf_view(&seed)), &round);
        printf("%sok %zu - %zu mutations of %.*s%s%s\n", fault ? "not " : "", ++cases, round,
               STR_FMT(files.at[i].path), fault ? ": " : "", fault ? fault : "");
        buf_clear(&seed);
    }
    printf("1..%zu\n", cases);
    arena_clear(&keep);
    return 0;
}
