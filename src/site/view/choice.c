/* SPDX-License-Identifier: MIT */
#include "site/view/choice.h"

#include "page/wordlist.h"

/* A good length, in characters. */
enum { SHORT = 400, LONG = 3000 };

/* The weights: a confidence of 1 counts CONFIDENCE. */
enum {
    CONFIDENCE = 40,
    HEADLINE = 20,
    WHOLE = 15,
    LENGTH = 15,
    SIGNED = 10,
    PLACED = 10,
    SPACE = 5, /* the paragraphs are not one block */
    NOTICE = -30,
};

/* 关于…的通告: nothing that one reads for pleasure. */
static bool is_notice(struct str headline)
{
    static const struct str ends[] = {WORD("通告"), WORD("公告"), WORD("通知"), WORD("启事"),
                                      WORD("公示"), WORD("声明"), WORD("须知"), WORD("规定")};
    return wordlist_end(ends, COUNT(ends), headline);
}

int story_worth(const struct entry *entry)
{
    const struct story *story = entry->story;
    int worth = (int)(story->confidence * CONFIDENCE);
    worth += story->headline_derived ? 0 : HEADLINE;
    worth += story->truncated_start || story->truncated_end ? 0 : WHOLE;
    worth += story->bylines.len > 0 ? SIGNED : 0;
    worth += is_notice(story->headline) ? NOTICE : 0;
    worth += story->counties.len > 0 ? PLACED : 0;
    worth += story->counts->paragraphs > 2 ? SPACE : 0;
    if (entry->chars < SHORT)
        worth -= LENGTH * (int)(SHORT - entry->chars) / SHORT;
    else if (entry->chars <= LONG)
        worth += LENGTH;
    return worth;
}

static const struct county *county_of(const struct entry *entry)
{
    const struct story_counties *counties = &entry->story->counties;
    return counties->len ? counties->at[0].county : NULL;
}

/* Whether a story, its page, county or headline is among those chosen; ANY: whether the story or
   another printing of it is. */
static bool is_taken(const struct entries *chosen, const struct entry *entry, bool any)
{
    for (size_t i = 0; i < chosen->len; i++) {
        const struct entry *other = chosen->at[i];
        if (other == entry)
            return true;
        if (entry->printings && other->printings == entry->printings)
            return true;
        if (!any && (other->page == entry->page || county_of(other) == county_of(entry) ||
                     str_eq(other->story->headline, entry->story->headline)))
            return true;
    }
    return false;
}

/* The worthiest story that is left; NULL: there is none. */
static const struct entry *best_of(const struct archive *archive, const struct entries *chosen,
                                   bool any)
{
    const struct entry *best = NULL;
    int worth = 0;
    for (size_t i = 0; i < archive->entries.len; i++) {
        const struct entry *entry = archive->entries.at[i];
        if (entry->story->kind != KIND_STORY || is_taken(chosen, entry, any))
            continue;
        int own = story_worth(entry);
        if (!best || own > worth) {
            best = entry;
            worth = own;
        }
    }
    return best;
}

struct entries choice_make(struct arena *keep, const struct archive *archive, size_t count)
{
    struct entries chosen = {0};
    while (chosen.len < count) {
        const struct entry *best = best_of(archive, &chosen, false);
        if (!best)
            best = best_of(archive, &chosen, true);
        if (!best)
            break;
        vec_push(keep, &chosen, best);
    }
    return chosen;
}
