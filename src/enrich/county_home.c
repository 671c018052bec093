/* SPDX-License-Identifier: MIT */
#include "enrich/county_survey.h"

#include "base/buf.h"
#include "base/embedded.h"
#include "base/utf8.h"
#include "enrich/table.h"
#include "page/name_words.h"
#include "page/wordlist.h"

static bool has_counties(const struct gazetteer *gazetteer, const struct prefecture *prefecture)
{
    for (size_t i = 0; i < gazetteer->counties_len; i++)
        if (gazetteer->counties[i].prefecture == prefecture)
            return true;
    return false;
}

/* Takes the first place that the page is said to be from for its home. */
static void live_in(struct survey *survey, const struct prefecture *prefecture,
                    const struct province *province)
{
    if (survey->home_province)
        return;
    bool named = prefecture && prefecture->name.len > 0; /* as is none of a municipality's */
    survey->home_prefecture = named ? prefecture : NULL;
    survey->home_is_whole = named && !has_counties(survey->gazetteer, prefecture);
    survey->home_province = prefecture ? prefecture->province : province;
}

static void live_in_area(struct survey *survey, const struct prefecture *prefecture)
{
    struct place_name name = {
        .text = prefecture->name, .level = PLACE_PREFECTURE, .prefecture = prefecture};
    survey->at_home = true;
    place_notes_add(&survey->page_notes, &name, NOTE_PAPER);
    live_in(survey, prefecture, NULL);
}

void survey_live(struct survey *survey, const struct county *county,
                 const struct prefecture *prefecture)
{
    survey->home = county;
    survey->at_home = true;
    if (county) {
        place_notes_add_county(&survey->page_notes, county, NOTE_PAPER);
        live_in(survey, prefecture, NULL);
    } else {
        live_in_area(survey, prefecture);
    }
}

/* The ROW, a code and a beginning of titles, of the longest that TITLE has: of 燕赵晚报 not 燕赵.
 */
static bool find_title(struct str title, struct str row[2])
{
    struct str table = embedded_get(embedded_data, "paper-names.tsv"), next[2];
    row[1] = STR_NONE;
    while (table_row(&table, next, 2))
        if (str_starts(title, next[1]) && next[1].len > row[1].len)
            row[0] = next[0], row[1] = next[1];
    return row[1].len > 0;
}

/* 赣南日报, 羊城晚报: a title that says where its paper is from in other words. */
static void live_by_title(struct survey *survey, struct str title)
{
    struct str row[2];
    if (!find_title(title, row))
        return;
    survey->at_home = true;
    survey->titled = NULL; /* 右江日报 is of more than 右江区 */
    survey->home = gazetteer_county(survey->gazetteer, row[0]);
    if (survey->home) {
        place_notes_add_county(&survey->page_notes, survey->home, NOTE_PAPER);
        live_in(survey, survey->home->prefecture, NULL);
        return;
    }
    struct place_name name = {.text = row[1],
                              .prefecture = gazetteer_prefecture(survey->gazetteer, row[0]),
                              .province = gazetteer_province(survey->gazetteer, row[0])};
    name.level = name.prefecture ? PLACE_PREFECTURE : PLACE_PROVINCE;
    place_notes_add(&survey->page_notes, &name, NOTE_PAPER);
    live_in(survey, name.prefecture, name.province);
}

/* The short name of a county, or of several, that makes up TITLE from byte AT on with what papers
   are called, or, behind what they begin with, alone; NULL: it does not. */
static const struct place_name *name_in_title(const struct survey *survey, struct str title,
                                              size_t at)
{
    static const struct str ends[] = {WORD("报"),   WORD("日报"), WORD("周报"), WORD("新闻"),
                                      WORD("时讯"), WORD("乡讯"), WORD("讯"),   WORD("周刊")};
    struct word_head head = word_head_at(title, at);
    const struct word *w = words_at(survey->gazetteer->names, title, head);
    for (; w; w = word_next(w, title, head)) {
        const struct place_name *name = w->value;
        struct str rest = str_slice(title, head.first.at + w->text.len, title.len);
        bool whole = rest.len == 0 ? at > 0 : wordlist_find(ends, COUNT(ends), rest) != NULL;
        if (whole && name->brief)
            return name;
    }
    return NULL;
}

