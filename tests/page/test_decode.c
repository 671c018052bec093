/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include <iconv.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "page/decode.h"

#define LITERAL(literal)            \
    {                               \
        literal, sizeof literal - 1 \
    } /* in a table */
#define BYTES(literal) ((struct str)LITERAL(literal))

/* A passage of mainland news, and one in traditional characters. */
#define SIMPLIFIED                                                                                                                 \
    "本报讯（记者 张三）10月17日，全县秋粮收购工作会议召开。会议强调，各乡镇要压实责任，\n" \
    "确保颗粒归仓。今年以来，该县累计建成高标准农田3.2万亩，受益群众1200余户。\n"
#define TRADITIONAL                                                                                                                \
    "本報訊（記者 張三）10月17日，全縣秋糧收購工作會議召開。會議強調，各鄉鎮要壓實責任，\n" \
    "確保顆粒歸倉。今年以來，該縣累計建成高標準農田3.2萬畝，受益群眾1200餘戶。\n"

/* What each test works on. */
struct fixture {
    struct arena keep;
    struct page page;
};

static int setup(void **state)
{
    *state = test_calloc(1, sizeof(struct fixture));
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    arena_clear(&f->keep);
    test_free(f);
    return 0;
}

static struct page *decode(struct fixture *f, struct str bytes)
{
    f->page = (struct page){.path = STR("x.txt"), .diags.keep = &f->keep};
    page_decode(&f->keep, &f->page, bytes);
    return &f->page;
}

/* TEXT in another encoding. */
static struct str encode(struct fixture *f, const char *encoding, struct str text)
{
    iconv_t to = iconv_open(encoding, "UTF-8");
    assert_true(to != (iconv_t)-1);
    char *in = (char *)(uintptr_t)text.ptr;
    size_t in_left = text.len, out_left = text.len * 4 + 8, room = out_left;
    char *bytes = arena_alloc(&f->keep, room), *out = bytes;
    assert_int_not_equal(iconv(to, &in, &in_left, &out, &out_left), -1);
    iconv_close(to);
    return (struct str){bytes, room - out_left};
}

static void assert_read(const struct page *page, const char *encoding, struct str text)
{
    assert_string_equal(page->encoding, encoding);
    assert_int_equal(page->text.len, text.len);
    assert_memory_equal(page->text.ptr, text.ptr, text.len);
    assert_int_equal(page->diags.len, 0);
}

/* That the finding I has this id and prints so. */
static void assert_told(const struct page *page, size_t i, const char *line)
{
    struct buf out = {0};
    assert_true(i < page->diags.len);
    diag_print(&out, &page->diags.at[i]);
    assert_str(buf_view(&out), line);
    buf_clear(&out);
}

