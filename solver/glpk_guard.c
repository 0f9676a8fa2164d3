/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "glpk_guard.h"

#include <glib.h>
#include <glpk.h>

#include <setjmp.h>
#include <stddef.h>

/* GLPK's environment is per thread, hence so is all that stands around it. */
static _Thread_local struct {
    jmp_buf way_out;
    const CoGlpkCall *call; /* NULL outside the guard */
    unsigned generation;
    int n_users;
} guard;

static void on_abort(void *info)
{
    (void)info;
    longjmp(guard.way_out, CO_GLPK_ABORTED);
}

/* Every message comes by here and none goes on to the terminal. */
static int on_message(void *info, const char *line)
{
    (void)info;
    const CoGlpkCall *call = guard.call;
    /* An abort prints before it calls the hook; its message must not be taken for a pulse. */
    if (call != NULL && call->pulse != NULL && glp_at_error() == 0 && call->pulse(call->data, line))
        longjmp(guard.way_out, CO_GLPK_INTERRUPTED);
    return 1;
}

static void forget_environment(void)
{
    glp_free_env();
    guard.generation++;
}

CoGlpkOutcome co_glpk_guard(const CoGlpkCall *call)
{
    g_return_val_if_fail(call != NULL && call->body != NULL, CO_GLPK_ABORTED);
    g_return_val_if_fail(guard.call == NULL, CO_GLPK_ABORTED);
    CoGlpkOutcome outcome = CO_GLPK_DONE;
    switch (setjmp(guard.way_out)) {
    case 0:
        guard.call = call;
        glp_error_hook(on_abort, NULL);
        glp_term_hook(on_message, NULL);
        call->body(call->data);
        break;
    case CO_GLPK_INTERRUPTED:
        outcome = CO_GLPK_INTERRUPTED;
        break;
    default:
        outcome = CO_GLPK_ABORTED;
        break;
    }
    guard.call = NULL;
    if (outcome != CO_GLPK_DONE)
        forget_environment();
    return outcome;
}

unsigned co_glpk_generation(void)
{
    return guard.generation;
}

void co_glpk_enter(void)
{
    guard.n_users++;
}

void co_glpk_leave(void)
{
    g_assert(guard.n_users > 0);
    if (--guard.n_users == 0)
        forget_environment();
}
