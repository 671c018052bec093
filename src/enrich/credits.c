/* SPDX-License-Identifier: MIT */
/*
 * The text is cut into items, words and labels. Words become names; labels give them roles, those
 * that come before names (记者) to the names that follow, those that come after (摄) to the ones
 * before.
 */
#include "enrich/credits.h"

#include "base/utf8.h"
#include "enrich/affiliation.h"
#include "enrich/agency.h"
#include "enrich/credit_items.h"
#include "page/body_day.h"
#include "page/chars.h"
#include "page/furniture.h"
#include "page/name_words.h"
#include "page/signers.h"
#include "page/surnames.h"
#include "page/wordlist.h"

enum { BODY_CHARS = 4 }; /* at least, of a name that nothing but its place shows to be a body's */

static const enum byline_role roles[] = {
    [TASK_REPORTER] = BYLINE_REPORTER, [TASK_CORRESPONDENT] = BYLINE_CORRESPONDENT,
    [TASK_TEXT] = BYLINE_TEXT,         [TASK_PICTURE] = BYLINE_PHOTOGRAPHER,
    [TASK_BOTH] = BYLINE_AUTHOR,       [TASK_AUTHOR] = BYLINE_AUTHOR,
    [TASK_EDITOR] = BYLINE_EDITOR,     [TASK_SOURCE] = BYLINE_AUTHOR,
    [TASK_REPORTED] = BYLINE_AUTHOR,   [TASK_OTHER] = BYLINE_AUTHOR,
    [TASK_UNIT] = BYLINE_AUTHOR,
};

struct reader {
    struct arena *keep;
    const struct surnames *surnames;
    struct items items;
    struct credits credits;
    bool sure;
    bool signs;               /* sure, or in a bracket of its own */
    bool beside;              /* a sure name, which shows transcribed ones */
    const struct label *lead; /* gives the names that follow their role */
    size_t led;               /* signers before it */
    size_t group;             /* the first signer that a label after names is about */
    bool gathered;            /* 综合岱山、嵊泗报道: from where, to the label */
    struct str body;          /* where those who follow belong */
    struct str qualifies;     /* the body before a label: 新华社 before 记者 */
};

/* ---- who */

/* 本报, 会昌日报, 融媒体 before 记者. */
static bool is_qualifier(const struct reader *reader, size_t i)
{
    const struct item *item = &reader->items.at[i];
    const struct item *next = i + 1 < reader->items.len ? item + 1 : NULL;
    if (!next || !next->label || !next->label->leads || item->after >= SEPARATOR_LIST)
        return false;
    bool named = i > 0 && item[-1].label && item[-1].label->leads &&
                 is_person_name(reader->surnames, item->text, true); /* 记者甲通讯员乙 */
    bool glued = item->after == SEPARATOR_NONE && !named;
    return is_organisation(item->text) || str_starts(item->text, STR("本")) ||
           (glued && !is_person_name(reader->surnames, item->text, false));
}

/* 红光社, 唐官屯: where somebody is, in a few characters, as names have, while 王小庄 is rather a
   name; or, in any number, 滚滚汾河岸边. */
static bool is_small_place(struct str word)
{
    static const struct str ends[] = {WORD("社"), WORD("队"), WORD("屯")};
    static const struct str of_names[] = {WORD("村"), WORD("庄"), WORD("厂"), WORD("乡"),
                                          WORD("镇")};
    static const struct str waters[] = {WORD("河畔"), WORD("江畔"), WORD("湖畔"), WORD("溪畔"),
                                        WORD("岸边"), WORD("海边"), WORD("山下"), WORD("脚下")};
    enum { PLACE_CHARS = 3 };
    if (wordlist_end(waters, COUNT(waters), word))
        return true;
    return utf8_count(word) == PLACE_CHARS &&
           (wordlist_end(ends, COUNT(ends), word) ||
            (wordlist_end(of_names, COUNT(of_names), word) && !has_usual_surname(word)));
}

/* 县广播站, 某乡读者, 五年级, 岚县: what may say where somebody belongs. */
static bool tells_where(struct str word)
{
    return !names_print(word) &&
           (is_organisation(word) || is_division(word) || ends_like_title(word) ||
            ends_like_class(word) || affiliation_of(word).len > 0);
}

/* Whether item I goes on with where the one before it says that somebody belongs: 县水利局 干部,
   岚县 石桥镇. */
static bool tells_more(const struct items *items, size_t i)
{
    const struct item *item = &items->at[i];
    return item->after == SEPARATOR_BLANK && tells_where(item->text) &&
           (is_division(item[-1].text) || !is_organisation(item->text));
}

