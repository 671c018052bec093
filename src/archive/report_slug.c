/* SPDX-License-Identifier: MIT */
#include "archive/report_slug.h"

#include "page/cues.h"

/* The words that open a report end with 讯, 电 or 消息; starts_report() saw to it that one is near.
 */
size_t report_slug_len(struct str text)
{
    static const struct str ends[] = {
        {"讯", sizeof "讯" - 1}, {"电", sizeof "电" - 1}, {"消息", sizeof "消息" - 1}};
    if (!starts_report(text))
        return 0;
    size_t len = text.len;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = str_find(text, ends[i], 0);
        if (at != SIZE_MAX && at + ends[i].len < len)
            len = at + ends[i].len;
    }
    return len;
}
