/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file glpk_guard.h  The one way into GLPK. Implemented by solver/glpk_guard.c.
 *
 * GLPK calls abort() on a wrong argument or when memory ends, and prints as it likes. Every entry
 * therefore runs as a body inside co_glpk_guard(), which swallows the output and turns an abort
 * into an answer. The way out is a jump: scope clean-up does not run across it, so a body owns
 * nothing (no g_auto..., no allocation) and leaves its results in memory of the caller. After a
 * jump GLPK's environment, and with it every object of this thread, is gone: see
 * co_glpk_generation(). */
#pragma once
#include <stdbool.h>

typedef enum {
    CO_GLPK_DONE,        /**< the body came back */
    CO_GLPK_ABORTED,     /**< GLPK gave up; all its objects of this thread are gone */
    CO_GLPK_INTERRUPTED, /**< the pulse said so; all its objects of this thread are gone */
} CoGlpkOutcome;

typedef struct CoGlpkCall {
    void (*body)(void *data);
    /** Called while GLPK works, with a line of its progress report; true = leave at once.
     * NULL = never leave. Owns nothing either. */
    bool (*pulse)(void *data, const char *line);
    void *data;
} CoGlpkCall;

/** Runs one call. Not reentrant: a body never enters the guard. */
CoGlpkOutcome co_glpk_guard(const CoGlpkCall *call);

/** @return a number that changes whenever the objects of this thread were thrown away; a GLPK
 * object made under another number must be forgotten, not deleted */
unsigned co_glpk_generation(void);

/** Counts the users in this thread: when the last one leaves, GLPK's environment is freed. */
void co_glpk_enter(void);
void co_glpk_leave(void);
