/* SPDX-License-Identifier: MIT */
#include "page/furniture.h"

#include "base/utf8.h"
#include "page/chars.h"
#include "page/wordlist.h"

#define LINE_MAX_CHARS 120
#define NAME_MAX_CHARS 4    /* after 责任编辑 */
#define TITLE_MAX_CHARS 8   /* of a paper's or section's name */
#define VALUE_MAX_CHARS 24  /* of an address or number after 地址, 电话 */
#define SURE_LABEL_BYTES 12 /* 责任编辑 says enough alone, 编辑 only with a colon */

/* Posts whose holders' names follow. */
static const struct str posts[] = {
    WORD("本版责任编辑"), WORD("责任编辑"), WORD("版式编辑"), WORD("版面编辑"), WORD("视觉编辑"),
    WORD("美术编辑"),     WORD("图片编辑"), WORD("值班编辑"), WORD("执行编辑"), WORD("本版编辑"),
    WORD("本版责编"),     WORD("责任校对"), WORD("版式设计"), WORD("美术设计"), WORD("值班总编"),
    WORD("值班编委"),     WORD("值班主任"), WORD("值班领导"), WORD("执行主编"), WORD("本期责编"),
    WORD("特约编辑"),     WORD("责编"),     WORD("编辑"),     WORD("美编"),     WORD("版式"),
    WORD("校对"),         WORD("校检"),     WORD("检校"),     WORD("审校"),     WORD("组版"),
    WORD("排版"),         WORD("照排"),     WORD("制图"),     WORD("视觉"),     WORD("策划"),
    WORD("统筹"),         WORD("终审"),     WORD("复审"),     WORD("初审"),     WORD("审读"),
    WORD("总编辑"),       WORD("副总编"),   WORD("总编"),     WORD("主编"),     WORD("编审"),
    WORD("监制"),         WORD("编委"),     WORD("设计"),     WORD("出品"),
};

/* Words whose value follows: an address, a number. */
static const struct str fields[] = {
    WORD("国内统一连续出版物号"),
    WORD("国内统一刊号"),
    WORD("统一刊号"),
    WORD("邮发代号"),
    WORD("国外代号"),
    WORD("广告经营许可证"),
    WORD("广告许可证"),
    WORD("新闻热线"),
    WORD("广告热线"),
    WORD("发行热线"),
    WORD("订报热线"),
    WORD("投递热线"),
    WORD("服务热线"),
    WORD("监督电话"),
    WORD("举报电话"),
    WORD("热线"),
    WORD("编辑部电话"),
    WORD("联系电话"),
    WORD("电话"),
    WORD("传真"),
    WORD("本报地址"),
    WORD("社址"),
    WORD("地址"),
    WORD("邮政编码"),
    WORD("邮编"),
    WORD("投稿邮箱"),
    WORD("电子邮箱"),
    WORD("电子信箱"),
    WORD("邮箱"),
    WORD("信箱"),
    WORD("E-mail"),
    WORD("e-mail"),
    WORD("Email"),
    WORD("email"),
    WORD("E-MAIL"),
    WORD("网址"),
    WORD("网站"),
    WORD("广告部"),
    WORD("发行部"),
    WORD("办公室"),
    WORD("编辑部"),
    WORD("总编室"),
    WORD("零售价"),
    WORD("零售"),
    WORD("定价"),
    WORD("每份"),
    WORD("月价"),
    WORD("年价"),
    WORD("印刷"),
    WORD("承印"),
    WORD("印刷单位"),
    WORD("主办单位"),
    WORD("主管单位"),
    WORD("主办"),
    WORD("主管"),
    WORD("出版单位"),
    WORD("微信公众号"),
    WORD("微信号"),
    WORD("客户端"),
    WORD("法律顾问"),
    WORD("准印证号"),
    WORD("准印证"),
    WORD("内部资料"),
    WORD("QQ"),
    WORD("http"),
    WORD("www."),
    WORD("CN"),
    WORD("ISSN"),
};

/* Words that stand alone. */
static const struct str marks[] = {
    WORD("星期一"),
    WORD("星期二"),
    WORD("星期三"),
    WORD("星期四"),
    WORD("星期五"),
    WORD("星期六"),
    WORD("星期日"),
    WORD("星期天"),
    WORD("周一"),
    WORD("周二"),
    WORD("周三"),
    WORD("周四"),
    WORD("周五"),
    WORD("周六"),
    WORD("周日"),
    WORD("免费赠阅"),
    WORD("内部资料免费交流"),
    WORD("扫一扫"),
    WORD("二维码"),
    WORD("今日四版"),
    WORD("今日八版"),
    WORD("今日4版"),
    WORD("今日8版"),
    WORD("本期4版"),
    WORD("本期8版"),
    WORD("本期四版"),
    WORD("本期八版"),
    WORD("版面"),
    WORD("版"),
};

