/* SPDX-License-Identifier: MIT */
#include "page/salutation.h"

#include "base/utf8.h"
#include "page/blocks.h"
#include "page/surnames.h"
#include "page/variants.h"
#include "page/wordlist.h"

enum {
    CLOSE_BYTES = 12,
    LINE_CHARS = 16,
    PLAIN_CHARS = 6, /* of one that does not begin as they do: 乡亲们：, 石桥报社： */
};

/* 王小刚 in 王小刚读者：; empty: no name stands there. */
static struct str addressed_name(struct str line)
{
    static const struct str ends[] = {WORD("读者："), WORD("同志："), WORD("先生："),
                                      WORD("女士："), WORD("网友：")};
    const struct str *end = wordlist_end(ends, COUNT(ends), line);
    struct str name = end ? str_slice(line, 0, line.len - end->len) : STR_NONE;
    bool surname = utf8_count(name) == 1 && has_usual_surname(name); /* 黎女士： */
    return surname || looks_like_name(name) ? name : STR_NONE;
}

bool addresses_signer(struct str line, struct str signature)
{
    struct str name = addressed_name(utf8_trim(line));
    return name.len && str_has(signature, name);
}

bool is_salutation(struct str line)
{
    static const struct str ends[] = {
        WORD("同志："), WORD("朋友："), WORD("老师："),   WORD("读者："), WORD("领导："),
        WORD("先生："), WORD("女士："), WORD("们："),     WORD("同学："), WORD("网友："),
        WORD("编辑："), WORD("乡亲："), WORD("编辑部："), WORD("报社："), WORD("日报："),
        WORD("晚报："), WORD("晨报："), WORD("你好："),   WORD("您好：")};
    static const struct str starts[] = {
        WORD("尊敬的"), WORD("亲爱的"), WORD("敬爱的"), WORD("各位"), WORD("编辑"), WORD("全体"),
        WORD("广大"),   WORD("全县"),   WORD("全市"),   WORD("全乡"), WORD("全镇"), WORD("父老")};
    static const struct str editors[] = {WORD("责任"), WORD("本版"), WORD("值班"), WORD("执行"),
                                         WORD("图片"), WORD("美术"), WORD("视觉"), WORD("文字")};
    struct folded room;
    line = utf8_trim(line);
    if (line.len > FOLDED_MAX || utf8_count(line) > LINE_CHARS)
        return false;
    line = text_fold(&room, line);
    if (wordlist_start(editors, COUNT(editors), line))
        return false;
    bool begins = wordlist_start(starts, COUNT(starts), line) || utf8_count(line) <= PLAIN_CHARS ||
                  str_has(line, STR("们、")) || addressed_name(line).len;
    size_t colon = str_find(line, STR("："), 0);
    return begins && colon == line.len - strlen("：") && wordlist_end(ends, COUNT(ends), line);
}

bool starts_letter(struct str lines)
{
    return is_salutation(str_cut(&lines, '\n'));
}

/* Whether LINE, blanks and ！ aside, is one of WORDS. */
static bool is_one_of(const struct str *words, size_t count, struct str line)
{
    char solid[CLOSE_BYTES];
    size_t len = 0;
    for (struct utf8 c = utf8_first(line); c.len; c = utf8_next(line, c)) {
        if (utf8_is_blank(c.code) || c.code == 0xff01)
            continue;
        if (len + c.len > sizeof solid)
            return false;
        memcpy(solid + len, line.ptr + c.at, c.len);
        len += c.len;
    }
    return wordlist_find(words, count, (struct str){solid, len});
}

/* 王刚同志永垂不朽！ */
static bool is_farewell(struct str line)
{
    static const struct str ends[] = {WORD("永垂不朽"), WORD("千古"), WORD("安息吧")};
    struct utf8 last = utf8_last(line);
    if (last.code == 0xff01)
        line = str_slice(line, 0, last.at);
    return utf8_count(line) <= LINE_CHARS && wordlist_end(ends, COUNT(ends), line);
}