/* 今日凌云, 商城报, 新兴报: the short name of which a title says that it is the paper's, although
   the name is a word elsewhere; NULL: it says none. */
static const struct place_name *name_of_title(const struct survey *survey, struct str title)
{
    static const struct str starts[] = {WORD("今日"), WORD("新")};
    const struct str *start = wordlist_start(starts, COUNT(starts), title);
    const struct place_name *name = name_in_title(survey, title, 0);
    return name || !start ? name : name_in_title(survey, title, start->len);
}

/* 中共嫩江地区委员会机关报, 中共滁县地委机关报: whether TEXT speaks of an area (地区) called NAME.
 */
static bool tells_area(struct str text, struct str name)
{
    static const struct str areas[] = {WORD("地区"), WORD("专区"), WORD("地委"), WORD("行署")};
    size_t at = utf8_count(name) > 1 ? str_find(text, name, 0) : SIZE_MAX;
    return at != SIZE_MAX &&
           wordlist_start(areas, COUNT(areas), str_slice(text, at + name.len, text.len));
}

/* Whether the texts of a page speak of what an area alone has, and nowhere as a county's paper
   does. */
static bool speak_of_area(const struct blocks *blocks)
{
    static const struct str bodies[] = {WORD("行署"), WORD("地委"), WORD("地直")};
    static const struct str own[] = {WORD("我县"),   WORD("全县"), WORD("县委"),
                                     WORD("县政府"), WORD("县里"), WORD("县城")};
    bool area = false;
    for (size_t i = 0; i < blocks->len; i++) {
        struct str text = blocks->at[i].text;
        if (wordlist_held(own, COUNT(own), text) > 0)
            return false;
        area |= wordlist_held(bodies, COUNT(bodies), text) > 0;
    }
    return area;
}

/* Whether the page says that a paper called after COUNTY, by NAME, is of the whole area: its
   furniture, or, where the name is BRIEF, its texts. */
static bool is_of_area(const struct survey *survey, struct str name, const struct county *county,
                       bool brief)
{
    const struct blocks *blocks = &survey->page->blocks;
    struct str stem = str_slice(name, 0, utf8_last(name).at);
    struct str today = str_slice(county->name, 0, utf8_last(county->name).at);
    for (size_t i = 0; i < blocks->len; i++) {
        struct str text = blocks->at[i].text;
        if (blocks->at[i].role == ROLE_FURNITURE &&
            (tells_area(text, name) || tells_area(text, stem) || tells_area(text, today)))
            return true;
    }
    return brief && speak_of_area(blocks);
}

/* Takes where a newspaper of that TITLE is from for the page's home. */
static void live_by_paper(struct survey *survey, struct str title)
{
    struct place_mentions mentions = place_mentions(survey->scratch, survey->gazetteer, title);
    for (size_t i = 0; i < mentions.len; i++) {
        const struct place_name *name = mentions.at[i].name;
        if (mentions.at[i].denied)
            continue;
        const struct county *county = names_region(name) ? NULL : plain_county(&mentions.at[i]);
        const struct county *only = name->counties.len == 1 ? name->counties.at[0] : NULL;
        if (only && (county || name->brief) && is_of_area(survey, name->text, only, name->brief)) {
            live_in_area(survey, only->prefecture);
            continue;
        }
        survey->at_home |= names_region(name) || county;
        if (name->brief && name->counties.len == 1)
            survey->titled = name->counties.at[0];
        if (county)
            place_notes_add_county(&survey->page_notes, county, NOTE_PAPER);
        else
            place_notes_add(&survey->page_notes, name, NOTE_PAPER);
        survey->home = survey->home ? survey->home : county;
        if (names_region(name))
            live_in(survey, name->prefecture, name->province);
    }
    if (!survey->at_home)
        live_by_title(survey, title);
    const struct place_name *name =
        survey->at_home || survey->titled ? NULL : name_of_title(survey, title);
    if (name && name->counties.len == 1)
        survey->titled = name->counties.at[0];
    else if (name)
        survey->namesakes = name;
}

