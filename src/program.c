/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* dl_iterate_phdr(), which the BSDs have too */
#include "program.h"

#include "base/file.h"

#ifdef __ELF__
#include <link.h>
#include <pthread.h>
#include <sys/stat.h>

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
        while (end - at > (ptrdiff_t)sizeof(ElfW(Nhdr))) {
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

/* The file of the program that runs, where the system shows it. */
static bool add_program(struct buf *sources)
{
    static const char *const shown[] = {"/proc/self/exe", "/proc/curproc/file",
                                        "/proc/curproc/exe"};
    bool found = false;
    for (size_t i = 0; i < sizeof shown / sizeof *shown && !found; i++)
        found = file_read(str_of(shown[i]), sources);
    return found;
}

/* A library, by what its file looks like: its code may be larger than all else. */
static bool add_library(const char *path, struct buf *sources)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return true; /* what the kernel has */
    const uint64_t facts[] = {str_hash(str_of(path)), (uint64_t)st.st_size,
                              (uint64_t)st.st_mtim.tv_sec, (uint64_t)st.st_mtim.tv_nsec};
    buf_add(sources, facts, sizeof facts);
    return true;
}

/* What is found out of the objects that make the program. */
struct finding_out {
    struct buf sources;
    bool known;
    size_t objects;
};

/* The program itself is told first. */
static int add_object(struct dl_phdr_info *info, size_t size, void *context)
{
    struct finding_out *found = context;
    bool program = found->objects++ == 0;
    (void)size;
    if (!add_build_id(info, &found->sources))
        found->known &= program
                            ? add_program(&found->sources)
                            : add_library(info->dlpi_name ? info->dlpi_name : "", &found->sources);
    return 0;
}

static uint64_t known;

static void find_out(void)
{
    struct finding_out found = {.known = true};
    dl_iterate_phdr(add_object, &found);
    known = found.known && found.objects > 0 ? str_hash(buf_view(&found.sources)) : 0;
    buf_clear(&found.sources);
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
