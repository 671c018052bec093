/* SPDX-License-Identifier: MIT */
#include "enrich/reference.h"

struct reference reference_builtin(struct arena *keep)
{
    return (struct reference){
        .gazetteer = gazetteer_builtin(keep),
        .topics = topics_builtin(keep),
        .pinyin = pinyin_builtin(keep),
        .surnames = surnames_builtin(keep),
        .events = events_builtin(keep),
    };
}
