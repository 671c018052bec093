/* SPDX-License-Identifier: MIT */
#include "page/name_words.h"

#include "page/chars.h"
#include "page/lexicon.h"
#include "page/surnames.h"
#include "page/variants.h"
#include "page/wordlist.h"

#define LONGEST 4
#define RUN_MAX_CHARS 12   /* of names without blanks */
#define POST_LEAST 3       /* characters of what somebody is */
#define TRANSCRIBED_MIN 4  /* characters of a transcribed name that no others may have */
#define TRANSCRIBED_SURE 6 /* where a third of them tells */
#define TRANSCRIBED_MAX 10
#define COMMON_CHAR_LEVEL 10 /* of a word of one character */
#define COMMON_LEVEL 5       /* rarer words are often names themselves: 扎西, 卓玛 */

/* What people are, as it stands before their names. */
static const struct str titles[] = {
    WORD("讀者"),   WORD("社員"),   WORD("群众"),   WORD("老农"),   WORD("老汉"),   WORD("老人"),
    WORD("教师"),   WORD("教師"),   WORD("老师"),   WORD("校长"),   WORD("教授"),   WORD("讲师"),
    WORD("研究员"), WORD("医师"),   WORD("医生"),   WORD("护士"),   WORD("护师"),   WORD("技师"),
    WORD("农艺师"), WORD("工程师"), WORD("律师"),   WORD("法官"),   WORD("检察官"), WORD("民警"),
    WORD("干部"),   WORD("书记"),   WORD("書記"),   WORD("县长"),   WORD("市长"),   WORD("区长"),
    WORD("专员"),   WORD("州长"),   WORD("旗长"),   WORD("盟长"),   WORD("厂长"),   WORD("场长"),
    WORD("村长"),   WORD("政委"),   WORD("支书"),   WORD("镇长"),   WORD("乡长"),   WORD("局长"),
    WORD("院长"),   WORD("站长"),   WORD("所长"),   WORD("部长"),   WORD("主任"),   WORD("主席"),
    WORD("经理"),   WORD("董事长"), WORD("社长"),   WORD("队长"),   WORD("会长"),   WORD("馆长"),
    WORD("组长"),   WORD("委员"),   WORD("代表"),   WORD("专家"),   WORD("作家"),   WORD("诗人"),
    WORD("编剧"),   WORD("导演"),   WORD("创始人"), WORD("负责人"), WORD("志愿者"), WORD("网格员"),
    WORD("队员"),   WORD("评论员"), WORD("信息员"), WORD("宣传员"), WORD("营业员"), WORD("炊事员"),
    WORD("饲养员"), WORD("技术员"), WORD("咨询师"), WORD("营养师"), WORD("药师"),   WORD("会计师"),
    WORD("兽医"),   WORD("会员"),   WORD("理事"),   WORD("教练"),   WORD("辅导员")};

/* The same of those who write to papers as such. */
static const struct str writers[] = {
    WORD("读者"),   WORD("村民"),   WORD("市民"),   WORD("居民"),   WORD("果农"),   WORD("菜农"),
    WORD("茶农"),   WORD("棉农"),   WORD("瓜农"),   WORD("农民"),   WORD("牧民"),   WORD("渔民"),
    WORD("社员"),   WORD("职工"),   WORD("工人"),   WORD("学生"),   WORD("家长"),   WORD("司机"),
    WORD("驾驶员"), WORD("军属"),   WORD("烈属"),   WORD("战士"),   WORD("党员"),   WORD("团员"),
    WORD("会计"),   WORD("顾客"),   WORD("乘客"),   WORD("旅客"),   WORD("用户"),   WORD("住户"),
    WORD("业主"),   WORD("打工者"), WORD("农民工"), WORD("家人"),   WORD("家属"),   WORD("车主"),
    WORD("考生"),   WORD("失主"),   WORD("启事人"), WORD("声明人"), WORD("寻人者"), WORD("求助者")};

