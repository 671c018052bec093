/* SPDX-License-Identifier: MIT */
#include "serve/mhd.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

struct mhd mhd;

/* The function NAME of LIBRARY into *PLACE. */
static bool load(void *library, const char *name, void *place)
{
    void *function = dlsym(library, name);
    memcpy(place, &function, sizeof function); /* C knows no cast from an object to a function */
    return function != NULL;
}

bool mhd_load(void)
{
#ifdef __APPLE__
    static const char *const names[] = {"libmicrohttpd.12.dylib", "libmicrohttpd.dylib"};
#else
    static const char *const names[] = {"libmicrohttpd.so.12", "libmicrohttpd.so"};
#endif
    void *library = NULL;
    for (size_t i = 0; !library && i < sizeof names / sizeof *names; i++)
        library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    const char *why = dlerror();
    bool good = library != NULL;
#define F(name) good = good && load(library, "MHD_" #name, &mhd.name);
    MHD_FUNCTIONS(F)
#undef F
    if (!good)
        fprintf(
            stderr,
            "xianbao: error: libmicrohttpd cannot be loaded: %s; nothing was done, install it\n",
            why ? why : "it lacks a function");
    return good;
}
