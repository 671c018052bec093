/* SPDX-License-Identifier: MIT */
#include "console.h"

#include <errno.h>
#include <stdio.h>

int console_report(const struct call *call, const struct diags *diags)
{
    enum diag_level least = call->quiet ? DIAG_ERROR : call->verbose ? DIAG_NOTE : DIAG_WARNING;
    struct buf lines = {0};
    for (size_t i = 0; i < diags->len; i++) {
        if (diag_level(diags->at[i].id) >= least)
            diag_print(&lines, &diags->at[i]);
    }
    if (lines.len)
        fwrite(lines.ptr, 1, lines.len, stderr);
    buf_clear(&lines);
    static const int statuses[] = {
        [DIAG_NOTE] = EXIT_DONE,
        [DIAG_WARNING] = EXIT_NEEDS_A_PERSON,
        [DIAG_ERROR] = EXIT_NEEDS_A_PERSON,
        [DIAG_FATAL] = EXIT_NOT_DONE,
    };
    return statuses[diags_worst(diags)];
}

/* Standard output must have taken everything: a full disk is not success. */
bool console_put(struct buf *out)
{
    if (out->len)
        fwrite(out->ptr, 1, out->len, stdout);
    buf_clear(out);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return true;
    fprintf(stderr, "xianbao: error: cannot write to standard output: %s; stopped\n",
            strerror(errno));
    return false;
}
