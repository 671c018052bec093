/* SPDX-License-Identifier: MIT */
/* Which encoding a file's bytes are in. */
#ifndef PAGE_ENCODING_H
#define PAGE_ENCODING_H

#include "base/str.h"

struct encoding {
    const char *name;  /* for iconv and for people: "GB18030" */
    const char *names; /* what `encoding:` may call it, lower case, each followed by a space */
    /* How many bytes at the start of REST, which cannot be decoded, are to become one U+FFFD. */
    size_t (*bad_len)(struct str rest);
};

/* Whether ENCODING may be called NAME, whatever the case. */
bool encoding_has_name(const struct encoding *encoding, struct str name);

/* The first encoding that may be called NAME, or NULL. */
const struct encoding *encoding_named(struct str name);

/* Whether a byte below 0x80 that starts a character is ASCII, so that front matter can be read
   before the encoding is known. */
bool encoding_has_ascii(const struct encoding *encoding);

/* The names that encoding_named() knows, for messages. */
#define ENCODING_NAMES "UTF-8, UTF-16, GB18030 (GBK, GB2312), Big5 or Big5-HKSCS"

/* The encoding that a byte order mark at the start of BYTES stands for, and the mark's length;
   NULL: there is no mark. */
const struct encoding *encoding_marked(struct str bytes, size_t *mark_len);

/*
 * The encoding of BYTES without a mark, by what they look like: never NULL.
 *
 * Valid UTF-8 is UTF-8, unless a quarter of it is zero bytes. Bytes with zeros among them that read
 * as Chinese or ASCII two by two are UTF-16. The rest is GB18030, Big5 or damaged UTF-8: the one in
 * which the largest share of what is not ASCII reads as Chinese; *SHARE (0 to 1) says how large.
 * Common characters are told by the encodings' own division: level 1 of GB 2312 and of Big5 is what
 * a newspaper is mostly printed in, and what bytes of another encoding rarely fall into.
 */
const struct encoding *encoding_guess(struct str bytes, double *share);

#endif
