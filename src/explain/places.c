/* SPDX-License-Identifier: MIT */
#include "explain/filed.h"

#include "base/utf8.h"
#include "enrich/prominence.h"
#include "enrich/region.h"
#include "page/variants.h"

enum { HEADING = 2, ITEM = 4, WHY = 6, LIST = 8, SHOWN = 3, RIVALS_SHOWN = 4, AROUND = 6 };

/* "山西省吕梁市岚县" */
static struct str full_name(const struct teller *teller, const struct county *county)
{
    return str_format(teller->scratch, "%.*s%.*s%.*s", STR_FMT(county->prefecture->province->name),
                      STR_FMT(county->prefecture->name), STR_FMT(county->name));
}

/* The words of BLOCK at [AT, AT + LEN) with some on both sides: 「…来到岚县社科乡…」 */
static struct str in_context(const struct teller *teller, const struct block *block, size_t at,
                             size_t len)
{
    size_t from = at, to = at + len;
    for (size_t i = 0; i < AROUND && from; i++)
        from = utf8_before(block->text, from).at;
    for (size_t i = 0; i < AROUND && to < block->text.len; i++)
        to += utf8_at(block->text, to).len;
    struct str words = str_slice(block->text, from, to);
    return str_format(teller->scratch, "「%s%.*s%s」", from ? "…" : "", STR_FMT(words),
                      to < block->text.len ? "…" : "");
}

/* ---- which county a name means */

static const char *settled_words(enum settled_by by)
{
    static const char *const words[SETTLED_BY_COUNT] = {
        [SETTLED_NOT] = "nothing settles which",
        [SETTLED_PLAIN] = "no other county bears the name",
        [SETTLED_WITHIN] = "the wider place that stands before the name",
        [SETTLED_TOWNSHIP] = "it has the township that follows",
        [SETTLED_LISTED] = "it stands in a list beside a county that is named in full",
        [SETTLED_PAIR] = "a township's name and the county's short one stand near each other",
        [SETTLED_NEIGHBOURS] = "the story has short names of several counties of its prefecture",
        [SETTLED_BEFORE] = "the story named it before",
        [SETTLED_NAMED] = "the story names this one and none of the others",
        [SETTLED_NEAR] = "the page is from near this one, or names it",
        [SETTLED_INSISTED] = "the story has the short name in a heading, and again",
        [SETTLED_PLACE] = "it is the page's own (place)",
        [SETTLED_HOME] = "this one alone is of the page's home",
        [SETTLED_AFTER] = "the story names it plainly further on",
        [SETTLED_USUAL] = "every county has one, and the paper is this county's own",
        [SETTLED_SUPPORT] = "the page speaks for it most",
        [SETTLED_ALONE] = "it is the only one that has such a township",
        [SETTLED_PAGE] = "another story of the page means it by this name",
        [SETTLED_TOWNSHIPS] = "the story names others of its townships without their level",
        [SETTLED_SHORT] = "this one alone of the page's prefecture has such a township",
    };
    return words[by];
}

static const char *support_words(enum support support)
{
    static const char *const words[SUPPORT_COUNT] = {
        [SUPPORT_ITSELF] = "the story names it, or the newspaper is its own",
        [SUPPORT_PLACE] = "the page's place",
        [SUPPORT_PAPER] = "the newspaper's name",
        [SUPPORT_NAMED] = "the story names its prefecture or province",
        [SUPPORT_COUNTY] = "the story names a county near it",
        [SUPPORT_PAGE_NAMED] = "the page names its prefecture or province",
        [SUPPORT_PAGE_COUNTY] = "the page names a county near it",
        [SUPPORT_PAGE_SETTLED] = "another story means it by this name",
    };
    return words[support];
}

static void tell_rival(const struct teller *teller, const struct rival *rival)
{
    struct str name = full_name(teller, rival->county), said = STR_NONE;
    for (size_t i = 0; i < SUPPORT_COUNT; i++)
        if (rival->supports.at[i] > 0)
            said =
                str_format(teller->scratch, "%.*s%s%s %+g", STR_FMT(said), said.len ? ", " : ": ",
                           support_words((enum support)i), rival->supports.at[i]);
    say(teller->speech, LIST, "%.*s %+g%.*s", STR_FMT(name), supports_sum(&rival->supports),
        STR_FMT(said));
}

/* The rivals that the page speaks for most first: as many as are shown. */
static void tell_rivals(const struct teller *teller, const struct ground_name *name)
{
    size_t len = name->rivals.len, shown = 0;
    bool *told = ARENA_ARRAY(teller->scratch, bool, len);
    while (shown < len && (teller->speech->full || shown < RIVALS_SHOWN)) {
        size_t best = SIZE_MAX;
        for (size_t i = 0; i < len; i++) {
            bool first = !shown && name->rivals.at[i].county == name->county;
            if (!told[i] && (best == SIZE_MAX || first ||
                             (name->rivals.at[best].county != name->county &&
                              supports_sum(&name->rivals.at[i].supports) >
                                  supports_sum(&name->rivals.at[best].supports))))
                best = i;
        }
        told[best] = true;
        shown++;
        tell_rival(teller, &name->rivals.at[best]);
    }
    if (shown < len) {
        say(teller->speech, LIST, "and %zu more that bear the name", len - shown);
    }
}

