/* SPDX-License-Identifier: MIT */
#include "page/encoding.h"
#include "base/utf8.h"

enum { LONGEST_NAME = 24 };

#define READS_AS_UTF16 0.9 /* share of units; in the wrong order of bytes it is about 0.3 */

static size_t bad_byte(struct str rest)
{
    (void)rest;
    return 1;
}

static size_t bad_unit(struct str rest)
{
    return rest.len < 2 ? 1 : 2;
}

static bool is_gb_lead(unsigned char byte)
{
    return byte >= 0x81 && byte <= 0xfe;
}

static bool is_gb_digit(unsigned char byte)
{
    return byte >= 0x30 && byte <= 0x39;
}

static bool is_gb_four(const unsigned char *p, size_t room)
{
    return room >= 4 && is_gb_lead(p[0]) && is_gb_digit(p[1]) && is_gb_lead(p[2]) &&
           is_gb_digit(p[3]);
}

/* A pair that is well formed but not assigned goes as one; else what follows would fall out of
   step. An ASCII byte after a lead byte is a character of its own. */
static size_t bad_pair(struct str rest)
{
    const unsigned char *p = (const unsigned char *)rest.ptr;
    if (is_gb_four(p, rest.len))
        return 4;
    return rest.len >= 2 && is_gb_lead(p[0]) && p[1] >= 0x80 && p[1] <= 0xfe ? 2 : 1;
}

enum { UTF_8, GB18030, BIG5, BIG5_HKSCS, UTF_16LE, UTF_16BE, ENCODING_COUNT };

static const struct encoding encodings[ENCODING_COUNT] = {
    [UTF_8] = {"UTF-8", "utf-8 utf8 ", bad_byte},
    [GB18030] = {"GB18030", "gb18030 gb-18030 gbk gb2312 gb-2312 cp936 euc-cn ", bad_pair},
    [BIG5] = {"Big5", "big5 big-5 cp950 ", bad_pair},
    [BIG5_HKSCS] = {"Big5-HKSCS", "big5-hkscs big5hkscs ", bad_pair},
    [UTF_16LE] = {"UTF-16LE", "utf-16le utf-16 utf16 ", bad_unit},
    [UTF_16BE] = {"UTF-16BE", "utf-16be utf-16 utf16 ", bad_unit},
};

bool encoding_has_name(const struct encoding *encoding, struct str name)
{
    char wanted[LONGEST_NAME];
    if (name.len == 0 || name.len > sizeof wanted)
        return false;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        wanted[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c == '_' ? '-' : c;
    }
    struct str names = str_of(encoding->names);
    while (names.len) {
        if (str_eq(str_cut(&names, ' '), (struct str){wanted, name.len}))
            return true;
    }
    return false;
}

const struct encoding *encoding_named(struct str name)
{
    for (size_t i = 0; i < ENCODING_COUNT; i++) {
        if (encoding_has_name(&encodings[i], name))
            return &encodings[i];
    }
    return NULL;
}

bool encoding_has_ascii(const struct encoding *encoding)
{
    return encoding->bad_len != bad_unit;
}

const struct encoding *encoding_marked(struct str bytes, size_t *mark_len)
{
    static const struct {
        struct str mark;
        int encoding;
    } marks[] = {
        {{"\xef\xbb\xbf", 3}, UTF_8},
        {{"\xff\xfe", 2}, UTF_16LE},
        {{"\xfe\xff", 2}, UTF_16BE},
        {{"\x84\x31\x95\x33", 4}, GB18030},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (str_starts(bytes, marks[i].mark)) {
            *mark_len = marks[i].mark.len;
            return &encodings[marks[i].encoding];
        }
    }
    return NULL;
}

/* How much of a text reads as Chinese, and how much does not. */
struct tally {
    size_t good, bad;
};

static double tally_share(struct tally tally)
{
    size_t all = tally.good + tally.bad;
    return all ? (double)tally.good / (double)all : 0;
}

/* Pairs with a lead byte: common Han characters are good, rows of signs do not count. */
static struct tally tally_pairs(struct str bytes, int (*judge)(unsigned lead, unsigned trail))
{
    struct tally tally = {0};
    const unsigned char *p = (const unsigned char *)bytes.ptr;
    for (size_t i = 0; i < bytes.len;) {
        struct str rest = str_slice(bytes, i, bytes.len);
        if (p[i] < 0x80) {
            i++;
            continue;
        }
        size_t len = is_gb_four(p + i, rest.len) ? 4 : rest.len >= 2 && p[i + 1] >= 0x40 ? 2 : 1;
        int verdict = len == 2 ? judge(p[i], p[i + 1]) : -1;
        tally.good += verdict > 0;
        tally.bad += verdict < 0;
        i += len;
    }
    return tally;
}

