/* SPDX-License-Identifier: MIT */
#include "program.h"

#include "base/file.h"

uint64_t program_hash(void)
{
    struct buf bytes = {0};
    uint64_t hash = file_read(STR("/proc/self/exe"), &bytes) ? str_hash(buf_view(&bytes)) : 0;
    buf_clear(&bytes);
    return hash;
}
