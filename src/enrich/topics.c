/* SPDX-License-Identifier: MIT */
#include "enrich/topics.h"

#include "base/embedded.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "enrich/topic_hints.h"
#include "page/wordlist.h"

/* The lists of words that a topic has: strong, words, weak, essay, not; and what a word of each
   counts. */
static const double list_weights[] = {4, 2, 1, 2, 0};

enum { LISTS = sizeof list_weights / sizeof *list_weights, LIST_ESSAY = 3, IPTC_DIGITS = 8 };

/* An entry of topics.yaml. */
struct topic_entry {
    struct place place;
    struct topic topic;
    struct yaml_strings words[LISTS];
};

struct topic_entries VEC_OF(struct topic_entry);

/* "0.7", "2": digits and at most one point, in seven characters at most. */
static bool stress_parse(struct arena *keep, struct str text, void *value)
{
    enum { CHARS_MOST = 7 };
    static const double least = 0.1, most = 10;
    (void)keep;
    double stress = 0, unit = 0; /* of the next digit behind the point; 0: before it */
    for (size_t i = 0; i < text.len; i++) {
        bool digit = text.ptr[i] >= '0' && text.ptr[i] <= '9';
        if ((!digit && (text.ptr[i] != '.' || unit > 0)) || i >= CHARS_MOST)
            return false;
        if (!digit) {
            unit = 1;
            continue;
        }
        unit /= 10;
        stress = unit > 0 ? stress + unit * (text.ptr[i] - '0') : stress * 10 + text.ptr[i] - '0';
    }
    if (stress < least || stress > most)
        return false;
    memcpy(value, &stress, sizeof stress);
    return true;
}

static const struct yaml_field entry_fields[] = {
    {.key = "", YAML_PLACE, offsetof(struct topic_entry, place)},
    {.key = "id", YAML_STRING, offsetof(struct topic_entry, topic.id), .required = true},
    {.key = "label", YAML_STRING, offsetof(struct topic_entry, topic.label), .required = true},
    {.key = "label_en", YAML_STRING, offsetof(struct topic_entry, topic.label_en)},
    {.key = "group", YAML_STRING, offsetof(struct topic_entry, topic.group)},
    {.key = "iptc", YAML_STRING, offsetof(struct topic_entry, topic.iptc)},
    {.key = "stress",
     YAML_PARSED,
     offsetof(struct topic_entry, topic.stress),
     .parse = stress_parse,
     .expects = "a number from 0.1 to 10"},
    {.key = "strong", YAML_STRINGS, offsetof(struct topic_entry, words[0])},
    {.key = "words", YAML_STRINGS, offsetof(struct topic_entry, words[1])},
    {.key = "weak", YAML_STRINGS, offsetof(struct topic_entry, words[2])},
    {.key = "essays", YAML_BOOL, offsetof(struct topic_entry, topic.essays)},
    {.key = "hints", YAML_BOOL, offsetof(struct topic_entry, topic.hints)},
    {.key = "essay", YAML_STRINGS, offsetof(struct topic_entry, words[LIST_ESSAY])},
    {.key = "not", YAML_STRINGS, offsetof(struct topic_entry, words[4])},
    {.key = NULL},
};

static const struct yaml_field file_field = {
    .type = YAML_RECORDS, .fields = entry_fields, .size = sizeof(struct topic_entry)};

/* What reads topics.yaml into topics and their words. */
struct reader {
    struct arena *keep;
    struct diags *diags;
    struct topics *topics;
    struct words *words;
    bool ok;
};

static void fault_at(struct reader *reader, struct place place, const struct topic_entry *entry,
                     const char *what, struct str which)
{
    diag_add(reader->diags, D_CONFIG, place, "topic '%.*s': %s '%.*s'", STR_FMT(entry->topic.id),
             what, STR_FMT(which));
    reader->ok = false;
}

static void fault(struct reader *reader, const struct topic_entry *entry, const char *what,
                  struct str which)
{
    fault_at(reader, entry->place, entry, what, which);
}