/* What a clause begins with, and no name of a place or body … */
static const struct str before_clause[] = {WORD("从"), WORD("在"), WORD("据"), WORD("向"),
                                           WORD("对"), WORD("到"), WORD("由"), WORD("为"),
                                           WORD("与"), WORD("是")};

/* … but these. */
static const struct str places_like_clauses[] = {WORD("从江"), WORD("从化"), WORD("向阳")};

/* The characters of RUN at AT; 0 where they are too many or not Han alone. */
static size_t read_run(struct str run, uint32_t at[LONGEST])
{
    size_t len = 0;
    for (struct utf8 c = utf8_first(run); c.len; c = utf8_next(run, c)) {
        if (len == LONGEST || !utf8_is_han(c.code))
            return 0;
        at[len++] = c.code;
    }
    return len;
}

unsigned word_level(struct str word)
{
    uint32_t at[LONGEST];
    size_t len = read_run(word, at);
    return len > 0 ? lexicon_level(at, len) : 0;
}

bool splits_word(struct str text, size_t at)
{
    struct utf8 before = utf8_before(text, at), after = utf8_at(text, at);
    return before.len && after.len &&
           word_level(str_slice(text, before.at, after.at + after.len)) >= EVERYDAY_LEVEL;
}

bool splits_commoner_word(struct str text, size_t at)
{
    struct utf8 before = utf8_before(text, at), next = utf8_at(text, at),
                after = utf8_next(text, next);
    struct str rest = utf8_is_han(after.code) ? str_slice(text, next.at, after.at + after.len)
                                              : STR_NONE; /* 安家 in 以德安家。 */
    return splits_word(text, at) &&
           word_level(str_slice(text, before.at, next.at + next.len)) > word_level(rest);
}

bool is_common_words(struct str run)
{
    uint32_t at[LONGEST];
    size_t len = read_run(run, at);
    if (len == 0)
        return false;
    if (lexicon_level(at, len) >= COMMON_LEVEL)
        return true;
    for (size_t cut = 1; cut < len && len > 2; cut++) {
        bool single = cut == 1 || cut + 1 == len;
        if (lexicon_level(at, cut) >= (cut == 1 ? COMMON_CHAR_LEVEL : COMMON_LEVEL) &&
            lexicon_level(at + cut, len - cut) >=
                (single && cut > 1 ? COMMON_CHAR_LEVEL : COMMON_LEVEL))
            return true;
    }
    return false;
}

bool is_name_run(struct str word)
{
    bool reached[RUN_MAX_CHARS + 1] = {true};
    size_t at[RUN_MAX_CHARS + 1], chars = 0;
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c)) {
        if (chars == RUN_MAX_CHARS || !utf8_is_han(c.code))
            return false;
        at[chars++] = c.at;
    }
    at[chars] = word.len;
    for (size_t i = 0; i < chars; i++) {
        if (!reached[i] || !has_usual_surname(str_slice(word, at[i], word.len)))
            continue;
        for (size_t k = 2; k <= 3 && i + k <= chars; k++)
            reached[i + k] |= word_level(str_slice(word, at[i], at[i + k])) <= COMMON_LEVEL;
    }
    return chars > 3 && reached[chars];
}

/* Characters that names of Turkic, Mongolian and Tibetan languages are written in, and which of
   them stand in words of every day too. */
static const char transcribing[] = "阿额艾敖巴拜贝毕勃措登迪敦尔伐噶嘎尕格哈赫吉卡凯克肯库昆拉兰"
                                   "勒鲁伦洛玛麦曼姆穆那娜乃尼努诺帕普其奇恰琼热仁萨赛桑沙珊斯苏"
                                   "索塔坦腾吐托娃旺维乌吾雅亚依伊扎孜卓珠兹宗尊提别布达";
static const char everyday[] = "安白宝保包比才藏查朝代丹当道德丁顿多恩法富甫高根贡古海汗罕汉"
                               "呼胡花华加甲嘉江杰金来腊朗里丽利莲林隆罗马买满茂梅美蒙米敏明"
                               "莫木门孟博铁都乎齐钦青庆琴日荣瑞如森舍什士思松素台唐特图万西"
                               "希夏辛许央耶叶衣因音尤于玉云则力开";

