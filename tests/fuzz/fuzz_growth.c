/* SPDX-License-Identifier: MIT */
/*
 * An input many times over, and twice as often: what takes more than linear time on it takes four
 * times as long. The first byte says who reads it. Processor time is taken, and a suspicion counts
 * only where it stays after measuring again, so that a busy machine accuses nobody.
 */
#include "fuzz.h"

#include "pipeline.h"
#include "site/check/refs.h"
#include "site/config.h"
#include "site/editorial/editorial.h"
#include "site/publish/manifest.h"
#include "template/template.h"

#include <time.h>

enum { ONCE = 16 * 1024, ROUNDS = 3 };
#define LEAST .1 /* seconds: what takes less proves nothing */
#define MOST 3.2 /* times as long for twice as much */

static void read_page(struct arena *keep, struct str text)
{
    struct arena scratch = {0};
    pipeline_page(keep, &scratch, fuzz_reference(), NULL, STR("a.txt"), text);
    arena_clear(&scratch);
}

static void read_editorial(struct arena *keep, struct str text)
{
    struct diags diags = {.keep = keep};
    struct editorials editorials = {0};
    editorials_add(keep, &editorials, fuzz_reference(), false, STR("a.md"), text, &diags);
}

static void read_yaml(struct arena *keep, struct str text)
{
    struct diags diags = {.keep = keep};
    struct config config = config_default();
    config_read(keep, STR("a.yaml"), text, &config, &diags);
    topics_read(keep, STR("a.yaml"), text, &diags);
}

static void read_template(struct arena *keep, struct str text)
{
    struct diags diags = {.keep = keep};
    struct template_set *set = template_set_new(keep, STR_NONE);
    template_add(set, STR("a.html"), text, &diags);
}

static void read_site(struct arena *keep, struct str text)
{
    struct refs refs = {0};
    refs_of_html(keep, &refs, text);
    refs_of_css(keep, &refs, text);
    manifest_read(keep, text);
}

static void (*const readers[])(struct arena *keep, struct str text) = {
    read_page, read_editorial, read_yaml, read_template, read_site,
};

static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

/* The seconds that a reader takes for UNIT over and over, up to LEN bytes. */
static double seconds(size_t reader, struct str unit, size_t len)
{
    struct arena keep = {0};
    struct buf text = {0};
    while (text.len + unit.len <= len)
        buf_str(&text, unit);
    double start = now();
    readers[reader](&keep, buf_view(&text));
    double taken = now() - start;
    buf_clear(&text);
    arena_clear(&keep);
    return taken;
}

/* Twice in a row: where a longer text is read in another way, the time may jump once. */
static bool grows(size_t reader, struct str unit, size_t len)
{
    double twice = seconds(reader, unit, 2 * len);
    return twice > MOST * seconds(reader, unit, len) &&
           seconds(reader, unit, 4 * len) > MOST * twice;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t reader = size ? data[0] % (sizeof readers / sizeof *readers) : 0;
    struct str unit = str_slice(input_of(data, size), 1, size);
    if (unit.len == 0 || unit.len > ONCE)
        return 0;
    size_t len = ONCE;
    while (seconds(reader, unit, len) < LEAST && len < 8 * ONCE)
        len *= 2;
    for (size_t round = 0; round < ROUNDS; round++)
        if (!grows(reader, unit, len))
            return 0;
    fprintf(stderr, "reader %zu: %zu bytes take %.2f s, twice as many %.2f s\n", reader, len,
            seconds(reader, unit, len), seconds(reader, unit, 2 * len));
    CHECK(!grows(reader, unit, len));
    return 0;
}
