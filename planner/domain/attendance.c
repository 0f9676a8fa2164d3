/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/attendance.h"

#include <string.h>

struct CoAttendanceList {
    GArray *rows; /* of CoAttendance */
    GStringChunk *texts;
};

CoAttendanceList *co_attendance_list_new(void)
{
    CoAttendanceList *list = g_new0(CoAttendanceList, 1);
    list->rows = g_array_new(FALSE, FALSE, sizeof(CoAttendance));
    list->texts = g_string_chunk_new(1024);
    return list;
}

void co_attendance_list_free(CoAttendanceList *list)
{
    if (list == NULL)
        return;
    g_array_unref(list->rows);
    g_string_chunk_free(list->texts);
    g_free(list);
}

void co_attendance_list_add(CoAttendanceList *list, const CoAttendance *row)
{
    g_return_if_fail(list != NULL && row != NULL);
    g_return_if_fail(row->group != NULL && row->path != NULL && row->module != NULL);
    g_return_if_fail(row->person_id != NULL && row->day != CO_DAY_NONE);
    g_return_if_fail(row->half == CO_HALF_AM || row->half == CO_HALF_PM);
    CoAttendance copy = *row;
    copy.group = g_string_chunk_insert_const(list->texts, row->group);
    copy.path = g_string_chunk_insert_const(list->texts, row->path);
    copy.module = g_string_chunk_insert_const(list->texts, row->module);
    copy.person_id = g_string_chunk_insert_const(list->texts, row->person_id);
    g_array_append_val(list->rows, copy);
}

size_t co_attendance_list_size(const CoAttendanceList *list)
{
    g_return_val_if_fail(list != NULL, 0);
    return list->rows->len;
}

const CoAttendance *co_attendance_list_at(const CoAttendanceList *list, size_t index)
{
    g_return_val_if_fail(list != NULL && index < list->rows->len, NULL);
    return &g_array_index(list->rows, CoAttendance, index);
}

static int compare(gconstpointer left, gconstpointer right)
{
    const CoAttendance *a = left, *b = right;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->half != b->half)
        return a->half < b->half ? -1 : 1;
    int order = strcmp(a->group, b->group);
    if (order == 0)
        order = strcmp(a->module, b->module);
    return order != 0 ? order : strcmp(a->person_id, b->person_id);
}

void co_attendance_list_sort(CoAttendanceList *list)
{
    g_return_if_fail(list != NULL);
    g_array_sort(list->rows, compare);
}

CoHalves co_attendance_module_halves(const CoModule *module)
{
    g_return_val_if_fail(module != NULL, CO_HALF_AM);
    if (module->half_days > 1)
        return CO_HALF_BOTH;
    return module->moment == CO_MOMENT_PM ? CO_HALF_PM : CO_HALF_AM;
}

bool co_attendance_is_meeting(const CoCampaign *campaign, const CoGroup *group, int module_idx,
                              CoDay day, CoHalves half)
{
    g_return_val_if_fail(campaign != NULL && group != NULL, false);
    g_return_val_if_fail(module_idx >= 0 && module_idx < campaign->n_modules, false);
    const CoModule *module = &campaign->modules[module_idx];
    if (module->mode == CO_MODE_WEBINAR)
        return module->path_idx == group->path_idx && module->earliest == day &&
               (co_attendance_module_halves(module) & half);
    for (int i = 0; i < group->n_meetings; i++) {
        const CoMeeting *meeting = &group->meetings[i];
        if (meeting->module_idx == module_idx && meeting->day == day && (meeting->halves & half))
            return true;
    }
    return false;
}

int co_attendance_halves_min(const CoParameters *parameters, CoHalves halves)
{
    g_return_val_if_fail(parameters != NULL, 0);
    int minutes = 0;
    if (halves & CO_HALF_AM)
        minutes += parameters->morning_end_min - parameters->morning_start_min;
    if (halves & CO_HALF_PM)
        minutes += parameters->afternoon_end_min - parameters->afternoon_start_min;
    return minutes;
}

int co_attendance_row_min(const CoParameters *parameters, const CoAttendance *row, CoMode mode)
{
    g_return_val_if_fail(parameters != NULL && row != NULL, 0);
    int whole = co_attendance_halves_min(parameters, row->half);
    if (row->state != CO_PRESENCE_PRESENT)
        return 0;
    /* In a room nobody is connected: minutes told by mistake take nothing off the half-day. */
    return row->minutes < 0 || mode == CO_MODE_IN_PERSON ? whole : MIN(row->minutes, whole);
}
