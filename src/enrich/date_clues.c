/* SPDX-License-Identifier: MIT */
#include "enrich/date_clues.h"

#include "base/utf8.h"
#include "enrich/date_events.h"
#include "enrich/year_words.h"
#include "page/wordlist.h"

enum {
    FIRST_PRESENT = 1949, /* no paper of the archive speaks from before */
    TITLE_BYTES = 72,     /* of a programme's title, before the year or after */
    SENTENCE_BYTES = 180, /* looked at for what is done */
};

/* Words in the titles of papers that are issued for the year that they name. */
static const struct str programmes[] = {WORD("方案"), WORD("行动"), WORD("计划"), WORD("年度"),
                                        WORD("办法"), WORD("意见"), WORD("通知")};

/* Words of stories that look back: on what was, on a life, on a deed that is tried. */
static const struct str looking_back[] = {
    WORD("当年"),   WORD("那年"),   WORD("那时"),   WORD("如今"),   WORD("当时"),   WORD("回忆"),
    WORD("往事"),   WORD("后来"),   WORD("从前"),   WORD("老照片"), WORD("年后"),   WORD("记得"),
    WORD("当初"),   WORD("出生于"), WORD("出生在"), WORD("年出生"), WORD("月出生"), WORD("日出生"),
    WORD("年生，"), WORD("月生，"), WORD("日生，"), WORD("被告人")};

static const struct str done[] = {WORD("了"), WORD("已"), WORD("曾"), WORD("截至"), WORD("截止")};
static const struct str planned[] = {WORD("将"),   WORD("力争"), WORD("争取"), WORD("确保"),
                                     WORD("有望"), WORD("预计"), WORD("计划"), WORD("拟"),
                                     WORD("目标"), WORD("规划"), WORD("届时"), WORD("建议")};

/* What is told of a person, a work or a place for years after. */
static const struct str lasting[] = {
    WORD("荣获"), WORD("获评"), WORD("被评为"), WORD("被授予"), WORD("被列入"),   WORD("被命名"),
    WORD("入选"), WORD("毕业"), WORD("入伍"),   WORD("参军"),   WORD("退伍"),     WORD("退役"),
    WORD("转业"), WORD("入党"), WORD("加入"),   WORD("退休"),   WORD("参加工作"), WORD("当选"),
    WORD("出版"), WORD("始建"), WORD("创办"),   WORD("创建")};

static const struct str aims[] = {WORD("规划"), WORD("目标"), WORD("蓝图"), WORD("愿景"),
                                  WORD("远景")};

/* A story as its clues are gathered. */
struct gatherer {
    struct arena *keep;
    const struct events *events;
    struct clues *clues;
    const struct story *story;
    bool knows, looks_back; /* the second, where the first says that it was found out */
};

static bool is_read(enum role role)
{
    return role != ROLE_FURNITURE && role != ROLE_PLACEHOLDER && role != ROLE_NOTICE &&
           role != ROLE_BYLINE;
}

/* The rest of the sentence at AT, or its beginning. */
static struct str sentence_after(struct str text, size_t at)
{
    size_t end = at + SENTENCE_BYTES < text.len ? at + SENTENCE_BYTES : text.len;
    struct str rest = str_slice(text, at, end);
    size_t stop = str_find(rest, STR("。"), 0);
    return stop == SIZE_MAX ? rest : str_slice(rest, 0, stop);
}

/* Whether the year at WORDS stands in a title such as 《2023年耕地保护方案》 or “2023年春季行动”.
 */
static bool in_title(struct str text, const struct date_words *words)
{
    static const struct str openings[] = {WORD("《"), WORD("“")};
    static const struct str closings[] = {WORD("》"), WORD("”")};
    struct str before =
        str_slice(text, words->at > TITLE_BYTES ? words->at - TITLE_BYTES : 0, words->at);
    struct str after = utf8_head(str_slice(text, words->end, text.len), TITLE_BYTES / 3);
    for (size_t i = 0; i < COUNT(openings); i++) {
        size_t close = str_find(after, closings[i], 0);
        if (close != SIZE_MAX && str_has(before, openings[i]) && !str_has(before, closings[i]) &&
            wordlist_held(programmes, COUNT(programmes), str_slice(after, 0, close)) > 0)
            return true;
    }
    return false;
}

