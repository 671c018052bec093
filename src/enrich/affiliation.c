/* SPDX-License-Identifier: MIT */
#include "enrich/affiliation.h"

#include "base/utf8.h"
#include "enrich/person_name.h"
#include "page/name_words.h"
#include "page/wordlist.h"

enum {
    REST_CHARS = 8,   /* of what somebody is, after the body's name */
    AGENCY_CHARS = 8, /* of the name that a dispatch begins with */
};

/* What stands before 记者 and 通讯员, glued to it: no name, though it may look like one. */
static const struct str ranks[] = {
    WORD("见习"),   WORD("实习"),   WORD("首席"), WORD("特约"), WORD("特派"),   WORD("资深"),
    WORD("高级"),   WORD("全媒体"), WORD("全媒"), WORD("融媒"), WORD("文字"),   WORD("融媒体"),
    WORD("摄影"),   WORD("驻站"),   WORD("报道"), WORD("随行"), WORD("特約"),   WORD("見習"),
    WORD("新媒体"), WORD("图片"),   WORD("视频"), WORD("兼职"), WORD("实习生"),
};

bool is_rank(struct str word)
{
    return wordlist_find(ranks, COUNT(ranks), word);
}

bool ends_like_rank(struct str word)
{
    return wordlist_end(ranks, COUNT(ranks), word);
}

bool is_own_paper(struct str body)
{
    static const struct str names[] = {WORD("本报"), WORD("本刊"), WORD("本社"),
                                       WORD("本网"), WORD("本台"), WORD("本報")};
    return wordlist_start(names, COUNT(names), body);
}

/* 石桥镇横街: a street after the name of what it is in. */
static bool is_street(struct str word)
{
    static const struct str streets[] = {WORD("街"), WORD("巷"), WORD("弄"), WORD("路")};
    static const struct str levels[] = {WORD("镇"), WORD("乡"), WORD("县"), WORD("市"), WORD("区")};
    enum { LEAST_CHARS = 5 };
    return utf8_count(word) >= LEAST_CHARS && wordlist_end(streets, COUNT(streets), word) &&
           wordlist_held(levels, COUNT(levels), word) > 0;
}

bool is_division(struct str word)
{
    static const struct str ends[] = {WORD("屯"), WORD("寨"), WORD("省"),   WORD("县"),
                                      WORD("镇"), WORD("乡"), WORD("村"),   WORD("区"),
                                      WORD("市"), WORD("州"), WORD("街道"), WORD("旗")};
    bool county = utf8_count(word) == 2 && str_ends(word, STR("县")); /* 岚县 */
    return county || is_street(word) ||
           (is_organisation(word) && wordlist_end(ends, COUNT(ends), word));
}

static struct str without_ranks(struct str word)
{
    for (const struct str *rank; (rank = wordlist_end(ranks, COUNT(ranks), word));)
        word.len -= rank->len;
    return word;
}

/* Whether REST, after a body's name, says what somebody is there. */
static bool is_post(struct str rest, bool told)
{
    return rest.len == 0 || str_starts(rest, STR("驻")) || ends_like_class(rest) ||
           (utf8_count(rest) <= REST_CHARS && (told || ends_like_title(rest)));
}

static struct str body_before_post(struct str word, bool told)
{
    for (size_t end = word.len; end > 0; end = utf8_before(word, end).at) {
        struct str body = str_slice(word, 0, end);
        if (is_organisation(body) && !splits_word(word, end) &&
            is_post(str_slice(word, end, word.len), told))
            return is_division(body) ? STR_NONE : body;
    }
    return STR_NONE;
}

/* 农民日报 in 《农民日报》. */
static struct str without_marks(struct str word)
{
    struct str open = STR("《"), close = STR("》");
    bool marked = str_starts(word, open) && str_ends(word, close);
    return marked ? str_slice(word, open.len, word.len - close.len) : word;
}

struct str affiliation_of(struct str word)
{
    if (is_own_paper(word))
        return utf8_head(word, 2);
    return body_before_post(without_marks(without_ranks(word)), false);
}

struct str affiliation_told(struct str words)
{
    static const struct str before[] = {WORD("单位"), WORD("系"), WORD("为"), WORD("是"),
                                        WORD("單位"), WORD("："), WORD(":")};
    for (const struct str *word; (word = wordlist_start(before, COUNT(before), words));)
        words = utf8_trim(str_slice(words, word->len, words.len));
    return body_before_post(words, true);
}

struct str affiliation_of_dispatch(struct str head)
{
    static const struct str before[] = {WORD("【"), WORD("据"), WORD("據")};
    static const struct str agencies[] = {WORD("社"), WORD("网")};
    static const struct str papers[] = {WORD("报讯"), WORD("報訊")};
    for (const struct str *word; (word = wordlist_start(before, COUNT(before), head));)
        head = utf8_trim(str_slice(head, word->len, head.len));
    if (is_own_paper(head))
        return utf8_head(head, 2);
    struct str name = utf8_head(head, AGENCY_CHARS);
    for (struct utf8 c = utf8_first(name); c.len && utf8_is_han(c.code); c = utf8_next(name, c)) {
        struct str body = str_slice(name, 0, c.at + c.len);
        if (utf8_count(body) > 2 && wordlist_end(agencies, COUNT(agencies), body))
            return body;
        if (utf8_count(body) > 2 && wordlist_end(papers, COUNT(papers), body))
            return str_slice(body, 0, c.at);
    }
    return STR_NONE;
}
