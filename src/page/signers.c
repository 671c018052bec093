/* SPDX-License-Identifier: MIT */
#include "page/signers.h"

#include "page/attribution.h"
#include "page/body_names.h"
#include "page/chars.h"
#include "page/furniture.h"
#include "page/furniture_words.h"
#include "page/label_words.h"
#include "page/name_words.h"
#include "page/surnames.h"
#include "page/wordlist.h"

#define NAME_MAX_CHARS 4   /* of a Han name without a · */
#define LONG_NAME_CHARS 16 /* of a name with one, or of a Latin name */

enum label_kind {
    LABEL_PERSON, /* says what somebody is: 记者 */
    LABEL_TEXT,   /* says who wrote: 文 */
    LABEL_PHOTO,
    LABEL_BOTH,
    LABEL_TEAM, /* says who had a hand in it: 策划 */
};

struct label {
    struct str word;
    enum label_kind kind;
};

/* Words before names that sign, the longest first. */
static const struct label before_names[] = {
    {WORD("特约通讯员"), LABEL_PERSON}, {WORD("本报通讯员"), LABEL_PERSON},
    {WORD("全媒体记者"), LABEL_PERSON}, {WORD("融媒体记者"), LABEL_PERSON},
    {WORD("融媒记者"), LABEL_PERSON},   {WORD("首席记者"), LABEL_PERSON},
    {WORD("见习记者"), LABEL_PERSON},   {WORD("实习记者"), LABEL_PERSON},
    {WORD("特约记者"), LABEL_PERSON},   {WORD("特派记者"), LABEL_PERSON},
    {WORD("本报记者"), LABEL_PERSON},   {WORD("本刊记者"), LABEL_PERSON},
    {WORD("本社记者"), LABEL_PERSON},   {WORD("本网记者"), LABEL_PERSON},
    {WORD("摄影记者"), LABEL_PHOTO},    {WORD("見習記者"), LABEL_PERSON},
    {WORD("特約記者"), LABEL_PERSON},   {WORD("攝影記者"), LABEL_PHOTO},
    {WORD("实习生"), LABEL_PERSON},     {WORD("评论员"), LABEL_PERSON},
    {WORD("通讯员"), LABEL_PERSON},     {WORD("撰稿人"), LABEL_TEXT},
    {WORD("声明人"), LABEL_PERSON},     {WORD("通訊員"), LABEL_PERSON},
    {WORD("特派员"), LABEL_PERSON},     {WORD("特派員"), LABEL_PERSON},
    {WORD("记者站"), LABEL_PERSON},     {WORD("記者站"), LABEL_PERSON},
    {WORD("记者"), LABEL_PERSON},       {WORD("作者"), LABEL_PERSON},
    {WORD("特约撰稿"), LABEL_TEXT},     {WORD("特约作者"), LABEL_PERSON},
    {WORD("指导老师"), LABEL_PERSON},   {WORD("指导教师"), LABEL_PERSON},
    {WORD("辅导老师"), LABEL_PERSON},   {WORD("辅导教师"), LABEL_PERSON},
    {WORD("撰稿"), LABEL_TEXT},         {WORD("小记者"), LABEL_PERSON},
    {WORD("撰文"), LABEL_TEXT},         {WORD("采写"), LABEL_TEXT},
    {WORD("整理"), LABEL_TEXT},         {WORD("口述"), LABEL_TEXT},
    {WORD("执笔"), LABEL_TEXT},         {WORD("供稿"), LABEL_TEXT},
    {WORD("文字"), LABEL_TEXT},         {WORD("文图"), LABEL_BOTH},
    {WORD("配文"), LABEL_TEXT},         {WORD("配图"), LABEL_PHOTO},
    {WORD("图文"), LABEL_BOTH},         {WORD("摄影"), LABEL_PHOTO},
    {WORD("供图"), LABEL_PHOTO},        {WORD("图片"), LABEL_PHOTO},
    {WORD("記者"), LABEL_PERSON},       {WORD("攝影"), LABEL_PHOTO},
    {WORD("供圖"), LABEL_PHOTO},        {WORD("圖片"), LABEL_PHOTO},
    {WORD("圖文"), LABEL_BOTH},         {WORD("讲述人"), LABEL_TEXT},
    {WORD("口述人"), LABEL_TEXT},       {WORD("航拍"), LABEL_PHOTO},
    {WORD("插图"), LABEL_PERSON},       {WORD("插画"), LABEL_PERSON},
    {WORD("题图"), LABEL_PERSON},       {WORD("编译"), LABEL_TEXT},
    {WORD("翻译"), LABEL_TEXT},         {WORD("解答人"), LABEL_PERSON},
    {WORD("答复人"), LABEL_PERSON},     {WORD("回答人"), LABEL_PERSON},
    {WORD("答疑人"), LABEL_PERSON},     {WORD("发言人"), LABEL_PERSON},
    {WORD("整理人"), LABEL_TEXT},       {WORD("主讲人"), LABEL_PERSON},
};

