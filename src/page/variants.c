/* SPDX-License-Identifier: MIT */
#include "page/variants.h"

#include "base/utf8.h"

/* Traditional and Simplified, side by side, three bytes each, rising. */
static const uint32_t variants[][2] = {
    {U'來', U'来'}, {U'個', U'个'}, {U'傳', U'传'}, {U'價', U'价'}, {U'內', U'内'}, {U'區', U'区'},
    {U'協', U'协'}, {U'員', U'员'}, {U'問', U'问'}, {U'啟', U'启'}, {U'國', U'国'}, {U'圖', U'图'},
    {U'團', U'团'}, {U'報', U'报'}, {U'學', U'学'}, {U'實', U'实'}, {U'審', U'审'}, {U'寫', U'写'},
    {U'將', U'将'}, {U'專', U'专'}, {U'對', U'对'}, {U'導', U'导'}, {U'廠', U'厂'}, {U'廣', U'广'},
    {U'廳', U'厅'}, {U'張', U'张'}, {U'後', U'后'}, {U'從', U'从'}, {U'應', U'应'}, {U'據', U'据'},
    {U'攝', U'摄'}, {U'時', U'时'}, {U'曆', U'历'}, {U'會', U'会'}, {U'業', U'业'}, {U'歷', U'历'},
    {U'濟', U'济'}, {U'為', U'为'}, {U'熱', U'热'}, {U'畫', U'画'}, {U'發', U'发'}, {U'節', U'节'},
    {U'簡', U'简'}, {U'約', U'约'}, {U'經', U'经'}, {U'綜', U'综'}, {U'網', U'网'}, {U'緊', U'紧'},
    {U'線', U'线'}, {U'編', U'编'}, {U'縣', U'县'}, {U'總', U'总'}, {U'續', U'续'}, {U'習', U'习'},
    {U'聞', U'闻'}, {U'聲', U'声'}, {U'與', U'与'}, {U'處', U'处'}, {U'號', U'号'}, {U'見', U'见'},
    {U'計', U'计'}, {U'訊', U'讯'}, {U'記', U'记'}, {U'訪', U'访'}, {U'設', U'设'}, {U'評', U'评'},
    {U'詩', U'诗'}, {U'話', U'话'}, {U'說', U'说'}, {U'論', U'论'}, {U'讀', U'读'}, {U'讓', U'让'},
    {U'責', U'责'}, {U'資', U'资'}, {U'載', U'载'}, {U'輯', U'辑'}, {U'轉', U'转'}, {U'辦', U'办'},
    {U'農', U'农'}, {U'這', U'这'}, {U'連', U'连'}, {U'週', U'周'}, {U'達', U'达'}, {U'遺', U'遗'},
    {U'郵', U'邮'}, {U'鄉', U'乡'}, {U'醫', U'医'}, {U'銀', U'银'}, {U'鎮', U'镇'}, {U'長', U'长'},
    {U'開', U'开'}, {U'隊', U'队'}, {U'際', U'际'}, {U'電', U'电'}, {U'頭', U'头'}, {U'題', U'题'},
    {U'類', U'类'}, {U'館', U'馆'}, {U'體', U'体'},
};

/* The Simplified form of CODE, or 0. */
static uint32_t simplified(uint32_t code)
{
    size_t low = 0, high = sizeof variants / sizeof *variants;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (variants[middle][0] == code)
            return variants[middle][1];
        if (variants[middle][0] < code)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
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
        uint32_t plain = utf8_is_han(c.code) ? simplified(c.code) : 0;
        if (!plain || c.len != 3)
            continue;
        if (!copied)
            memcpy(room->bytes, s.ptr, s.len);
        copied = true;
        put(room->bytes + c.at, plain);
    }
    return copied ? (struct str){room->bytes, s.len} : s;
}