/* Whether the words after the year that ends at END leave it what 今年 is: not in
   今年是2015年以来最旱的一年, 今年是2015年的三倍. */
static bool is_said_to_be(struct str text, const struct clue *clue, const struct str *joint)
{
    struct str year = str_slice(text, clue->at, text.len);
    bool verb = joint && str_eq(*joint, STR("是"));
    return date_sense_of(year, 0, clue->end - clue->at) == DATE_PLAIN &&
           (!verb || clause_after(text, clue->end).len == 0);
}

/* 去年（2022年）, 今年即2023年: a word right before a year says how far from the present it is.
   Takes the word into the clue. */
static bool is_relative(struct str text, struct clue *clue)
{
    static const struct str joints[] = {WORD("（"), WORD("("), WORD("即"), WORD("也就是"),
                                        WORD("是")};
    struct str before = str_slice(text, 0, clue->at);
    const struct str *joint = wordlist_end(joints, COUNT(joints), before);
    if (!is_said_to_be(text, clue, joint))
        return false;
    if (joint) {
        before.len -= joint->len;
        if (str_ends(before, STR("，")))
            before.len -= STR("，").len;
    }
    const struct year_word *word = year_word_end(before);
    if (!word)
        return false;
    clue->date = (struct date){.year = (uint16_t)(clue->date.year + word->years)};
    clue->at = before.len - word->text.len;
    return true;
}

static bool looks_back(struct gatherer *gatherer)
{
    const struct blocks *blocks = &gatherer->story->blocks;
    for (size_t i = 0; i < blocks->len && !gatherer->knows; i++)
        gatherer->looks_back |=
            wordlist_held(looking_back, COUNT(looking_back), blocks->at[i].text) > 0;
    gatherer->knows = true;
    return gatherer->looks_back;
}

/* Whether the clause with a date, or the one after a date that stands alone, tells of what is done.
 */
static bool is_told(struct str text, const struct date_words *words)
{
    struct str clause = clause_after(text, words->end);
    if (!clause.len)
        clause = clause_after(text, utf8_next(text, utf8_at(text, words->end)).at);
    return words->sense != DATE_AHEAD && wordlist_held(done, COUNT(done), clause) > 0 &&
           wordlist_held(planned, COUNT(planned), clause) == 0;
}

/* 到2008年秋天，油坊又开了; 至2017年6月，全县队员达到一千三百名. */
static bool is_reached(struct str text, const struct date_words *words)
{
    static const struct str reach[] = {WORD("到"), WORD("至")};
    static const struct str amounting[] = {WORD("达到"), WORD("累计"), WORD("达"), WORD("共有")};
    struct str before = str_slice(text, 0, words->at), rest = sentence_after(text, words->end);
    const struct str *word = wordlist_end(reach, COUNT(reach), before);
    bool begins = word && !utf8_is_digit(utf8_before(text, words->at - word->len).code);
    return begins && words->sense == DATE_AHEAD &&
           clause_before(text, words->at).len == word->len &&
           (wordlist_held(done, COUNT(done), rest) > 0 ||
            (words->date.month && wordlist_held(amounting, COUNT(amounting), rest) > 0 &&
             wordlist_held(planned, COUNT(planned), rest) == 0));
}

/* 2016年是“十三五”开局之年: a year is said to be the year of something. */
static bool is_year_of(struct str text, const struct date_words *words)
{
    static const struct str ends[] = {WORD("开局之年"), WORD("收官之年"), WORD("决胜之年"),
                                      WORD("决战之年"), WORD("攻坚之年"), WORD("开局起步之年")};
    struct str clause = clause_after(text, words->end);
    return !words->date.month && str_starts(clause, STR("是")) &&
           wordlist_end(ends, COUNT(ends), clause);
}