/* Those that no name stands right after: 统筹城乡, 讲述百姓故事. */
static const struct label lone_labels[] = {
    {WORD("采访组"), LABEL_PERSON},   {WORD("讲述"), LABEL_TEXT},
    {WORD("报道组"), LABEL_PERSON},   {WORD("编辑部"), LABEL_PERSON},
    {WORD("总策划"), LABEL_TEAM},     {WORD("策划"), LABEL_TEAM},
    {WORD("统筹"), LABEL_TEAM},       {WORD("监制"), LABEL_TEAM},
    {WORD("制图"), LABEL_TEAM},       {WORD("绘图"), LABEL_TEAM},
    {WORD("视频"), LABEL_TEAM},       {WORD("摄影并撰稿"), LABEL_BOTH},
    {WORD("摄影撰稿"), LABEL_BOTH},   {WORD("撰稿并摄影"), LABEL_BOTH},
    {WORD("撰文并摄影"), LABEL_BOTH}, {WORD("摄影并文"), LABEL_BOTH},
    {WORD("摄影并撰文"), LABEL_BOTH},
};

/* Words after names that sign. */
static const struct label after_names[] = {
    {WORD("摄影报道"), LABEL_PHOTO},  {WORD("图片报道"), LABEL_PHOTO},
    {WORD("采访报道"), LABEL_PERSON}, {WORD("综合报道"), LABEL_PERSON},
    {WORD("摄影"), LABEL_PHOTO},      {WORD("供图"), LABEL_PHOTO},
    {WORD("拍摄"), LABEL_PHOTO},      {WORD("拍攝"), LABEL_PHOTO},
    {WORD("供稿"), LABEL_TEXT},       {WORD("报道"), LABEL_PERSON},
    {WORD("整理"), LABEL_TEXT},       {WORD("文/图"), LABEL_BOTH},
    {WORD("文·图"), LABEL_BOTH},      {WORD("图·文"), LABEL_BOTH},
    {WORD("图/文"), LABEL_BOTH},      {WORD("摄"), LABEL_PHOTO},
    {WORD("攝影報道"), LABEL_PHOTO},  {WORD("攝影報導"), LABEL_PHOTO},
    {WORD("報導"), LABEL_PERSON},     {WORD("報道"), LABEL_PERSON},
    {WORD("报导"), LABEL_PERSON},     {WORD("攝影"), LABEL_PHOTO},
    {WORD("供圖"), LABEL_PHOTO},      {WORD("攝"), LABEL_PHOTO},
    {WORD("提供"), LABEL_PERSON},     {WORD("发布"), LABEL_PERSON},
    {WORD("编译"), LABEL_TEXT},       {WORD("翻译"), LABEL_TEXT},
    {WORD("译"), LABEL_TEXT},
};

/* Words that stand where a name could, after 记者, and are none. */
static const struct str not_names[] = {
    WORD("手记"),   WORD("观察"),   WORD("调查"),   WORD("札记"),   WORD("来信"),   WORD("日记"),
    WORD("了解"),   WORD("获悉"),   WORD("看到"),   WORD("见到"),   WORD("采访"),   WORD("发现"),
    WORD("述评"),   WORD("观点"),   WORD("来到"),   WORD("走进"),   WORD("走访"),   WORD("感言"),
    WORD("走基层"), WORD("下乡记"), WORD("在现场"), WORD("在基层"), WORD("看变化"), WORD("跑一线"),
};

static bool is_separator(uint32_t code)
{
    static const uint32_t separators[] = {'/',    ':',    ',',    ';',    '|',
                                          0xff0f, 0xff1a, 0xff0c, 0x3001, 0xff1b,
                                          0xff5c, 0x2022, 0x25cf, '\\',   0xff3c};
    if (utf8_is_blank(code) || is_byline_mark(code))
        return true;
    for (size_t i = 0; i < COUNT(separators); i++)
        if (separators[i] == code)
            return true;
    return false;
}

/* ---- names */

/* 二十: a number and not a name. */
static bool is_numeral(struct str word)
{
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c))
        if (!str_has(STR("一二三四五六七八九十百"), str_slice(word, c.at, c.at + c.len)))
            return false;
    return true;
}