/* Such words before a name: where somebody belongs. Of several posts each is: 县委副书记、县长 甲.
 */
static bool is_affiliation(const struct reader *reader, size_t i)
{
    const struct items *items = &reader->items;
    while (i + 1 < items->len && items->at[i].after == SEPARATOR_LIST &&
           ends_like_title(items->at[i].text) && ends_like_title(items->at[i + 1].text))
        i++;
    bool reads = i + 2 < items->len && str_eq(items->at[i + 1].text, STR("读者"));
    bool small = items->len == 2 && is_small_place(items->at[i].text);
    if (items->at[i].after != SEPARATOR_BLANK ||
        !(reads || small || tells_where(items->at[i].text)))
        return false; /* 紫金 读者 甲 */
    size_t name = i + 1;
    while (name < items->len && !items->at[name].label && tells_more(items, name))
        name++;
    return name < items->len && !items->at[name].label && !is_organisation(items->at[name].text) &&
           is_person_name(reader->surnames, items->at[name].text, true);
}

/* As what those who are named after a body sign: 本报驻岚县记者站, 县融媒体中心采访组 are
   reporters, 县委报道组 are correspondents, but a newspaper's own 报道组 may be either. NULL: it
   does not say. */
static const char *team_of(struct str body)
{
    static const struct str papers[] = {WORD("日报"), WORD("晚报"), WORD("新华社"), WORD("报社")};
    static const struct str reporters[] = {WORD("记者站"), WORD("采访组")};
    if (wordlist_end(reporters, COUNT(reporters), body))
        return "记者";
    bool own = is_own_paper(body) || wordlist_held(papers, COUNT(papers), body) > 0;
    return str_ends(body, STR("报道组")) && !own ? "通讯员" : NULL;
}

/* Takes down where those who follow belong; what somebody is there says no more of it. */
static void affiliate(struct reader *reader, size_t i)
{
    struct str text = reader->items.at[i].text, body = affiliation_of(text);
    const char *team = team_of(text);
    if (team)
        reader->lead = label_at(str_of(team), 0);
    bool post = body.len == 0 && i > 0 && !is_division(text) && is_affiliation(reader, i - 1);
    if (!post)
        reader->body = body;
}

/* 王刚（县水利局）, 王刚 县水利局干部: what is said of the signer before it. */
static bool is_aside(const struct reader *reader, size_t i)
{
    const struct item *item = &reader->items.at[i];
    const struct item *next = i + 1 < reader->items.len ? item + 1 : NULL;
    const struct credits *credits = &reader->credits;
    if (i == 0 || item[-1].label || credits->len == 0)
        return false;
    const struct signer *signer = &credits->at[credits->len - 1];
    bool person = signer->role != BYLINE_ORGANISATION && str_eq(signer->name, item[-1].text);
    bool post = is_division(item->text) || ends_like_class(item->text) ||
                (ends_like_title(item->text) && affiliation_of(item->text).len > 0);
    bool enclosed = item->inside && !item[-1].inside && !(next && next->inside);
    bool elsewhere = enclosed && !is_person_name(reader->surnames, item->text, false);
    return person && (post || elsewhere || (enclosed && is_organisation(item->text)));
}

/* 作者单位：…, 作者系…: about whom, and nobody signs. */
static bool tells_of_author(const struct items *items)
{
    static const struct str words[] = {WORD("单位"), WORD("系"),   WORD("为"),
                                       WORD("简介"), WORD("單位"), WORD("是")};
    const struct item *first = items->at;
    if (items->len < 2 || !first->label || !str_starts(first->text, STR("作者")))
        return false;
    for (size_t i = 1; i < items->len; i++)
        if (items->at[i].label && items->at[i].label->task == TASK_AUTHOR)
            return false; /* 作者单位：县文化馆 作者：雒志俭 */
    return first->label->task == TASK_UNIT ||
           (first->after == SEPARATOR_NONE && wordlist_start(words, COUNT(words), first[1].text));
}

static bool is_unit(const struct label *label)
{
    return label && label->task == TASK_UNIT;
}

/* 作者单位：县文化馆 雒志俭, 作者系某镇退休教师 雒志俭: who may sign after what is told of an
   author; no department of his body. */
