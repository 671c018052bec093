/* SPDX-License-Identifier: MIT */
#include "enrich/byline.h"

#include "enrich/affiliation.h"
#include "enrich/agency.h"
#include "enrich/credits.h"
#include "enrich/name_form.h"
#include "enrich/prominence.h"
#include "enrich/report_head.h"
#include "enrich/signer_place.h"
#include "page/attribution.h"
#include "page/body_names.h"
#include "page/chars.h"
#include "page/name_words.h"
#include "page/notices.h"
#include "page/signers.h"
#include "page/variants.h"
#include "page/wordlist.h"
#include "story/locate.h"

enum {
    HEAD_CHARS = 40,     /* a report's bracket begins in so many */
    BRACKET_CHARS = 80,  /* of a bracket that signs */
    TAIL_CHARS = 50,     /* of a credit that follows the last sentence */
    LINE_CHARS = 200,    /* of a byline */
    PLAIN_CHARS = 24,    /* … that has no mark or label */
    LABELLED_CHARS = 40, /* … that has one, where a heading stands */
    PLAIN_NAMES = 3,
    NAME_LEVEL = 5, /* words that are rarer are given names too: 雪峰 */
};

struct finder {
    struct arena *keep, *scratch;
    struct story *story;
    const struct surnames *surnames;
    const struct gazetteer *gazetteer;
    struct str author_at; /* where the author belongs: 作者单位：… */
};

static bool has_name(const struct bylines *bylines, struct str form)
{
    for (size_t i = 0; i < bylines->len; i++)
        if (str_eq(byline_form(&bylines->at[i]), form))
            return true;
    return false;
}

/* 本报 is the page's newspaper, where that is known. */
static struct str organisation_of(const struct finder *finder, struct str body)
{
    const struct page *page = finder->story->page;
    bool paper = str_starts(body, STR("本报")) || str_starts(body, STR("本報"));
    if (is_own_paper(body))
        body = paper ? page->facts.publication : STR_NONE;
    struct str form = name_form(finder->scratch, body, page->traditional);
    struct str paper_form = name_form(finder->scratch, page->facts.publication, page->traditional);
    if (str_ends(form, STR("报")) && str_ends(paper_form, form)) /* 晚报讯 in 石桥晚报 */
        form = page->facts.publication;
    bool kept = str_eq(form, page->facts.publication);
    return kept ? page->facts.publication : str_dup(finder->keep, form);
}

/* Whether signer I, before somebody's name, is the short name of a county that the story is about:
   （会宁 甲）. */
static bool is_place(const struct finder *finder, const struct credits *credits, size_t i)
{
    if (i + 1 == credits->len || credits->at[i].role != BYLINE_AUTHOR)
        return false;
    const struct story_counties *counties = &finder->story->counties;
    for (size_t k = 0; k < counties->len; k++) {
        struct str name = counties->at[k].county->name;
        if (str_eq(str_slice(name, 0, utf8_last(name).at), credits->at[i].name))
            return true;
    }
    return false;
}

/* Adds those who sign in bytes [FROM, TO) of BLOCK's text. */
static void add_bylines(struct finder *finder, const struct block *block, struct credits credits,
                        size_t from, size_t to)
{
    struct locator locator = locator_of(finder->story->page, block);
    struct byline byline = {
        .line = utf8_trim(str_slice(block->text, from, to)),
        .span = locator_find(&locator, from, to),
    };
    for (size_t i = 0; i < credits.len; i++) {
        byline.role = credits.at[i].role;
        if (is_place(finder, &credits, i))
            continue;
        struct str name = credits.at[i].name;
        struct str form = name_form(finder->scratch, name, finder->story->page->traditional);
        if (has_name(&finder->story->bylines, form))
            continue;
        byline.name = str_dup(finder->keep, name);
        byline.filed = str_eq(form, name) ? STR_NONE : str_dup(finder->keep, form);
        byline.organisation = organisation_of(finder, credits.at[i].organisation);
        vec_push(finder->keep, &finder->story->bylines, byline);
    }
}

/* NAME, read from PLAIN, with the characters that TEXT has in their stead: both are as long. *AT is
   where to look for it. */
