/* SPDX-License-Identifier: MIT */
#include "page/decode.h"
#include "base/file.h"
#include "base/utf8.h"
#include "page/encoding.h"
#include "page/front_matter.h"
#include "page/signature.h"

#include <errno.h>
#include <iconv.h>
#include <utf8proc.h>

enum { TOLD_BAD = 5, FEW = 8 };

#define READS_WELL 0.3 /* share of common characters; GBK in traditional script has about 0.4 */

/* Bytes that could not be decoded. */
struct bad {
    size_t count;
    struct {
        size_t at, text_at; /* offset in the file and in the text */
        unsigned char byte;
    } first[TOLD_BAD];
};

/* Characters that are worth a word. */
struct survey {
    size_t chars;
    size_t controls, first_control;
    size_t privates, first_private; /* private use and unassigned */
};

/* A decoding under way. */
struct decoder {
    const struct encoding *encoding;
    struct str bytes; /* the whole file */
    size_t at;        /* how much of it is read */
    struct buf text;
    struct bad bad;
    struct survey survey;
};

/* Passes over what cannot be decoded at decoder->at. */
static void skip_bad(struct decoder *decoder)
{
    struct bad *bad = &decoder->bad;
    struct str rest = str_slice(decoder->bytes, decoder->at, decoder->bytes.len);
    if (bad->count < TOLD_BAD) {
        bad->first[bad->count].at = decoder->at;
        bad->first[bad->count].text_at = decoder->text.len;
        bad->first[bad->count].byte = (unsigned char)rest.ptr[0];
    }
    bad->count++;
    utf8_add(&decoder->text, 0xfffd);
    decoder->at += decoder->encoding->bad_len(rest);
}

static void decode_utf8(struct decoder *decoder)
{
    while (decoder->at < decoder->bytes.len) {
        struct str rest = str_slice(decoder->bytes, decoder->at, decoder->bytes.len);
        size_t good;
        if (utf8_valid(rest, &good))
            good = rest.len;
        buf_add(&decoder->text, rest.ptr, good);
        decoder->at += good;
        if (good < rest.len)
            skip_bad(decoder);
    }
}

/* iconv takes a pointer to char where it only reads. */
static char *iconv_in(const char *bytes)
{
    union {
        const char *bytes;
        char *in;
    } same = {bytes};
    return same.in;
}

/* Calls iconv once and appends what it makes. Returns 0, or what went wrong by errno. */
static int iconv_step(struct decoder *decoder, iconv_t iconv_to, char **in, size_t *in_left)
{
    char room[16 * 1024], *out = room;
    size_t out_left = sizeof room;
    size_t result = iconv(iconv_to, in, in_left, &out, &out_left);
    int error = result == (size_t)-1 ? errno : 0;
    buf_add(&decoder->text, room, (size_t)(out - room));
    return error;
}

/* Decodes as far as iconv gets; then asks it for what it may hold back (Big5-HKSCS has letters that
   an accent may follow). */
static void decode_run(struct decoder *decoder, iconv_t iconv_to)
{
    char *in = iconv_in(decoder->bytes.ptr + decoder->at);
    size_t in_left = decoder->bytes.len - decoder->at;
    while (iconv_step(decoder, iconv_to, &in, &in_left) == E2BIG)
        continue;
    decoder->at = decoder->bytes.len - in_left;
    iconv_step(decoder, iconv_to, NULL, NULL);
}

static void decode_iconv(struct decoder *decoder)
{
    iconv_t iconv_to = iconv_open("UTF-8", decoder->encoding->name);
    if ((intptr_t)iconv_to == -1)
        die("this system's iconv does not read %s: %s", decoder->encoding->name, strerror(errno));
    while (decoder->at < decoder->bytes.len) {
        decode_run(decoder, iconv_to);
        if (decoder->at < decoder->bytes.len)
            skip_bad(decoder);
    }
    iconv_close(iconv_to);
}

/* Han characters are taken for assigned: there are more of them in every edition of Unicode. */
static bool is_private(uint32_t code)
{
    if (code < 0x370 || (code >= 0x3000 && code < 0xa000) || utf8_is_han(code))
        return false;
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
    return category == UTF8PROC_CATEGORY_CO || category == UTF8PROC_CATEGORY_CN;
}

static struct survey survey_text(struct str text)
{
    struct survey survey = {0};
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        survey.chars++;
        if (utf8_is_forbidden(c.code)) {
            if (!survey.controls++)
                survey.first_control = c.at;
        } else if (is_private(c.code)) {
            if (!survey.privates++)
                survey.first_private = c.at;
        }
    }
    return survey;
}

static void tell_bad(struct page *page, const struct bad *bad)
{
    for (size_t i = 0; i < bad->count && i < TOLD_BAD; i++)
        diag_add(&page->diags, D_UNDECODABLE, page_place(page, bad->first[i].text_at),
                 "byte 0x%02X at offset %zu cannot be decoded as %s", bad->first[i].byte,
                 bad->first[i].at, page->encoding);
    if (bad->count > TOLD_BAD)
        diag_add(&page->diags, D_UNDECODABLE, (struct place){.file = page->path},
                 "%zu more that cannot be decoded as %s", bad->count - TOLD_BAD, page->encoding);
}

