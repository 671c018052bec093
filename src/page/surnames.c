/* SPDX-License-Identifier: MIT */
#include "page/surnames.h"

#include "base/search.h"
#include "base/utf8.h"
#include "page/lexicon.h"
#include "page/wordlist.h"

#define NAME_MOST 4 /* characters */

/* The commonest of data/surnames.tsv and their Traditional forms, rising. */
static const uint32_t usual[] = U"丁万丛严乔于付任伍何余佟侯俞倪兰关冉冯凌刘劉单卢卫古史叶向吕"
                                U"吳吴呂周唐喬喻嚴夏姚姜娄婁孔孙孟季孫安宋尚尤尹岳崔左巩席常庄"
                                U"康廖张張彭徐戚戴文方施易曲曹曾朱李杜杨林柏查柯柳柴桂梁梅楊樊"
                                U"欧武段殷毕毛江汤汪沈洪温游湯溫潘焦熊牛王甘田申白盧石祁祝秦程"
                                U"穆窦章童管簡罗羅翁翟耿聂肖胡芦苏苗范莊莫萬葉葛董蒋蒲蔡蔣蕭薛"
                                U"蘇蘭虞衛袁裴褚覃許謝譚许谌谢谭費賀賈賴费贺贾赖赵趙路车邓邢邱"
                                U"邵邹郎郑郝郭鄒鄧鄭金錢鍾钟钱關闫阎阮陆陈陳陶陸隋雷霍靳鞠韋韓"
                                U"韦韩項顏顧项顾颜馬馮駱马骆高魏鲁麻黃黄黎齊齐龍龔龙龚";

/* Less common ones, without those that begin the commonest words, rising. */
static const uint32_t others[] =
    U"丘丰乌乐乜习云亓井亢仇仉仝仰仲伊伏佀佘佴侬俎俸倫傅储冀冒冮况冶冷冼凃凤刀刁利"
    "别劳勾包匡區华卓卜卞印危卿厉厍双司吉呙和咸單堵壽夔奚妥姬宁宓宗宣宦宫宰容宿寇富"
    "寿封尉尕尧居屈屠山岑峗嵇巢巫巴师干平幸广应庞庹庾廉弓弘强徒怀惠慎慕戈戎成房扈"
    "扶揣揭支敖於时旷昌明昝晁時晉晋晏景暨暴权束杭松栗栾桑桓楚樂檀欒歐步殳毋水池汲沃"
    "沙浦涂湛滑滕满濮燕爨牟牧狄班璩甄甯畢皮盖盛睢瞿矫祖禄禚禤禹秋秘竺符笪简範籍米粟"
    "糜紀索綦練繆红纪缑缪羊羿翦聶肇肜胥臧舒艾芮花芶苍苑苟苫茅茹荀荆荣莘莽菅華萧萨蒙"
    "蒯蓝蓟蓬蔄蔚蔺薄藍融衡裔裘褟解訾詹談諸计诸谈谯谷贝贠贡贲赫蹇辛辜边逄連逯週遆遲"
    "邝那邬邰邴邸郁郄郇郏郐郗郜郟郤郦鄂鄔鄢鄯鄺酆鐘钊钭钮镡閻闵闻闾阙阚阴陽隆隗隽"
    "雍雒鞏韶须颉餘饒饶骈魯鮑鱼鲍鳳鹿麥龐";

/* All others of the table, with which many words begin: 党, 拓; rising. */
static const uint32_t rare[] =
    U"东么买京从仓代令伦伯位佐依信修俱候偃儲元党全公农刑初励勞化区占卯原厲句召台后员呼"
    "哈商喇国國墨壬奇奉妫字宇官宛宝密寧寸展岩巨帅師年幺库弋弭归忻忽恽應战才折拓招拜撒"
    "敏敬普智暖木朴朵杞来東枚植楼榮欽母汝海淡渠滿漆火牙玄玉琴生由畅盍盘相矣磨祚祭祿福"
    "种税穰竹粘繁纳纵练续维缐缴罕者胜能脱腾芈英茆茶药莎蓋藏虎衣补要言計豆貝资赏起越車"
    "農过连迟迮邊郅郯郸都鈕钦钺铁银锁閆閔闕门闭阳陕雲青鲜麦麴黑";

static uint32_t code_at(const void *set, size_t i)
{
    return ((const uint32_t *)set)[i];
}

