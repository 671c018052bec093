/* SPDX-License-Identifier: MIT */
#include "page/body_names.h"

#include "base/utf8.h"
#include "page/name_words.h"
#include "page/wordlist.h"

/* Last words of the name of a body that can sign. */
static const struct str body_ends[] = {
    WORD("局"),     WORD("委"),     WORD("办"),     WORD("部"),     WORD("厅"),     WORD("处"),
    WORD("科"),     WORD("院"),     WORD("站"),     WORD("所"),     WORD("社"),     WORD("会"),
    WORD("队"),     WORD("馆"),     WORD("校"),     WORD("县"),     WORD("区"),     WORD("乡"),
    WORD("镇"),     WORD("村"),     WORD("团"),     WORD("中心"),   WORD("公司"),   WORD("集团"),
    WORD("政府"),   WORD("街道"),   WORD("学校"),   WORD("中学"),   WORD("小学"),   WORD("大学"),
    WORD("医院"),   WORD("银行"),   WORD("法院"),   WORD("协会"),   WORD("支队"),   WORD("大队"),
    WORD("媒体"),   WORD("日报"),   WORD("晚报"),   WORD("小组"),   WORD("指挥部"), WORD("办公室"),
    WORD("作协"),   WORD("文联"),   WORD("美协"),   WORD("书协"),   WORD("科协"),   WORD("妇联"),
    WORD("侨联"),   WORD("残联"),   WORD("党组"),   WORD("厂"),     WORD("公安"),   WORD("工会"),
    WORD("气象台"), WORD("电视台"), WORD("电台"),   WORD("法庭"),   WORD("合作社"), WORD("通讯组"),
    WORD("报道组"), WORD("课题组"), WORD("调研组"), WORD("调查组"), WORD("股"),     WORD("咨询台"),
};

/* The same of parts of courts and of roads. */
static const struct str part_ends[] = {
    WORD("一庭"), WORD("二庭"), WORD("三庭"), WORD("审判庭"), WORD("行政庭"),
    WORD("刑庭"), WORD("民庭"), WORD("总段"), WORD("工务段"), WORD("公路段"),
};

bool ends_like_part(struct str word)
{
    return wordlist_end(part_ends, COUNT(part_ends), word);
}

bool is_body_name(struct str word)
{
    size_t chars = utf8_count(word);
    if (chars < 3 || chars > BODY_NAME_CHARS ||
        !(wordlist_end(body_ends, COUNT(body_ends), word) || ends_like_part(word)))
        return false;
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c))
        if (!utf8_is_han(c.code) && !utf8_is_alnum(c.code))
            return false;
    static const struct str addresses[] = {WORD("致编辑"), WORD("致读者"), WORD("致全"),
                                           WORD("致广大"), WORD("致家长"), WORD("致市民")};
    return !wordlist_start(addresses, COUNT(addresses), word) && !begins_clause(word) &&
           !ends_like_title(word) && !tells_of_doing(word);
}

bool ends_like_place(struct str word)
{
    static const struct str levels[] = {WORD("县"),   WORD("区"),   WORD("市"),  WORD("镇"),
                                        WORD("乡"),   WORD("村"),   WORD("旗"),  WORD("街道"),
                                        WORD("街"),   WORD("路"),   WORD("巷"),  WORD("社区"),
                                        WORD("公社"), WORD("大队"), WORD("屯"),  WORD("寨"),
                                        WORD("组"),   WORD("林场"), WORD("农场")};
    return utf8_count(word) > 1 && wordlist_end(levels, COUNT(levels), word);
}
