/* SPDX-License-Identifier: MIT */
#include "enrich/person_name.h"

#include "page/body_names.h"
#include "page/chars.h"
#include "page/name_words.h"
#include "page/wordlist.h"

enum {
    NAME_CHARS = 4,         /* of a Han name */
    DOTTED_NAME_CHARS = 20, /* of one with a · */
    BODY_CHARS = 30,
    SURE_LEVEL = 10, /* how common a word may be that begins like a name and is one (lexicon.h):
                       高峰 */
    PLAIN_LEVEL = 7, /* … where nothing says that a name stands there */
    RARE_LEVEL = 5,  /* … and of one that begins like a rare name: 干部 */
};

/* What stands where names stand and is none. */
static const struct str not_names[] = {
    WORD("手记"),     WORD("札记"),     WORD("日记"),   WORD("来信"),     WORD("观察"),
    WORD("调查"),     WORD("述评"),     WORD("评论"),   WORD("见闻"),     WORD("随笔"),
    WORD("感言"),     WORD("专访"),     WORD("访谈"),   WORD("综述"),     WORD("侧记"),
    WORD("纪实"),     WORD("连线"),     WORD("了解"),   WORD("获悉"),     WORD("看到"),
    WORD("来到"),     WORD("走进"),     WORD("采访"),   WORD("报道"),     WORD("综合"),
    WORD("整理"),     WORD("同上"),     WORD("完"),     WORD("全文完"),   WORD("待续"),
    WORD("续完"),     WORD("连载"),     WORD("广告"),   WORD("化名"),     WORD("资料"),
    WORD("资料图"),   WORD("资料图片"), WORD("图片"),   WORD("视频截图"), WORD("网络图片"),
    WORD("左一"),     WORD("左二"),     WORD("左三"),   WORD("右一"),     WORD("右二"),
    WORD("右三"),     WORD("前排"),     WORD("后排"),   WORD("中间"),     WORD("有删节"),
    WORD("有删改"),   WORD("方言"),     WORD("时间"),   WORD("高清"),     WORD("文稿"),
    WORD("温馨提示"), WORD("时评"),     WORD("文摘"),   WORD("和谐"),     WORD("安全"),
    WORD("平安"),     WORD("幸福"),     WORD("金秋"),   WORD("高兴"),     WORD("未完待续"),
    WORD("未完"),     WORD("单位"),     WORD("传真"),   WORD("收集"),     WORD("本人"),
    WORD("受访者"),   WORD("受訪者"),   WORD("编者"),   WORD("本报"),     WORD("本刊"),
    WORD("佚名"),     WORD("图文"),     WORD("网络"),   WORD("通讯"),     WORD("电讯"),
    WORD("特写"),     WORD("受访单位"), WORD("完结"),   WORD("全书完"),   WORD("节选"),
    WORD("摘编"),     WORD("村民"),     WORD("读者"),   WORD("网友"),     WORD("家属"),
    WORD("手机拍摄"), WORD("通讯员"),   WORD("记者"),   WORD("见习"),     WORD("署名"),
    WORD("无人机"),   WORD("左起"),     WORD("右起"),   WORD("左四"),     WORD("右四"),
    WORD("后排左"),   WORD("前排左"),   WORD("前排右"), WORD("后排右"),   WORD("获奖者"),
    WORD("学生"),
};

/* How names of bodies end, however short. */
static const struct str body_ends[] = {
    WORD("县"),     WORD("镇"),     WORD("乡"),     WORD("局"),     WORD("委"),     WORD("办"),
    WORD("厅"),     WORD("宣传部"), WORD("组织部"), WORD("中心"),   WORD("公司"),   WORD("集团"),
    WORD("政府"),   WORD("街道"),   WORD("学校"),   WORD("中学"),   WORD("小学"),   WORD("大学"),
    WORD("学院"),   WORD("医院"),   WORD("银行"),   WORD("法院"),   WORD("检察院"), WORD("协会"),
    WORD("支队"),   WORD("大队"),   WORD("中队"),   WORD("媒体"),   WORD("日报"),   WORD("晚报"),
    WORD("早报"),   WORD("晨报"),   WORD("都市报"), WORD("时报"),   WORD("新华社"), WORD("中新社"),
    WORD("新闻网"), WORD("文联"),   WORD("工会"),   WORD("妇联"),   WORD("团委"),   WORD("人大"),
    WORD("政协"),   WORD("新闻"),   WORD("办公室"), WORD("小组"),   WORD("党组"),   WORD("气象台"),
    WORD("电台"),   WORD("发布"),   WORD("法庭"),   WORD("电视台"), WORD("广播站"), WORD("派出所"),
    WORD("指挥部"), WORD("编辑部"), WORD("合作社"), WORD("报社"),   WORD("通讯社"), WORD("网站"),
    WORD("工作队"), WORD("工作室"), WORD("幼儿园"), WORD("一中"),   WORD("二中"),   WORD("三中"),
    WORD("四中"),   WORD("客户端"), WORD("作协"),   WORD("美协"),   WORD("书协"),   WORD("科协"),
    WORD("侨联"),   WORD("残联"),   WORD("融媒"),
};

