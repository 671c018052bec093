/* SPDX-License-Identifier: MIT */
/* Whatever a template can name of a page, its stamp knows: an archive is edited at random, and of
   each output that keeps its stamp everything must read as it did. */
#include "testing.h"

#include "pipeline.h"
#include "site/plan.h"
#include "site/stamp.h"
#include "site/theme.h"
#include "site/view/view.h"

#include <stdlib.h>

enum {
    PAGES = 12,
    STORIES = 3,  /* of a page, at most */
    STATES = 200, /* of the archive, one after another */
    PER_PAGE = 2, /* stories in one sheet of a list, so that lists have many */
    DEPTH = 5,    /* how far names are followed */
};

/* A story, as a choice of each of its parts; 0: there is none. */
struct told {
    unsigned text, place, person, tail;
};

struct sheet {
    bool there;
    unsigned paper, date, len;
    struct told stories[STORIES];
};

/* What stands before and after who signs and where it is, and after its last sentence. */
static const struct {
    const char *before, *after, *end;
} texts[] = {
    {"", "", ""},
    {"春茶开采\n\n本报讯", "，茶农采完春茶炒夏茶，茶园里的合作社又添了三台炒茶机。", "\n"},
    {"中学添了图书室\n\n本报讯", "的中学添了一间图书室，学生放学以后可以借书回家，老师也常来。",
     "\n"},
    {"水库清淤\n\n本报讯", "的水库开始清淤，灌区的水渠也要重修，明年春灌能多浇两千亩地。", "\n"},
    {"敬老院换新锅炉\n\n本报讯", "的敬老院换了锅炉，老人们住得暖和，护理员每晚巡房两次。",
     "\n（下转2版）\n"},
    /* long enough to be known again in other papers */
    {"渡口的船工\n\n本报讯",
     "的渡口只剩一条木船，撑船的老人今年七十三岁，从十六岁起就在河上来回。他记得涨水的年份，记得"
     "哪一年冰面能走马车，也记得第一座桥通车那天，两岸的人都站在堤上看。桥通了，过河的人少了，他"
     "还是每天清早把船撑到对岸去，接送几个上学的孩子和卖菜的妇女，一趟只收五角钱。去年冬天船底漏"
     "了水，村里凑钱给他换了新木板，孩子们帮着刷桐油，刷得满手都是。老人说，只要还有一个人要过河"
     "，这条船就不能歇，等他撑不动了，就把竹篙交给儿子。",
     "\n"},
    {"（上接1版）\n\n还要给老人们添置新床，敬老院的护理员", "说，院里准备再盖一排平房。", "\n"},
};
static const char *const places[] = {"",     "岚县普明镇",  "临县", "大同市云冈区",
                                     "我市", "太原市小店区"};
static const char *const people[] = {"　", "（记者 王洋）", "（记者 王洋 通讯员 李青）",
                                     "（通讯员 周远山）", "（县文化馆 李 青）"};
static const char *const tails[] = {"", "大家都说好。", "县里还要再办几处。", "他是岚县人。"};
static const char *const papers[] = {"", "publication: 吕梁日报\n", "publication: 甲县报\n"};
static const char *const dates[] = {"", "date: 2020-01-05\n", "date: 2020-01-06\n",
                                    "date: 2020-02\n", "date: 2021\n"};

static unsigned dice(unsigned sides)
{
    return (unsigned)rand() % sides;
}

#define COUNT(list) ((unsigned)(sizeof(list) / sizeof *(list)))
#define ONE_OF(list) dice(COUNT(list))

/* The pages of one issue, whose stories go on from page to page, are commonest. */
static unsigned usual(unsigned sides)
{
    return dice(2) ? 1 : dice(sides);
}

static struct told tell(void)
{
    return (struct told){1 + dice(COUNT(texts) - 1), ONE_OF(places), ONE_OF(people), ONE_OF(tails)};
}

static void edit(struct sheet *sheet)
{
    struct told *story = sheet->len ? &sheet->stories[dice(sheet->len)] : NULL;
    unsigned what = dice(8);
    if (!sheet->there || what == 0) {
        *sheet =
            (struct sheet){!sheet->there, usual(COUNT(papers)), usual(COUNT(dates)), 1, {tell()}};
    } else if (what == 1) {
        sheet->date = usual(COUNT(dates));
    } else if (what == 2) {
        sheet->paper = usual(COUNT(papers));
    } else if (what == 3 && sheet->len < STORIES) {
        sheet->stories[sheet->len++] = tell();
    } else if (what == 4 && sheet->len > 1) {
        sheet->len--;
    } else if (story && what == 5) {
        story->place = ONE_OF(places);
    } else if (story && what == 6) {
        story->person = ONE_OF(people);
    } else if (story) {
        story->tail = ONE_OF(tails);
    }
}

