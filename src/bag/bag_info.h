/* SPDX-License-Identifier: MIT */
/* bag-info.txt: who keeps the archive, what it is, how much the bag holds. */
#ifndef BAG_BAG_INFO_H
#define BAG_BAG_INFO_H

#include "bag/bag.h"
#include "site/config.h"

void bag_info(struct buf *out, const struct config *config, const struct bagging *bagging,
              const struct bagged *bagged);

#endif
