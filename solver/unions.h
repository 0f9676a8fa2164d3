/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file unions.h  Which nodes belong together, by what joins them two by two. Private to solver/.
 * Each node points towards the root of its set; the root is the least node of the set, so the sets
 * do not depend on the order of the joins. */
#pragma once

/** @return (transfer full) n nodes, each a set of its own; g_free() */
int *co_unions_new(int n_nodes);
void co_unions_join(int *parent, int a, int b);
/** Makes every node point at its root. */
void co_unions_flatten(int *parent, int n_nodes);