/* 布拉格苏木, 哈萨克斯坦: places, which are transcribed too. */
static bool ends_like_place(struct str word)
{
    static const struct str ends[] = {WORD("苏木"), WORD("斯坦"), WORD("嘎查"), WORD("旗"),
                                      WORD("盟")};
    return wordlist_end(ends, COUNT(ends), word);
}

bool is_transcribed_name(struct str word)
{
    static const struct str endings[] = {WORD("古丽"), WORD("别克"), WORD("买提"), WORD("高娃")};
    size_t chars = 0, rare = 0;
    struct folded room;
    if (word.len > TRANSCRIBED_MAX * 3)
        return false;
    word = text_fold(&room, word);
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c), chars++) {
        struct str letter = str_slice(word, c.at, c.at + c.len);
        bool telling = str_has(str_of(transcribing), letter);
        if (!telling && !str_has(str_of(everyday), letter))
            return false;
        rare += telling;
    }
    bool enough = 2 * rare > chars || (chars >= TRANSCRIBED_SURE && 3 * rare >= chars) ||
                  (rare > 0 && wordlist_end(endings, COUNT(endings), word));
    return chars >= TRANSCRIBED_MIN && enough && !ends_like_place(word);
}

bool numbers_picture(struct str word)
{
    static const struct str labels[] = {WORD("图"), WORD("圖"), WORD("照片"), WORD("图片")};
    const struct str *label = wordlist_start(labels, COUNT(labels), word);
    size_t at = label ? label->len : 0;
    struct utf8 c = utf8_at(word, at);
    for (; c.len && (is_circled(c.code) || (label && utf8_is_digit(c.code)));
         c = utf8_next(word, c))
        at = c.at + c.len;
    return at == word.len && word.len > (label ? label->len : 0);
}

bool tells_of_doing(struct str word)
{
    static const struct str verbs[] = {WORD("召开"), WORD("举行"), WORD("举办"), WORD("开展"),
                                       WORD("组建"), WORD("走进"), WORD("慰问"), WORD("表彰"),
                                       WORD("获评"), WORD("当选"), WORD("荣获"), WORD("启动"),
                                       WORD("参加"), WORD("成立")};
    return wordlist_held(verbs, COUNT(verbs), word) > 0;
}

bool begins_clause(struct str word)
{
    return wordlist_start(before_clause, COUNT(before_clause), word) &&
           !wordlist_start(places_like_clauses, COUNT(places_like_clauses), word);
}

bool is_writers_title(struct str word)
{
    static const struct str ones[] = {WORD("一名"), WORD("一位"), WORD("一个"), WORD("一")};
    const struct str *one = wordlist_start(ones, COUNT(ones), word);
    return wordlist_find(writers, COUNT(writers), str_slice(word, one ? one->len : 0, word.len));
}

bool ends_like_title(struct str word)
{
    return utf8_count(word) > 1 && !begins_clause(word) &&
           (wordlist_end(titles, COUNT(titles), word) ||
            wordlist_end(writers, COUNT(writers), word));
}

/* Ends of what people are. */
static const struct str post_ends[] = {
    WORD("师"),   WORD("员"),   WORD("长"),   WORD("任"),   WORD("授"),   WORD("家"), WORD("生"),
    WORD("民"),   WORD("者"),   WORD("记"),   WORD("工"),   WORD("士"),   WORD("理"), WORD("户"),
    WORD("老师"), WORD("学生"), WORD("市民"), WORD("读者"), WORD("作者"),
};

bool ends_like_post(struct str word)
{
    return utf8_count(word) >= POST_LEAST && wordlist_end(post_ends, COUNT(post_ends), word);
}

bool ends_like_class(struct str word)
{
    return str_ends(word, STR("班")) || str_ends(word, STR("年级"));
}

static bool is_class_number(struct str letter)
{
    return utf8_is_digit(utf8_first(letter).code) || str_has(STR("一二三四五六七八九十"), letter);
}

