/* SPDX-License-Identifier: MIT */
#include "page/label_words.h"

#include "base/utf8.h"
#include "page/wordlist.h"

/* The longer before its beginning. */
static const struct str labels[] = {
    WORD("通讯员"),   WORD("通訊員"), WORD("记者"), WORD("記者"), WORD("实习生"),
    WORD("摄影报道"), WORD("摄影"),   WORD("攝影"), WORD("报道"),
};

/* Bytes of LABEL at AT of TEXT, its characters parted by blanks or not; 0: it is not there. */
static size_t label_len(struct str text, size_t at, struct str label)
{
    struct utf8 c = utf8_at(text, at);
    size_t end = at;
    for (struct utf8 want = utf8_first(label); want.len; want = utf8_next(label, want)) {
        while (want.at > 0 && utf8_is_blank(c.code))
            c = utf8_next(text, c);
        if (c.code != want.code)
            return 0;
        end = c.at + c.len;
        c = utf8_next(text, c);
    }
    return end - at;
}

size_t parted_label(struct str text, size_t at, struct str *label)
{
    for (size_t i = 0; i < COUNT(labels); i++) {
        size_t len = label_len(text, at, labels[i]);
        if (len <= labels[i].len)
            continue;
        *label = labels[i];
        return len;
    }
    return 0;
}