static struct str text_of(struct arena *keep, const struct sheet *sheet, size_t place)
{
    struct buf text = {0};
    buf_fmt(&text, "---\n%s%spage: %zu\n---\n", papers[sheet->paper], dates[sheet->date],
            place % 2 + 1);
    for (unsigned i = 0; i < sheet->len; i++) {
        const struct told *story = &sheet->stories[i];
        buf_fmt(&text, "%s%s%s%s%s%s\n\n", texts[story->text].before, people[story->person],
                places[story->place], texts[story->text].after, tails[story->tail],
                texts[story->text].end);
    }
    struct str kept = str_dup(keep, buf_view(&text));
    buf_clear(&text);
    return kept;
}

static void dump(struct buf *out, struct arena *scratch, struct value value, size_t depth)
{
    switch (value.kind) {
    case VALUE_STRING:
    case VALUE_HTML:
        buf_fmt(out, "%.*s\n", STR_FMT(value.text));
        break;
    case VALUE_LIST:
        for (size_t i = 0; depth && i < value.list->len; i++)
            dump(out, scratch, value.list->item(scratch, value.list, i), depth - 1);
        break;
    case VALUE_OBJECT:
        for (const struct value_field *field = value.object.type->fields;
             depth && field && field->name; field++)
            dump(out, scratch, field->get(scratch, value.object.self), depth - 1);
        break;
    case VALUE_INT:
        buf_fmt(out, "%lld\n", value.number);
        break;
    default:
        buf_fmt(out, "%d %d\n", (int)value.kind, (int)value.truth);
    }
}

/* What one state of the archive made of its outputs. */
struct made {
    struct arena keep;
    struct outputs outputs;
    struct stamps stamps;
    struct map says; /* path → its stamp, and the hash of all that can be named */
};

struct says {
    uint64_t stamp, all;
};

static void say(struct made *made, const struct site *site)
{
    for (size_t i = 0; i < made->outputs.len; i++) {
        const struct output *output = &made->outputs.at[i];
        struct arena scratch = {0};
        struct buf out = {0};
        struct says *says = ARENA_NEW(&made->keep, struct says);
        dump(&out, &scratch, view_of(&scratch, site, output)->subject, DEPTH);
        *says = (struct says){made->stamps.at[i].hash, str_hash(buf_view(&out))};
        *map_at(&made->keep, &made->says, output->path) = says;
        buf_clear(&out);
        arena_clear(&scratch);
    }
}

static struct made *make(const struct sheet *sheets, const struct theme *theme)
{
    struct made *made = xcalloc(1, sizeof *made);
    struct arena *keep = &made->keep, scratch = {0};
    struct diags *diags = ARENA_NEW(keep, struct diags);
    diags->keep = keep;
    struct reference reference = reference_builtin(keep);
    struct archive *archive = archive_new(keep, &reference, diags);
    for (size_t i = 0; i < PAGES; i++) {
        if (!sheets[i].there)
            continue;
        struct str path = str_format(keep, "content/%zu.txt", i);
        struct str text = text_of(keep, &sheets[i], i);
        struct page_result result = pipeline_page(keep, &scratch, &reference, NULL, path, text);
        result.page->made_of = str_hash(text) ^ str_hash(path);
        if (result.stories.len)
            archive_add(archive, result.page, &result.stories, result.slug);
    }
    archive_index(archive);
    struct config config = config_default();
    config.per_page = PER_PAGE;
    const struct site site = {&config, theme->strings, theme, archive, NULL, 1};
    made->outputs = site_plan(keep, &site);
    made->stamps = stamps_make(keep, &site, &made->outputs);
    say(made, &site);
    arena_clear(&scratch);
    return made;
}

static void made_free(struct made *made)
{
    arena_clear(&made->keep);
    free(made);
}

/* Returns how many outputs kept their stamps. */
static size_t assert_kept(struct made *before, const struct made *after)
{
    size_t kept = 0;
    for (size_t i = 0; i < after->outputs.len; i++) {
        struct str path = after->outputs.at[i].path;
        const struct says *old = map_get(&before->says, path), *now = map_get(&after->says, path);
        if (!old || !now->stamp || old->stamp != now->stamp)
            continue;
        kept++;
        if (old->all != now->all)
            fail_msg("%.*s reads otherwise under the same stamp", STR_FMT(path));
    }
    return kept;
}

static void test_what_keeps_its_stamp_reads_as_it_did(void **state)
{
    (void)state;
    struct sheet sheets[PAGES] = {0};
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    struct theme theme;
    size_t kept = 0, all = 0;
    assert_true(theme_load(&keep, STR("/nowhere"), config_default().language, (struct place){0},
                           &theme, &diags));
    srand(1);
    for (size_t i = 0; i < PAGES; i++)
        edit(&sheets[i]);
    struct made *before = make(sheets, &theme);
    for (size_t i = 0; i < STATES; i++) {
        for (unsigned edits = 1 + dice(2); edits > 0; edits--)
            edit(&sheets[dice(PAGES)]);
        struct made *after = make(sheets, &theme);
        kept += assert_kept(before, after);
        all += after->outputs.len;
        made_free(before);
        before = after;
    }
    made_free(before);
    arena_clear(&keep);
    assert_in_range(kept, all / 4, all); /* so that something was tested */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_keeps_its_stamp_reads_as_it_did),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
