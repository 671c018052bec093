/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* dl_iterate_phdr(), which the BSDs have too */
#include "program.h"

#include "base/str.h"

#ifdef __ELF__
#include <link.h>

/* Takes what of the program's file lies in memory as it is in the file: code and constants. The
   program itself is listed first. */
static int hash_program(struct dl_phdr_info *info, size_t size, void *hash)
{
    (void)size;
    uint64_t *sum = hash;
    for (size_t i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[i];
        if (part->p_type != PT_LOAD || part->p_flags & PF_W)
            continue;
        const char *at = (const char *)(uintptr_t)(info->dlpi_addr + part->p_vaddr);
        *sum = *sum * 31 + str_hash((struct str){at, part->p_filesz});
    }
    return 1; /* no further */
}

uint64_t program_hash(void)
{
    uint64_t hash = 0;
    dl_iterate_phdr(hash_program, &hash);
    return hash;
}
#else
uint64_t program_hash(void)
{
    return 0;
}
#endif