/* Ends of the names of newspapers. */
static const struct str paper_ends[] = {
    WORD("日报"), WORD("晚报"), WORD("周报"),   WORD("早报"), WORD("晨报"),
    WORD("时报"), WORD("导报"), WORD("商报"),   WORD("快报"), WORD("都市报"),
    WORD("周刊"), WORD("新报"), WORD("农民报"), WORD("报"),
};

/* Names of sections, and their ends. */
static const struct str sections[] = {
    WORD("要闻"), WORD("综合"), WORD("民生"), WORD("视点"), WORD("时政"), WORD("社会"),
    WORD("经济"), WORD("文化"), WORD("教育"), WORD("法治"), WORD("副刊"), WORD("专版"),
    WORD("专刊"), WORD("专题"), WORD("广告"), WORD("公告"), WORD("理论"), WORD("国内"),
    WORD("国际"), WORD("体育"), WORD("健康"), WORD("聚焦"), WORD("关注"), WORD("深度"),
    WORD("文艺"), WORD("生活"), WORD("天下"), WORD("科技"), WORD("三农"), WORD("农业"),
    WORD("旅游"), WORD("党建"), WORD("评论"), WORD("言论"), WORD("图片"),
};
static const struct str section_ends[] = {
    WORD("新闻"), WORD("要闻"), WORD("版"),   WORD("副刊"), WORD("专刊"),
    WORD("专版"), WORD("周刊"), WORD("视点"), WORD("综合"), WORD("民生"),
    WORD("之窗"), WORD("天地"), WORD("专栏"),
};

/* What stands between words here. */
static bool is_separator(uint32_t code)
{
    return utf8_is_blank(code) || code == ':' || code == 0xff1a || code == '|' || code == 0xff5c ||
           code == 0x3001 || code == '/' || code == 0xb7 || code == 0x25a0 || code == 0x25a1 ||
           code == 0x25cf || code == 0x25c6 || code == '(' || code == ')' || code == 0xff08 ||
           code == 0xff09 || code == ',' || code == 0xff0c || code == 0xff1b || code == 0x2605;
}

/* Cuts the next word; *COLON tells whether a colon follows it. */
static struct str cut_word(struct str *rest, bool *colon)
{
    struct utf8 c = utf8_first(*rest);
    while (c.len && is_separator(c.code))
        c = utf8_next(*rest, c);
    *rest = str_slice(*rest, c.at, rest->len);
    for (c = utf8_first(*rest); c.len && !is_separator(c.code);)
        c = utf8_next(*rest, c);
    struct str word = str_slice(*rest, 0, c.at);
    *colon = c.code == ':' || c.code == 0xff1a;
    *rest = str_slice(*rest, c.at, rest->len);
    return word;
}

/* ---- dates and numbers */

/* Whether WORD is made of digits and of characters of ALLOWED, and has a digit. */
static bool is_number_with(struct str word, struct str allowed)
{
    bool digit = false;
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c)) {
        struct str letter = str_slice(word, c.at, c.at + c.len);
        if (utf8_is_digit(c.code) || str_has(STR("〇○零一二三四五六七八九十廿"), letter))
            digit = true;
        else if (!str_has(allowed, letter))
            return false;
    }
    return digit;
}

static bool is_date(struct str word)
{
    bool named = str_has(word, STR("年")) || (str_has(word, STR("月")) && str_has(word, STR("日")));
    bool dotted = word.len >= 8 && (str_has(word, STR("-")) || str_has(word, STR(".")));
    return (named || dotted) && is_number_with(word, STR("年月日-./号"));
}

/* 3版, 第3版, A3, 03, 第1234期, 总第56号. */
static bool is_issue_or_page(struct str word)
{
    static const struct str units[] = {WORD("版"), WORD("期"), WORD("号"), WORD("页")};
    size_t chars = utf8_count(word);
    if (wordlist_held(units, COUNT(units), word))
        return chars <= 10 && is_number_with(word, STR("第版总期号页ABCD共张本今日"));
    return word.len == chars && chars <= 3 && is_number_with(word, STR("ABCD"));
}

bool is_date_line(struct str line)
{
    bool date = false, colon;
    while (line.len) {
        struct str word = cut_word(&line, &colon);
        if (!word.len)
            break;
        if (!is_date(word) && !wordlist_find(marks, COUNT(marks), word))
            return false;
        date |= is_date(word);
    }
    return date;
}

