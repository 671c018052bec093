/* SPDX-License-Identifier: MIT */
#ifdef __linux__
#define _GNU_SOURCE /* syscall numbers */
#endif
#include "base/sandbox.h"

/* A machine's own calls have the numbers that they are compiled with. */
#if defined __linux__ && defined __x86_64__
#define MACHINE AUDIT_ARCH_X86_64
#elif defined __linux__ && defined __aarch64__
#define MACHINE AUDIT_ARCH_AARCH64
#endif

#if defined MACHINE && __has_include(<linux/seccomp.h>)
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

/* What x86-64's second set of numbers begins with, which goes for others' too. */
enum { OTHER_NUMBERS = 0x40000000 };

#define LOAD(member) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, member))
#define RETURN(what) BPF_STMT(BPF_RET | BPF_K, what)
#define REFUSE RETURN(SECCOMP_RET_ERRNO | EPERM)
#define UNLESS_REFUSE(test, value) BPF_JUMP(BPF_JMP | (test) | BPF_K, value, 1, 0), REFUSE
#define REFUSE_IF(test, value) BPF_JUMP(BPF_JMP | (test) | BPF_K, value, 0, 1), REFUSE

bool sandbox_calls(const struct sandbox *sandbox)
{
    struct sock_filter filter[] = {
        LOAD(arch),
        UNLESS_REFUSE(BPF_JEQ, MACHINE),
        LOAD(nr),
        REFUSE_IF(BPF_JGE, OTHER_NUMBERS),
        REFUSE_IF(BPF_JEQ, SYS_execve),
        REFUSE_IF(BPF_JEQ, SYS_execveat),
        REFUSE_IF(BPF_JEQ, SYS_connect),
        REFUSE_IF(BPF_JEQ, 425), /* io_uring_setup: a way around this */
        REFUSE_IF(BPF_JEQ, SYS_socket),
        RETURN(SECCOMP_RET_ALLOW),
    };
    const size_t len = sizeof filter / sizeof *filter;
    if (sandbox->serves)
        filter[len - 2] = filter[len - 1];
    const struct sock_fprog program = {.len = (unsigned short)len, .filter = filter};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
#else
bool sandbox_calls(const struct sandbox *sandbox)
{
    (void)sandbox;
    return false;
}
#endif
