/* SPDX-License-Identifier: MIT */
#include "split.h"

#include "archive/record.h"
#include "base/file.h"
#include "base/tell.h"
#include "console.h"
#include "page/decode.h"
#include "records.h"

#include <errno.h>
#include <stdio.h>

enum { OUT_BYTES = 1 << 16 }; /* records are written as soon as they come to so many */
enum { NAME_MOST = 1 << 16 }; /* bytes of a file's name: more than any system takes */

static int split_file(const struct call *call, record_writer *write,
                      const struct reference *reference, struct str path)
{
    struct arena keep = {0}, scratch = {0};
    struct diags diags = {.keep = &keep};
    struct buf bytes = {0}, out = {0};
    bool written = true;
    if (!stream_read(path, PAGE_MAX_BYTES, &bytes)) {
        page_tell_unread(&diags, path, errno);
    } else if (call->dump >= 0) {
        pipeline_dump(&out, (enum page_stage)call->dump, path, buf_view(&bytes));
    } else {
        struct page_result result =
            pipeline_page(&keep, &scratch, reference, NULL, path, buf_view(&bytes));
        for (size_t i = 0; i < result.stories.len && written; i++) {
            write(&out, &result.stories.at[i]);
            if (out.len >= OUT_BYTES)
                written = console_put(&out);
        }
        diags = result.page->diags;
    }
    int status = console_report(call, &diags);
    if (!written || !console_put(&out))
        status = EXIT_NOT_DONE;
    buf_clear(&bytes);
    arena_clear(&scratch);
    arena_clear(&keep);
    return status;
}

/* What `split` does with a page, by its name; that returns the exit status. */
struct splitting {
    const struct call *call;
    int (*split)(const struct splitting *splitting, struct str name);
    record_writer *write; /* as stories … */
    const struct reference *reference;
    const struct recording *recording; /* … or as a record of the site's page */
};

static int split_page(const struct splitting *splitting, struct str name)
{
    return split_file(splitting->call, splitting->write, splitting->reference, name);
}

/* A page of the site, as it is named in its folder: content/2020/a.txt. */
static int split_record(const struct splitting *splitting, struct str name)
{
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    struct buf out = {0};
    record_put(&out, splitting->recording, name, &diags);
    int status = console_report(splitting->call, &diags);
    if (!console_put(&out))
        status = EXIT_NOT_DONE;
    arena_clear(&keep);
    return status;
}

/* Splits the pages whose names stand in the list that --files-from gives, as soon as each is there.
   WORST: the exit status so far; returns that. */
static int split_listed(const struct splitting *splitting, int worst)
{
    const struct call *call = splitting->call;
    struct arena scratch = {0};
    bool from_input = str_eq(call->files_from, STR("-"));
    FILE *list = from_input ? stdin : fopen(str_c(&scratch, call->files_from), "r");
    struct buf line = {0};
    enum line_read got = list ? LINE_READ : LINE_FAULT;
    while (worst != EXIT_NOT_DONE && got == LINE_READ &&
           (got = line_read(list, NAME_MOST, &line)) == LINE_READ) {
        int status = line.len ? splitting->split(splitting, buf_view(&line)) : worst;
        worst = status > worst ? status : worst;
    }
    if (got == LINE_FAULT) {
        tell(stderr, "xianbao: error: %.*s cannot be read: %s; stopped", STR_FMT(call->files_from),
             errno == EFBIG ? "it has a line that is too long for a name" : strerror(errno));
        worst = EXIT_NOT_DONE;
    }
    if (list && !from_input)
        fclose(list);
    buf_clear(&line);
    arena_clear(&scratch);
    return worst;
}

/* All pages that the call names; returns the exit status. */
static int split_named(const struct splitting *splitting)
{
    const struct call *call = splitting->call;
    int worst = EXIT_DONE;
    for (size_t i = 0; i < call->operands_len && worst != EXIT_NOT_DONE; i++) {
        int status = splitting->split(splitting, str_of(call->operands[i]));
        worst = status > worst ? status : worst;
    }
    if (call->files_from.len && worst != EXIT_NOT_DONE)
        worst = split_listed(splitting, worst);
    return worst;
}

static int split_to_records(const struct call *call)
{
    struct arena shared = {0};
    struct diags diags = {.keep = &shared};
    const char *wrong = call->dump >= 0 ? "--dump shows no records"
                        : call->operands_len == 0 && !call->files_from.len
                            ? "records are of pages that are named"
                            : NULL;
    if (wrong) {
        fprintf(stderr, "xianbao: error: %s; nothing was done, see 'xianbao help split'\n", wrong);
        return EXIT_NOT_DONE;
    }
    struct recording *recording = recording_open(&shared, &call->settings, &diags);
    int worst = console_report(call, &diags);
    if (recording) {
        struct splitting splitting = {.call = call, .split = split_record, .recording = recording};
        int status = split_named(&splitting);
        worst = status > worst ? status : worst;
        recording_close(recording);
    }
    arena_clear(&shared);
    return worst;
}

int split_run(const struct call *call)
{
    if (str_eq(call->format, STR("record")))
        return split_to_records(call);
    record_writer *write = record_format(call->format.len ? call->format : STR("json"));
    if (!write) {
        tell(stderr,
             "xianbao: error: the formats are json, markdown, text and record, not '%.*s'; "
             "nothing was done",
             STR_FMT(call->format));
        return EXIT_NOT_DONE;
    }
    struct arena shared = {0};
    struct reference reference = reference_builtin(&shared);
    struct splitting splitting = {
        .call = call, .split = split_page, .write = write, .reference = &reference};
    int worst = call->operands_len == 0 && !call->files_from.len ? split_page(&splitting, STR("-"))
                                                                 : split_named(&splitting);
    arena_clear(&shared);
    return worst;
}