bool is_letters_close(struct str line)
{
    static const struct str closes[] = {WORD("此致"),     WORD("此致敬礼"), WORD("顺致敬意"),
                                        WORD("此致敬禮"), WORD("特此通告"), WORD("特此公告"),
                                        WORD("特此通知"), WORD("特此声明"), WORD("特此公示"),
                                        WORD("特此启事"), WORD("特此通報"), WORD("特此通报")};
    return is_one_of(closes, COUNT(closes), line) || is_farewell(utf8_trim(line));
}

void letters_close(struct blocks *blocks)
{
    static const struct str firsts[] = {WORD("此致")}, seconds[] = {WORD("敬礼"), WORD("敬禮")};
    for (size_t i = 1; i < blocks->len; i++)
        if (is_one_of(firsts, COUNT(firsts), blocks->at[i - 1].text) &&
            is_one_of(seconds, COUNT(seconds), blocks->at[i].text))
            blocks->at[i].role = ROLE_PARAGRAPH;
}

bool announces_answer(struct str line)
{
    static const struct str ends[] = {WORD("答复："), WORD("回复："), WORD("答复说："),
                                      WORD("回音：")};
    struct folded room;
    line = utf8_trim(line);
    return line.len <= FOLDED_MAX && utf8_count(line) <= LINE_CHARS &&
           wordlist_end(ends, COUNT(ends), text_fold(&room, line));
}

/* Whether all lines of a block are such. */
static bool is_of_salutations(struct str lines)
{
    while (lines.len) {
        struct str line = str_cut(&lines, '\n');
        if (!is_salutation(line) && !announces_answer(line))
            return false;
    }
    return true;
}

/* 早上好！, 大家好: what a speech says first. */
static bool is_greeting(struct str line)
{
    static const struct str ends[] = {WORD("好"), WORD("好！"), WORD("好!"), WORD("好。")};
    enum { GREETING_CHARS = 6 };
    line = utf8_trim(line);
    return utf8_count(line) <= GREETING_CHARS && wordlist_end(ends, COUNT(ends), line);
}

void salutations_join(struct arena *keep, struct blocks *blocks)
{
    size_t len = 0;
    for (size_t i = 0; i < blocks->len; i++) {
        struct block *above = len > 0 ? &blocks->at[len - 1] : NULL;
        bool spoken_to = above && above->role == ROLE_PARAGRAPH && is_of_salutations(above->text);
        if (spoken_to && is_greeting(blocks->at[i].text))
            blocks->at[i].role = ROLE_PARAGRAPH;
        if (spoken_to && blocks->at[i].role == ROLE_PARAGRAPH)
            block_append(keep, above, &blocks->at[i]);
        else
            blocks->at[len++] = blocks->at[i];
    }
    blocks->len = len;
}

/* Where in TEXT, a block's, what follows LINE begins, which is its first and ends in ：; 0:
   nowhere. 责任编辑：王刚答复： has two. */
static size_t after_line(struct str text, struct str line)
{
    static const struct str colon = WORD("：");
    size_t end = 0;
    for (size_t at = str_find(line, colon, 0); at != SIZE_MAX;
         at = str_find(line, colon, at + colon.len)) {
        size_t next = str_find(text, colon, end);
        if (next == SIZE_MAX)
            return 0;
        end = next + colon.len;
    }
    return end;
}

bool salutation_part(const struct page *page, struct block *block, struct block *rest)
{
    if (block->role != ROLE_PARAGRAPH || block->spans.len < 2)
        return false;
    struct str line = page_slice(page, block->spans.at[0]);
    size_t end = is_of_salutations(line) ? after_line(block->text, line) : 0;
    if (end == 0)
        return false;
    *rest = *block;
    rest->text = str_slice(block->text, end, block->text.len);
    rest->spans = (struct spans){.at = block->spans.at + 1, .len = block->spans.len - 1};
    block->text = str_slice(block->text, 0, end);
    block->spans.len = 1;
    return true;
}
