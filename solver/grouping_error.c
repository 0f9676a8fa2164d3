/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/grouping.h"

G_DEFINE_QUARK(co_grouping_error, co_grouping_error)
