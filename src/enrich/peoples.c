/* SPDX-License-Identifier: MIT */
#include "enrich/peoples.h"

#include "page/wordlist.h"

/* In the names of autonomous counties (自治县, 自治旗), of districts of theirs and of townships, in
   as many characters as are cut off. */
static const struct str peoples[] = {
    WORD("蒙古族"),   WORD("回族"),       WORD("藏族"),     WORD("维吾尔族"), WORD("苗族"),
    WORD("彝族"),     WORD("壮族"),       WORD("布依族"),   WORD("朝鲜族"),   WORD("满族"),
    WORD("侗族"),     WORD("瑶族"),       WORD("白族"),     WORD("土家族"),   WORD("哈尼族"),
    WORD("哈萨克族"), WORD("傣族"),       WORD("黎族"),     WORD("傈僳族"),   WORD("佤族"),
    WORD("畲族"),     WORD("拉祜族"),     WORD("水族"),     WORD("东乡族"),   WORD("纳西族"),
    WORD("景颇族"),   WORD("土族"),       WORD("达斡尔族"), WORD("仫佬族"),   WORD("羌族"),
    WORD("布朗族"),   WORD("撒拉族"),     WORD("毛南族"),   WORD("仡佬族"),   WORD("锡伯族"),
    WORD("普米族"),   WORD("怒族"),       WORD("鄂温克族"), WORD("保安族"),   WORD("裕固族"),
    WORD("独龙族"),   WORD("蒙古"),       WORD("哈萨克"),   WORD("柯尔克孜"), WORD("塔吉克"),
    WORD("锡伯"),     WORD("各族"),       WORD("民族"),     WORD("赫哲族"),   WORD("鄂伦春族"),
    WORD("俄罗斯族"), WORD("乌孜别克族"), WORD("塔吉克族"), WORD("塔塔尔族"), WORD("柯尔克孜族"),
    WORD("阿昌族"),   WORD("德昂族"),     WORD("门巴族"),   WORD("珞巴族"),   WORD("京族"),
    WORD("基诺族"),   WORD("自治"),
};

struct str without_peoples(struct str name)
{
    struct str people = STR("族");
    for (const struct str *cut; (cut = wordlist_end(peoples, COUNT(peoples), name));) {
        if (cut->len == name.len)
            return str_slice(name, 0, name.len - (str_ends(name, people) ? people.len : 0));
        name.len -= cut->len;
    }
    return name;
}

size_t peoples_len(struct str s)
{
    size_t len = 0;
    for (const struct str *people;
         (people = wordlist_start(peoples, COUNT(peoples), str_slice(s, len, s.len)));)
        len += people->len;
    return len;
}
