/* SPDX-License-Identifier: MIT */
/* What a template can ask of a loop: repeat/VARIABLE/PROPERTY. */
#ifndef TEMPLATE_REPEAT_H
#define TEMPLATE_REPEAT_H

#include "base/near.h"
#include "template/value.h"

struct repeat_property {
    const char *name;
    /* Its value in turn INDEX, from 0, of LENGTH. NULL: it depends on the items, see GROUP_SIDE. */
    struct value (*get)(struct arena *scratch, size_t index, size_t length);
    int group_side; /* of first and last: -1, 1: the neighbour that begins another group */
};

/* NULL: there is no such property; the names there are have been offered to NEAR. */
const struct repeat_property *repeat_property_find(struct str name, struct near *near);

#endif
