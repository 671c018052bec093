/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "archive/spool.h"
#include "archive/whole.h"
#include "site/archive_of.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

static const struct told stories[] = {
    {.page = "content/a.txt",
     .headline = "春茶开采",
     .body = "岚县的茶农忙。",
     .date = {2023, 10, 5},
     .basis = BASIS_TEXT,
     .counties = {"141127"},
     .region = "141100",
     .topics = {"agriculture"},
     .word = "茶农",
     .people = {"王洋"},
     .role = BYLINE_REPORTER,
     .at = "县报社",
     .cut_end = true},
    {.headline = "", .body = "责任编辑", .kind = KIND_RESIDUE},
    {.headline = "秋收", .body = "第二篇。", .derived = true},
};

/* Reads the pages of an archive that has them whole. */
struct made_source {
    struct page_source source;
    const struct archive *from;
    bool gone;
    size_t reads;
};

static bool read_made(const struct page_source *source, struct arena *keep,
                      const struct archive_page *page, struct page_result *result)
{
    struct made_source *made = (struct made_source *)(uintptr_t)source;
    const struct archive_page *from = made->from->pages.at[0];
    assert_str(page->page->path, str_c(keep, from->page->path));
    made->reads++;
    *result = (struct page_result){from->page, from->stories, from->slug};
    errno = 0;
    return !made->gone;
}

static struct told_site whole;
static struct archive *light;
static struct made_source source;
static FILE *file;

static int setup(void **state)
{
    (void)state;
    file = tmpfile();
    assert_non_null(file);
    archive_of(&whole, stories, sizeof stories / sizeof *stories);
    light = archive_new(&whole.keep, &whole.reference, &whole.diags);
    source = (struct made_source){{.read = read_made}, whole.archive, false, 0};
    light->source = &source.source;
    light->spool = spool_new(&whole.keep, fileno(file));
    archive_put(light, page_light(&whole.keep, light, whole.archive->pages.at[0]));
    archive_index(light);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    told_clear(&whole);
    fclose(file);
    return 0;
}

static void test_what_stays(void **state)
{
    (void)state;
    assert_int_equal(light->entries.len, 2);
    const struct archive_page *page = light->pages.at[0], *was = whole.archive->pages.at[0];
    assert_true(page->light);
    assert_int_equal(page->stories.len, 3);
    assert_int_equal(page->chars, was->chars);
    assert_int_equal(page->residue_chars, was->residue_chars);
    const struct story *story = page->entries[0].story, *full = was->entries[0].story;
    assert_int_equal(story->blocks.len, 0);
    assert_str(story->headline, "春茶开采");
    assert_str(story->id, str_c(&whole.keep, full->id));
    assert_null(story->counts->standfirst.ptr);
    assert_str(entry_first_words(light, &whole.keep, &page->entries[0]), "岚县的茶农忙。");
    assert_str(entry_first_words(light, &whole.keep, &page->entries[1]), "第二篇。");
    assert_str(entry_first_words(whole.archive, &whole.keep, &was->entries[1]), "第二篇。");
    assert_int_equal(story->date.value.day, 5);
    assert_ptr_equal(story->counties.at[0].county, full->counties.at[0].county);
    assert_ptr_equal(story->regions.at[0].prefecture, full->regions.at[0].prefecture);
    assert_str(*story->topics.at[0].words.at[0], "茶农");
    assert_int_equal(story->topics.at[0].evidence.len, 0);
    assert_str(story->bylines.at[0].name, "王洋");
    assert_str(story->bylines.at[0].organisation, "县报社");
    assert_true(story->truncated_end);
    assert_true(page->entries[1].story->headline_derived);
}

static void test_whole_again(void **state)
{
    (void)state;
    struct arena scratch = {0};
    struct entry *first = &light->pages.at[0]->entries[0];
    first->continues = &light->pages.at[0]->entries[1];
    const struct archive_page *page = page_whole(light, &scratch, light->pages.at[0]);
    assert_false(page->light);
    assert_int_equal(page->entries_len, 2);
    assert_str(page->entries[0].story->blocks.at[0].text, "岚县的茶农忙。");
    assert_ptr_equal(page->entries[0].continues, first->continues);
    assert_ptr_equal(page->entries[0].page, page);
    first->continues = NULL;
    arena_clear(&scratch);
    assert_ptr_equal(page_whole(whole.archive, &scratch, whole.archive->pages.at[0]),
                     whole.archive->pages.at[0]);
}

static void test_at_hand(void **state)
{
    (void)state;
    struct pages_at_hand pages = {.archive = light};
    size_t reads = source.reads;
    for (size_t i = 0; i < 4; i++) {
        const struct entry *entry = &light->pages.at[0]->entries[i % 2];
        assert_str(entry_at_hand(&pages, entry)->story->headline,
                   str_c(&whole.keep, entry->story->headline));
    }
    assert_int_equal(source.reads, reads + 1);
    pages_at_hand_clear(&pages);
}

static void test_lost(void **state)
{
    (void)state;
    struct arena scratch = {0};
    source.gone = true;
    assert_ptr_equal(page_whole(light, &scratch, light->pages.at[0]), light->pages.at[0]);
    assert_ptr_equal(atomic_load(&source.source.lost), light->pages.at[0]);
    assert_int_equal(source.source.lost_error, 0);
    source.gone = false;
    arena_clear(&scratch);
}

static void test_lost_first_words(void **state)
{
    (void)state;
    struct arena scratch = {0};
    const struct entry *entry = &light->pages.at[0]->entries[0];
    atomic_store(&source.source.lost, NULL);
    assert_true(entry_first_words(light, &scratch, entry).len > 0);
    assert_null(atomic_load(&source.source.lost));
    assert_int_equal(ftruncate(fileno(file), 0), 0);
    assert_int_equal(entry_first_words(light, &scratch, entry).len, 0);
    assert_ptr_equal(atomic_load(&source.source.lost), light->pages.at[0]);
    assert_int_equal(source.source.lost_error, ENODATA);
    arena_clear(&scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_stays),       cmocka_unit_test(test_whole_again),
        cmocka_unit_test(test_at_hand),          cmocka_unit_test(test_lost),
        cmocka_unit_test(test_lost_first_words),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
