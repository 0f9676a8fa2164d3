/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file interrupt.h  Ctrl-C asks for the best plan so far instead of killing. Private to
 * planner/front/. */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/** From now on the first SIGINT, SIGTERM or SIGHUP only sets a flag; a second one kills as usual.
 * @return the flag, for the life of the program: not 0 once one came */
const volatile int *co_interrupt_listen(void);
/** Gives the signals back their usual effect. */
void co_interrupt_release(void);
G_END_DECLS
