/* SPDX-License-Identifier: MIT */
#include "page/furniture_words.h"

#include "base/utf8.h"
#include "page/wordlist.h"

#define TITLE_MAX_CHARS 8  /* of a paper's, section's or column's name */
#define LABEL_MAX_CHARS 10 /* of what stands before a value: 影像河湾投稿邮箱 */
#define PRICE_MAX_CHARS 10
#define POST_MAX_CHARS 6
#define ISSUE_MAX_CHARS 8 /* of 每月逢十出版 */
#define NOTE_MAX_CHARS 32

/* ---- posts and fields */

/* Posts whose holders' names follow. */
static const struct str posts[] = {
    WORD("本版责任编辑"), WORD("责任编辑"), WORD("版式编辑"), WORD("版面编辑"), WORD("视觉编辑"),
    WORD("美术编辑"),     WORD("图片编辑"), WORD("值班编辑"), WORD("执行编辑"), WORD("本版编辑"),
    WORD("本版责编"),     WORD("责任校对"), WORD("版式设计"), WORD("版面设计"), WORD("美术设计"),
    WORD("值班总编"),     WORD("值班编委"), WORD("值班主任"), WORD("值班领导"), WORD("执行主编"),
    WORD("本期责编"),     WORD("特约编辑"), WORD("责编"),     WORD("编辑"),     WORD("美编"),
    WORD("版式"),         WORD("校对"),     WORD("校检"),     WORD("检校"),     WORD("审校"),
    WORD("组版"),         WORD("版样"),     WORD("画版"),     WORD("拼版"),     WORD("排版"),
    WORD("照排"),         WORD("制图"),     WORD("视觉"),     WORD("策划"),     WORD("统筹"),
    WORD("终审"),         WORD("复审"),     WORD("初审"),     WORD("一审"),     WORD("二审"),
    WORD("三审"),         WORD("审读"),     WORD("总编辑"),   WORD("副总编"),   WORD("总编"),
    WORD("主编"),         WORD("编审"),     WORD("监制"),     WORD("编委"),     WORD("设计"),
    WORD("出品"),         WORD("组稿"),     WORD("翻译"),     WORD("编务"),     WORD("首席编辑"),
};

/* What only a paper says of itself. */
static const struct str press_fields[] = {
    WORD("国内统一连续出版物号"),
    WORD("国内统一刊号"),
    WORD("统一刊号"),
    WORD("邮发代号"),
    WORD("代号"),
    WORD("国外代号"),
    WORD("广告经营许可证"),
    WORD("广告许可证"),
    WORD("新闻热线"),
    WORD("广告热线"),
    WORD("发行热线"),
    WORD("订报热线"),
    WORD("投递热线"),
    WORD("编辑部电话"),
    WORD("本报地址"),
    WORD("社址"),
    WORD("广告部"),
    WORD("发行部"),
    WORD("编辑部"),
    WORD("总编室"),
    WORD("广告"),
    WORD("发行"),
    WORD("投稿"),
    WORD("零售价"),
    WORD("零售"),
    WORD("定价"),
    WORD("每份"),
    WORD("月价"),
    WORD("年价"),
    WORD("印刷单位"),
    WORD("印刷"),
    WORD("承印"),
    WORD("主办单位"),
    WORD("主管单位"),
    WORD("主办"),
    WORD("主管"),
    WORD("出版单位"),
    WORD("法律顾问"),
    WORD("准印证号"),
    WORD("准印证"),
    WORD("CN"),
    WORD("ISSN"),
};

/* What a notice says too. */
static const struct str contact_fields[] = {
    WORD("监督电话"), WORD("举报电话"), WORD("服务热线"), WORD("热线电话"), WORD("热线"),
    WORD("联系电话"), WORD("电话"),     WORD("传真"),     WORD("地址"),     WORD("邮政编码"),
    WORD("邮编"),     WORD("电子邮箱"), WORD("电子信箱"), WORD("邮箱"),     WORD("信箱"),
    WORD("E-mail"),   WORD("e-mail"),   WORD("Email"),    WORD("email"),    WORD("E-MAIL"),
    WORD("网址"),     WORD("网站"),     WORD("办公室"),   WORD("客户端"),   WORD("微信公众号"),
    WORD("微信号"),   WORD("QQ"),       WORD("http"),     WORD("www."),
};