/* ---- words */

static bool is_paper(struct str word)
{
    return utf8_count(word) <= TITLE_MAX_CHARS && utf8_count(word) >= 3 &&
           wordlist_end(paper_ends, COUNT(paper_ends), word);
}

static bool is_section(struct str word)
{
    return wordlist_find(sections, COUNT(sections), word) ||
           (utf8_count(word) <= TITLE_MAX_CHARS &&
            wordlist_end(section_ends, COUNT(section_ends), word));
}

/* 农历癸卯年九月十四, 九月小. */
static bool is_lunar_date(struct str word)
{
    return str_has(word, STR("农历")) ||
           (utf8_count(word) <= 10 && (str_has(word, STR("初")) || str_has(word, STR("廿"))) &&
            str_has(word, STR("月")));
}

/* What the words so far let the next one be. */
enum expectation { EXPECT_ANY, EXPECT_NAME, EXPECT_VALUE };

struct reading {
    enum expectation expect;
    size_t strong, weak, other;
};

/* Whether WORD begins with one of WORDS; if so what comes after it becomes *REST. */
static bool cut_start(const struct str *words, size_t count, struct str word, struct str *rest)
{
    const struct str *found = wordlist_start(words, count, word);
    if (found)
        *rest = str_slice(word, found->len, word.len);
    return found;
}

static void read_plain_word(struct reading *reading, struct str word)
{
    if (is_date(word) || is_issue_or_page(word) || is_lunar_date(word) ||
        wordlist_find(marks, COUNT(marks), word)) {
        reading->strong++;
        reading->expect = EXPECT_ANY;
    } else if ((reading->expect == EXPECT_NAME && utf8_count(word) <= NAME_MAX_CHARS) ||
               (reading->expect == EXPECT_VALUE && utf8_count(word) <= VALUE_MAX_CHARS) ||
               is_paper(word) || is_section(word)) {
        reading->weak++;
    } else {
        reading->other++;
    }
}

/* A post or field counts where a colon follows it, or where its name says enough alone. */
static bool read_label(struct reading *reading, struct str word, bool colon)
{
    struct str rest;
    if (cut_start(posts, COUNT(posts), word, &rest) && utf8_count(rest) <= NAME_MAX_CHARS &&
        (colon || !rest.len || word.len - rest.len >= SURE_LABEL_BYTES)) {
        bool sure = colon || word.len - rest.len >= SURE_LABEL_BYTES;
        reading->strong += sure;
        reading->weak += !sure;
        reading->expect = EXPECT_NAME;
        return true;
    }
    if (cut_start(fields, COUNT(fields), word, &rest) && utf8_count(rest) <= VALUE_MAX_CHARS &&
        (colon || (rest.len && utf8_first(rest).code < 0x80))) {
        reading->strong++;
        reading->expect = EXPECT_VALUE;
        return true;
    }
    return false;
}

static void read_word(struct reading *reading, struct str word, bool colon)
{
    if (!read_label(reading, word, colon))
        read_plain_word(reading, word);
}

/* Reads two single characters that are set wide as one word: 要 闻, 乔 木. */
static void read_halves(struct reading *reading, struct str first, struct str second)
{
    char word[8];
    memcpy(word, first.ptr, first.len);
    memcpy(word + first.len, second.ptr, second.len);
    read_word(reading, (struct str){word, first.len + second.len}, false);
}

static struct reading read_line(struct str line)
{
    struct reading reading = {0};
    struct str half = STR_NONE;
    bool colon;
    while (line.len) {
        struct str word = cut_word(&line, &colon);
        bool lone = utf8_is_han(utf8_first(word).code) && utf8_count(word) == 1;
        if (lone && half.len) {
            read_halves(&reading, half, word);
            half = STR_NONE;
        } else if (lone) {
            half = word;
        } else if (word.len) {
            reading.other += half.len > 0;
            half = STR_NONE;
            read_word(&reading, word, colon);
        }
    }
    reading.other += half.len > 0;
    return reading;
}

static bool is_possible(struct str line)
{
    return line.len && line.len <= LINE_MAX_CHARS * 4 && utf8_count(line) <= LINE_MAX_CHARS &&
           !ends_sentence(line) && !holds_full_stop(line);
}

bool is_furniture(struct str line)
{
    if (!is_possible(line))
        return false;
    struct reading reading = read_line(line);
    return reading.strong > 0 && reading.other == 0;
}

bool may_be_furniture(struct str line)
{
    if (!is_possible(line) || utf8_count(line) > 2 * TITLE_MAX_CHARS)
        return false;
    struct reading reading = read_line(line);
    return reading.other == 0;
}
