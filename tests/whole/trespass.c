/* SPDX-License-Identifier: MIT */
/*
 * A library to preload: at its end the program tries what it has no business with, and writes to
 * the file that TRESPASS_REPORT names a line for each try, WHAT ERROR, with 0 where it succeeded.
 * TRESPASS_READ and TRESPASS_WRITE are lists of paths, parted by ':', to try those with;
 * TRESPASS_AT is a port of 127.0.0.1 to call. LANDLOCK_VERSION is the most that the kernel says it
 * knows.
 */
#undef _FORTIFY_SOURCE /* it makes some of the calls inline */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static FILE *report;

__attribute__((constructor)) static void open_report(void)
{
    const char *path = getenv("TRESPASS_REPORT");
    report = path ? fopen(path, "w") : NULL;
}

static void tell(const char *what, const char *name, int good)
{
    fprintf(report, "%s%s %d\n", what, name, good ? 0 : errno);
}

/* Tries to open each path of a list. */
static void try_open(const char *what, const char *list, int flags)
{
    const char *given = getenv(list);
    char *paths = strdup(given ? given : "");
    for (char *path = strtok(paths, ":"); path; path = strtok(NULL, ":")) {
        int fd = open(path, flags, 0666);
        tell(what, path, fd >= 0);
        if (fd >= 0)
            close(fd);
    }
    free(paths);
}

static void try_program(void)
{
    pid_t child = fork();
    if (child == 0) {
        unsetenv("LD_PRELOAD");
        execl("/bin/true", "true", (char *)NULL);
        _exit(errno);
    }
    int status = 0;
    waitpid(child, &status, 0);
    errno = WEXITSTATUS(status);
    tell("program", "", errno == 0);
}

static void try_socket(const char *what, int family, int type)
{
    int fd = socket(family, type, 0);
    tell(what, "", fd >= 0);
    if (fd >= 0)
        close(fd);
}

/* Who started the program is another process. */
static void try_parent(void)
{
    struct rlimit limit;
    tell("kill", "", kill(getppid(), 0) == 0);
    tell("prlimit", "", prlimit(getppid(), RLIMIT_CPU, NULL, &limit) == 0);
}

static void try_call(const char *port)
{
    struct sockaddr_in here = {.sin_family = AF_INET,
                               .sin_port = htons((unsigned short)strtoul(port, NULL, 10)),
                               .sin_addr = {htonl(INADDR_LOOPBACK)}};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    tell("call", "", fd >= 0 && connect(fd, (struct sockaddr *)&here, sizeof here) == 0);
}

__attribute__((destructor)) static void trespass(void)
{
    const char *port = getenv("TRESPASS_AT");
    if (!report)
        return;
    try_open("read ", "TRESPASS_READ", O_RDONLY);
    try_open("write ", "TRESPASS_WRITE", O_WRONLY | O_CREAT | O_APPEND);
    try_program();
    try_parent();
    try_socket("tcp", AF_INET, SOCK_STREAM);
    try_socket("udp", AF_INET, SOCK_DGRAM);
    try_socket("unix", AF_UNIX, SOCK_STREAM);
    if (port)
        try_call(port);
    fclose(report);
}

/* Landlock has no functions: 444 tells its version where the last argument is 1. */
long syscall(long number, ...)
{
    long (*real)(long, ...);
    void *symbol = dlsym(RTLD_NEXT, "syscall");
    const char *most = getenv("LANDLOCK_VERSION");
    va_list rest;
    long with[6];
    memcpy(&real, &symbol, sizeof real);
    va_start(rest, number);
    for (size_t i = 0; i < 6; i++)
        with[i] = va_arg(rest, long);
    va_end(rest);
    if (number == 444 && most && strtol(most, NULL, 10) == 0) {
        errno = ENOSYS;
        return -1;
    }
    long result = real(number, with[0], with[1], with[2], with[3], with[4], with[5]);
    int asks = number == 444 && (int)with[2] == 1;
    return asks && most && strtol(most, NULL, 10) < result ? strtol(most, NULL, 10) : result;
}
