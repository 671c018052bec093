/* SPDX-License-Identifier: MIT */
/*
 * Printings of one story: what an agency or a neighbour sent to many papers (通稿), under another
 * headline, cut, or with a sentence of the paper's own.
 *
 * A story's text is the set of all runs of eight letters in it, so that another word costs but the
 * runs that it stands in. Of each set a sketch is kept, the least hash in each of 32 classes, and
 * what two sketches share says what the sets share (Broder, On the resemblance and containment of
 * documents, 1997; one permutation: Li, Owen, Zhang 2012). Only stories whose sketches have two
 * neighbouring numbers in common are compared, so that the time grows with the archive and not with
 * its square.
 */
#ifndef ARCHIVE_PRINTINGS_H
#define ARCHIVE_PRINTINGS_H

#include "archive/archive.h"

/* Sketches a story: its counts get `runs` and `sketch`, in KEEP. */
void printings_sketch(struct arena *keep, struct story *story);

/* Finds them, and sets `printings` of the entries that are such. After the archive's entries are in
   order. */
void printings_join(struct archive *archive);

#endif
