/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tasks.h"

#include <glib.h>

typedef struct Tasks {
    CoTaskFn task;
    void *data;
    int n_tasks;
    int next; /* atomic: the first that nobody has begun */
} Tasks;

static gpointer work(gpointer data)
{
    Tasks *tasks = data;
    for (;;) {
        int task = g_atomic_int_add(&tasks->next, 1);
        if (task >= tasks->n_tasks)
            return NULL;
        tasks->task(tasks->data, task);
    }
}

void co_tasks_run(int n_threads, int n_tasks, CoTaskFn task, void *data)
{
    if (n_tasks <= 0)
        return;
    Tasks tasks = {task, data, n_tasks, 1};
    int n_others = MIN(n_threads, n_tasks) - 1, n_started = 0;
    g_autofree GThread **others = g_new(GThread *, (gsize)MAX(n_others, 1));
    for (int k = 0; k < n_others; k++) {
        others[n_started] = g_thread_try_new("cohorte", work, &tasks, NULL);
        n_started += others[n_started] != NULL;
    }
    task(data, 0);
    work(&tasks);
    for (int k = 0; k < n_started; k++)
        g_thread_join(others[k]);
}
