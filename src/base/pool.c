/* SPDX-License-Identifier: MIT */
#include "base/pool.h"
#include "base/die.h"
#include "base/stop.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

struct pool {
    atomic_size_t next;
    size_t count;
    void (*work)(void *context, size_t item, size_t worker);
    void *context;
};

struct worker {
    struct pool *pool;
    size_t number;
    pthread_t thread;
};

static void *worker_main(void *arg)
{
    const struct worker *self = arg;
    struct pool *pool = self->pool;
    size_t item;
    while (!stop_asked() && (item = atomic_fetch_add(&pool->next, 1)) < pool->count)
        pool->work(pool->context, item, self->number);
    return NULL;
}

void pool_run(size_t threads, size_t count, void (*work)(void *context, size_t item, size_t worker),
              void *context)
{
    struct pool pool = {.count = count, .work = work, .context = context};
    if (threads > count)
        threads = count;
    if (threads == 0)
        threads = 1;
    struct worker *workers = xcalloc(threads, sizeof *workers);
    for (size_t i = 0; i < threads; i++)
        workers[i] = (struct worker){.pool = &pool, .number = i};
    size_t started = 1; /* fewer do as well, where the system gives no more */
    while (started < threads &&
           !pthread_create(&workers[started].thread, NULL, worker_main, &workers[started]))
        started++;
    worker_main(&workers[0]);
    for (size_t i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
    free(workers);
}

size_t pool_cores(void)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores > 0 ? (size_t)cores : 1;
}
