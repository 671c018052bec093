/* SPDX-License-Identifier: MIT */
/* What each command needs of its user's rights, and how it gives up the others
   (docs/security.md). */
#ifndef RIGHTS_H
#define RIGHTS_H

#include "pipeline.h"

struct stage;

/* A set of what a command does. */
enum needs {
    NEEDS_ALL = 0,           /* whatever: nothing is given up */
    NEEDS_SITE = 1 << 0,     /* reads the site's folder, the built site, and files that are named */
    NEEDS_ANY_FILE = 1 << 1, /* reads files whose names come later */
    NEEDS_TO_WRITE = 1 << 2, /* writes the site, and .xianbao/ */
    NEEDS_TO_PACK = 1 << 3,  /* writes a folder that is named, beside others */
    NEEDS_TO_SERVE = 1 << 4, /* is called over the network, and the site may change meanwhile */
};

/* Gives up what a command of those NEEDS does not use. It is given SETTINGS, and the files NAMED.
   To be called before any thread is started. False: the system cannot take all of it away, or the
   environment says XIANBAO_SANDBOX=off; what it can not stays. */
bool rights_drop(unsigned needs, const struct settings *settings, const struct strs *named);

/* Gives up, once a server listens, to open sockets of any kind: those that come are answered. */
void rights_listening(void);

/* Gives up, in a build that fills STAGE and is the last of its process, to write anything but
   .xianbao/, the new site, and the old one, which is removed. */
void rights_narrow(const struct settings *settings, const struct stage *stage);

#endif