/* Whether the story's name was told of already: one of the same words, of the same county. */
static bool is_told(const struct grounds *grounds, size_t n)
{
    const struct ground_name *name = &grounds->names.at[n];
    for (size_t i = 0; i < n; i++) {
        const struct ground_name *before = &grounds->names.at[i];
        if (before->story == name->story && before->county == name->county &&
            str_eq(before->text, name->text))
            return true;
    }
    return false;
}

/* "not 云南省昆明市富民县 or 2 more": who else bears a name. */
static struct str others_of(const struct teller *teller, const struct ground_name *name)
{
    const struct rival *best = NULL;
    for (size_t i = 0; i < name->rivals.len; i++) {
        const struct rival *rival = &name->rivals.at[i];
        if (rival->county != name->county &&
            (!best || supports_sum(&rival->supports) > supports_sum(&best->supports)))
            best = rival;
    }
    struct str other = best ? full_name(teller, best->county) : STR_NONE;
    if (name->rivals.len <= 2)
        return other;
    return str_format(teller->scratch, "%.*s or %zu more", STR_FMT(other), name->rivals.len - 2);
}

static void tell_name(const struct teller *teller, const struct ground_name *name)
{
    const char *why = settled_words(name->by);
    if (name->rivals.len == 1) {
        if (teller->speech->full)
            say(teller->speech, WHY, "「%.*s」: %s", STR_FMT(name->text), why);
        return;
    }
    struct str others = others_of(teller, name);
    say(teller->speech, WHY, "「%.*s」, not that of %.*s: %s", STR_FMT(name->text), STR_FMT(others),
        why);
    if (teller->speech->full || name->by == SETTLED_SUPPORT)
        tell_rivals(teller, name);
}

/* Says how the names that mean COUNTY in a story were settled. */
static void tell_names(const struct teller *teller, const struct story *story,
                       const struct county *county)
{
    const struct grounds *grounds = &teller->grounds;
    for (size_t i = 0; i < grounds->names.len; i++) {
        const struct ground_name *name = &grounds->names.at[i];
        if (name->story == story && name->county == county && !is_told(grounds, i))
            tell_name(teller, name);
    }
}

/* ---- what counts for a county */

static double weight_of(const struct teller *teller, const struct story *story, const void *place)
{
    const struct grounds *grounds = &teller->grounds;
    double sum = 0;
    for (size_t i = 0; i < grounds->places.len; i++)
        if (grounds->places.at[i].story == story && grounds->places.at[i].place == place)
            sum += grounds->places.at[i].weight;
    return sum;
}

/* What words are to a place of that NAME where they are not it. */
static const char *sense_words(const struct teller *teller, struct str name,
                               const struct block *block, size_t at, struct str words)
{
    const struct grounds *grounds = &teller->grounds;
    for (size_t i = 0; i < grounds->names.len; i++)
        if (grounds->names.at[i].block == block && grounds->names.at[i].at == at)
            return grounds->names.at[i].township ? ", a township of it" : "";
    return str_starts(name, words) ? "" : ", which the paper says of its own";
}

/* "headline", "first paragraph" … */
static const char *place_words(const struct story *story, const struct block *block)
{
    if (block->role == ROLE_PARAGRAPH && block_prominence(story, block) > 1)
        return "first paragraph";
    return role_name(block->role);
}

/* What counts for a county, prefecture or province. */
static void tell_evidence(const struct teller *teller, const struct story *story, const void *place,
                          struct str name, const struct evidences *evidences)
{
    const struct grounds *grounds = &teller->grounds;
    size_t seen = 0;
    for (size_t i = 0; i < grounds->places.len; i++) {
        const struct ground_place *ground = &grounds->places.at[i];
        if (ground->story != story || ground->place != place ||
            (++seen > SHOWN && !teller->speech->full))
            continue;
        const struct evidence *evidence = &evidences->at[ground->evidence];
        size_t at = (size_t)(evidence->text.ptr - ground->block->text.ptr);
        struct str line = line_at(teller, evidence->span);
        struct str words = in_context(teller, ground->block, at, evidence->text.len);
        say(teller->speech, WHY, "%+g %s, %.*s %.*s%s", ground->weight,
            place_words(story, ground->block), STR_FMT(line), STR_FMT(words),
            sense_words(teller, name, ground->block, at, evidence->text));
    }
    if (seen > SHOWN && !teller->speech->full)
        say(teller->speech, WHY, "and %zu more", seen - SHOWN);
}