/* Ends of what stands before a paper's own number or address. */
static const struct str press_field_ends[] = {
    WORD("投稿邮箱"), WORD("投稿信箱"), WORD("投稿热线"), WORD("刊登热线"),   WORD("刊登电话"),
    WORD("咨询电话"), WORD("咨询热线"), WORD("订阅热线"), WORD("订阅电话"),   WORD("报料热线"),
    WORD("爆料热线"), WORD("广告电话"), WORD("发行电话"), WORD("新闻热线"),   WORD("招商热线"),
    WORD("来稿"),     WORD("报社地址"), WORD("报社电话"), WORD("编辑部地址"), WORD("编辑部电话"),
};

/* Bytes of 本版, 本报 … at the start of WORD, where more follows. */
static size_t own_length(struct str word)
{
    static const struct str owns[] = {WORD("本版"), WORD("本报"), WORD("本刊"),
                                      WORD("本期"), WORD("本社"), WORD("本栏")};
    const struct str *own = wordlist_start(owns, COUNT(owns), word);
    return own && own->len < word.len ? own->len : 0;
}

size_t post_length(struct str word)
{
    size_t own = own_length(word);
    const struct str *found = wordlist_start(posts, COUNT(posts), str_slice(word, own, word.len));
    return found ? own + found->len : 0;
}

bool ends_with_post(struct str word)
{
    return utf8_count(word) <= POST_MAX_CHARS && wordlist_end(posts, COUNT(posts), word);
}

enum field field_of(struct str word, size_t *length)
{
    size_t own = own_length(word);
    struct str rest = str_slice(word, own, word.len);
    const struct str *press = wordlist_start(press_fields, COUNT(press_fields), rest);
    size_t head = own + (press ? press->len : 0); /* 总编室 before 电话 */
    const struct str *contact =
        wordlist_start(contact_fields, COUNT(contact_fields), str_slice(word, head, word.len));
    *length = press || contact ? head + (contact ? contact->len : 0) : 0;
    if (utf8_count(word) <= LABEL_MAX_CHARS &&
        wordlist_end(press_field_ends, COUNT(press_field_ends), word)) {
        *length = word.len;
        return FIELD_PRESS;
    }
    return press || (own && contact) ? FIELD_PRESS : contact ? FIELD_CONTACT : FIELD_NONE;
}

/* ---- words that stand alone */

static const struct str marks[] = {
    WORD("星期一"),   WORD("星期二"),   WORD("星期三"),
    WORD("星期四"),   WORD("星期五"),   WORD("星期六"),
    WORD("星期日"),   WORD("星期天"),   WORD("周一"),
    WORD("周二"),     WORD("周三"),     WORD("周四"),
    WORD("周五"),     WORD("周六"),     WORD("周日"),
    WORD("免费赠阅"), WORD("内部资料"), WORD("内部资料免费交流"),
    WORD("免费交流"), WORD("内部交流"), WORD("注意保存"),
    WORD("扫一扫"),   WORD("二维码"),   WORD("版面"),
    WORD("版"),
};

/* Ends of the words by which a paper says who makes it, and when it comes out. */
static const struct str maker_ends[] = {
    WORD("主办"),     WORD("主管"),   WORD("社出版"),   WORD("报出版"),   WORD("中心出版"),
    WORD("部出版"),   WORD("厂印刷"), WORD("公司印刷"), WORD("社印刷"),   WORD("厂承印"),
    WORD("公司承印"), WORD("出刊"),   WORD("厂印"),     WORD("中心出品"), WORD("社出品"),
    WORD("中心承办"), WORD("社承办"), WORD("社编印"),   WORD("中心编印"),
};
static const struct str price_starts[] = {WORD("零售"), WORD("每份"), WORD("定价"), WORD("售价"),
                                          WORD("月价"), WORD("年价"), WORD("全年")};
