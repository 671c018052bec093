/* SPDX-License-Identifier: MIT */
#include "story/manner.h"

#include "base/utf8.h"
#include "page/chars.h"
#include "page/wordlist.h"
#include "story/cohesion.h"

#define LISTING 0x3001 /* 、 */
#define CLAUSE_MOST 60 /* characters that are looked at */
#define CLAUSE_CHARS 14
#define LAST_CHARS 30

bool opens_scene(struct str text)
{
    static const struct str times[] = {WORD("凌晨"), WORD("清晨"), WORD("早上"), WORD("早晨"),
                                       WORD("上午"), WORD("中午"), WORD("下午"), WORD("傍晚"),
                                       WORD("入夜"), WORD("夜里"), WORD("晚上"), WORD("深夜")};
    struct str clause = utf8_head(text, CLAUSE_CHARS);
    return names_place(clause) || wordlist_held(times, COUNT(times), clause) > 0;
}

bool opens_season(struct str text)
{
    static const struct str seasons[] = {
        WORD("初春"), WORD("早春"), WORD("阳春"), WORD("仲春"), WORD("暮春"), WORD("春日"),
        WORD("春天"), WORD("初夏"), WORD("仲夏"), WORD("盛夏"), WORD("夏日"), WORD("夏天"),
        WORD("初秋"), WORD("金秋"), WORD("深秋"), WORD("秋日"), WORD("秋天"), WORD("初冬"),
        WORD("隆冬"), WORD("寒冬"), WORD("严冬"), WORD("冬日"), WORD("冬天"), WORD("时节")};
    return wordlist_held(seasons, COUNT(seasons), utf8_head(text, CLAUSE_CHARS)) > 0;
}

bool sums_up(struct str text)
{
    static const struct str words[] = {WORD("新篇章"),   WORD("谱写"), WORD("迈进"),
                                       WORD("奠定"),     WORD("贡献"), WORD("力争"),
                                       WORD("目标"),     WORD("保障"), WORD("保驾护航"),
                                       WORD("添砖加瓦"), WORD("助力"), WORD("成为")};
    struct str before = text;
    for (size_t chars = 0; before.len && chars < LAST_CHARS; chars++)
        before = str_slice(text, 0, utf8_last(before).at);
    return wordlist_held(words, COUNT(words), str_slice(text, before.len, text.len)) > 0;
}

bool looks_ahead(struct str text)
{
    static const struct str starts[] = {WORD("下一步"), WORD("“下一步"), WORD("接下来"),
                                        WORD("今后"),   WORD("未来"),    WORD("目前"),
                                        WORD("截至"),   WORD("如今")};
    return wordlist_start(starts, COUNT(starts), text) != NULL;
}

double short_clause(struct str text)
{
    size_t chars = 0;
    for (struct utf8 c = utf8_first(text); c.len && chars < 4 && !is_elision(text);
         c = utf8_next(text, c), chars++)
        if (is_stop(c.code) || is_sentence_end(c.code))
            return (4.0 - (double)chars) / 4.0;
    return 0.0;
}

static bool parts_clauses(uint32_t code)
{
    return (is_stop(code) && code != LISTING) || is_sentence_end(code) || is_opening(code) ||
           is_closing(code);
}

size_t first_clause(struct str text)
{
    size_t chars = 0;
    for (struct utf8 c = utf8_first(text); c.len && !parts_clauses(c.code) && chars < CLAUSE_MOST;
         c = utf8_next(text, c))
        chars++;
    return chars;
}

size_t last_clause(struct str text)
{
    size_t chars = 0;
    for (struct utf8 c = utf8_last(text); c.len && !parts_clauses(c.code) && chars < CLAUSE_MOST;
         c = utf8_before(text, c.at))
        chars++;
    return chars;
}