static void tell_county(const struct teller *teller, const struct story *story,
                        const struct story_county *found, const char *so)
{
    struct str name = full_name(teller, found->county);
    say(teller->speech, ITEM, "%s%.*s: weight %g", so, STR_FMT(name),
        weight_of(teller, story, found->county));
    tell_evidence(teller, story, found->county, found->county->name, &found->evidence);
    tell_names(teller, story, found->county);
}

static void tell_passing(const struct teller *teller, const struct story *story,
                         const struct story_county *found)
{
    const struct grounds *grounds = &teller->grounds;
    tell_county(teller, story, found, "only mentioned: ");
    if (story->places_given) /* and not for what the words say */
        return;
    for (size_t i = 0; i < grounds->passing.len; i++) {
        const struct ground_passing *passing = &grounds->passing.at[i];
        if (passing->story != story || passing->county != found->county)
            continue;
        if (passing->why == PASSING_CUED)
            say(teller->speech, WHY,
                "only mentioned: the words beside it say who comes from there or goes there");
        else if (passing->why == PASSING_EXAMPLE)
            say(teller->speech, WHY,
                "only mentioned: the story is about all of its prefecture or province, and it is "
                "an "
                "example");
        else if (passing->why == PASSING_SELDOM)
            say(teller->speech, WHY,
                "only mentioned: %g is little beside the %g of the first, and none of it is in a "
                "heading or dateline",
                passing->weight, passing->first);
        else
            say(teller->speech, WHY,
                "only mentioned: it is named once, and is not of the page's home");
    }
}

/* ---- prefectures and provinces */

static void tell_region(const struct teller *teller, const struct story *story,
                        const struct story_region *region)
{
    const void *place = region_place(region);
    struct str province = region->prefecture ? region->province->name : STR_NONE;
    say(teller->speech, ITEM, "all of %.*s%.*s: weight %g, and no county of it has as much",
        STR_FMT(province), STR_FMT(region_name(region)), weight_of(teller, story, place));
    tell_evidence(teller, story, place, region_name(region), &region->evidence);
}

/* ---- names without a county */

/* Whether the story has the name among those that it leaves open, and it stands here by itself. */
static bool is_open(const struct teller *teller, const struct story *story,
                    const struct ground_name *name)
{
    bool open = false;
    for (size_t i = 0; i < story->open.len; i++) { /* they are told as printed, 龍泉鎮 */
        struct str text = story->open.at[i].evidence.text;
        open |= str_eq(text_simplified(teller->scratch, text), name->text);
    }
    return open && name->clear && !name->within;
}

static void tell_open(const struct teller *teller, const struct story *story)
{
    const struct grounds *grounds = &teller->grounds;
    for (size_t i = 0; i < grounds->names.len; i++) {
        const struct ground_name *name = &grounds->names.at[i];
        if (name->story != story || name->county || is_told(grounds, i))
            continue;
        struct str words = in_context(teller, name->block, name->at, name->text.len);
        if (is_open(teller, story, name)) {
            say(teller->speech, ITEM, "left open: 「%.*s」 in %.*s may be any of",
                STR_FMT(name->text), STR_FMT(words));
            tell_rivals(teller, name);
        } else if (teller->speech->full) {
            say(teller->speech, ITEM, "not taken for a county's: 「%.*s」 in %.*s%s",
                STR_FMT(name->text), STR_FMT(words),
                !name->clear  ? ", for the characters may be part of other words"
                : name->loose ? ", for it is a common or a short word, and nothing speaks for it"
                              : ", for nothing speaks for one of them");
        }
    }
}

static void tell_given(const struct teller *teller, const struct story *story)
{
    say(teller->speech, ITEM, "%s",
        story->counties.len + story->regions.len ? "the page's front matter says them"
                                                 : "none: the page's front matter says so");
    for (size_t i = 0; i < story->counties.len; i++) {
        struct str name = full_name(teller, story->counties.at[i].county);
        say(teller->speech, ITEM, "%.*s", STR_FMT(name));
    }
    for (size_t i = 0; i < story->regions.len; i++)
        say(teller->speech, ITEM, "all of %.*s", STR_FMT(region_name(&story->regions.at[i])));
    for (size_t i = 0; i < story->passing.len; i++)
        tell_passing(teller, story, &story->passing.at[i]);
}

void tell_counties(const struct teller *teller, const struct story *story)
{
    say(teller->speech, HEADING, "Places");
    if (story->places_given) {
        tell_given(teller, story);
        return;
    }
    for (size_t i = 0; i < story->counties.len; i++)
        tell_county(teller, story, &story->counties.at[i], "");
    for (size_t i = 0; i < story->passing.len; i++)
        tell_passing(teller, story, &story->passing.at[i]);
    for (size_t i = 0; i < story->regions.len; i++)
        tell_region(teller, story, &story->regions.at[i]);
    if (!story->counties.len && !story->passing.len && !story->regions.len)
        say(teller->speech, ITEM, "none: it names none that can be told");
    tell_open(teller, story);
}