static void sign_after(struct reader *reader)
{
    static const struct str parts[] = {
        WORD("办"), WORD("部"), WORD("所"), WORD("股"),   WORD("站"),   WORD("科"),  WORD("室"),
        WORD("组"), WORD("局"), WORD("班"), WORD("高三"), WORD("高二"), WORD("高一")};
    const struct item *item = reader->items.at;
    bool unit = is_unit(item->label);
    if (reader->items.len != 3 || item[1].after != SEPARATOR_BLANK ||
        !(unit ? is_organisation(item[1].text) : ends_like_title(item[1].text)) ||
        is_division(item[2].text) || wordlist_end(parts, COUNT(parts), item[2].text) ||
        !is_person_name(reader->surnames, item[2].text, true))
        return;
    vec_push(reader->keep, &reader->credits,
             (struct signer){item[2].text, BYLINE_AUTHOR,
                             unit ? item[1].text : affiliation_told(item[1].text)});
    reader->credits.spare = true;
}

/* The body that is told of an author. */
static struct str author_at(const struct items *items)
{
    struct str body = STR_NONE;
    for (size_t i = 1; i < items->len && body.len == 0; i++)
        body = affiliation_told(items->at[i].text);
    return body;
}

/* 作者：甲 单位：县水利局: those before who belong nowhere yet belong there. */
static void belong(struct credits *credits, struct str unit)
{
    for (size_t i = 0; i < credits->len; i++)
        if (credits->at[i].role != BYLINE_ORGANISATION && !credits->at[i].organisation.len)
            credits->at[i].organisation = unit;
}

static void add_signer(struct reader *reader, struct str name, bool body)
{
    if (is_unit(reader->lead)) {
        belong(&reader->credits, name);
        return;
    }
    enum byline_role role = reader->lead ? roles[reader->lead->task] : BYLINE_AUTHOR;
    if (!reader->lead || reader->lead->task != TASK_OTHER)
        vec_push(reader->keep, &reader->credits,
                 (struct signer){name, body ? BYLINE_ORGANISATION : role,
                                 body ? STR_NONE : reader->body});
}

/* 陈女士, 王先生: somebody who is not to be known. */
static bool is_courtesy(struct str word)
{
    static const struct str titles[] = {WORD("女士"), WORD("先生"), WORD("大爷"), WORD("大妈")};
    enum { CHARS = 3 };
    return utf8_count(word) == CHARS && wordlist_end(titles, COUNT(titles), word);
}

/* 2023年10月26日, and words that stand where names may and say that there is none: 受访者; what a
   picture shows: 图：王刚在出诊途中. */
static bool is_nobody(struct str word)
{
    static const struct str words[] = {WORD("受访者"),   WORD("受訪者"),   WORD("采访对象"),
                                       WORD("受访单位"), WORD("受访企业"), WORD("本报"),
                                       WORD("资料"),     WORD("网络"),     WORD("作者"),
                                       WORD("新华社发"), WORD("中新社发")};
    bool paper = is_own_paper(word) && !is_organisation(word); /* 本报岚县 */
    return paper || str_starts(word, STR("据")) || is_courtesy(word) || tells_more_signed(word) ||
           numbers_picture(word) || names_print(word) || utf8_is_digit(utf8_first(word).code) ||
           is_date_line(word) || wordlist_find(words, COUNT(words), word) ||
           (str_has(word, STR("在")) && str_ends(word, STR("中")));
}

/* Whether a word is a name though it is common: after 记者 and 通讯员, or set wide among names. */
static bool is_name_here(const struct reader *reader, const struct item *item, struct str word)
{
    bool follows = reader->lead && reader->lead->task <= TASK_CORRESPONDENT;
    bool wide = item->wide && (reader->sure || reader->credits.labelled);
    return (follows || wide) && is_labelled_name(reader->surnames, word, reader->signs);
}

/* Whether item I gives a text or a picture, as bodies with any name do: 视觉中国 供图. */
static bool is_giver(const struct reader *reader, size_t i)
{
    static const struct str words[] = {WORD("供图"), WORD("供圖"), WORD("供稿"), WORD("提供")};
    const struct item *item = &reader->items.at[i];
    const struct item *next = i + 1 < reader->items.len ? item + 1 : NULL;
    bool given = next && next->label && wordlist_find(words, COUNT(words), next->text);
    bool tied = i > 0 && item[-1].after == SEPARATOR_TIE && item[-1].label &&
                item[-1].label->task == TASK_PICTURE; /* 图/视觉中国 */
    if ((!given && !tied) || utf8_count(item->text) < BODY_CHARS)
        return false;
    for (struct utf8 c = utf8_first(item->text); c.len; c = utf8_next(item->text, c)) {
        if (!utf8_is_han(c.code) || ends_like_title(str_slice(item->text, 0, c.at + c.len)))
            return false;
    }
    return true;
}