static struct str as_printed(struct arena *scratch, struct str text, struct str plain,
                             struct str name, size_t *at)
{
    char *bytes = arena_alloc(scratch, name.len + 1);
    for (struct utf8 c = utf8_first(name); c.len; c = utf8_next(name, c)) {
        struct str letter = str_slice(name, c.at, c.at + c.len);
        size_t found = str_find(plain, letter, *at);
        memcpy(bytes + c.at, found == SIZE_MAX ? letter.ptr : text.ptr + found, c.len);
        *at = found == SIZE_MAX ? *at : found + c.len;
    }
    return (struct str){bytes, name.len};
}

/* Reads TEXT; that of a page in Traditional characters in Simplified ones. */
static struct credits read(struct finder *finder, struct str text, bool sure)
{
    struct folded room;
    struct str plain = finder->story->page->traditional ? text_fold(&room, text) : text;
    struct str named = without_bracketed_place(finder->scratch, finder->surnames, finder->gazetteer,
                                               finder->story, plain);
    sure |= named.ptr != plain.ptr;
    struct credits credits = credits_read(finder->scratch, finder->surnames, named, sure);
    size_t at = 0;
    for (size_t i = 0; i < credits.len && plain.ptr != text.ptr; i++)
        credits.at[i].name = as_printed(finder->scratch, text, plain, credits.at[i].name, &at);
    if (credits.author_at.len > 0)
        finder->author_at = credits.author_at;
    if (credits.spare && finder->story->bylines.len)
        credits.len = 0;
    return credits;
}

/* Reporters of whom nothing else is said belong to the body that sends the report. */
static void dispatch_by(struct credits *credits, struct str body)
{
    for (size_t i = 0; i < credits->len; i++) {
        struct signer *signer = &credits->at[i];
        if (signer->role == BYLINE_REPORTER && signer->organisation.len == 0)
            signer->organisation = body;
    }
}

/* A line that does nothing but sign. */
static void read_line(struct finder *finder, const struct block *block)
{
    if (utf8_count(block->text) > LINE_CHARS)
        return;
    struct str line = without_signer_place(finder->scratch, finder->surnames, finder->gazetteer,
                                           finder->story, without_origin(block->text));
    struct credits credits = read(finder, line, true);
    if (credits.whole || credits.labelled)
        add_bylines(finder, block, credits, 0, block->text.len);
}

/* The end of the bracket that opens at OPEN of TEXT, those inside it passed over: （高二（3）班
   甲）; 0 where it does not close soon. */
static size_t bracket_end(struct str text, size_t open)
{
    size_t chars = 0, depth = 0;
    for (struct utf8 c = utf8_at(text, open); c.len && chars < BRACKET_CHARS;
         c = utf8_next(text, c)) {
        depth += opens_bracket(c.code);
        depth -= closes_bracket(c.code);
        if (depth == 0)
            return c.at + c.len;
        chars++;
    }
    return 0;
}

/* （甲）天晴了: whether persons alone sign in a bracket that begins the text. */
static bool opens_text(const struct finder *finder, const struct block *block, size_t at,
                       const struct credits *credits)
{
    const struct block *first = finder->story->blocks.at;
    while (first < block && !is_body(first->role))
        first++;
    for (size_t i = 0; i < credits->len; i++)
        if (credits->at[i].role != BYLINE_AUTHOR)
            return false;
    return at == 0 && first == block && credits->len <= PLAIN_NAMES;
}

/* 本报讯（记者 甲 通讯员 乙）: the first bracket of the head. */
static bool read_head_bracket(struct finder *finder, const struct block *block)
{
    struct str head = utf8_head(block->text, HEAD_CHARS);
    for (struct utf8 c = utf8_first(head); c.len && !is_sentence_end(c.code);
         c = utf8_next(head, c)) {
        if (!opens_bracket(c.code))
            continue;
        size_t end = bracket_end(block->text, c.at);
        bool dispatch = ends_dispatch(str_slice(head, 0, c.at));
        struct credits credits = read(finder, str_slice(block->text, c.at, end), dispatch);
        bool signs = credits.labelled || dispatch || opens_text(finder, block, c.at, &credits);
        if (!signs || !credits.whole || credits.len == 0)
            return false;
        dispatch_by(&credits, affiliation_of_dispatch(utf8_trim(str_slice(head, 0, c.at))));
        add_bylines(finder, block, credits, c.at, end);
        return true;
    }
    return false;
}