static void tell_survey(struct page *page, const struct survey *survey)
{
    struct utf8 control = utf8_at(page->text, survey->first_control);
    struct utf8 private = utf8_at(page->text, survey->first_private);
    if (survey->controls)
        diag_add(&page->diags, D_CONTROL, page_place(page, control.at),
                 "%zu control character%s, the first U+%04X", survey->controls,
                 survey->controls > 1 ? "s" : "", (unsigned)control.code);
    if (survey->privates)
        diag_add(&page->diags, D_PRIVATE_USE, page_place(page, private.at),
                 "%zu character%s that Unicode does not assign, the first U+%04X", survey->privates,
                 survey->privates > 1 ? "s" : "", (unsigned)private.code);
}

/* More damage than a text has. */
static bool is_binary(const struct decoder *decoder)
{
    const struct survey *survey = &decoder->survey;
    size_t bad = decoder->bad.count;
    return (survey->controls > FEW && survey->controls > survey->chars / 10) ||
           (bad > FEW && bad > survey->chars / 10 * 3);
}

/* Decodes the whole file, but for a byte order mark of MARK bytes. */
static void decode_as(struct decoder *decoder, const struct encoding *encoding, size_t mark)
{
    buf_reset(&decoder->text);
    decoder->encoding = encoding;
    decoder->at = mark;
    decoder->bad.count = 0;
    if (strcmp(encoding->name, "UTF-8") == 0)
        decode_utf8(decoder);
    else
        decode_iconv(decoder);
    decoder->survey = survey_text(buf_view(&decoder->text));
}

/* The encoding that front matter says, if that can be so. */
static const struct encoding *encoding_said(struct str bytes)
{
    const struct encoding *encoding = encoding_named(front_matter_encoding(bytes));
    return encoding && encoding_has_ascii(encoding) ? encoding : NULL;
}

/* Decodes as what the file says it is in, or, if it does not say so or cannot be read so, as what
   it looks like; *SHARE says how well that reads. */
static void decode_best(struct decoder *decoder, double *share)
{
    size_t mark = 0;
    const struct encoding *encoding = encoding_marked(decoder->bytes, &mark);
    if (!encoding)
        encoding = encoding_said(decoder->bytes);
    *share = 1;
    if (encoding)
        decode_as(decoder, encoding, mark);
    if (!encoding || (mark == 0 && is_binary(decoder)))
        decode_as(decoder, encoding_guess(decoder->bytes, share), 0);
}

static void tell_not_text(struct page *page, const struct decoder *decoder)
{
    diag_add(&page->diags, D_NOT_TEXT, (struct place){.file = page->path},
             "looks like binary data: of %zu characters %zu are controls, %zu cannot be decoded",
             decoder->survey.chars, decoder->survey.controls, decoder->bad.count);
}

static void tell_all(struct page *page, const struct decoder *decoder, double share)
{
    struct place place = {.file = page->path};
    if (share < READS_WELL)
        diag_add(&page->diags, D_ENCODING_UNSURE, place,
                 "does not read well in any encoding, best in %s: say the encoding in front matter",
                 page->encoding);
    tell_bad(page, &decoder->bad);
    tell_survey(page, &decoder->survey);
    if (utf8_all_blank(page->text))
        diag_add(&page->diags, D_PAGE_EMPTY, place, "%s",
                 page->text.len ? "holds nothing but blanks" : "empty");
}

static void decode_text(struct arena *keep, struct page *page, struct str bytes)
{
    struct decoder decoder = {.bytes = bytes};
    double share;
    decode_best(&decoder, &share);
    if (is_binary(&decoder)) {
        tell_not_text(page, &decoder);
    } else {
        page->encoding = decoder.encoding->name;
        page->text = str_dup(keep, buf_view(&decoder.text));
        tell_all(page, &decoder, share);
    }
    buf_clear(&decoder.text);
}

void page_tell_unread(struct diags *diags, struct str path, int error)
{
    struct place place = {.file = path};
    if (error == EFBIG)
        diag_add(diags, D_PAGE_TOO_LARGE, place,
                 "larger than %zu MiB: cut it into a file for each page or issue",
                 PAGE_MAX_BYTES >> 20);
    else
        diag_add(diags, is_of_machine(error) ? D_FILE_FAULT : D_FILE_UNREADABLE, place,
                 "cannot be read: %s", strerror(error));
}

void page_decode(struct arena *keep, struct page *page, struct str bytes)
{
    struct place place = {.file = page->path};
    page->encoding = "";
    if (bytes.len > PAGE_MAX_BYTES) {
        page_tell_unread(&page->diags, page->path, EFBIG);
        return;
    }
    const char *means = signature_find(bytes);
    if (means)
        diag_add(&page->diags, D_NOT_TEXT, place, "looks like %s", means);
    else
        decode_text(keep, page, bytes);
}