size_t class_bracket_len(struct str text, size_t at)
{
    struct utf8 open = utf8_at(text, at), c = utf8_next(text, open);
    if (!opens_bracket(open.code))
        return 0;
    size_t start = c.at;
    while (c.len && is_class_number(str_slice(text, c.at, c.at + c.len)))
        c = utf8_next(text, c);
    size_t end = c.at + c.len;
    bool named = closes_bracket(c.code) && c.at > start &&
                 str_starts(str_slice(text, end, text.len), STR("班"));
    return named ? end - at : 0;
}

bool names_print(struct str word)
{
    static const struct str starts[] = {WORD("原载"), WORD("原載"),   WORD("转载"), WORD("转自"),
                                        WORD("摘自"), WORD("选自"),   WORD("首发"), WORD("据《"),
                                        WORD("據《"), WORD("综合《"), WORD("載於"), WORD("载于")};
    static const struct str ends[] = {WORD("报》"),   WORD("報》"),   WORD("刊》"),
                                      WORD("杂志》"), WORD("雜誌》"), WORD("网》")};
    return wordlist_start(starts, COUNT(starts), word) ||
           (str_starts(word, STR("《")) && wordlist_end(ends, COUNT(ends), word));
}

struct str before_bracket(struct str line, struct str *inside)
{
    struct utf8 close = utf8_last(line), open = utf8_first(line);
    while (open.len && !opens_bracket(open.code))
        open = utf8_next(line, open);
    bool ends = open.len && closes_bracket(close.code);
    *inside = ends ? str_slice(line, open.at + open.len, close.at) : STR_NONE;
    return ends ? utf8_trim(str_slice(line, 0, open.at)) : line;
}

bool tells_more_signed(struct str word)
{
    static const struct str ends[] = {WORD("人"),   WORD("户"),   WORD("名"),
                                      WORD("位"),   WORD("家"),   WORD("民"),
                                      WORD("社员"), WORD("读者"), WORD("同志")};
    enum { MOST_CHARS = 8 };
    return str_eq(word, STR("等")) ||
           (str_starts(word, STR("等")) && utf8_count(word) <= MOST_CHARS &&
            wordlist_end(ends, COUNT(ends), word));
}

struct str without_others(struct str word)
{
    struct str others = STR("等");
    size_t at = str_find(word, others, 1);
    return at != SIZE_MAX && tells_more_signed(str_slice(word, at, word.len))
               ? str_slice(word, 0, at)
               : word;
}

bool names_nobody(struct str word)
{
    static const struct str parts[] = {WORD("你"), WORD("帮我"), WORD("他"), WORD("她"),
                                       WORD("打一")};
    return wordlist_held(parts, COUNT(parts), word) > 0;
}

bool is_dotted_name(struct str word)
{
    enum { WORD_LEVEL = 3, NAME_CHARS = 16 };
    size_t start = 0;
    if (utf8_count(word) > NAME_CHARS)
        return false;
    for (struct utf8 c = utf8_first(word);; c = utf8_next(word, c)) {
        if (c.len && utf8_is_han(c.code))
            continue;
        struct str part = str_slice(word, start, c.at);
        if (!part.len || (utf8_count(part) > 1 && word_level(part) >= WORD_LEVEL))
            return false;
        if (!c.len)
            return start > 0;
        if (!is_name_dot(c.code))
            return false;
        start = c.at + c.len;
    }
}

bool is_rare_name(struct str text)
{
    static const char of_columns[] = "谈录抄论感风浪轩亭溪汇谭言评苑园廊坛窗线";
    enum { CHARS = 3 };
    size_t chars = 0;
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c), chars++)
        if (!utf8_is_han(c.code))
            return false;
    size_t second = utf8_next(text, utf8_first(text)).at;
    struct utf8 last = utf8_last(text);
    return chars == CHARS && has_any_surname(text) && word_level(text) == 0 &&
           word_level(str_slice(text, 0, last.at)) == 0 &&
           word_level(str_slice(text, second, text.len)) == 0 &&
           !holds_char(str_of(of_columns), text, last);
}