/* Whether NAME is one where words of a sentence may stand as well: it begins with a surname, is not
   several, and neither its beginning nor its end is a word, unless it is PARTED from the sentence:
   not 连日来, 曾多次, 向交警. */
static bool is_sure_name(const struct surnames *surnames, struct str name, bool parted)
{
    struct utf8 first = utf8_first(name), second = utf8_next(name, first);
    struct str given = str_slice(name, first.len, name.len);
    bool word = word_level(str_slice(name, 0, second.at + second.len)) > 0 ||
                (utf8_count(given) > 1 && word_level(given) > NAME_LEVEL);
    return (parted || !word) && !is_name_run(name) && surname_of(surnames, name) &&
           is_person_name(surnames, name, true);
}

/* Whether all are; the next one's label parts a name, 记者步向阳通讯员靖永康. */
static bool are_sure_names(const struct finder *finder, const struct credits *credits)
{
    const struct signer *at = credits->at;
    for (size_t i = 0; i < credits->len; i++)
        if (!is_sure_name(finder->surnames, at[i].name,
                          i + 1 < credits->len && at[i].role != at[i + 1].role))
            return false;
    return credits->whole && credits->labelled && credits->len > 0;
}

/* 记者甲昨日从 after START of HEAD: those who report, up to where a sentence goes on. *END becomes
   its offset. */
static struct credits reporters_before_clause(struct finder *finder, struct str head, size_t start,
                                              size_t *end)
{
    struct folded room;
    struct str plain = text_fold(&room, head);
    *end = reporters_start(plain, start);
    while (*end != SIZE_MAX && (*end = clause_next(plain, *end)) != SIZE_MAX) {
        struct credits credits = read(finder, str_slice(head, start, *end), false);
        if (are_sure_names(finder, &credits))
            return credits;
    }
    return (struct credits){0};
}

/* 本报记者 甲 乙 报道, perhaps after 本报讯: words up to 报道 that are all understood; or 记者甲
   昨日从. */
static bool read_head_words(struct finder *finder, const struct block *block)
{
    struct str head = utf8_head(block->text, HEAD_CHARS);
    size_t start = dispatch_end(head), end = report_end(head, start);
    struct credits credits = {0};
    if (end != SIZE_MAX)
        credits = read(finder, str_slice(head, start, end), false);
    else if (start > 0)
        credits = reporters_before_clause(finder, head, start, &end);
    if (!credits.whole || credits.len == 0 || credits.at[0].role > BYLINE_CORRESPONDENT)
        return false;
    dispatch_by(&credits, affiliation_of_dispatch(str_slice(head, 0, start)));
    add_bylines(finder, block, credits, start, end);
    return true;
}

/* Takes the bodies of TEXT, which begins BLOCK, for those who sign, if it names nobody else. */
static bool read_bodies(struct finder *finder, const struct block *block, struct str text)
{
    struct credits credits = read(finder, text, true);
    bool bodies = credits.whole && credits.len > 0;
    for (size_t i = 0; i < credits.len; i++)
        bodies &= credits.at[i].role == BYLINE_ORGANISATION;
    if (bodies)
        add_bylines(finder, block, credits, 0, text.len);
    return bodies;
}

/* 县气象台供稿 before the text: a body that sends it. */
static bool read_head_sender(struct finder *finder, const struct block *block)
{
    static const char of_clauses[] = "由给为向谢迎常持他她此";
    struct str head = utf8_head(block->text, HEAD_CHARS), sends = STR("供稿");
    size_t at = str_find(head, sends, 0);
    struct str body = str_slice(head, 0, at == SIZE_MAX ? 0 : at);
    struct utf8 after = utf8_at(head, body.len + sends.len);
    bool parted = utf8_is_blank(after.code) || utf8_is_digit(after.code);
    for (struct utf8 c = utf8_first(body); c.len && parted; c = utf8_next(body, c))
        parted = !holds_char(str_of(of_clauses), body, c);
    return parted && is_body_name(body) &&
           read_bodies(finder, block, str_slice(head, 0, body.len + sends.len));
}

/* （甲 乙） at the end. Names without a role sign only after the last sentence of the story; there
   （晓 文） does, as on a line of its own. */