/* 2022年前十个月, 2022年上半年: figures of a year that is not over. */
static bool is_part_of_year(struct str text, const struct date_words *words)
{
    static const struct str parts[] = {WORD("上半年"), WORD("一季度"),   WORD("二季度"),
                                       WORD("三季度"), WORD("前三季度"), WORD("头"),
                                       WORD("前")};
    struct str rest = str_slice(text, words->end, text.len);
    enum { PART_CHARS = 6 };
    const struct str *part = wordlist_start(parts, COUNT(parts), rest);
    return part && !words->date.month &&
           (str_ends(*part, STR("年")) || str_ends(*part, STR("度")) ||
            str_has(utf8_head(rest, PART_CHARS), STR("个月")));
}

/* 截至2016年9月, 到2008年2月底，全县已有…; but 截至2016年底 is written in the next year too. */
static bool is_counted(struct str text, const struct date_words *words)
{
    static const struct str until[] = {WORD("截至"), WORD("截止"), WORD("截止到"), WORD("截至到")};
    return words->date.month && words->date.month < 12 &&
           (wordlist_end(until, COUNT(until), str_slice(text, 0, words->at)) ||
            is_reached(text, words));
}

static enum clue_kind kind_of(struct gatherer *gatherer, struct str text,
                              const struct date_words *words)
{
    struct str clause = clause_after(text, words->end);
    bool plan = wordlist_held(planned, COUNT(planned), clause) > 0 ||
                wordlist_held(aims, COUNT(aims), clause_before(text, words->at)) > 0;
    if (in_title(text, words) && words->sense != DATE_AHEAD)
        return CLUE_TITLE;
    if (words->sense == DATE_OTHER || wordlist_held(lasting, COUNT(lasting), clause) > 0)
        return CLUE_PAST;
    if ((words->sense == DATE_AHEAD && !is_reached(text, words)) || plan)
        return CLUE_AHEAD;
    if (is_counted(text, words))
        return CLUE_COUNTED;
    if (is_year_of(text, words) && !looks_back(gatherer))
        return CLUE_JUBILEE;
    return looks_back(gatherer)           ? CLUE_HISTORY
           : is_part_of_year(text, words) ? CLUE_COUNTED
                                          : CLUE_NAMED;
}

static void gather_years(struct gatherer *gatherer, const struct block *block)
{
    struct date_words words;
    struct str text = block->text;
    for (size_t from = 0; date_words_next(text, from, &words); from = words.end) {
        if (words.date.year < FIRST_PRESENT)
            continue;
        struct clue clue = {.date = words.date, .block = block, .at = words.at, .end = words.end};
        clue.told = is_told(text, &words);
        clue.kind = is_relative(text, &clue) ? CLUE_NOW : kind_of(gatherer, text, &words);
        vec_push(gatherer->keep, gatherer->clues, clue);
    }
}

static void gather_events(struct gatherer *gatherer, const struct block *block)
{
    struct str text = block->text;
    const struct words *words = &gatherer->events->words;
    struct word_head head = word_head_at(text, 0);
    while ((head = words_seek(words, text, head)).first.len) {
        const struct word *word = words_found(words, text, head);
        if (!word) {
            head = word_head_next(text, head);
            continue;
        }
        size_t at = head.first.at;
        struct clue clue = {.block = block, .at = at, .end = at + word->text.len};
        if (event_clue(word->value, text, at, clue.end, &clue))
            vec_push(gatherer->keep, gatherer->clues, clue);
        head = word_head_at(text, clue.end);
    }
}

void story_find_clues(struct arena *keep, const struct story *story, const struct events *events,
                      struct clues *clues)
{
    struct gatherer gatherer = {.keep = keep, .events = events, .clues = clues, .story = story};
    for (size_t i = 0; i < story->blocks.len; i++) {
        const struct block *block = &story->blocks.at[i];
        if (!is_read(block->role))
            continue;
        gather_years(&gatherer, block);
        gather_events(&gatherer, block);
    }
}
