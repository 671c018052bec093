/* SPDX-License-Identifier: MIT */
#include "page/common_words.h"

#include "base/utf8.h"
#include "page/lexicon.h"

#define LONGEST 4
#define COMMON_LEVEL 4 /* rarer words are often names themselves: 扎西, 卓玛 */

/* The characters of RUN at AT; 0 where they are too many or not Han alone. */
static size_t read_run(struct str run, uint32_t at[LONGEST])
{
    size_t len = 0;
    for (struct utf8 c = utf8_first(run); c.len; c = utf8_next(run, c)) {
        if (len == LONGEST || !utf8_is_han(c.code))
            return 0;
        at[len++] = c.code;
    }
    return len;
}

unsigned word_level(struct str word)
{
    uint32_t at[LONGEST];
    size_t len = read_run(word, at);
    return len > 0 ? lexicon_level(at, len) : 0;
}

bool is_common_words(struct str run)
{
    uint32_t at[LONGEST];
    size_t len = read_run(run, at);
    if (len == 0)
        return false;
    if (lexicon_level(at, len) >= COMMON_LEVEL)
        return true;
    for (size_t cut = 1; cut < len; cut++)
        if (len > 2 && lexicon_level(at, cut) >= COMMON_LEVEL &&
            lexicon_level(at + cut, len - cut) >= COMMON_LEVEL)
            return true;
    return false;
}