static void test_every_encoding_is_guessed(void **state)
{
    static const struct {
        const char *iconv, *name;
        const char *text;
    } cases[] = {
        {"UTF-8", "UTF-8", SIMPLIFIED},
        {"GB18030", "GB18030", SIMPLIFIED},
        {"UTF-16LE", "UTF-16LE", SIMPLIFIED},
        {"UTF-16BE", "UTF-16BE", SIMPLIFIED},
        {"UTF-8", "UTF-8", TRADITIONAL},
        {"GB18030", "GB18030", TRADITIONAL},
        {"BIG5", "Big5", TRADITIONAL},
        {"UTF-16LE", "UTF-16LE", TRADITIONAL},
        {"UTF-16BE", "UTF-16BE", TRADITIONAL},
        {"UTF-8", "UTF-8", "plain ASCII\n"},
        {"UTF-16LE", "UTF-16LE", "plain ASCII\n"},
        {"UTF-16BE", "UTF-16BE", "plain ASCII\n"},
        {"UTF-16LE", "UTF-16LE", "一开最\n"},
        {"UTF-16BE", "UTF-16BE", "一开最\n"},
        {"GB18030", "GB18030", "县"},
        {"GB18030", "GB18030", "县报\r\n\f文存"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str text = str_of(cases[i].text);
        assert_read(decode(f, encode(f, cases[i].iconv, text)), cases[i].name, text);
    }
}

static void test_one_zero_makes_utf16_of_chinese_alone(void **state)
{
    struct fixture *f = *state;
    struct buf text = {0};
    for (int i = 0; i < 200; i++)
        buf_str(&text, STR("本报讯，全县秋粮收购工作会议召开。"));
    buf_byte(&text, '\n');
    assert_read(decode(f, encode(f, "UTF-16LE", buf_view(&text))), "UTF-16LE", buf_view(&text));
    assert_read(decode(f, encode(f, "UTF-16BE", buf_view(&text))), "UTF-16BE", buf_view(&text));
    buf_clear(&text);

    struct page *page =
        decode(f, BYTES("plain words in Latin script, a zero \0 and \xe9 in them, or so\n"));
    assert_string_not_equal(page->encoding, "UTF-16LE");
    assert_string_not_equal(page->encoding, "UTF-16BE");
    assert_int_equal(page->text.ptr[0], 'p');
}

static void test_rare_characters_of_gb18030(void **state)
{
    struct fixture *f = *state;
    struct str text = STR(SIMPLIFIED "李𬱖、王㛃、赵䶮等。\n");
    assert_read(decode(f, encode(f, "GB18030", text)), "GB18030", text);
}

static void test_byte_order_marks(void **state)
{
    struct fixture *f = *state;
    assert_read(decode(f, BYTES("\xef\xbb\xbf县")), "UTF-8", STR("县"));
    assert_read(decode(f, BYTES("\xff\xfe\xbf\x53")), "UTF-16LE", STR("县"));
    assert_read(decode(f, BYTES("\xfe\xff\x53\xbf")), "UTF-16BE", STR("县"));
    assert_read(decode(f, BYTES("\x84\x31\x95\x33\xcf\xd8")), "GB18030", STR("县"));
    assert_read(decode(f, BYTES("\xef\xbb\xbf\xef\xbb\xbf县")), "UTF-8", STR("\ufeff县"));
}

static void test_mark_wins_over_front_matter(void **state)
{
    struct fixture *f = *state;
    struct str text = STR("---\nencoding: gbk\n---\n县\n");
    struct str bytes = str_format(&f->keep, "\xef\xbb\xbf%.*s", STR_FMT(text));
    assert_read(decode(f, bytes), "UTF-8", text);
}

static void test_front_matter_wins_over_looks(void **state)
{
    struct fixture *f = *state;
    struct str big5 = encode(f, "BIG5", STR("---\nencoding: Big5\n---\n縣\n"));
    assert_read(decode(f, big5), "Big5", STR("---\nencoding: Big5\n---\n縣\n"));
    struct str looks_gb = encode(f, "BIG5", STR("縣報\n"));
    assert_string_equal(decode(f, looks_gb)->encoding, "GB18030");
    assert_string_equal(decode(f, STR("---\nencoding: GB2312\n---\n县\n"))->encoding, "GB18030");
    assert_string_equal(decode(f, STR("---\nencoding: klingon\n---\n县\n"))->encoding, "UTF-8");
    assert_string_equal(decode(f, STR("---\nencoding: utf-16\n---\n县\n"))->encoding, "UTF-8");
}

static void test_front_matter_that_cannot_be_so(void **state)
{
    struct fixture *f = *state;
    struct str text = STR("---\nencoding: UTF-8\n---\n" SIMPLIFIED);
    assert_read(decode(f, encode(f, "GB18030", text)), "GB18030", text);
}

static void test_damaged_utf8(void **state)
{
    struct fixture *f = *state;
    struct page *page = decode(f, BYTES("第一行\n你好\xff世界\xe4\xbd"));
    assert_string_equal(page->encoding, "UTF-8");
    assert_str(page->text, "第一行\n你好\ufffd世界\ufffd\ufffd");
    assert_int_equal(page->diags.len, 3);
    assert_told(page, 0,
                "x.txt:2:3: warning: byte 0xFF at offset 16 cannot be decoded as UTF-8; "
                "shown as U+FFFD\n");
    assert_told(page, 1,
                "x.txt:2:6: warning: byte 0xE4 at offset 23 cannot be decoded as UTF-8; "
                "shown as U+FFFD\n");
}

static void test_surrogates_in_utf8_are_damage(void **state)
{
    struct page *page = decode(*state, BYTES("县县县\xed\xa0\x80"));
    assert_str(page->text, "县县县\ufffd\ufffd\ufffd");
}

static void test_damaged_gb18030(void **state)
{
    struct fixture *f = *state;
    struct buf bytes = {0};
    buf_str(&bytes, encode(f, "GB18030", STR(SIMPLIFIED)));
    size_t at = bytes.len;
    buf_str(&bytes, BYTES("\xff\xcf\xd8\x80\n\xcf\n\xcf\xd8\xcf"));
    struct page *page = decode(f, buf_view(&bytes));
    assert_string_equal(page->encoding, "GB18030");
    assert_str(str_slice(page->text, sizeof SIMPLIFIED - 1, page->text.len),
               "\ufffd县\ufffd\n\ufffd\n县\ufffd");
    assert_int_equal(page->diags.len, 4);
    assert_told(page, 0,
                str_format(&f->keep,
                           "x.txt:3:1: warning: byte 0xFF at offset %zu cannot be "
                           "decoded as GB18030; shown as U+FFFD\n",
                           at)
                    .ptr);
    buf_clear(&bytes);
}

static void test_pairs_without_a_character_are_one(void **state)
{
    struct fixture *f = *state;
    assert_str(decode(f, BYTES("\xcf\xd8\xcf\xd8\x84\x31\xa5\x30\xcf\xd8"))->text, "县县\ufffd县");
    assert_str(
        decode(f, BYTES("---\nencoding: big5\n---\n\xbf\xa4\xff\xbf\xa4\xa3\xe2\xbf\xa4"))->text,
        "---\nencoding: big5\n---\n縣\ufffd縣\ufffd縣");
}

static void test_what_iconv_holds_back(void **state)
{
    struct page *page =
        decode(*state, BYTES("---\nencoding: big5-hkscs\n---\n\x88\x66\xff\x88\x66"));
    assert_string_equal(page->encoding, "Big5-HKSCS");
    assert_str(page->text, "---\nencoding: big5-hkscs\n---\nÊ\ufffdÊ");
}

static void test_many_undecodable_are_counted(void **state)
{
    struct fixture *f = *state;
    struct buf bytes = {0};
    for (int i = 0; i < 20; i++)
        buf_str(&bytes, BYTES("县报文存县报文存\xff\n"));
    struct page *page = decode(f, buf_view(&bytes));
    assert_int_equal(page->diags.len, 6);
    assert_told(page, 5,
                "x.txt: warning: 15 more that cannot be decoded as UTF-8; shown as "
                "U+FFFD\n");
    buf_clear(&bytes);
}

static void test_lone_surrogates_in_utf16(void **state)
{
    struct fixture *f = *state;
    struct page *page = decode(f, BYTES("\xff\xfe\xbf\x53\x00\xd8\xbf\x53\x00\xdc\xbf\x53\xbf"));
    assert_str(page->text, "县\ufffd县\ufffd县\ufffd");
    assert_int_equal(page->diags.len, 3);
    assert_told(page, 0,
                "x.txt:1:2: warning: byte 0x00 at offset 4 cannot be decoded as UTF-16LE; "
                "shown as U+FFFD\n");
}

static void test_controls_are_kept_and_told(void **state)
{
    struct fixture *f = *state;
    struct page *page = decode(f, BYTES("县\n报\0文\x1b存\x7f\xc2\x80\xef\xbf\xbf\n"));
    assert_string_equal(page->encoding, "UTF-8");
    assert_int_equal(page->text.len, 4 * 3 + 5 + 2 + 3);
    assert_int_equal(page->diags.len, 1);
    assert_told(page, 0,
                "x.txt:2:2: warning: 5 control characters, the first U+0000; shown as "
                "U+FFFD\n");
    page = decode(f, BYTES("县\x01"));
    assert_told(page, 0,
                "x.txt:1:2: warning: 1 control character, the first U+0001; shown as "
                "U+FFFD\n");
    assert_int_equal(decode(f, STR("县\t\r\n\f"))->diags.len, 0);
}

static void test_private_and_unassigned_are_kept_and_told(void **state)
{
    struct fixture *f = *state;
    struct page *page = decode(f, STR("县\n报\ue000\u0378文\n"));
    assert_str(page->text, "县\n报\ue000\u0378文\n");
    assert_int_equal(page->diags.len, 1);
    assert_told(page, 0,
                "x.txt:2:2: warning: 2 characters that Unicode does not assign, the first "
                "U+E000; kept as it is\n");
    page = decode(f, BYTES("\xcf\xd8\xcf\xd8\xaa\xa1"));
    assert_str(page->text, "县县\ue000");
    assert_told(page, 0,
                "x.txt:1:3: warning: 1 character that Unicode does not assign, the first "
                "U+E000; kept as it is\n");
    assert_int_equal(decode(f, STR("é α ☆ 한 ㍿ ﷺ 😀 𰻞 ㈠ 龘\n"))->diags.len, 0);
}

static void test_empty_and_blank(void **state)
{
    struct page *page = decode(*state, STR_NONE);
    assert_int_equal(page->text.len, 0);
    assert_told(page, 0, "x.txt: warning: empty; no stories in it\n");
    assert_told(decode(*state, BYTES("\xef\xbb\xbf")), 0,
                "x.txt: warning: empty; no stories in it\n");
    page = decode(*state, STR(" \r\n\f\t\u3000\n"));
    assert_int_equal(page->diags.len, 1);
    assert_told(page, 0, "x.txt: warning: holds nothing but blanks; no stories in it\n");
}

static void test_files_that_are_not_text(void **state)
{
    static const struct {
        struct str bytes;
        const char *says;
    } cases[] = {
        {LITERAL("%PDF-1.7\n县"), "looks like a PDF: take its text out first, e.g. with pdftotext"},
        {LITERAL("\x89PNG\r\n\x1a\n\0\0"),
         "looks like a picture: take its text out first, by character recognition (OCR)"},
        {LITERAL("PK\3\4\x14\0"),
         "looks like a ZIP file (or DOCX, OFD, EPUB): take its text out first"},
        {LITERAL("\xff\xfe\0\0\xbf\x53\0\0"), "looks like text in UTF-32: save it as UTF-8 first"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page *page = decode(*state, cases[i].bytes);
        assert_int_equal(page->text.len, 0);
        assert_string_equal(page->encoding, "");
        assert_int_equal(page->diags.len, 1);
        assert_int_equal(page->diags.at[0].id, D_NOT_TEXT);
        assert_str(page->diags.at[0].what, cases[i].says);
    }
    assert_int_equal(decode(*state, STR("县 %PDF-1.7\n"))->diags.len, 0);
}

/* Bytes that look like nothing: the same on every machine. */
static struct str noise(struct fixture *f, size_t len)
{
    unsigned char *bytes = arena_alloc(&f->keep, len);
    uint32_t seed = 1;
    for (size_t i = 0; i < len; i++) {
        seed = seed * 1664525u + 1013904223u;
        bytes[i] = (unsigned char)(seed >> 24);
    }
    return (struct str){(char *)bytes, len};
}

static void test_noise_is_not_text(void **state)
{
    struct fixture *f = *state;
    static const size_t sizes[] = {100, 1000, 100000};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct page *page = decode(f, noise(f, sizes[i]));
        assert_int_equal(page->diags.len, 1);
        assert_int_equal(page->diags.at[0].id, D_NOT_TEXT);
        assert_int_equal(page->text.len, 0);
    }
    struct str zeros = {arena_alloc(&f->keep, 4096), 4096};
    assert_int_equal(decode(f, zeros)->diags.at[0].id, D_NOT_TEXT);
}

static void test_too_large(void **state)
{
    struct str bytes = {"", PAGE_MAX_BYTES + 1}; /* not looked at */
    struct page *page = decode(*state, bytes);
    assert_int_equal(page->text.len, 0);
    assert_int_equal(page->diags.at[0].id, D_PAGE_TOO_LARGE);
}

static void test_twenty_megabytes(void **state)
{
    struct fixture *f = *state;
    struct buf text = {0};
    while (text.len < 20u << 20)
        buf_str(&text, STR(SIMPLIFIED));
    assert_read(decode(f, buf_view(&text)), "UTF-8", buf_view(&text));
    struct str gb = encode(f, "GB18030", buf_view(&text));
    assert_read(decode(f, gb), "GB18030", buf_view(&text));

    for (size_t i = 0; i < text.len; i += 1000)
        text.ptr[i] = (char)0xff;
    struct page *page = decode(f, buf_view(&text));
    assert_string_equal(page->encoding, "UTF-8");
    assert_int_equal(page->diags.len, 6);
    buf_clear(&text);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_every_encoding_is_guessed),
        TEST(test_one_zero_makes_utf16_of_chinese_alone),
        TEST(test_rare_characters_of_gb18030),
        TEST(test_byte_order_marks),
        TEST(test_mark_wins_over_front_matter),
        TEST(test_front_matter_wins_over_looks),
        TEST(test_front_matter_that_cannot_be_so),
        TEST(test_damaged_utf8),
        TEST(test_surrogates_in_utf8_are_damage),
        TEST(test_damaged_gb18030),
        TEST(test_pairs_without_a_character_are_one),
        TEST(test_what_iconv_holds_back),
        TEST(test_many_undecodable_are_counted),
        TEST(test_lone_surrogates_in_utf16),
        TEST(test_controls_are_kept_and_told),
        TEST(test_private_and_unassigned_are_kept_and_told),
        TEST(test_empty_and_blank),
        TEST(test_files_that_are_not_text),
        TEST(test_noise_is_not_text),
        TEST(test_too_large),
        TEST(test_twenty_megabytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
