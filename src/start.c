/* SPDX-License-Identifier: MIT */
#include "start.h"
#include "base/die.h"

#include <cmark.h>
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <libxml/xmlmemory.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Opened the wrong way round, so that what is written is not taken for written. */
static void open_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
            _exit(EXIT_NOT_DONE); /* nobody can be told */
}

static char *copy(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(xmalloc(size), text, size);
}

/* libyaml has no such place; its callers look. */
static void lend_memory(void)
{
    *cmark_get_default_mem_allocator() = (cmark_mem){xcalloc, xrealloc, free};
    json_set_alloc_funcs(xmalloc, free);
    xmlMemSetup(free, xmalloc, xrealloc, copy);
}

void start(void)
{
    open_streams();
#ifdef SIGXFSZ
    signal(SIGXFSZ, SIG_IGN);
#endif
    lend_memory();
}
