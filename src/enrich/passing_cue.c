/* SPDX-License-Identifier: MIT */
#include "enrich/passing_cue.h"

#include "base/utf8.h"
#include "page/wordlist.h"

static const struct str before[] = {
    WORD("来自"), WORD("赴"),   WORD("前往"), WORD("奔赴"), WORD("远赴"), WORD("发往"),
    WORD("销往"), WORD("运往"), WORD("远销"), WORD("卖到"), WORD("卖往"), WORD("送往"),
    WORD("寄往"), WORD("调往"), WORD("老家"), WORD("生于"), WORD("毕业"), WORD("就读"),
    WORD("考入"), WORD("考上"), WORD("嫁到"), WORD("战胜"), WORD("击败"), WORD("淘汰"),
    WORD("对阵"), WORD("迎战"), WORD("不敌"), WORD("力克"), WORD("借鉴"), WORD("毗邻"),
    WORD("邻近"), WORD("相邻"), WORD("祖籍"), WORD("远在"), WORD("客居"),
};

static const struct str after[] = {WORD("客商"), WORD("商人"), WORD("籍"), WORD("务工"),
                                   WORD("打工")};

/* Where the clause that holds byte AT of TEXT begins. */
static size_t clause_start(struct str text, size_t at)
{
    static const struct str ends[] = {WORD("。"), WORD("，"), WORD("；"), WORD("！"),
                                      WORD("？"), WORD("："), WORD(","),  WORD(";"),
                                      WORD("!"),  WORD("?"),  WORD("“"),  WORD("”")};
    struct utf8 c = utf8_before(text, at);
    while (c.len && !wordlist_find(ends, COUNT(ends), str_slice(text, c.at, c.at + c.len)))
        c = utf8_before(text, c.at);
    return c.len ? c.at + c.len : 0;
}

/* 沿河至榕江高速公路: a road, by one of its ends. */
static bool is_of_road(struct str text, size_t at, size_t end)
{
    static const struct str roads[] = {WORD("高速"), WORD("铁路"), WORD("公路"), WORD("高铁")};
    static const struct str to[] = {WORD("至"), WORD("到")};
    enum { ROAD_CHARS = 8 };
    struct str rest = str_slice(text, end, text.len), ahead = utf8_head(rest, ROAD_CHARS);
    bool joined =
        wordlist_start(to, COUNT(to), rest) || wordlist_end(to, COUNT(to), str_slice(text, 0, at));
    return joined && wordlist_held(roads, COUNT(roads), ahead) > 0;
}

double passing_cue(struct str text, size_t at, size_t end)
{
    static const double cued = 0.25;
    struct str clause = str_slice(text, clause_start(text, at), at);
    bool is_cued = wordlist_held(before, COUNT(before), clause) > 0 ||
                   wordlist_start(after, COUNT(after), str_slice(text, end, text.len)) ||
                   is_of_road(text, at, end);
    return is_cued ? cued : 1;
}
