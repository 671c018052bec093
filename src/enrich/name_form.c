/* SPDX-License-Identifier: MIT */
#include "enrich/name_form.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "page/chars.h"
#include "page/variants.h"

/* NAME in NFKC; *ROOM is to be freed. */
static struct str composed(struct str name, utf8proc_uint8_t **room)
{
    utf8proc_ssize_t len =
        utf8proc_map((const utf8proc_uint8_t *)name.ptr, (utf8proc_ssize_t)name.len, room,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    if (len == UTF8PROC_ERROR_NOMEM)
        die("out of memory (a name wanted)");
    return len < 0 ? name : (struct str){(const char *)*room, (size_t)len};
}

struct str name_form(struct arena *keep, struct str name, bool traditional)
{
    struct folded folded;
    utf8proc_uint8_t *room = NULL;
    struct str plain = composed(name, &room);
    if (traditional)
        plain = text_fold(&folded, plain);
    struct buf form = {0};
    for (struct utf8 c = utf8_first(plain); c.len; c = utf8_next(plain, c)) {
        if (!utf8_is_blank(c.code))
            utf8_add(&form, is_name_dot(c.code) ? 0xb7 : c.code);
    }
    struct str kept = str_dup(keep, buf_view(&form));
    buf_clear(&form);
    free(room);
    return kept;
}
