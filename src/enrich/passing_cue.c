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

static bool ends_clause(struct str text, struct utf8 c)
{
    static const struct str ends[] = {WORD("。"), WORD("，"), WORD("；"), WORD("！"),
                                      WORD("？"), WORD("："), WORD(","),  WORD(";"),
                                      WORD("!"),  WORD("?"),  WORD("“"),  WORD("”")};
    return wordlist_find(ends, COUNT(ends), str_slice(text, c.at, c.at + c.len));
}

/* Where the shortest cue that begins at AT ends; SIZE_MAX: none does. */
static size_t cue_end(struct str text, size_t at)
{
    size_t end = SIZE_MAX;
    struct str rest = str_slice(text, at, text.len);
    for (size_t i = 0; i < COUNT(before); i++)
        if (str_starts(rest, before[i]) && at + before[i].len < end)
            end = at + before[i].len;
    return end;
}

/* Whether a cue stands before AT in its clause. */
static bool is_cued(struct cue_walk *walk, struct str text, size_t at)
{
    if (walk->text.ptr != text.ptr || at < walk->at)
        *walk = (struct cue_walk){.text = text, .cued = SIZE_MAX};
    for (struct utf8 c = utf8_at(text, walk->at); c.len && c.at < at; c = utf8_next(text, c)) {
        size_t end = ends_clause(text, c) ? 0 : cue_end(text, c.at);
        if (end == 0)
            walk->cued = SIZE_MAX;
        else if (end < walk->cued)
            walk->cued = end;
        walk->at = c.at + c.len;
    }
    return walk->cued <= at;
}

/* 赴岚县调研: what an official does there is the scene. */
static bool is_visited(struct str text, size_t end)
{
    static const struct str visits[] = {WORD("调研"), WORD("督导"), WORD("检查"), WORD("视察"),
                                        WORD("慰问"), WORD("走访"), WORD("指导"), WORD("督查")};
    return wordlist_start(visits, COUNT(visits), str_slice(text, end, text.len));
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

double passing_cue(struct cue_walk *walk, struct str text, size_t at, size_t end)
{
    static const double cued = 0.25;
    bool says = (is_cued(walk, text, at) && !is_visited(text, end)) ||
                wordlist_start(after, COUNT(after), str_slice(text, end, text.len)) ||
                is_of_road(text, at, end);
    return says ? cued : 1;
}
