/* SPDX-License-Identifier: MIT */
#include "archive/record.h"

static const struct {
    const char *name;
    record_writer *write;
} formats[] = {
    {"json", record_json},
    {"markdown", record_markdown},
    {"text", record_text},
};

record_writer *record_format(struct str name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (str_eq(name, str_of(formats[i].name)))
            return formats[i].write;
    }
    return NULL;
}
