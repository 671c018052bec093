/* SPDX-License-Identifier: MIT */
/*
 * A library to preload: readdir() gives the entries of a folder last to first, as another file
 * system might. Adds a byte for each folder to the file that READDIR_REVERSED_COUNT names.
 */
#undef _FILE_OFFSET_BITS /* both names are defined here */
#undef _FORTIFY_SOURCE   /* it makes some of the calls inline */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 32, ENTRIES_MAX = 1024 };

struct folder {
    DIR *dir; /* NULL: free */
    size_t count;
    struct dirent entries[ENTRIES_MAX];
};

static struct folder folders[DEPTH_MAX];

/* Opened before the program gives up its right to do so. */
static FILE *count_file;

__attribute__((constructor)) static void open_count(void)
{
    const char *path = getenv("READDIR_REVERSED_COUNT");
    count_file = path ? fopen(path, "a") : NULL;
}

static void note_use(void)
{
    if (count_file)
        fputc('.', count_file);
}

static struct folder *folder_read(DIR *dir)
{
    union {
        void *symbol;
        struct dirent *(*call)(DIR *);
    } next = {.symbol = dlsym(RTLD_NEXT, "readdir")};
    struct folder *folder = folders;
    struct dirent *entry;

    while (folder->dir)
        folder++;
    folder->dir = dir;
    while (folder->count < ENTRIES_MAX && (entry = next.call(dir)))
        memcpy(&folder->entries[folder->count++], entry, entry->d_reclen);
    note_use();
    return folder;
}

static struct folder *folder_find(DIR *dir)
{
    for (size_t i = 0; i < DEPTH_MAX; i++) {
        if (folders[i].dir == dir)
            return &folders[i];
    }
    return folder_read(dir);
}

struct dirent *readdir(DIR *dir)
{
    struct folder *folder = folder_find(dir);
    if (folder->count > 0)
        return &folder->entries[--folder->count];
    folder->dir = NULL;
    return NULL;
}

struct dirent64 *readdir64(DIR *dir)
{
    return (struct dirent64 *)readdir(dir);
}
