/* SPDX-License-Identifier: MIT */
#include "page/variants.h"

#include "base/utf8.h"

/* Traditional and Simplified, side by side, three bytes each, by the remainder of the former: the
   compiler complains where two have the same. */
#define ROOM 930
#define PAIR(traditional, simplified) [(traditional) % ROOM] = {traditional, simplified}
static const uint32_t variants[ROOM][2] = {
    PAIR(U'來', U'来'), PAIR(U'個', U'个'), PAIR(U'傳', U'传'), PAIR(U'價', U'价'),
    PAIR(U'內', U'内'), PAIR(U'區', U'区'), PAIR(U'協', U'协'), PAIR(U'員', U'员'),
    PAIR(U'問', U'问'), PAIR(U'啟', U'启'), PAIR(U'國', U'国'), PAIR(U'圖', U'图'),
    PAIR(U'團', U'团'), PAIR(U'報', U'报'), PAIR(U'學', U'学'), PAIR(U'實', U'实'),
    PAIR(U'審', U'审'), PAIR(U'寫', U'写'), PAIR(U'將', U'将'), PAIR(U'專', U'专'),
    PAIR(U'對', U'对'), PAIR(U'導', U'导'), PAIR(U'廠', U'厂'), PAIR(U'廣', U'广'),
    PAIR(U'廳', U'厅'), PAIR(U'張', U'张'), PAIR(U'後', U'后'), PAIR(U'從', U'从'),
    PAIR(U'應', U'应'), PAIR(U'據', U'据'), PAIR(U'攝', U'摄'), PAIR(U'時', U'时'),
    PAIR(U'曆', U'历'), PAIR(U'會', U'会'), PAIR(U'業', U'业'), PAIR(U'歷', U'历'),
    PAIR(U'濟', U'济'), PAIR(U'為', U'为'), PAIR(U'熱', U'热'), PAIR(U'畫', U'画'),
    PAIR(U'發', U'发'), PAIR(U'節', U'节'), PAIR(U'簡', U'简'), PAIR(U'約', U'约'),
    PAIR(U'經', U'经'), PAIR(U'綜', U'综'), PAIR(U'網', U'网'), PAIR(U'緊', U'紧'),
    PAIR(U'線', U'线'), PAIR(U'編', U'编'), PAIR(U'縣', U'县'), PAIR(U'總', U'总'),
    PAIR(U'續', U'续'), PAIR(U'習', U'习'), PAIR(U'聞', U'闻'), PAIR(U'聲', U'声'),
    PAIR(U'與', U'与'), PAIR(U'處', U'处'), PAIR(U'號', U'号'), PAIR(U'見', U'见'),
    PAIR(U'計', U'计'), PAIR(U'訊', U'讯'), PAIR(U'記', U'记'), PAIR(U'訪', U'访'),
    PAIR(U'設', U'设'), PAIR(U'評', U'评'), PAIR(U'詩', U'诗'), PAIR(U'話', U'话'),
    PAIR(U'說', U'说'), PAIR(U'論', U'论'), PAIR(U'讀', U'读'), PAIR(U'讓', U'让'),
    PAIR(U'責', U'责'), PAIR(U'資', U'资'), PAIR(U'載', U'载'), PAIR(U'輯', U'辑'),
    PAIR(U'轉', U'转'), PAIR(U'辦', U'办'), PAIR(U'農', U'农'), PAIR(U'這', U'这'),
    PAIR(U'連', U'连'), PAIR(U'週', U'周'), PAIR(U'達', U'达'), PAIR(U'遺', U'遗'),
    PAIR(U'郵', U'邮'), PAIR(U'鄉', U'乡'), PAIR(U'醫', U'医'), PAIR(U'銀', U'银'),
    PAIR(U'鎮', U'镇'), PAIR(U'長', U'长'), PAIR(U'開', U'开'), PAIR(U'隊', U'队'),
    PAIR(U'際', U'际'), PAIR(U'電', U'电'), PAIR(U'頭', U'头'), PAIR(U'題', U'题'),
    PAIR(U'類', U'类'), PAIR(U'館', U'馆'), PAIR(U'體', U'体'),
};

/* The Simplified form of CODE, or 0. */
static uint32_t simplified(uint32_t code)
{
    const uint32_t *pair = variants[code % ROOM];
    return pair[0] == code ? pair[1] : 0;
}

static void put(char *at, uint32_t code)
{
    at[0] = (char)(0xe0 | code >> 12);
    at[1] = (char)(0x80 | (code >> 6 & 0x3f));
    at[2] = (char)(0x80 | (code & 0x3f));
}

struct str text_fold(struct folded *room, struct str s)
{
    bool copied = false;
    if (s.len > FOLDED_MAX)
        return s;
    for (struct utf8 c = utf8_first(s); c.len; c = utf8_next(s, c)) {
        uint32_t plain = simplified(c.code);
        if (!plain)
            continue;
        if (!copied)
            memcpy(room->bytes, s.ptr, s.len);
        copied = true;
        put(room->bytes + c.at, plain);
    }
    return copied ? (struct str){room->bytes, s.len} : s;
}