static int judge_gb(unsigned lead, unsigned trail)
{
    bool gb2312 = trail >= 0xa1 && trail <= 0xfe;
    if (gb2312 && lead >= 0xa1 && lead <= 0xa9)
        return 0;
    return gb2312 && lead >= 0xb0 && lead <= 0xd7 ? 1 : -1;
}

static int judge_big5(unsigned lead, unsigned trail)
{
    bool big5 = (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe);
    if (big5 && lead >= 0xa1 && lead <= 0xa3)
        return 0;
    return big5 && lead >= 0xa4 && lead <= 0xc6 ? 1 : -1;
}

/* Sequences of three and four bytes, as Han characters have them, are good. */
static struct tally tally_utf8(struct str bytes)
{
    struct tally tally = {0};
    while (bytes.len) {
        size_t bad;
        bool valid = utf8_valid(bytes, &bad);
        struct str good = valid ? bytes : str_slice(bytes, 0, bad);
        for (struct utf8 c = utf8_first(good); c.len; c = utf8_next(good, c)) {
            tally.good += c.len > 2;
            tally.bad += c.len == 2;
        }
        tally.bad += !valid;
        bytes = str_slice(bytes, valid ? bytes.len : bad + 1, bytes.len);
    }
    return tally;
}

static bool is_page_unit(unsigned unit)
{
    return (unit >= 0x20 && unit < 0x7f) || (unit >= 0x09 && unit <= 0x0d) ||
           (unit >= 0x2000 && unit < 0x2700) || (unit >= 0x3000 && unit < 0x3040) ||
           (unit >= 0x4e00 && unit < 0xa000) || unit >= 0xff00;
}

/* Units of two bytes, of the kinds that a Chinese page is made of. */
static struct tally tally_utf16(struct str bytes, bool big_endian)
{
    struct tally tally = {0};
    const unsigned char *p = (const unsigned char *)bytes.ptr;
    for (size_t i = 0; i + 1 < bytes.len; i += 2) {
        unsigned unit = big_endian ? p[i] * 256u + p[i + 1] : p[i + 1] * 256u + p[i];
        if (is_page_unit(unit))
            tally.good++;
        else
            tally.bad++;
    }
    return tally;
}

/* Zero bytes, and bytes that are not ASCII. */
static size_t count_bytes(struct str bytes, size_t *not_ascii)
{
    size_t zeros = 0;
    *not_ascii = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        zeros += bytes.ptr[i] == '\0';
        *not_ascii += (unsigned char)bytes.ptr[i] >= 0x80;
    }
    return zeros;
}

/* UTF-16, told by the zeros of its line ends, digits and letters. NULL: it is something else. ASCII
   taken two by two would read as Chinese too, so a quarter has to be zeros or no ASCII. */
static const struct encoding *guess_utf16(struct str bytes)
{
    size_t not_ascii, zeros = count_bytes(bytes, &not_ascii);
    if (zeros == 0 || zeros + not_ascii < bytes.len / 4)
        return NULL;
    double little = tally_share(tally_utf16(bytes, false));
    double big = tally_share(tally_utf16(bytes, true));
    if (little < READS_AS_UTF16 && big < READS_AS_UTF16)
        return NULL;
    return &encodings[little >= big ? UTF_16LE : UTF_16BE];
}

const struct encoding *encoding_guess(struct str bytes, double *share)
{
    size_t bad, not_ascii;
    bool valid = utf8_valid(bytes, &bad);
    *share = 1;
    if (valid && count_bytes(bytes, &not_ascii) <= bytes.len / 4)
        return &encodings[UTF_8];
    const struct encoding *utf16 = guess_utf16(bytes);
    if (utf16 || valid)
        return utf16 ? utf16 : &encodings[UTF_8];

    double gb = tally_share(tally_pairs(bytes, judge_gb));
    double big5 = tally_share(tally_pairs(bytes, judge_big5));
    double utf8 = tally_share(tally_utf8(bytes));
    *share = gb > big5 ? gb : big5;
    if (utf8 > *share) {
        *share = utf8;
        return &encodings[UTF_8];
    }
    return &encodings[gb >= big5 ? GB18030 : BIG5];
}