/* Whether LABEL says where a text comes from, and not who told or put it down: 来源. */
static bool is_source(const struct label *label)
{
    static const struct str people[] = {WORD("口述"), WORD("整理"), WORD("撰稿")};
    return label && label->task == TASK_SOURCE &&
           !wordlist_find(people, COUNT(people), str_of(label->word));
}

/* 县文旅局 in 由县文旅局提供 and 本栏由县文旅局提供. */
static struct str without_by(struct str word)
{
    static const struct str by[] = {WORD("由"),     WORD("本栏由"), WORD("本版由"), WORD("本文由"),
                                    WORD("此件由"), WORD("此稿由"), WORD("本稿由")};
    const struct str *found = wordlist_start(by, COUNT(by), word);
    struct str rest = found ? str_slice(word, found->len, word.len) : word;
    return is_organisation(rest) ? rest : word;
}

/* 新华社 in 据新华社、县融媒体中心; alone it is no signer (agency.h). */
static struct str without_source(const struct reader *reader, struct str word)
{
    struct str source = STR("据"), rest = str_slice(word, source.len, word.len);
    bool first = reader->items.len > 1 && str_starts(word, source) && is_agency(rest);
    return first ? rest : word;
}

/* 县气象台 in 县气象台5月25日17时发布, 县气象台今晨发布 and 县气象台联合发布. */
static struct str without_day(struct str word)
{
    struct str body = before_day(word);
    return body.len && is_organisation(body) ? body : word;
}

/* Whether item I begins 综合岱山、嵊泗报道. */
static bool gathers(const struct items *items, size_t i)
{
    struct str word = items->at[i].text;
    bool reported = false;
    for (size_t k = i + 1; k < items->len && !reported; k++)
        reported = items->at[k].label && items->at[k].label->task == TASK_REPORTED;
    return reported && str_starts(word, STR("综合")) && !is_organisation(word);
}

/* 布尔古德, 乌力吉: how names of other languages are written, by any surname, and no place's; of
   words beside a sure name. */
static bool is_foreign_name(struct str word)
{
    static const char of_places[] = "村屯湾沟庄寨街乡镇县区市口园河岭坡桥店山水";
    enum { CHARS = 3 };
    return is_transcribed_name(word) ||
           (utf8_count(word) == CHARS && has_any_surname(word) && !is_common_words(word) &&
            !holds_char(str_of(of_places), word, utf8_last(word)));
}

static void read_word(struct reader *reader, size_t i)
{
    struct str word = without_day(without_by(without_source(reader, reader->items.at[i].text)));
    bool sure = reader->sure || reader->credits.labelled;
    reader->gathered |= gathers(&reader->items, i);
    if (is_nobody(word) || reader->gathered)
        return;
    bool source = is_source(reader->lead) || is_unit(reader->lead) || is_giver(reader, i);
    bool agency = reader->items.len > 1 && is_agency(word);
    if (is_organisation(word) || agency ||
        (source && !is_person_name(reader->surnames, word, false)))
        add_signer(reader, word, true);
    else if (is_person_name(reader->surnames, word, sure) ||
             is_name_here(reader, &reader->items.at[i], word) ||
             (reader->beside && is_foreign_name(word)))
        add_signer(reader, word, false);
    else
        reader->credits.whole = false;
}

/* ---- as what */

/* What a label after names makes of a signer: who is said to report does so with pictures too, 记者
   甲 文/图, 记者 甲 摄影报道, but where another took them, SHARED, he wrote the text. */
static enum byline_role role_after(enum byline_role role, const struct label *label, bool shared)
{
    bool reporter = role == BYLINE_REPORTER || role == BYLINE_CORRESPONDENT;
    bool reports = str_ends(str_of(label->word), STR("报道"));
    if (role == BYLINE_ORGANISATION || label->task == TASK_REPORTED || (reporter && reports))
        return role;
    if (label->task == TASK_PICTURE)
        return BYLINE_PHOTOGRAPHER;
    if (shared && reporter)
        return BYLINE_TEXT;
    return role == BYLINE_AUTHOR ? roles[label->task] : role;
}

/* 撰文 甲 摄影 乙: a label that could stand after names, where labels stand before them. */
static bool leads_too(const struct reader *reader, size_t i)
{
    const struct items *items = &reader->items;
    return reader->lead && i + 1 < items->len && !items->at[i + 1].label &&
           !items->at[items->len - 1].label;
}

/* Whether LABEL says who wrote the text, and another after item I who took the pictures: 文/甲
   图/乙. */
static bool shares(const struct items *items, size_t i, const struct label *label)
{
    bool pictures = false;
    for (size_t k = i + 1; k < items->len && !pictures; k++)
        pictures = items->at[k].label && items->at[k].label->task == TASK_PICTURE;
    return pictures && label->task == TASK_TEXT && str_ends(str_of(label->word), STR("文"));
}

