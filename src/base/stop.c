/* SPDX-License-Identifier: MIT */
#include "base/stop.h"

#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>

static atomic_int asked; /* by which signal; 0: by none */

static void note(int signal)
{
    atomic_store(&asked, signal);
}

void stop_catch(void)
{
    static const int signals[] = {SIGHUP, SIGINT, SIGTERM};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction was, notes = {.sa_handler = note, .sa_flags = (int)SA_RESETHAND};
        if (sigaction(signals[i], NULL, &was) == 0 && was.sa_handler != SIG_IGN)
            sigaction(signals[i], &notes, NULL);
    }
}

bool stop_asked(void)
{
    return atomic_load(&asked) != 0;
}

void stop_obey(void)
{
    if (!stop_asked())
        return;
    signal(atomic_load(&asked), SIG_DFL);
    raise(atomic_load(&asked));
}
