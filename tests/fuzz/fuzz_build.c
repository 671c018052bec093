/* SPDX-License-Identifier: MIT */
/*
 * A build whose site's folder has what somebody else put into .xianbao/, or that is given such
 * records: the first byte says which file, the rest is a list of changes to what the last build
 * kept there (changes.h). The build ends, with the site or with an error that says why there is
 * none; and one that uses nothing of the kind makes the site that it always makes.
 */
#include "fuzz.h"

#include "../temp.h"
#include "changes.h"
#include "pipeline.h"
#include "program.h"

#include <inttypes.h>
#include <sys/stat.h>

#define PAGE                                                                                                      \
    "---\npublication: 吕梁日报\ndate: 2020-01-05\n---\n春茶开采\n\n本报讯（记者 王洋）1月3日" \
    "，岚县普明镇的茶农采完春茶炒夏茶，合作社又添了三台炒茶机。\n"

/* A kept file: the mark, the key, the hash of what follows. */
enum { MARK_BYTES = 15, HASH_AT = MARK_BYTES + 8, HEAD_BYTES = HASH_AT + 8 };

enum file { LAST, OUTPUTS, PAIRS, RECORD, RECORDS, FILES };

struct folder {
    struct arena arena;
    struct str dir;
    struct str names[FILES]; /* below DIR */
    struct buf kept[FILES];
    struct buf manifest; /* of the site as it should be */
};

static struct folder folder;

static void remove_folder(void)
{
    dir_remove(folder.dir);
}

static struct str path_of(enum file file)
{
    return path_join(&folder.arena, folder.dir, folder.names[file]);
}

/* Builds; returns whether there is a site. */
static bool build(bool full, bool with_records)
{
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    struct tally tally = {0};
    struct str records = path_of(RECORDS);
    struct settings settings = {.dir = folder.dir, .threads = 1, .full = full};
    if (with_records)
        settings.stories = (struct strs){&records, 1, 1};
    bool built = pipeline_build(&keep, &settings, &diags, &tally);
    CHECK(built || diags_worst(&diags) == DIAG_FATAL);
    arena_clear(&keep);
    return built;
}

static void read_manifest(struct buf *manifest)
{
    buf_reset(manifest);
    CHECK(file_read(path_join(&folder.arena, folder.dir, STR("public/data/files.txt")), manifest));
}

/* Reads what the build kept. */
static void take_kept(void)
{
    for (enum file file = LAST; file < RECORDS; file++) {
        buf_reset(&folder.kept[file]);
        file_read(path_of(file), &folder.kept[file]);
    }
}

static void make_folder(void)
{
    struct arena *keep = &folder.arena;
    struct str page = STR("content/a.txt");
    folder.dir = temp_dir(keep);
    atexit(remove_folder);
    CHECK(dir_make(path_join(keep, folder.dir, STR("content"))));
    temp_write(keep, folder.dir, page.ptr, PAGE);
    folder.names[LAST] = STR(".xianbao/last");
    folder.names[OUTPUTS] = STR(".xianbao/outputs");
    folder.names[PAIRS] = STR(".xianbao/pairs");
    folder.names[RECORD] = str_format(keep, ".xianbao/pages/%016" PRIx64, str_hash(page));
    folder.names[RECORDS] = STR("records.ndjson");
    CHECK(build(true, false));
    take_kept();
    CHECK(folder.kept[OUTPUTS].len && folder.kept[PAIRS].len && folder.kept[RECORD].len);
    read_manifest(&folder.manifest);
}

/* Puts FILE there, changed; signed again where SIGNED, so that it is believed. */
static void put_changed(struct arena *keep, enum file file, struct str changes, bool is_signed)
{
    struct buf bytes = {0};
    struct str kept = buf_view(&folder.kept[file]);
    struct str head = str_slice(kept, 0, is_signed ? HASH_AT : 0);
    struct str body = changed(keep, str_slice(kept, is_signed ? HEAD_BYTES : 0, kept.len), changes);
    uint64_t hash = str_hash(body);
    buf_str(&bytes, head);
    for (size_t i = 0; is_signed && i < sizeof hash; i++)
        buf_byte(&bytes, (char)(hash >> 8 * i & 0xff));
    buf_str(&bytes, body);
    CHECK(file_write(path_of(file), buf_view(&bytes)));
    buf_clear(&bytes);
}

/* Has what was kept be read: nothing says that the site is as it was, and where MORE, there is a
   page that was not there. */
static void make_stale(struct arena *keep, bool more)
{
    unlink(temp_path(keep, folder.dir, folder.names[LAST].ptr));
    if (more)
        temp_write(keep, folder.dir, "content/b.txt", "水库清淤\n\n全市的水库开始清淤。\n");
}

/* Has the site be as it was made first, with what is kept of it. */
static void restore(struct arena *keep)
{
    struct buf manifest = {0};
    unlink(temp_path(keep, folder.dir, "content/b.txt"));
    read_manifest(&manifest);
    if (!str_eq(buf_view(&manifest), buf_view(&folder.manifest))) {
        CHECK(build(true, false));
        read_manifest(&manifest);
        CHECK(str_eq(buf_view(&manifest), buf_view(&folder.manifest)));
    }
    take_kept();
    buf_clear(&manifest);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena keep = {0};
    struct str input = input_of(data, size), rest = str_slice(input, 1, size);
    unsigned how = size ? data[0] : 0;
    enum file file = how % 8 % FILES;
    CHECK(program_hash()); /* else nothing is kept, and nothing tried */
    if (!folder.dir.len)
        make_folder();
    if (file != LAST)
        make_stale(&keep, how & 0x40);
    if (file == RECORDS)
        CHECK(file_write(path_of(RECORDS), rest));
    else
        put_changed(&keep, file, rest, how & 0x80);
    build(false, file == RECORDS);
    restore(&keep);
    arena_clear(&keep);
    return 0;
}
