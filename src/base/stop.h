/* SPDX-License-Identifier: MIT */
/* Being asked by a signal to stop: whoever works long looks now and then, gives up, and clears away
   what is not done. */
#ifndef BASE_STOP_H
#define BASE_STOP_H

#include <stdbool.h>

/* From now on SIGHUP, SIGINT and SIGTERM are noted; one that comes again ends the program at once.
   Those that the program was started to ignore stay ignored. */
void stop_catch(void);

/* Whether one came. */
bool stop_asked(void);

/* Ends the program as the signal would have done, if one came. */
void stop_obey(void);

#endif