static const struct str price_ends[] = {WORD("元"), WORD("角"), WORD("分")};
static const struct str day_starts[] = {WORD("每逢"),   WORD("逢"),       WORD("每周"),
                                        WORD("每星期"), WORD("本报每逢"), WORD("本报每周")};
static const struct str day_ends[] = {WORD("一"), WORD("二"), WORD("三"), WORD("四"),
                                      WORD("五"), WORD("六"), WORD("日")};
static const struct str few_ends[] = {WORD("出版"), WORD("出刊")};

static bool is_price(struct str word)
{
    return utf8_count(word) <= PRICE_MAX_CHARS &&
           wordlist_start(price_starts, COUNT(price_starts), word) &&
           wordlist_end(price_ends, COUNT(price_ends), word);
}

/* 每周三, 五出版: parts of 每周三、五出版. */
static bool is_day_of_issue(struct str word)
{
    size_t chars = utf8_count(word);
    return (chars <= 6 && wordlist_start(day_starts, COUNT(day_starts), word) &&
            wordlist_end(day_ends, COUNT(day_ends), word)) ||
           (chars <= ISSUE_MAX_CHARS && str_starts(word, STR("每")) &&
            wordlist_end(few_ends, COUNT(few_ends), word)) ||
           (chars == 3 && wordlist_end(few_ends, COUNT(few_ends), word) &&
            wordlist_start(day_ends, COUNT(day_ends), word));
}

/* 河西省内部报刊登记证第0213号: by which a paper may come out. */
static bool is_licence(struct str word)
{
    static const struct str licences[] = {WORD("报刊登记证"), WORD("报纸登记证"),
                                          WORD("准印证"),     WORD("出版许可证"),
                                          WORD("内部报刊"),   WORD("连续性内部资料")};
    enum { MOST_CHARS = 26 };
    bool numbered = false;
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c))
        numbered |= utf8_is_digit(c.code);
    return numbered && utf8_count(word) <= MOST_CHARS &&
           wordlist_held(licences, COUNT(licences), word) > 0;
}

/* 河口县文化局主办; 大赛由县文化局主办 tells of something else. */
static bool names_maker(struct str word)
{
    enum { MOST_CHARS = 24 };
    return utf8_count(word) <= MOST_CHARS && !str_has(word, STR("由")) &&
           wordlist_end(maker_ends, COUNT(maker_ends), word);
}

bool is_press_word(struct str word)
{
    static const struct str organs[] = {WORD("委机关报"), WORD("委员会机关报")};
    bool organ = str_starts(word, STR("中共")) && wordlist_end(organs, COUNT(organs), word);
    return organ || is_licence(word) || wordlist_find(marks, COUNT(marks), word) ||
           is_price(word) || is_day_of_issue(word) || names_maker(word);
}

/* ---- names */

/* Ends of the names of newspapers. */
static const struct str paper_ends[] = {
    WORD("日报"), WORD("晚报"), WORD("周报"),   WORD("早报"), WORD("晨报"),
    WORD("时报"), WORD("导报"), WORD("商报"),   WORD("快报"), WORD("都市报"),
    WORD("周刊"), WORD("晚刊"), WORD("农民报"), WORD("报"),
};

/* Names of sections, and their ends. */
static const struct str sections[] = {
    WORD("要闻"), WORD("综合"), WORD("民生"), WORD("视点"), WORD("时政"), WORD("社会"),
    WORD("经济"), WORD("文化"), WORD("教育"), WORD("法治"), WORD("副刊"), WORD("专版"),
    WORD("专刊"), WORD("专题"), WORD("广告"), WORD("公告"), WORD("理论"), WORD("国内"),
    WORD("国际"), WORD("体育"), WORD("健康"), WORD("聚焦"), WORD("关注"), WORD("深度"),
    WORD("文艺"), WORD("生活"), WORD("天下"), WORD("科技"), WORD("三农"), WORD("农业"),
    WORD("旅游"), WORD("党建"), WORD("评论"), WORD("言论"), WORD("图片"), WORD("特刊"),
    WORD("县域"), WORD("影像"), WORD("对话"), WORD("人物"), WORD("今日"), WORD("本期"),
    WORD("观点"), WORD("民族"), WORD("乡村"), WORD("城乡"), WORD("文学"), WORD("读者"),
};
static const struct str section_ends[] = {
    WORD("新闻"), WORD("要闻"), WORD("版"),   WORD("副刊"), WORD("专刊"),
    WORD("特刊"), WORD("专版"), WORD("周刊"), WORD("视点"), WORD("综合"),
    WORD("民生"), WORD("之窗"), WORD("天地"), WORD("专栏"), WORD("信息"),
};