/* Whether CODE is among the LEN characters of SET, which rise. */
static bool is_among(uint32_t code, const uint32_t *set, size_t len)
{
    size_t at = first_not_below(set, 0, len, code, code_at);
    return at < len && set[at] == code;
}

bool has_usual_surname(struct str word)
{
    return is_among(utf8_first(word).code, usual, COUNT(usual) - 1);
}

bool has_surname(struct str word)
{
    return has_usual_surname(word) || is_among(utf8_first(word).code, others, COUNT(others) - 1);
}

bool has_any_surname(struct str word)
{
    return has_surname(word) || is_among(utf8_first(word).code, rare, COUNT(rare) - 1);
}

/* Characters that many given names are made of. */
static const char of_given[] = "国华军平志明红英兰芳丽春梅玉文强伟勇刚杰涛超敏静燕霞秀娟桂林海永德"
                               "成宝忠义庆福荣祥贵宏新胜利民云雪龙飞鹏建爱";

/* Whether WORD, of so many letters, has two after its first that many given names are made of. */
static bool is_usual_given(size_t chars, struct str word)
{
    size_t usual_chars = 0;
    for (struct utf8 c = utf8_next(word, utf8_first(word)); c.len; c = utf8_next(word, c))
        usual_chars +=
            utf8_is_han(c.code) && str_has(str_of(of_given), str_slice(word, c.at, c.at + c.len));
    return chars == 3 && usual_chars == 2;
}

/* 王建国, 李建华: names of people that many have, and so words of the dictionary. */
static bool is_usual_name(const uint32_t *letters, size_t chars, struct str word)
{
    return is_among(letters[0], usual, COUNT(usual) - 1) && is_usual_given(chars, word);
}

bool may_be_name(struct str word, bool *word_too)
{
    uint32_t letters[NAME_MOST];
    static const struct str doubles[] = {
        WORD("欧阳"), WORD("司马"), WORD("上官"), WORD("诸葛"), WORD("司徒"),
        WORD("皇甫"), WORD("东方"), WORD("尉迟"), WORD("公孙"), WORD("慕容"),
        WORD("令狐"), WORD("宇文"), WORD("长孙"), WORD("鲜于"), WORD("司空"),
        WORD("夏侯"), WORD("轩辕"), WORD("端木"), WORD("万俟"), WORD("澹台"),
        WORD("淳于"), WORD("呼延"), WORD("申屠"), WORD("赫连"), WORD("钟离")};
    /* Tibetan and Mongolian names that stand after another. */
    static const struct str given[] = {
        WORD("卓玛"),   WORD("才让"), WORD("多杰"), WORD("扎西"), WORD("次仁"),   WORD("拉姆"),
        WORD("央金"),   WORD("曲珍"), WORD("嘉措"), WORD("加措"), WORD("平措"),   WORD("旺堆"),
        WORD("顿珠"),   WORD("旺姆"), WORD("卓嘎"), WORD("巴桑"), WORD("桑杰"),   WORD("才旦"),
        WORD("索南"),   WORD("江措"), WORD("措姆"), WORD("德吉"), WORD("其其格"), WORD("格日勒"),
        WORD("巴特尔"), WORD("图雅"), WORD("朝鲁"), WORD("高娃")};
    size_t chars = 0;
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c))
        if (!utf8_is_blank(c.code)) {
            if (!utf8_is_han(c.code) || chars == NAME_MOST)
                return false;
            letters[chars++] = c.code;
        }
    bool two = wordlist_start(doubles, COUNT(doubles), word);
    *word_too =
        chars >= 2 && lexicon_level(letters, chars) > 0 && !is_usual_name(letters, chars, word);
    /* 迟玉梅, but not 农民强 */
    bool given_tells = is_usual_given(chars, word) && has_any_surname(word) && !*word_too &&
                       lexicon_level(letters, 2) == 0;
    return (chars >= 2 && chars <= (two ? 4 : 3) && (two || has_surname(word) || given_tells)) ||
           (chars == NAME_MOST && wordlist_end(given, COUNT(given), word));
}

bool is_wide_name(struct str word)
{
    struct utf8 last = utf8_last(word);
    return utf8_solid(word) == 2 && utf8_has_blank(word) && has_usual_surname(word) &&
           str_has(str_of(of_given), str_slice(word, last.at, word.len));
}

bool looks_like_name(struct str word)
{
    bool word_too;
    return may_be_name(word, &word_too) && !word_too;
}
