/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* dl_iterate_phdr(), which the BSDs have too */
#include "program.h"

#include "base/file.h"

#ifdef __ELF__
#include <link.h>
#include <pthread.h>
#include <sys/stat.h>

/* Where systems show the file of the program that runs. */
static const char *const shown[] = {"/proc/self/exe", "/proc/curproc/file", "/proc/curproc/exe"};

/* Adds the id that the linker gave an object (NT_GNU_BUILD_ID), a hash of all that is in it. False:
   it has none. */
static bool add_build_id(const struct dl_phdr_info *info, struct buf *sources)
{
    enum { ALIGN = 4, BUILD_ID = 3 };
    for (size_t i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[i];
        if (part->p_type != PT_NOTE)
            continue;
        /* The loader tells addresses as numbers. NOLINTNEXTLINE(performance-no-int-to-ptr) */
        const char *at = (const char *)(uintptr_t)(info->dlpi_addr + part->p_vaddr);
        const char *end = at + part->p_memsz;
        while ((size_t)(end - at) > sizeof(ElfW(Nhdr))) {
            ElfW(Nhdr) note;
            memcpy(&note, at, sizeof note);
            const char *name = at + sizeof note;
            const char *id = name + (note.n_namesz + ALIGN - 1) / ALIGN * ALIGN;
            if (note.n_type == BUILD_ID && note.n_namesz == 4 && memcmp(name, "GNU", 4) == 0) {
                buf_add(sources, id, note.n_descsz);
                return true;
            }
            at = id + (note.n_descsz + ALIGN - 1) / ALIGN * ALIGN;
        }
    }
    return false;
}

/* A library, by its id or what its file looks like: its code may be larger than all else. */
static int add_library(struct dl_phdr_info *info, size_t size, void *sources)
{
    struct stat st;
    (void)size;
    if (!info->dlpi_name || !*info->dlpi_name || stat(info->dlpi_name, &st) != 0)
        return 0; /* the program itself, or what the kernel has */
    const uint64_t facts[] = {str_hash(str_of(info->dlpi_name)), (uint64_t)st.st_size,
                              (uint64_t)st.st_mtim.tv_sec, (uint64_t)st.st_mtim.tv_nsec};
    if (!add_build_id(info, sources))
        buf_add(sources, facts, sizeof facts);
    return 0;
}

static uint64_t known;

static void find_out(void)
{
    struct buf sources = {0};
    bool found = false;
    for (size_t i = 0; i < sizeof shown / sizeof *shown && !found; i++)
        found = file_read(str_of(shown[i]), &sources);
    dl_iterate_phdr(add_library, &sources);
    known = found ? str_hash(buf_view(&sources)) : 0;
    buf_clear(&sources);
}

uint64_t program_hash(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, find_out);
    return known;
}
#else
uint64_t program_hash(void)
{
    return 0;
}
#endif