/* Names of columns, and their ends. */
static const struct str columns[] = {
    WORD("短波"),     WORD("短讯"),     WORD("简讯"),       WORD("快讯"),     WORD("要讯"),
    WORD("简明新闻"), WORD("新闻简报"), WORD("一句话新闻"), WORD("图片新闻"), WORD("图片报道"),
    WORD("图说新闻"), WORD("读者来信"), WORD("来信照登"),   WORD("群众来信"), WORD("百姓心声"),
    WORD("时评"),     WORD("言论"),     WORD("小言论"),     WORD("杂谈"),     WORD("漫谈"),
    WORD("街谈巷议"), WORD("百家言"),   WORD("大家谈"),     WORD("一家之言"), WORD("微言"),
    WORD("微评"),     WORD("微语"),     WORD("微议"),       WORD("三言两语"), WORD("微言微语"),
    WORD("小知识"),   WORD("小常识"),   WORD("知识窗"),     WORD("养生堂"),   WORD("服务台"),
    WORD("便民服务"), WORD("便民信息"), WORD("分类信息"),   WORD("分类广告"), WORD("公益广告"),
    WORD("生活服务"), WORD("凡人小事"), WORD("身边榜样"),   WORD("史海钩沉"), WORD("乡土风情"),
    WORD("以案说法"), WORD("致富经"),   WORD("致富门路"),   WORD("时代新风"), WORD("文明新风"),
    WORD("文苑"),     WORD("诗苑"),     WORD("诗林"),       WORD("习作园地"), WORD("广告"),
    WORD("杂文"),     WORD("编读往来"), WORD("短评"),       WORD("快评"),     WORD("漫笔"),
    WORD("随笔"),     WORD("随感"),     WORD("杂感"),       WORD("散文"),     WORD("诗歌"),
    WORD("小小说"),   WORD("微型小说"), WORD("小说"),       WORD("寓言"),     WORD("札记"),
    WORD("书评"),     WORD("影评"),     WORD("读后感"),     WORD("观后感"),   WORD("连载"),
};
static const struct str column_ends[] = {
    WORD("专栏"), WORD("园地"), WORD("之窗"),   WORD("之页"),   WORD("之声"), WORD("信箱"),
    WORD("门诊"), WORD("课堂"), WORD("茶座"),   WORD("论坛"),   WORD("长廊"), WORD("传真"),
    WORD("集锦"), WORD("视窗"), WORD("百科"),   WORD("副刊"),   WORD("短波"), WORD("短讯"),
    WORD("简讯"), WORD("快讯"), WORD("留言板"), WORD("与回音"),
};
static const struct str contents[] = {
    WORD("导读"),     WORD("今日导读"), WORD("本期导读"), WORD("新闻导读"),
    WORD("要闻导读"), WORD("今日看点"), WORD("要目"),     WORD("今日要目"),
    WORD("本期要目"), WORD("内容提要"), WORD("今日提要"), WORD("今日关注"),
};

bool is_paper_name(struct str word)
{
    return utf8_count(word) <= TITLE_MAX_CHARS && utf8_count(word) >= 3 &&
           wordlist_end(paper_ends, COUNT(paper_ends), word);
}

/* 社会生活: two of them. */
static bool is_of_sections(struct str word)
{
    const struct str *first = wordlist_start(sections, COUNT(sections), word);
    return first &&
           (word.len == first->len ||
            wordlist_find(sections, COUNT(sections), str_slice(word, first->len, word.len)));
}

