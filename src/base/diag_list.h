/* SPDX-License-Identifier: MIT */
/* Every finding: DIAG(id, level, name, what is done about it). Included by diag.h and diag.c. */

/* files and encodings */
DIAG(D_FILE_UNREADABLE, DIAG_ERROR, "file-unreadable", "left out")
DIAG(D_FILE_SKIPPED, DIAG_WARNING, "file-skipped", "left out")
DIAG(D_NO_CONTENT, DIAG_FATAL, "no-content", "nothing was written")
DIAG(D_CONFIG, DIAG_FATAL, "config", "nothing was written")
DIAG(D_CONFIG_UNKNOWN_KEY, DIAG_WARNING, "config-unknown-key", "ignored")

/* templates */
DIAG(D_TEMPLATE, DIAG_FATAL, "template", "nothing was written")
DIAG(D_UNSAFE_URL, DIAG_WARNING, "unsafe-url", "written as '#'")

/* names that stay */
DIAG(D_ID_BAD, DIAG_WARNING, "id-bad", "ignored; the story has the id that its text gives it")
DIAG(D_ID_TWICE, DIAG_ERROR, "id-twice", "the second has a number after it")
DIAG(D_SLUG_TWICE, DIAG_WARNING, "slug-twice", "the second has a hash after it")
