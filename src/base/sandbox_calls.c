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
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What x86-64's second set of numbers begins with, which goes for others' too; and calls that older
   headers lack, whose numbers are the same on all machines. */
enum {
    OTHER_NUMBERS = 0x40000000,
    PIDFD_SEND_SIGNAL = 424,
    IO_URING_SETUP = 425,
    PIDFD_OPEN = 434
};

#define LOAD(member) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, member))
#define RETURN(what) BPF_STMT(BPF_RET | BPF_K, what)
#define REFUSE RETURN(SECCOMP_RET_ERRNO | EPERM)
#define UNLESS_REFUSE(test, value) BPF_JUMP(BPF_JMP | (test) | BPF_K, value, 1, 0), REFUSE
#define REFUSE_IF(test, value) BPF_JUMP(BPF_JMP | (test) | BPF_K, value, 0, 1), REFUSE

/* The call NUMBER only where an argument, of which the 32 low bits are looked at, is VALUE. */
#define ONLY_WITH(number, argument, value)                                   \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 4), LOAD(args[argument]), \
        UNLESS_REFUSE(BPF_JEQ, value), RETURN(SECCOMP_RET_ALLOW)

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
        REFUSE_IF(BPF_JEQ, IO_URING_SETUP), /* a way around this */
        /* other processes */
        REFUSE_IF(BPF_JEQ, SYS_kill),
        REFUSE_IF(BPF_JEQ, SYS_tkill),
        REFUSE_IF(BPF_JEQ, SYS_rt_sigqueueinfo),
        REFUSE_IF(BPF_JEQ, SYS_rt_tgsigqueueinfo),
        REFUSE_IF(BPF_JEQ, PIDFD_OPEN),
        REFUSE_IF(BPF_JEQ, PIDFD_SEND_SIGNAL),
        REFUSE_IF(BPF_JEQ, SYS_setpriority),
        REFUSE_IF(BPF_JEQ, SYS_sched_setscheduler),
        REFUSE_IF(BPF_JEQ, SYS_sched_setparam),
        REFUSE_IF(BPF_JEQ, SYS_sched_setattr),
        ONLY_WITH(SYS_tgkill, 0, (unsigned)getpid()),
        ONLY_WITH(SYS_prlimit64, 0, 0),
        /* the keys of the terminal that it was started from */
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ioctl, 0, 6),
        LOAD(args[1]),
        REFUSE_IF(BPF_JEQ, TIOCSTI),
        REFUSE_IF(BPF_JEQ, TIOCLINUX),
        RETURN(SECCOMP_RET_ALLOW),
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