bool is_section_name(struct str word)
{
    return is_of_sections(word) || (utf8_count(word) <= TITLE_MAX_CHARS &&
                                    wordlist_end(section_ends, COUNT(section_ends), word));
}

static bool is_point(uint32_t code)
{
    return code == 0xb7 || code == 0x2022 || code == 0x30fb;
}

/* 小说·散文·诗歌, 河湾故事·特刊: short words with points between them, three or more, or one of
   them the name of a section. */
static bool is_pointed(struct str word)
{
    size_t parts = 0, from = 0, known = 0;
    for (struct utf8 c = utf8_first(word);; c = utf8_next(word, c)) {
        if (c.len && utf8_is_han(c.code))
            continue;
        struct str part = str_slice(word, from, c.at);
        size_t chars = utf8_count(part);
        if ((c.len && !is_point(c.code)) || chars < 2 || chars > 4)
            return false;
        known += wordlist_find(columns, COUNT(columns), part) || is_section_name(part);
        parts++;
        from = c.at + c.len;
        if (!c.len)
            return parts >= 3 || (parts == 2 && known > 0);
    }
}

bool is_column_name(struct str word)
{
    return wordlist_find(columns, COUNT(columns), word) || is_pointed(word) ||
           (utf8_count(word) <= 6 && utf8_is_han(utf8_first(word).code) &&
            wordlist_end(column_ends, COUNT(column_ends), word));
}

bool is_contents_title(struct str word)
{
    return wordlist_find(contents, COUNT(contents), word);
}

/* ---- notes to readers */

static const struct str note_starts[] = {
    WORD("扫码"),     WORD("扫一扫"),     WORD("扫描"),     WORD("微信扫"),   WORD("长按"),
    WORD("更多精彩"), WORD("更多内容"),   WORD("更多新闻"), WORD("更多资讯"), WORD("欢迎关注"),
    WORD("来稿"),     WORD("关注我们"),   WORD("本版言论"), WORD("本版文章"), WORD("本栏"),
    WORD("本版投稿"), WORD("识别二维码"), WORD("请扫码"),   WORD("请扫描"),   WORD("请扫一扫"),
};
static const struct str note_words[] = {
    WORD("仅代表作者"), WORD("文责自负"), WORD("谢绝转载"), WORD("版权所有"), WORD("请勿转载"),
    WORD("敬请核实"),   WORD("请谨慎"),   WORD("签约依据"), WORD("法律依据"), WORD("来稿请寄"),
    WORD("欢迎投稿"),   WORD("欢迎赐稿"), WORD("投稿邮箱"), WORD("刊登热线"), WORD("刊登电话"),
    WORD("微信办理"),   WORD("广告招商"), WORD("来稿须知"),
};

/* A code, or a paper's name in a messenger, and what is said of it: a headline may name one too. */
static const struct str code_words[] = {WORD("二维码"), WORD("微信公众号")};
static const struct str code_acts[] = {WORD("扫"),       WORD("关注"),         WORD("下载"),
                                       WORD("添加"),     WORD("获取"),         WORD("长按"),
                                       WORD("二维码："), WORD("微信公众号："), WORD("号:")};
static const struct str code_ends[] = {WORD("微信公众号"), WORD("微信二维码"), WORD("报二维码"),
                                       WORD("发布二维码"), WORD("号二维码"),   WORD("端二维码")};

static bool names_code(struct str line)
{
    if (wordlist_held(code_words, COUNT(code_words), line) == 0)
        return false;
    return str_starts(line, STR("微信公众号")) || wordlist_end(code_ends, COUNT(code_ends), line) ||
           wordlist_held(code_acts, COUNT(code_acts), line) > 0;
}

bool is_reader_note(struct str line)
{
    if (line.len > 2 * NOTE_MAX_CHARS * 4)
        return false;
    bool starts = wordlist_start(note_starts, COUNT(note_starts), line);
    bool holds = wordlist_held(note_words, COUNT(note_words), line) > 0 || names_code(line);
    return utf8_count(line) <= NOTE_MAX_CHARS ? starts || holds : starts && holds;
}