/* How they end where a person's name of three characters may end so too. */
static const struct str long_body_ends[] = {
    WORD("区"), WORD("市"), WORD("州"),   WORD("旗"),  WORD("村"), WORD("部"), WORD("处"),
    WORD("科"), WORD("院"), WORD("站"),   WORD("所"),  WORD("社"), WORD("会"), WORD("队"),
    WORD("馆"), WORD("校"), WORD("团"),   WORD("组"),  WORD("厂"), WORD("网"), WORD("股"),
    WORD("屯"), WORD("寨"), WORD("林场"), WORD("农场")};

static bool is_no_name(struct str word)
{
    enum { DESK_CHARS = 2 }; /* （财讯） */
    return wordlist_find(not_names, COUNT(not_names), word) ||
           (utf8_count(word) == DESK_CHARS && str_ends(word, STR("讯"))) || names_nobody(word);
}

/* The characters of a word that is written as names are, less its dots; 0: it is not. */
static size_t name_chars(struct str word, size_t *dots)
{
    size_t chars = 0;
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c), chars++) {
        if (!utf8_is_han(c.code) && !is_name_dot(c.code))
            return 0;
        *dots += is_name_dot(c.code);
    }
    size_t most = *dots ? DOTTED_NAME_CHARS : NAME_CHARS;
    bool fits = chars >= 2 + *dots && chars <= most;
    return fits || is_transcribed_name(word) ? chars : 0;
}

bool is_person_name(const struct surnames *surnames, struct str word, bool sure)
{
    size_t dots = 0, chars = name_chars(word, &dots);
    if (!chars || dots)
        return chars && !str_has(word, STR("的")) && !is_no_name(word); /* 我们的十年·讲述 */
    const struct surname *surname = surname_of(surnames, word);
    bool compound = surname && utf8_count(surname->text) == 2;
    bool usual = surname && chars <= (compound ? 4 : 3) && surname->text.len < word.len;
    unsigned level = word_level(word);
    bool fits = usual && surname->common ? level < (sure || chars > 2 ? SURE_LEVEL : PLAIN_LEVEL)
                : usual                  ? sure && level < RARE_LEVEL
                                         : sure && !is_common_words(word);
    return fits && !is_no_name(word);
}

bool is_labelled_name(const struct surnames *surnames, struct str word, bool sure)
{
    size_t dots = 0, chars = name_chars(word, &dots);
    const struct surname *surname = surname_of(surnames, word);
    if (is_person_name(surnames, word, true))
        return true;
    if (!chars || is_no_name(word))
        return false;
    bool usual = surname && surname->common && surname->text.len < word.len && chars < 4;
    return (sure && usual) ||
           (word_level(word) < SURE_LEVEL && (chars < 4 || !is_common_words(word)));
}

/* Whether WORD is written as names of bodies are: 农民日报·中国农网 and 新甘肃·甘肃日报 too, where
   a body's name stands on one side of the dot. */
static bool is_spelt_like_body(struct str word)
{
    size_t dots = 0;
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c)) {
        dots += is_name_dot(c.code);
        if (dots > 1 || !(utf8_is_han(c.code) || utf8_is_alnum(c.code) || is_name_dot(c.code)))
            return false;
        if (is_name_dot(c.code) && !is_organisation(str_slice(word, 0, c.at)) &&
            !is_organisation(str_slice(word, c.at + c.len, word.len)))
            return false;
    }
    return true;
}

bool is_organisation(struct str word)
{
    size_t chars = utf8_count(word);
    return chars >= 3 && chars <= BODY_CHARS &&
           (wordlist_end(body_ends, COUNT(body_ends), word) || ends_like_part(word) ||
            (chars > 3 && wordlist_end(long_body_ends, COUNT(long_body_ends), word))) &&
           is_spelt_like_body(word) && !is_no_name(word) && !ends_like_title(word) &&
           !tells_of_doing(word);
}

bool may_sign_alone(struct str bracket)
{
    enum { MOST_CHARS = 3 };
    static const struct str others[] = {WORD("删"), WORD("略"), WORD("图"), WORD("续"), WORD("完"),
                                        WORD("载"), WORD("见"), WORD("附"), WORD("转"), WORD("接")};
    struct str inside = str_slice(bracket, utf8_first(bracket).len, utf8_last(bracket).at);
    return utf8_solid(inside) <= MOST_CHARS && !ends_like_title(inside) &&
           wordlist_held(others, COUNT(others), inside) == 0;
}