static bool read_tail_bracket(struct finder *finder, const struct block *block, bool last)
{
    struct str text = utf8_trim(block->text);
    size_t end = (size_t)(text.ptr - block->text.ptr) + text.len;
    size_t start = bracket_start(str_slice(block->text, 0, end));
    if (start == SIZE_MAX || utf8_count(str_slice(block->text, start, end)) > BRACKET_CHARS)
        return false;
    struct str bracket = str_slice(block->text, start, end);
    last = last && ends_sentence(utf8_trim(str_slice(block->text, 0, start)));
    struct credits credits = read(finder, bracket, last && may_sign_alone(bracket));
    bool signs = credits.labelled || last;
    if (!signs || !credits.whole || credits.len == 0)
        return false;
    add_bylines(finder, block, credits, start, end);
    return true;
}

/* Whether all who sign would be taken for names anywhere. */
static bool are_plain_names(const struct finder *finder, const struct credits *credits)
{
    for (size_t i = 0; i < credits->len; i++) {
        if (credits->at[i].role != BYLINE_ORGANISATION &&
            !is_person_name(finder->surnames, credits->at[i].name, false))
            return false;
    }
    return true;
}

/* 甲 乙 摄 at the end: as many words, from the last sentence on or from a blank on, as can sign. */
static bool read_tail_words(struct finder *finder, const struct block *block, bool last)
{
    struct credits best = {0};
    size_t from = 0, chars = 0;
    struct str text = utf8_trim(block->text);
    if (ends_sentence(text))
        return false; /* as most do: nothing follows the sentence */
    for (struct utf8 c = utf8_last(text); c.len && chars < TAIL_CHARS;
         c = utf8_before(text, c.at)) {
        bool sentence = is_sentence_end(c.code) || is_closing(c.code);
        size_t start = c.at + c.len;
        chars++;
        if (!sentence && !utf8_is_blank(c.code))
            continue;
        struct credits credits = read(finder, str_slice(text, start, text.len), false);
        bool plain = last && sentence && is_plain_tail(text, start) &&
                     !(credits.len > 0 && str_has(str_slice(text, 0, start), credits.at[0].name));
        if ((credits.labelled || plain) && credits.whole && credits.len > 0 &&
            (sentence || are_plain_names(finder, &credits))) {
            best = credits;
            from = start;
        }
        if (sentence)
            break;
    }
    if (best.len > 0)
        add_bylines(finder, block, best, from, text.len);
    return best.len > 0;
}

/* How many blocks there are up to the last of the text, captions aside if PARAGRAPHS. */
static size_t last_of(const struct story *story, bool paragraphs)
{
    size_t last = story->blocks.len;
    while (last > 0 && !(paragraphs ? story->blocks.at[last - 1].role == ROLE_PARAGRAPH
                                    : is_body(story->blocks.at[last - 1].role)))
        last--;
    return last;
}

static void read_body(struct finder *finder, const struct block *block, bool last)
{
    if (!read_head_bracket(finder, block) && !read_head_words(finder, block))
        read_head_sender(finder, block);
    if (!read_tail_bracket(finder, block, last))
        read_tail_words(finder, block, last);
}

/* ---- names without a mark or label, on a line of their own */

static bool is_heading(enum role role)
{
    return role <= ROLE_SUBTITLE || role == ROLE_SUBHEAD;
}

/* Whether the text names the people: then a line with their names tells of them. */
static bool is_told_of(const struct finder *finder, const struct credits *credits)
{
    const struct blocks *blocks = &finder->story->blocks;
    for (size_t i = 0; i < blocks->len; i++) {
        for (size_t k = 0; is_body(blocks->at[i].role) && k < credits->len; k++) {
            if (str_has(blocks->at[i].text, credits->at[k].name))
                return true;
        }
    }
    return false;
}

/* Whether the block I stands between the first headings and the text, or signs at the end. */
static bool stands_where_names_do(const struct story *story, size_t i)
{
    const struct block *at = story->blocks.at;
    size_t first_body = 0;
    while (first_body < i && !is_body(at[first_body].role))
        first_body++;
    bool head = i > 0 && i + 1 < story->blocks.len && is_heading(at[i - 1].role) && first_body == i;
    bool last = i + 1 == story->blocks.len && i > 0 && is_body(at[i - 1].role) &&
                ends_sentence(at[i - 1].text);
    return head || last;
}

