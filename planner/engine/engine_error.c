/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/engine.h"

G_DEFINE_QUARK(co_engine_error, co_engine_error)
