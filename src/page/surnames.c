/* SPDX-License-Identifier: MIT */
#include "page/surnames.h"

#include "base/utf8.h"
#include "page/lexicon.h"
#include "page/wordlist.h"

#define NAME_MOST 4 /* characters */

/* The commonest of data/surnames.tsv, without those that are common words, and their Traditional
   forms, rising. */
static bool is_surname(uint32_t code)
{
    static const uint32_t surnames[] =
        U"丁万严丰乌乐乔乜习于云井仇付仰仲任伊伍伏何余侯俞倪倫傅储元兰关冀冉冯冷凌凤刁刘利"
        U"别劉劳勾包匡區华卓单卜卞卢卫印危厉厍双古史叶司吉向吕吳吴呂周和咸唐單喻嚴堵夏夔奚"
        U"姚姜姬娄孔孙孟季孫宁安宋宓宗宣宦宫宰容宿寇富寿封尚尤尹居屈屠山岑崔嵇巢左巩巫巴师"
        U"席常干平幸广庄应庞康庾廉廖弓弘张張强彭徐徒怀惠慎慕戈戎成戚戴房扈扶支敖文方於施时"
        U"昌明易昝晁晏景暨暴曲曹曾朱权李杜束杨杭松林柏查柯柳柴栾桂桑梁梅楊樂樊欧歐步武殳段"
        U"殷毋毕毛水江池汤汪汲沃沈沙洪浦温游湛湯溫滑滕满潘濮焦熊燕牛牧狄王班璩甄甘田申畢白"
        U"皮盛盧瞿石祁祖祝禄禹秋秦程穆窦章童竺符简管範簡籍米糜紀索红纪缪罗羅羊羿翁翟耿聂聶"
        U"肖胡胥臧舒艾芦芮花苍苏苗范茅茹荀荆荣莊莘莫萧葉葛董蒋蒙蒯蒲蓝蓟蓬蔚蔡蔣蔺蕭薄薛蘇"
        U"虞融衡袁裘裴褚覃解許訾詹謝譚计许诸谈谢谭谷費賀賈贝贡贲费贺贾赖赵越趙路辛边逄週邓"
        U"邢那邬邰邱邴邵邹郁郎郏郑郗郜郝郦郭鄂鄒鄧鄭鄺酆金錢鍾钟钭钮钱閻關闫闵闻阎阙阚阮阴"
        U"陆陈陳陶陸陽隆隗雍雷霍靳鞠韓韦韩韶項项须顾颜餘饶馬馮马骆高魏鮑鱼鲁鲍麻黃黄黎齊齐"
        U"龍龐龔龙龚";
    size_t low = 0, high = sizeof surnames / sizeof *surnames - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (surnames[middle] < code)
            low = middle + 1;
        else
            high = middle;
    }
    return surnames[low] == code;
}

bool may_be_name(struct str word, bool *word_too)
{
    uint32_t letters[NAME_MOST];
    static const struct str doubles[] = {WORD("欧阳"), WORD("司马"), WORD("上官"), WORD("诸葛"),
                                         WORD("司徒"), WORD("皇甫"), WORD("东方"), WORD("尉迟"),
                                         WORD("公孙"), WORD("慕容"), WORD("令狐"), WORD("宇文"),
                                         WORD("长孙"), WORD("鲜于"), WORD("司空"), WORD("夏侯"),
                                         WORD("轩辕"), WORD("端木"), WORD("万俟"), WORD("澹台")};
    size_t chars = 0;
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c))
        if (!utf8_is_blank(c.code)) {
            if (!utf8_is_han(c.code) || chars == NAME_MOST)
                return false;
            letters[chars++] = c.code;
        }
    bool two = wordlist_start(doubles, COUNT(doubles), word);
    *word_too = chars >= 2 && lexicon_level(letters, chars) > 0;
    return chars >= 2 && chars <= (two ? 4 : 3) && (two || is_surname(utf8_first(word).code));
}

bool looks_like_name(struct str word)
{
    bool word_too;
    return may_be_name(word, &word_too) && !word_too;
}
