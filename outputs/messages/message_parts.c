/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "message_parts.h"

#include <string.h>

#include "outputs/kit/failure.h"

static void clear_part(gpointer data)
{
    CoMailPart *part = data;
    g_free((gpointer)part->type);
    g_free((gpointer)part->name);
    g_bytes_unref(part->data);
}

GArray *co_message_parts_new(void)
{
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(CoMailPart));
    g_array_set_clear_func(parts, clear_part);
    return parts;
}

/* Takes @p data. */
static void add(GArray *parts, const char *type, const char *name, GBytes *data)
{
    const CoMailPart part = {g_strdup(type), g_strdup(name), data};
    g_array_append_val(parts, part);
}

bool co_message_parts_add_file(GArray *parts, const char *documents, const char *name,
                               const char *type, GError **error)
{
    g_return_val_if_fail(parts != NULL && documents != NULL, false);
    g_return_val_if_fail(name != NULL && type != NULL, false);
    g_autofree char *path = g_build_filename(documents, name, NULL);
    char *data = NULL;
    gsize size = 0;
    g_autoptr(GError) failure = NULL;
    if (g_file_get_contents(path, &data, &size, &failure)) {
        g_autofree char *base = g_path_get_basename(name);
        add(parts, type, base, g_bytes_new_take(data, size));
        return true;
    }
    if (g_error_matches(failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return true;
    g_set_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_WRITE, "impossible de relire « %s »", path);
    return false;
}

int co_message_parts_add_events(GArray *parts, const CoAppointments *appointments,
                                const CoAgenda *agenda)
{
    g_return_val_if_fail(parts != NULL && appointments != NULL && agenda != NULL, 0);
    bool is_cancel = appointments->method == CO_APPOINTMENTS_CANCEL;
    g_autofree char *type = g_strdup_printf("text/calendar; method=%s; charset=utf-8",
                                            is_cancel ? "CANCEL" : "REQUEST");
    int n = 0;
    for (int i = 0; i < agenda->n_entries; i++) {
        const CoEntry *entry = &agenda->entries[i];
        if (!co_appointments_has_event(appointments->context->campaign, entry))
            continue;
        char *text = co_appointments_text(appointments, entry, 1);
        g_autofree char *name =
            g_strdup_printf("%s-%02d.ics", is_cancel ? "annulation" : "invitation", ++n);
        add(parts, type, name, g_bytes_new_take(text, strlen(text)));
    }
    return n;
}

static GHashTable *uids_of(const CoAppointments *appointments, const CoAgenda *agenda)
{
    GHashTable *uids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int i = 0; i < agenda->n_entries; i++)
        g_hash_table_add(uids, co_appointments_uid(appointments, &agenda->entries[i]));
    return uids;
}

CoAgenda *co_message_parts_gone(const CoAppointments *old, const CoAgenda *before,
                                const CoAppointments *current, const CoAgenda *now)
{
    g_return_val_if_fail(old != NULL && before != NULL, NULL);
    g_return_val_if_fail(current != NULL && now != NULL, NULL);
    g_autoptr(GHashTable) uids = uids_of(current, now);
    CoAgenda *gone = g_new0(CoAgenda, 1);
    gone->entries = g_new(CoEntry, (gsize)before->n_entries + 1);
    for (int i = 0; i < before->n_entries; i++) {
        g_autofree char *uid = co_appointments_uid(old, &before->entries[i]);
        if (co_appointments_has_event(old->context->campaign, &before->entries[i]) &&
            !g_hash_table_contains(uids, uid))
            gone->entries[gone->n_entries++] = before->entries[i];
    }
    return gone;
}