/* An id is a page's file name. */
static bool is_id(struct str id)
{
    for (size_t i = 0; i < id.len; i++) {
        char c = id.ptr[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-')
            return false;
    }
    return id.len > 0 && id.len <= 64 && !path_is_device(id);
}

/* Whether ID is STEM, or STEM-2 and the like, as the further pages of a long list are called. */
static bool is_page_of(struct str id, struct str stem)
{
    struct str rest = str_slice(id, stem.len, id.len);
    if (!str_starts(id, stem))
        return false;
    for (size_t i = 1; i < rest.len; i++)
        if (!utf8_is_digit((unsigned char)rest.ptr[i]))
            return false;
    return rest.len == 0 || (rest.len > 1 && rest.ptr[0] == '-');
}

/* Whether the site has a page of its own, or of another topic, where that of ID would be. */
static bool is_taken(const struct topics *topics, struct str id)
{
    bool taken = str_eq(id, STR("index")) || is_page_of(id, STR(TOPIC_OTHER));
    for (size_t i = 0; i < topics->len; i++)
        taken |= is_page_of(id, topics->at[i].id) || is_page_of(topics->at[i].id, id);
    return taken;
}

static bool is_iptc(struct str code)
{
    for (size_t i = 0; i < code.len; i++) {
        if (!utf8_is_digit((unsigned char)code.ptr[i]))
            return false;
    }
    return code.len == 0 || code.len == IPTC_DIGITS;
}

static void add_word(struct reader *reader, const struct topic_entry *entry,
                     const struct topic *topic, const struct yaml_string *said, size_t list)
{
    struct str text = said->value;
    if (utf8_count(text) < WORD_MIN_CHARS) {
        fault_at(reader, said->place, entry, "a word needs two characters or more:", text);
        return;
    }
    static const struct str marks[] = {WORD("，"), WORD("、"), WORD("；"), WORD(";")};
    if (wordlist_held(marks, COUNT(marks), text)) {
        fault_at(reader, said->place, entry, "words are parted by ',' alone:", text);
        return;
    }
    struct word_head head = word_head_at(text, 0);
    for (const struct word *w = words_at(reader->words, text, head); w;
         w = word_next(w, text, head)) {
        const struct topic_word *other = w->value;
        if (other->topic == topic && w->text.len == text.len)
            fault_at(reader, said->place, entry, "the word is there twice:", text);
    }
    struct topic_word *value = ARENA_NEW(reader->keep, struct topic_word);
    *value = (struct topic_word){
        .topic = topic, .weight = list_weights[list], .essay = list == LIST_ESSAY};
    words_add(reader->keep, reader->words, text, value);
}

static void add_topic(struct reader *reader, const struct topic_entry *entry)
{
    if (!is_id(entry->topic.id))
        fault(reader, entry,
              "an id has only a-z, 0-9 and '-', and is no device of Windows (con, aux):",
              entry->topic.id);
    if (topics_find(reader->topics, entry->topic.id))
        fault(reader, entry, "the id is there twice:", entry->topic.id);
    else if (is_taken(reader->topics, entry->topic.id))
        fault(reader, entry, "the site has another page of this name:", entry->topic.id);
    if (!is_iptc(entry->topic.iptc))
        fault(reader, entry, "an IPTC code has eight digits:", entry->topic.iptc);
    struct topic *topic = &reader->topics->at[reader->topics->len];
    *topic = entry->topic;
    topic->stress = entry->topic.stress > 0 ? entry->topic.stress : 1;
    topic->order = reader->topics->len++;
    size_t counted = 0;
    for (size_t list = 0; list < LISTS; list++) {
        counted += list_weights[list] > 0 ? entry->words[list].len : 0;
        for (size_t i = 0; i < entry->words[list].len; i++)
            add_word(reader, entry, topic, &entry->words[list].at[i], list);
    }
    if (counted == 0)
        fault(reader, entry,
              "it has no words, in 'strong', 'words', 'weak' or 'essay':", entry->topic.label);
}

/* Every topic is held against every other, and words that begin alike against each other. */
static bool too_many(const struct topic_entries *entries, struct str file, struct diags *diags)
{
    size_t words = 0;
    for (size_t i = 0; i < entries->len; i++)
        for (size_t list = 0; list < LISTS; list++)
            words += entries->at[i].words[list].len;
    bool many = entries->len > TOPICS_MOST || words > TOPIC_WORDS_MOST;
    if (many)
        diag_add(diags, D_CONFIG, (struct place){.file = file},
                 "%zu topics of %zu words: there can be %d of %d", entries->len, words, TOPICS_MOST,
                 TOPIC_WORDS_MOST);
    return many;
}

const struct topics *topics_read(struct arena *keep, struct str file, struct str yaml,
                                 struct diags *diags)
{
    struct yaml_source source = {.file = file, .text = yaml, .fault = D_CONFIG, .diags = diags};
    struct topic_entries entries = {0};
    if (!yaml_read(keep, &source, &file_field, &entries))
        return NULL;
    if (entries.len == 0) {
        diag_add(diags, D_CONFIG, (struct place){file, 1, 1}, "there are no topics in it");
        return NULL;
    }
    if (too_many(&entries, file, diags))
        return NULL;
    struct words *words = ARENA_NEW(keep, struct words);
    struct topics *topics = ARENA_NEW(keep, struct topics);
    *topics = (struct topics){
        .at = ARENA_ARRAY(keep, struct topic, entries.len), .words = words, .hash = str_hash(yaml)};
    struct reader reader = {keep, diags, topics, words, true};
    for (size_t i = 0; i < entries.len; i++)
        add_topic(&reader, &entries.at[i]);
    topics->hinting = topic_hints_add(keep, topics, words);
    return reader.ok ? topics : NULL;
}

const struct topics *topics_builtin(struct arena *keep)
{
    struct diags diags = {.keep = keep};
    struct str file = STR("topics.yaml");
    const struct topics *topics =
        topics_read(keep, file, embedded_get(embedded_data, file.ptr), &diags);
    if (!topics)
        die("the built-in topics.yaml: %.*s", STR_FMT(diags.at[0].what));
    return topics;
}

const struct topic *topics_find(const struct topics *topics, struct str id)
{
    for (size_t i = 0; i < topics->len; i++) {
        if (str_eq(topics->at[i].id, id))
            return &topics->at[i];
    }
    return NULL;
}