/* The next word of *REST, one that is set wide as a whole: 静海报 in 静 海 报 第二版. */
static struct str cut_word(struct arena *scratch, struct str *rest)
{
    struct buf wide = {0};
    struct str word = str_cut(rest, ' ');
    while (utf8_count(word) == 1 && utf8_is_han(utf8_first(word).code)) {
        struct str next = *rest, after = str_cut(&next, ' ');
        buf_str(&wide, word);
        if (utf8_count(after) != 1 || !utf8_is_han(utf8_first(after).code))
            break;
        word = after;
        *rest = next;
    }
    if (wide.len)
        word = str_dup(scratch, buf_view(&wide));
    buf_clear(&wide);
    return word;
}

/* WORD without the marks at its ends: □定西日报, 《静海报》. */
static struct str without_marks(struct str word)
{
    struct utf8 first = utf8_first(word), last = utf8_last(word);
    while (first.len && !utf8_is_alnum(first.code) && !utf8_is_han(first.code))
        first = utf8_next(word, first);
    while (last.len && last.at > first.at && !utf8_is_alnum(last.code) && !utf8_is_han(last.code))
        last = utf8_before(word, last.at);
    return str_slice(word, first.at, last.at + last.len);
}

/* Whether WORD is what papers are called: 静海报, 今日湄潭; or, if SECTIONS, what sections are
   called too: 静海新闻. */
static bool is_title(struct str word, bool sections)
{
    static const struct str others[] = {WORD("公报"), WORD("简报"), WORD("快报"), WORD("情报"),
                                        WORD("预报"), WORD("喜报"), WORD("捷报"), WORD("黑板报")};
    static const struct str sources[] = {WORD("据"), WORD("摘自"), WORD("原载"), WORD("转自")};
    static const struct str ends[] = {WORD("新闻"), WORD("时讯"), WORD("融媒"), WORD("大众"),
                                      WORD("周刊"), WORD("晚刊"), WORD("乡讯"), WORD("通讯")};
    enum { MOST_CHARS = 10 };
    size_t han = 0;
    for (struct utf8 c = utf8_first(word); c.len; c = utf8_next(word, c))
        han += utf8_is_han(c.code);
    if (han != utf8_count(word) || han > MOST_CHARS ||
        wordlist_start(sources, COUNT(sources), word))
        return false;
    return str_starts(word, STR("今日")) || (sections && wordlist_end(ends, COUNT(ends), word)) ||
           (str_ends(word, STR("报")) && !wordlist_end(others, COUNT(others), word));
}

/* Whether TEXT says who publishes the paper: 中共静海县委机关报, 静海县人民政府主办. */
static bool tells_publisher(struct str text)
{
    static const struct str words[] = {WORD("机关报"), WORD("主办"), WORD("主管")};
    static const struct str bodies[] = {
        WORD("中共"),     WORD("委员会"),     WORD("人民政府"), WORD("融媒体"), WORD("宣传部"),
        WORD("新闻中心"), WORD("报社"),       WORD("县委"),     WORD("区委"),   WORD("市委"),
        WORD("旗委"),     WORD("广播电视台"), WORD("州委"),     WORD("地委"),   WORD("盟委")};
    return wordlist_held(words, COUNT(words), text) > 0 && !str_starts(text, STR("由")) &&
           wordlist_held(bodies, COUNT(bodies), text) > 0;
}

/* Where the page's first headline begins, with which its masthead ends. */
static uint32_t masthead_end(const struct stories *stories)
{
    uint32_t end = UINT32_MAX;
    for (size_t i = 0; i < stories->len; i++)
        for (size_t k = 0; k < stories->at[i].blocks.len; k++) {
            const struct block *block = &stories->at[i].blocks.at[k];
            uint32_t start = block->spans.at[0].start;
            end = block->role == ROLE_HEADLINE && start < end ? start : end;
        }
    return end;
}

static bool holds_latin(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (str_letter_at(text, i))
            return true;
    return false;
}

/* Takes the home from a line of the page's masthead: the newspaper's name between blanks, or who
   publishes it. SECTIONS: where nothing else told, a name as sections have it too, 海曙新闻, in a
   line with a day, a number or Latin letters. */
