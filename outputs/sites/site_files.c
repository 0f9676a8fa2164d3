/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each host receives. A site without a meeting has no file. */
#include "site_book.h"

#include "outputs/kit/file_names.h"

/* @return (transfer full) of CoBooking */
static GArray *bookings_of(const CoPublication *publication, int site_idx)
{
    const CoCampaign *campaign = publication->context->campaign;
    const CoAgenda *agenda = publication->agenda;
    GArray *bookings = g_array_new(FALSE, FALSE, sizeof(CoBooking));
    for (int i = 0; i < agenda->n_entries; i++) {
        const CoEntry *entry = &agenda->entries[i];
        if (entry->group_idx < 0 || co_agenda_mode(campaign, entry) != CO_MODE_IN_PERSON)
            continue;
        const CoGroup *group = &publication->context->plan->groups[entry->group_idx];
        if (group->room_idx < 0 || publication->sites.of_room[group->room_idx] != site_idx)
            continue;
        const CoBooking booking = {entry->day, entry->halves, group->room_idx, entry->module_idx,
                                   group};
        g_array_append_val(bookings, booking);
    }
    return bookings;
}

/* @return (transfer full) of int */
static GArray *rooms_of(const CoCampaign *campaign, const GArray *bookings)
{
    GArray *rooms = g_array_new(FALSE, FALSE, sizeof(int));
    for (int r = 0; r < campaign->n_rooms; r++) {
        bool is_booked = false;
        for (guint i = 0; i < bookings->len && !is_booked; i++)
            is_booked = g_array_index(bookings, CoBooking, i).room_idx == r;
        if (is_booked)
            g_array_append_val(rooms, r);
    }
    return rooms;
}

static bool write_site(const CoPublication *publication, int site_idx, GError **error)
{
    const CoCampaign *campaign = publication->context->campaign;
    g_autoptr(GArray) bookings = bookings_of(publication, site_idx);
    if (bookings->len == 0)
        return true;
    g_autoptr(GArray) rooms = rooms_of(campaign, bookings);
    const CoRoom *room = &campaign->rooms[publication->sites.first_room[site_idx]];
    g_autofree char *site = co_site_name(room);
    g_autofree char *title = g_strdup_printf("Salles réservées, %s", site);
    g_autoptr(CoHeading) heading =
        co_heading_new(publication->context, (CoHeadingScope){room->academy_idx, -1}, title);
    g_autofree char *path = co_file_path("sites", publication->sites.names[site_idx], ".xlsx");
    g_autoptr(CoBook) book = co_publication_open(publication, heading, path, error);
    if (book == NULL)
        return false;
    const CoSiteBook content = {.campaign = campaign,
                                .heading = heading,
                                .book = book,
                                .academy_idx = room->academy_idx,
                                .n_rooms = (int)rooms->len,
                                .rooms = (const int *)(void *)rooms->data,
                                .n_bookings = (int)bookings->len,
                                .bookings = (const CoBooking *)(void *)bookings->data};
    co_site_bookings(&content);
    co_site_meals(&content);
    co_site_weeks(&content);
    g_autofree char *recipient = g_strdup_printf("Site d'accueil, %s", site);
    return co_publication_close(publication, book, path, recipient, error);
}

bool co_sites_publish(const CoPublication *publication, GError **error)
{
    for (int i = 0; i < publication->sites.n_sites; i++)
        if (co_publication_wants(publication, CO_READER_SITE, i) &&
            !write_site(publication, i, error))
            return false;
    return true;
}
