/* SPDX-License-Identifier: MIT */
/*
 * libmicrohttpd, loaded when a site is served: it brings ten libraries with it, which every other
 * command would pay for at its start, and a filter that is run a thousand times a thousandfold.
 */
#ifndef SERVE_MHD_H
#define SERVE_MHD_H

#include <microhttpd.h>
#include <stdbool.h>

#define MHD_FUNCTIONS(F)           \
    F(start_daemon)                \
    F(stop_daemon)                 \
    F(run_wait)                    \
    F(get_daemon_info)             \
    F(lookup_connection_value)     \
    F(create_response_from_buffer) \
    F(create_response_from_fd64)   \
    F(add_response_header)         \
    F(queue_response)              \
    F(destroy_response)

/* Its functions, without MHD_ before their names. */
struct mhd {
#define F(name) __typeof__(&MHD_##name) name;
    MHD_FUNCTIONS(F)
#undef F
};

extern struct mhd mhd;

/* Fills mhd, before anything is served. False: the library cannot be loaded, and standard error
 * says so. */
bool mhd_load(void);

#endif
