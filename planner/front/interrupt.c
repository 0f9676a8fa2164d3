/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "interrupt.h"

#include <signal.h>

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};

/* The one mutable global of the front: a signal handler has no other way to tell anything. */
static volatile int interrupted;

static void on_signal(int number)
{
    (void)number;
    interrupted = 1;
}

static void set_handlers(void (*handler)(int), int flags)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < G_N_ELEMENTS(signals); i++)
        sigaction(signals[i], &action, NULL);
}

const volatile int *co_interrupt_listen(void)
{
    set_handlers(on_signal, (int)SA_RESETHAND);
    return &interrupted;
}

void co_interrupt_release(void)
{
    set_handlers(SIG_DFL, 0);
}