/* 2 to 4 Han characters, or more with a · between them or where they transcribe a name. */
static bool is_name(struct str word)
{
    size_t chars = 0;
    bool dotted = false;
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c), chars++) {
        bool dot = is_name_dot(c.code);
        if (!dot && !utf8_is_han(c.code))
            return false;
        dotted |= dot;
    }
    bool fits =
        chars >= 2 && chars <= (dotted ? LONG_NAME_CHARS : NAME_MAX_CHARS) && !names_nobody(word);
    return (fits || is_transcribed_name(word)) && !is_numeral(word) && !is_column_name(word) &&
           !wordlist_find(not_names, COUNT(not_names), word);
}

/* 本报驻石桥, 石桥日报全媒体: what may stand before 记者, glued to it. */
static bool is_paper(struct str word)
{
    static const struct str starts[] = {WORD("本"), WORD("驻"), WORD("駐")};
    static const struct str ends[] = {WORD("报"),   WORD("報"),    WORD("媒体"), WORD("媒"),
                                      WORD("首席"), WORD("见习"),  WORD("社"),   WORD("网"),
                                      WORD("新闻"), WORD("客户端")};
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c))
        if (!utf8_is_han(c.code))
            return false;
    return utf8_count(word) <= BODY_NAME_CHARS / 2 && !tells_of_doing(word) &&
           (wordlist_start(starts, COUNT(starts), word) || wordlist_end(ends, COUNT(ends), word));
}

static void count_label(struct people *people, enum label_kind kind)
{
    people->labels += kind != LABEL_TEAM;
    people->team += kind == LABEL_TEAM;
    people->text_labels += kind == LABEL_TEXT || kind == LABEL_BOTH;
    people->photo_labels += kind == LABEL_PHOTO || kind == LABEL_BOTH;
    people->photo_first |= kind == LABEL_PHOTO && people->labels + people->names == 1;
    people->name_last = false;
}

/* The label that S begins with, or NULL. */
static const struct label *label_before(struct str s)
{
    for (size_t i = 0; i < COUNT(lone_labels); i++)
        if (str_eq(s, lone_labels[i].word))
            return &lone_labels[i];
    for (size_t i = 0; i < COUNT(before_names); i++)
        if (str_starts(s, before_names[i].word))
            return &before_names[i];
    return NULL;
}

/* Cuts labels from the start of *WORD, with a dot that ties one to a name: 记者·甲. */
static void cut_labels_before(struct people *people, struct str *word)
{
    for (const struct label *label; (label = label_before(*word));) {
        count_label(people, label->kind);
        *word = str_slice(*word, label->word.len, word->len);
        if (is_name_dot(utf8_first(*word).code))
            *word = str_slice(*word, utf8_first(*word).len, word->len);
    }
}

/* Cuts one label from the end of *WORD. Returns whether there was one. */
static bool cut_label_after(struct people *people, struct str *word)
{
    for (size_t i = 0; i < COUNT(after_names); i++) {
        if (!str_ends(*word, after_names[i].word))
            continue;
        count_label(people, after_names[i].kind);
        word->len -= after_names[i].word.len;
        return true;
    }
    return false;
}

/* Cuts *WORD before a label inside it: 王洋通讯员雷小方. Returns what stood before. */
static struct str cut_at_label(struct str *word)
{
    struct utf8 c = utf8_first(*word);
    for (c = utf8_next(*word, c); c.len; c = utf8_next(*word, c))
        if (label_before(str_slice(*word, c.at, word->len)))
            break;
    struct str first = str_slice(*word, 0, c.at);
    *word = str_slice(*word, c.at, word->len);
    return first;
}

static bool is_short_label(struct str word, enum label_kind *kind)
{
    static const struct label labels[] = {{WORD("文"), LABEL_TEXT},  {WORD("图"), LABEL_PHOTO},
                                          {WORD("圖"), LABEL_PHOTO}, {WORD("摄"), LABEL_PHOTO},
                                          {WORD("攝"), LABEL_PHOTO}, {WORD("编"), LABEL_TEXT},
                                          {WORD("撰"), LABEL_TEXT},  {WORD("译"), LABEL_TEXT}};
    for (size_t i = 0; i < COUNT(labels); i++) {
        if (!str_eq(word, labels[i].word))
            continue;
        *kind = labels[i].kind;
        return true;
    }
    return false;
}

