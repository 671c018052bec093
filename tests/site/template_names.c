/* SPDX-License-Identifier: MIT */
/* Prints docs/template-names.md: template_names > docs/template-names.md. */
#include "site/view/view.h"

#include <stdio.h>

static const char head[] =
    "# The names that templates can use\n\n"
    "Made from the tables of fields in `src/site/view/view_*.c`: `build/tests/template_names > "
    "docs/template-names.md`.\n"
    "How templates are written is in [templates.md](templates.md).\n\n"
    "A link (`href`) is relative to the site's root; `root` goes before it: "
    "`string:${root}${story/href}`.\n"
    "What may be missing is \"nothing\", which `tal:condition` takes for false.\n\n";

int main(void)
{
    struct buf out = {0};
    buf_str(&out, str_of(head));
    view_document(&out);
    size_t written = fwrite(out.ptr, 1, out.len, stdout);
    bool good = written == out.len && fflush(stdout) == 0;
    buf_clear(&out);
    return good ? 0 : 1;
}
