/* SPDX-License-Identifier: MIT */
#include "base/bidi.h"

#include "base/utf8.h"

enum { END_OF_EMBEDDING = 0x202c, END_OF_ISOLATE = 0x2069 };

static bool begins_embedding(uint32_t code)
{
    return code == 0x202a || code == 0x202b || code == 0x202d || code == 0x202e;
}

static bool begins_isolate(uint32_t code)
{
    return code >= 0x2066 && code <= 0x2068;
}

static bool begin(struct bidi *bidi, bool is_isolate)
{
    if (bidi->len == BIDI_DEEPEST)
        return false;
    bidi->is_isolate[bidi->len++] = is_isolate;
    return true;
}

/* The end of an isolate ends the embeddings in it as well. */
static bool end_isolate(struct bidi *bidi)
{
    size_t len = bidi->len;
    while (len > 0 && !bidi->is_isolate[len - 1])
        len--;
    if (len > 0)
        bidi->len = len - 1;
    return len > 0;
}

bool bidi_step(struct bidi *bidi, uint32_t code)
{
    if (begins_embedding(code) || begins_isolate(code))
        return begin(bidi, begins_isolate(code));
    if (code == END_OF_ISOLATE)
        return end_isolate(bidi);
    if (code == END_OF_EMBEDDING && bidi->len > 0 && !bidi->is_isolate[bidi->len - 1])
        bidi->len--;
    return true; /* an end of no embedding does nothing */
}

void bidi_end(struct bidi *bidi, struct buf *out)
{
    while (bidi->len > 0)
        utf8_add(out, bidi->is_isolate[--bidi->len] ? END_OF_ISOLATE : END_OF_EMBEDDING);
}

/* Most texts have none: E2 80 AA–AE, E2 81 A6–A9. */
static bool has_marks(struct str text)
{
    for (size_t i = 0; i + 2 < text.len; i++) {
        const unsigned char *byte = (const unsigned char *)text.ptr + i;
        if (byte[0] == 0xe2 && ((byte[1] == 0x80 && byte[2] >= 0xaa && byte[2] <= 0xae) ||
                                (byte[1] == 0x81 && byte[2] >= 0xa6 && byte[2] <= 0xa9)))
            return true;
    }
    return false;
}

struct str bidi_closed(struct arena *keep, struct str text)
{
    if (!has_marks(text))
        return text;
    struct bidi bidi = {0};
    struct buf closed = {0};
    bool refused = false;
    for (struct utf8 c = utf8_first(text); c.len; c = utf8_next(text, c)) {
        bool good = bidi_step(&bidi, c.code);
        refused |= !good;
        utf8_add(&closed, good ? c.code : 0xfffd);
    }
    bool changed = refused || bidi.len > 0;
    bidi_end(&bidi, &closed);
    struct str kept = changed ? str_dup(keep, buf_view(&closed)) : text;
    buf_clear(&closed);
    return kept;
}