/* RIGHT: what follows WORD without a blank, from a label on. */
static void read_name(struct people *people, struct str word, struct str right)
{
    people->numbers += utf8_is_digit(utf8_first(word).code);
    if (utf8_is_digit(utf8_first(word).code) ||
        (right.len && !str_starts(right, STR("作者")) && is_paper(word)))
        return;
    if (names_print(word) || numbers_picture(word))
        return;
    if (is_body_name(word))
        people->bodies++;
    else if (!right.len && utf8_count(word) > NAME_MAX_CHARS - 1 &&
             (ends_like_title(word) || ends_like_class(word)))
        people->titles++;
    else if (!tells_of_doing(word) && (is_name(word) || is_name_run(word)))
        people->names++, people->name_last = true;
    else
        people->other = true;
    people->likely += has_usual_surname(word);
    people->common += is_common_words(word);
}

static void read_word(struct people *people, struct str word)
{
    while (word.len) {
        cut_labels_before(people, &word);
        struct str name = cut_at_label(&word);
        bool labelled = cut_label_after(people, &name);
        if (name.len)
            read_name(people, name, word);
        people->name_last &= !labelled;
    }
}

static struct str cut_word(struct str *rest, uint32_t *separator)
{
    struct str word;
    size_t label = parted_label(*rest, 0, &word);
    *separator = 0;
    if (label > 0) {
        *rest = str_slice(*rest, label, rest->len);
        return word;
    }
    struct utf8 c = utf8_first(*rest);
    while (c.len && !is_separator(c.code))
        c = utf8_next(*rest, c);
    word = str_slice(*rest, 0, c.at);
    *separator = c.code;
    *rest = str_slice(*rest, c.at + c.len, rest->len);
    return word;
}

/* 志摄 after 朱: the half of a name that is set wide, with a label. */
static bool is_half_and_label(struct str word)
{
    return utf8_count(word) == 2 && (str_ends(word, STR("摄")) || str_ends(word, STR("攝")));
}

/* 小红 after 李: a given name whose surname is set apart, a rare one only among LABELLED names. */
static bool is_given_name(struct str surname, struct str word, bool labelled)
{
    struct people alone = {0};
    if (utf8_count(word) != 2 || !is_name(word) || !(labelled || has_usual_surname(surname)))
        return false;
    read_word(&alone, word);
    return alone.labels == 0 && !alone.other;
}

static bool is_compound_surname(struct str word)
{
    static const struct str surnames[] = {
        WORD("欧阳"), WORD("司马"), WORD("上官"), WORD("诸葛"), WORD("司徒"), WORD("皇甫"),
        WORD("东方"), WORD("尉迟"), WORD("公孙"), WORD("慕容"), WORD("令狐"), WORD("宇文"),
        WORD("长孙"), WORD("鲜于"), WORD("司空"), WORD("夏侯"), WORD("轩辕"), WORD("端木"),
        WORD("澹台"), WORD("淳于"), WORD("赫连"), WORD("独孤"), WORD("南宫"), WORD("西门"),
        WORD("呼延"), WORD("申屠"), WORD("拓跋"), WORD("钟离"), WORD("濮阳"), WORD("歐陽"),
    };
    return wordlist_find(surnames, COUNT(surnames), word);
}

/* Whether 图 or 摄 stands alone in S: 文 甲 图 乙. */
static bool labels_picture(struct str s)
{
    enum label_kind kind;
    uint32_t separator;
    while (s.len)
        if (is_short_label(cut_word(&s, &separator), &kind) && kind == LABEL_PHOTO)
            return true;
    return false;
}

/* 通讯员 文 毅, 记者 图 雅: no name stands after the label before the word, and REST begins with
   the one other half. */
static bool begins_name(const struct people *people, struct str rest)
{
    uint32_t separator;
    struct str half = cut_word(&rest, &separator), next = cut_word(&rest, &separator);
    return people->labels > 0 && !people->name_last && utf8_count(half) == 1 &&
           utf8_is_han(utf8_first(half).code) && utf8_count(next) != 1;
}

/* What ties a label to a name: 文/甲. */
static bool is_tie(uint32_t separator)
{
    return separator == '/' || separator == 0xff0f || separator == '\\' || separator == 0xff3c ||
           separator == ':' || separator == 0xff1a || separator == '|' || separator == 0xff5c;
}

/* 王 继 刚 马 兵: bytes of so many characters apart at the start of S that they are names of two
   and of three; 0: there are none. */
static size_t wide_names(struct str s)
{
    enum { LEAST = 5, MOST = 12, HAN_BYTES = 4 };
    char solid[MOST * HAN_BYTES];
    size_t chars = 0, len = 0, end = 0;
    uint32_t separator;
    for (struct str rest = s; rest.len && chars < MOST;) {
        struct str word = cut_word(&rest, &separator);
        if (!word.len)
            continue;
        enum label_kind kind;
        bool tied = is_tie(separator) && is_short_label(word, &kind); /* 文/图 汪 晓 */
        if (utf8_count(word) != 1 || !utf8_is_han(utf8_first(word).code) || tied)
            break;
        memcpy(solid + len, word.ptr, word.len);
        len += word.len;
        chars++;
        end = s.len - rest.len;
    }
    return chars >= LEAST && is_name_run((struct str){solid, len}) ? end : 0;
}

