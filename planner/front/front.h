/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file front.h  The whole command line. Private to planner/front/. */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/** Runs the program. @param words  its arguments, its own name apart, NULL-terminated
 * @return the exit code (#CoExit) */
int co_front_main(char *const *words);
G_END_DECLS