/* 郭秀峰 under a headline, 县民政局 under a notice. */
static void read_plain_line(struct finder *finder, size_t i)
{
    struct block *block = &finder->story->blocks.at[i];
    bool dashed = str_starts(block->text, STR("——")); /* ——记护林员王刚 */
    if (dashed || utf8_count(block->text) > LABELLED_CHARS || ends_sentence(block->text) ||
        !stands_where_names_do(finder->story, i))
        return;
    struct credits credits = read(finder, block->text, false);
    if (!credits.labelled && utf8_count(block->text) > PLAIN_CHARS)
        return;
    bool glued = is_heading(block->role) && credits.len > 1 && !credits.labelled &&
                 !utf8_has_blank(block->text) && !str_has(block->text, STR("、"));
    bool body = credits.len == 1 && credits.at[0].role == BYLINE_ORGANISATION;
    bool under_text = i > 0 && is_body(finder->story->blocks.at[i - 1].role);
    if (!credits.whole || credits.len == 0 || credits.len > PLAIN_NAMES || glued ||
        (body ? !under_text : is_told_of(finder, &credits)))
        return;
    add_bylines(finder, block, credits, 0, block->text.len);
    if (block->role != ROLE_HEADLINE)
        block->role = ROLE_BYLINE;
}

/* The agency whose report it is, where nobody signs. */
static void read_agency(struct finder *finder)
{
    const struct blocks *blocks = &finder->story->blocks;
    bool begun = false;
    for (size_t i = 0; i < blocks->len && finder->story->bylines.len == 0; i++) {
        const struct block *block = &blocks->at[i];
        if (block->role == ROLE_HEADLINE || block->role == ROLE_CAPTION)
            continue;
        struct str agency = begun ? STR_NONE : agency_of_head(block->text);
        if (!agency.len)
            agency = agency_of_tail(block->text);
        begun |= block->role == ROLE_PARAGRAPH;
        if (!agency.len)
            continue;
        struct credits credits = {0};
        vec_push(finder->scratch, &credits,
                 (struct signer){.name = agency, .role = BYLINE_ORGANISATION});
        size_t from = (size_t)(agency.ptr - block->text.ptr);
        add_bylines(finder, block, credits, from, from + agency.len);
    }
}

/* Whether there are several paragraphs, and each begins with a mark: △ 嘉会乡…… */
static bool are_marked(const struct blocks *blocks)
{
    size_t paragraphs = 0;
    for (size_t i = 0; i < blocks->len; i++) {
        if (blocks->at[i].role != ROLE_PARAGRAPH)
            continue;
        if (!is_byline_mark(utf8_first(blocks->at[i].text).code))
            return false;
        paragraphs++;
    }
    return paragraphs > 1;
}

/* 西乡县公安局 西乡县交通局 above 关于……的通告: those who announce it; not above a 启事 or 声明,
   which stand below each other, each signed at its end. */
static bool announces(const struct story *story, const struct block *block)
{
    static const struct str signed_below[] = {WORD("启事"), WORD("声明")};
    if (block->role != ROLE_KICKER || !is_notice_title(story->headline) ||
        wordlist_end(signed_below, COUNT(signed_below), story->headline))
        return false;
    struct people people = people_read(block->text);
    return people.bodies > 0 && !people.names && !people.titles && !people.other;
}

void story_find_bylines(struct arena *keep, struct arena *scratch, struct story *story,
                        const struct surnames *surnames, const struct gazetteer *gazetteer)
{
    struct finder finder = {keep, scratch, story, surnames, gazetteer, STR_NONE};
    size_t last = last_of(story, false), last_paragraph = last_of(story, true);
    bool items = story_has_items(story) || are_marked(&story->blocks);
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        bool head = block->role == ROLE_DATELINE && !read_head_bracket(&finder, block) &&
                    is_led_by_dateline(block->text);
        if (announces(story, block))
            read_bodies(&finder, block, block->text);
        else if (head || block->role == ROLE_BYLINE || block->role == ROLE_CREDIT)
            read_line(&finder, block);
        else if (is_body(block->role))
            read_body(&finder, block, items || i + 1 == last || i + 1 == last_paragraph);
        if (is_heading(block->role) || block->role == ROLE_PARAGRAPH)
            read_plain_line(&finder, i);
    }
    read_agency(&finder);
    bool one = story->bylines.len == 1 && story->bylines.at[0].role != BYLINE_ORGANISATION;
    if (one && story->bylines.at[0].organisation.len == 0)
        story->bylines.at[0].organisation = organisation_of(&finder, finder.author_at);
}
