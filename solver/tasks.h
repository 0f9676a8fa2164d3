/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file tasks.h  Independent pieces of work on several threads. Private to solver/.
 *
 * A task must depend on nothing but its number and what stood before the call: then the answer is
 * the same for any number of threads. */
#pragma once

typedef void (*CoTaskFn)(void *data, int task);

/** Does tasks 0 to n - 1 and returns when all are done. The calling thread takes task 0 first, and
 * then, like the others, the next that nobody has begun. A thread that cannot be started is done
 * without. */
void co_tasks_run(int n_threads, int n_tasks, CoTaskFn task, void *data);