/* The label of item I before names: who follows belongs to the body that stands before it. The
   newspaper's own correspondents belong elsewhere; a reporter after 摄影 took the pictures, and one
   after 文 wrote the text of another's: 文/本报记者 甲 图/本报记者 乙. */
static void lead(struct reader *reader, size_t i)
{
    const struct label *label = reader->items.at[i].label;
    bool reporter = label->task <= TASK_CORRESPONDENT;
    bool outside = is_own_paper(reader->qualifies) && roles[label->task] == BYLINE_CORRESPONDENT;
    if (reporter && reader->lead &&
        ((reader->lead->task == TASK_PICTURE && reader->led == reader->credits.len) ||
         shares(&reader->items, i, reader->lead)))
        label = reader->lead;
    reader->led = reader->credits.len;
    reader->lead = label;
    reader->body = outside ? STR_NONE : reader->qualifies;
    reader->qualifies = STR_NONE;
}

static void read_label(struct reader *reader, size_t i)
{
    const struct item *item = &reader->items.at[i];
    struct credits *credits = &reader->credits;
    reader->gathered = false;
    bool after_names =
        !item->label->leads && item->after != SEPARATOR_TIE &&
        (item->before == SEPARATOR_TIE || (credits->len > reader->group && !leads_too(reader, i)));
    if (!after_names) {
        lead(reader, i);
        return;
    }
    bool shared = shares(&reader->items, i, item->label);
    for (size_t k = reader->group; k < credits->len; k++)
        credits->at[k].role = role_after(credits->at[k].role, item->label, shared);
    reader->group = credits->len;
    reader->lead = NULL;
    reader->body = reader->qualifies = STR_NONE;
}

/* 沈阳日报、沈报融媒记者 甲: one of the papers that a reporter is of. */
static bool is_paper_of_several(const struct reader *reader, size_t i)
{
    const struct item *item = &reader->items.at[i];
    return item->after == SEPARATOR_LIST && is_organisation(item->text) &&
           i + 1 < reader->items.len && !item[1].label && is_qualifier(reader, i + 1);
}

static void read_item(struct reader *reader, size_t i)
{
    struct str text = reader->items.at[i].text;
    struct credits *credits = &reader->credits;
    if (reader->items.at[i].label)
        read_label(reader, i);
    else if (is_paper_of_several(reader, i))
        return;
    else if (is_qualifier(reader, i))
        reader->qualifies = affiliation_of(text);
    else if (is_affiliation(reader, i))
        affiliate(reader, i);
    else if (is_aside(reader, i))
        credits->at[credits->len - 1].organisation = affiliation_of(text);
    else
        read_word(reader, i);
}

/* （甲，县委党校）: a body after the only name is where he is, if no label says what it does. An
   agency is what sends a text. */
static void belong_to_last(struct reader *reader)
{
    struct credits *credits = &reader->credits;
    struct signer *name = credits->at;
    if (reader->items.len != 2 || credits->len != 2 || reader->items.at[0].label ||
        name->role != BYLINE_AUTHOR || name[1].role != BYLINE_ORGANISATION ||
        name->organisation.len > 0 || str_ends(name[1].name, STR("社")))
        return;
    name->organisation = name[1].name;
    credits->len = 1;
}

static struct credits read_credits(struct arena *keep, const struct surnames *surnames,
                                   struct str text, bool sure, bool beside)
{
    struct reader reader = {
        .keep = keep, .surnames = surnames, .sure = sure, .beside = beside, .credits.whole = true};
    reader.signs = sure || opens_bracket(utf8_first(text).code);
    reader.items = credit_items(keep, surnames, text, &reader.credits.labelled);
    for (size_t i = 0; i < reader.items.len; i++)
        reader.credits.labelled |= reader.items.at[i].label != NULL;
    if (tells_of_author(&reader.items)) {
        sign_after(&reader);
        reader.credits.author_at = author_at(&reader.items);
        return reader.credits;
    }
    for (size_t i = 0; i < reader.items.len; i++)
        read_item(&reader, i);
    belong_to_last(&reader);
    return reader.credits;
}

struct credits credits_read(struct arena *keep, const struct surnames *surnames, struct str text,
                            bool sure)
{
    struct credits credits = read_credits(keep, surnames, text, sure, false);
    if (sure || credits.whole || !credits.len || !opens_bracket(utf8_first(text).code))
        return credits;
    struct credits more = read_credits(keep, surnames, text, sure, true); /* （乌力吉 孟令娟） */
    return more.whole ? more : credits;
}
