/* SPDX-License-Identifier: MIT */
#include "page/label_words.h"

#include "base/utf8.h"
#include "page/chars.h"
#include "page/name_words.h"
#include "page/wordlist.h"

/* The longer before its beginning. */
static const struct str labels[] = {
    WORD("通讯员"),   WORD("通訊員"), WORD("记者"), WORD("記者"), WORD("实习生"),
    WORD("摄影报道"), WORD("摄影"),   WORD("攝影"), WORD("报道"),
};

/* Bytes of LABEL at AT of TEXT, its characters parted by blanks or not; 0: it is not there. */
static size_t label_len(struct str text, size_t at, struct str label)
{
    struct utf8 c = utf8_at(text, at);
    size_t end = at;
    for (struct utf8 want = utf8_first(label); want.len; want = utf8_next(label, want)) {
        while (want.at > 0 && utf8_is_blank(c.code))
            c = utf8_next(text, c);
        if (c.code != want.code)
            return 0;
        end = c.at + c.len;
        c = utf8_next(text, c);
    }
    return end - at;
}

size_t parted_label(struct str text, size_t at, struct str *label)
{
    for (size_t i = 0; i < COUNT(labels); i++) {
        size_t len = label_len(text, at, labels[i]);
        if (len <= labels[i].len)
            continue;
        *label = labels[i];
        return len;
    }
    return 0;
}

/* The end of the picture's number that stands at AT of LINE with what follows it: 图①②由, 上图：;
   AT: none does. */
static size_t number_end(struct str line, size_t at)
{
    static const struct str pictures[] = {WORD("图"), WORD("圖"), WORD("图片"), WORD("照片")};
    static const struct str sides[] = {WORD("上图"), WORD("下图"), WORD("左图"), WORD("右图"),
                                       WORD("大图"), WORD("小图"), WORD("组图"), WORD("本组图片")};
    struct str rest = str_slice(line, at, line.len);
    const struct str *side = wordlist_start(sides, COUNT(sides), rest);
    const struct str *picture = wordlist_start(pictures, COUNT(pictures), rest);
    size_t start = at + (picture ? picture->len : 0), end = start;
    for (struct utf8 c = utf8_at(line, start);
         is_circled(c.code) || (picture && utf8_is_digit(c.code)) ||
         (end > start && (c.code == 0x3001 || c.code == U'至' || c.code == U'和'));
         c = utf8_next(line, c))
        end = c.at + c.len;
    return end > start ? end : side ? at + side->len : at;
}

/* The end of the day that stands at AT of LINE: 5月2日, 二〇一三年五月二日; AT: none does. */
static size_t day_end(struct str line, size_t at)
{
    static const char numbers[] = "0123456789０１２３４５６７８９〇零一二三四五六七八九十年月日号";
    struct utf8 c = utf8_at(line, at);
    while (c.len && holds_char(str_of(numbers), line, c))
        c = utf8_next(line, c);
    struct str day = str_slice(line, at, c.at);
    return str_has(day, STR("月")) && utf8_count(day) > 2 ? c.at : at;
}

/* The end of what stands at AT of LINE and tells neither who made a picture nor as what; AT:
   nothing does. STARTS: a word begins there. */
static size_t aside_end(struct str line, size_t at, bool starts)
{
    static const struct str shots[] = {WORD("摄"), WORD("攝"), WORD("拍摄"), WORD("拍攝")};
    struct str by = STR("由"), on = STR("于"), rest = str_slice(line, at, line.len);
    size_t number = starts ? number_end(line, at) : at;
    if (number > at)
        return number;
    if (starts && str_starts(rest, by))
        return at + by.len;
    bool shot = wordlist_end(shots, COUNT(shots), str_slice(line, 0, at));
    size_t day = day_end(line, at + (shot && str_starts(rest, on) ? on.len : 0));
    bool of_shot = shot || wordlist_start(shots, COUNT(shots), str_slice(line, day, line.len));
    return day > at + on.len && of_shot ? day : at;
}

struct str credit_plain(struct folded *room, struct str line)
{
    static const struct str marks[] = {WORD("摄"), WORD("攝"), WORD("图"), WORD("圖"),
                                       WORD("提供")};
    if (line.len > sizeof room->bytes || wordlist_held(marks, COUNT(marks), line) == 0)
        return line;
    memcpy(room->bytes, line.ptr, line.len);
    bool starts = true;
    for (size_t at = 0; at < line.len;) {
        size_t end = aside_end(line, at, starts);
        struct utf8 c = utf8_at(line, at);
        starts = end > at || !utf8_is_han(c.code);
        memset(room->bytes + at, ' ', end - at);
        at = end > at ? end : at + c.len;
    }
    return (struct str){room->bytes, line.len};
}