/* Whether a separator stands first, blanks aside: / 卓 欣 after 文. */
static bool begins_tie(struct str s)
{
    uint32_t code = utf8_first(utf8_trim(s)).code;
    return code && is_separator(code);
}

/* Cuts 图 from 图汪晓吴俊, after 文/: a label that names without blanks follow. */
static void cut_glued_label(struct people *people, struct str *word)
{
    size_t first = utf8_first(*word).len;
    struct str names = str_slice(*word, first, word->len);
    enum label_kind kind;
    if (!is_short_label(str_slice(*word, 0, first), &kind) ||
        !(is_name_run(names) || looks_like_name(names)))
        return;
    count_label(people, kind);
    *word = names;
}

/* Counts a name whose surname is HALF. */
static void count_name(struct people *people, struct str half)
{
    people->names++;
    people->name_last = true;
    people->likely += has_usual_surname(half);
}

/* Single characters are halves of a name that is set wide: 阎 燕, or thirds: 林 清 河. */
struct people people_read(struct str s)
{
    struct people people = {0};
    struct str half = STR_NONE;
    bool compound = false, wide = false; /* the last was a name of two characters set wide */
    bool tied = false;                   /* … a label, and no blank parts it from what follows */
    while (s.len && !people.other) {
        size_t apart = half.len ? 0 : wide_names(s);
        if (apart) {
            people.names += 2; /* at least */
            people.likely += has_usual_surname(s);
            people.name_last = true;
            s = str_slice(s, apart, s.len);
            continue;
        }
        uint32_t separator;
        struct str word = cut_word(&s, &separator);
        enum label_kind kind;
        if (!word.len)
            continue;
        if (tied)
            cut_glued_label(&people, &word);
        tied = false;
        if (half.len && is_half_and_label(word)) {
            count_name(&people, half);
            count_label(&people, LABEL_PHOTO);
            half = STR_NONE;
        } else if (half.len && is_given_name(half, word, people.labels > 0)) {
            count_name(&people, half);
            half = STR_NONE;
        } else if (utf8_count(word) > 1) {
            people.other |= half.len > 0 && !wide;
            wide = false;
            cut_labels_before(&people, &word); /* 通讯员王 刚 */
            bool begun = utf8_count(word) == 1 && utf8_is_han(utf8_first(word).code);
            half = begun ? word : STR_NONE;
            if (!begun)
                read_word(&people, word);
            compound = is_compound_surname(word);
        } else if (half.len) {
            count_name(&people, half);
            wide = people.labels > 0 || has_usual_surname(half);
            people.other |= str_eq(half, STR("由")); /* 由 学 校 提 供 */
            half = STR_NONE;
        } else if (compound && utf8_is_han(utf8_first(word).code)) {
            compound = false; /* 公孙 策: counted as a name with its surname */
            people.likely++;
        } else if (is_short_label(word, &kind) && !begins_name(&people, s) &&
                   (separator != ' ' || people.labels + people.names > 0 || labels_picture(s) ||
                    begins_tie(s))) {
            count_label(&people, kind);
            tied = is_tie(separator);
        } else if (utf8_is_han(utf8_first(word).code)) {
            half = word;
        } else {
            people.other = true;
        }
    }
    people.other |= half.len > 0 && !wide;
    return people;
}

struct str after_genre(struct str line)
{
    struct str label = STR("记者"), rest = str_slice(line, label.len, line.len);
    const struct str *genre = wordlist_start(not_names, COUNT(not_names), rest);
    if (!str_starts(line, label) || !genre || !utf8_is_blank(utf8_at(rest, genre->len).code))
        return line;
    return utf8_trim(str_slice(rest, genre->len, rest.len));
}

struct str without_origin(struct str line)
{
    struct str origin = STR("发自");
    size_t at = str_find(line, origin, 0);
    bool parted = at != SIZE_MAX && at > 0 && utf8_is_blank(utf8_before(line, at).code);
    return parted ? utf8_trim(str_slice(line, 0, at)) : line;
}

bool ends_like_credit(struct str text)
{
    for (size_t i = 0; i < COUNT(after_names); i++)
        if (after_names[i].kind == LABEL_PHOTO && str_ends(text, after_names[i].word))
            return true;
    return false;
}