static void live_by_line(struct survey *survey, struct str line, bool sections)
{
    static const struct str facts[] = {WORD("年"), WORD("期"), WORD("版"), WORD("星期")};
    if (sections && wordlist_held(facts, COUNT(facts), line) == 0 && !holds_latin(line))
        return;
    if (!sections && tells_publisher(line))
        live_by_paper(survey, line);
    while (line.len && !survey->at_home && !survey->titled) {
        struct str inside, word = without_marks(cut_word(survey->scratch, &line));
        word = before_bracket(word, &inside); /* 嘉祥报（复刊第31期） */
        if (is_title(word, sections))
            live_by_paper(survey, word);
    }
}

/* The same from all of it, wherever it stands; a kicker that may be its first line, at the top. */
static void live_by_masthead(struct survey *survey, const struct stories *stories, bool sections)
{
    uint32_t end = masthead_end(stories);
    for (size_t i = 0; i < stories->len; i++)
        for (size_t k = 0; k < stories->at[i].blocks.len; k++) {
            const struct block *block = &stories->at[i].blocks.at[k];
            bool top = block->role == ROLE_KICKER && block->spans.at[0].start <= end;
            if (block->role != ROLE_FURNITURE && !top)
                continue;
            if (!survey->at_home && !survey->titled)
                live_by_line(survey, block->text, sections);
        }
}

void survey_home(struct survey *survey, const struct stories *stories)
{
    struct str place = survey->page->facts.place;
    survey->home = gazetteer_county(survey->gazetteer, place);
    live_in(survey,
            survey->home ? survey->home->prefecture
                         : gazetteer_prefecture(survey->gazetteer, place),
            gazetteer_province(survey->gazetteer, place));
    survey->at_home = survey->home_province;
    survey->place = survey->at_home ? place : STR_NONE;
    if (place.len && !survey->at_home) {
        size_t at = str_find(page_slice(survey->page, survey->page->front), place, 0);
        diag_add(&survey->page->diags, D_PLACE_UNKNOWN,
                 page_place(survey->page, at == SIZE_MAX ? 0 : survey->page->front.start + at),
                 "no county, prefecture or province has the code %.*s", STR_FMT(place));
    }
    live_by_paper(survey, survey->page->facts.publication);
    live_by_masthead(survey, stories, false);
    live_by_masthead(survey, stories, true);
}

/* 新民晚报 is Shanghai's, and none of 新民市: counties have no papers of such names. */
static bool is_city_paper(struct str title)
{
    static const struct str ends[] = {WORD("晚报"), WORD("早报"), WORD("晨报"), WORD("都市报"),
                                      WORD("商报")};
    return wordlist_end(ends, COUNT(ends), title);
}

/* How many townships' names of a page's stories COUNTY has too. */
static size_t townships_told(const struct county *county, const struct story_survey *found,
                             size_t len)
{
    size_t told = 0;
    for (size_t i = 0; i < len; i++)
        for (size_t k = 0; k < found[i].sightings.len; k++) {
            const struct place_name *name = found[i].sightings.at[k].mention.name;
            told += name->level == PLACE_TOWNSHIP && place_holds_township(name, county);
        }
    return told;
}

/* Of counties of one name the one whose townships or prefecture the page names most: 今日普陀
   beside 桃花镇; NULL: none, or several. */
static const struct county *namesake_of_page(const struct survey *survey,
                                             const struct story_survey *found, size_t len)
{
    const struct place_name *name = survey->namesakes;
    const struct county *best = NULL;
    double most = 0;
    for (size_t i = 0; name && i < name->counties.len; i++) {
        const struct county *county = name->counties.at[i];
        double share = (double)townships_told(county, found, len) +
                       place_notes_share(&survey->page_notes, county, NOTE_NAMED);
        if (share < most)
            continue;
        best = share > most ? county : NULL;
        most = share;
    }
    return best;
}

void survey_title(struct survey *survey, const struct story_survey *found, size_t len)
{
    const struct county *county =
        survey->titled ? survey->titled : namesake_of_page(survey, found, len);
    if (!county || survey->home)
        return;
    if (!is_city_paper(survey->page->facts.publication) ||
        place_notes_county(&survey->page_notes, county, NOTE_COUNTY) ||
        place_notes_share(&survey->page_notes, county, NOTE_NAMED) >= 1) {
        survey->home = county;
        survey->at_home = true;
        place_notes_add_county(&survey->page_notes, county, NOTE_PAPER);
        live_in(survey, county->prefecture, NULL);
    }
}
