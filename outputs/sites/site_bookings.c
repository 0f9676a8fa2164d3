/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the host is to keep ready: rooms and workstations by half-day, meals by day. */
#include "site_book.h"

#include "outputs/kit/table.h"
#include "outputs/words/names.h"
#include "cohorte/wording.h"

static const CoColumn booking_columns[] = {
    {"Date", CO_STYLE_CELL_DAY, 96, 112, 0},
    {"Demi-journée", CO_STYLE_CELL_CENTER, 78, 90, 0},
    {"Début", CO_STYLE_CELL_CLOCK, 48, 56, 0},
    {"Fin", CO_STYLE_CELL_CLOCK, 48, 56, 0},
    {"Salle", CO_STYLE_CELL_STRONG, 60, 110, 0},
    {"Groupe", CO_STYLE_CELL, 70, 110, 0},
    {"Participants", CO_STYLE_CELL_NUMBER, 82, 92, 0},
    {"Formateurs", CO_STYLE_CELL_NUMBER, 78, 88, 0},
    {"Personnes en tout", CO_STYLE_CELL_NUMBER, 76, 86, 0},
    {"Places de la salle", CO_STYLE_CELL_NUMBER, 70, 80, 0},
    {"Postes de travail", CO_STYLE_CELL_NUMBER, 66, 76, 0},
    {"Réseau", CO_STYLE_CELL_CENTER, 60, 70, 0},
    {"Sur place : les formateurs", CO_STYLE_CELL, 150, 300, 0},
};

int co_site_n_trainers(const CoGroup *group)
{
    g_return_val_if_fail(group != NULL, 0);
    return (group->trainer_idx[0] >= 0 ? 1 : 0) + (group->trainer_idx[1] >= 0 ? 1 : 0);
}

char *co_site_name(const CoRoom *room)
{
    g_return_val_if_fail(room != NULL, NULL);
    const char *name = *room->place.name != '\0' ? room->place.name : room->place.uai;
    return *name != '\0' ? g_strdup(name) : g_strdup_printf("salle %s", room->code);
}

static void add_half(CoTable *table, const CoSiteBook *book, const CoBooking *booking,
                     CoHalves half)
{
    const CoCampaign *campaign = book->campaign;
    const CoRoom *room = &campaign->rooms[booking->room_idx];
    bool fm1 = campaign->modules[booking->module_idx].fm1;
    int n_members = booking->group->n_members, n_trainers = co_site_n_trainers(booking->group);
    co_table_add_day(table, booking->day);
    co_table_add_text(table, co_wording_halves(half));
    co_table_add_clock(table, co_agenda_start_min(&campaign->parameters, half));
    co_table_add_clock(table, co_agenda_end_min(&campaign->parameters, half));
    co_table_add_text(table, room->code);
    co_table_add_text(table, booking->group->code);
    co_table_add_number(table, n_members);
    co_table_add_number(table, n_trainers);
    co_table_add_number(table, n_members + n_trainers);
    co_table_add_number(table, room->seats);
    co_table_add_number(table, fm1 ? n_members : 0);
    co_table_add_text(table, fm1 ? "FM1" : "");
    co_table_take_text(table, co_name_team(campaign, booking->group, ", "));
}

/* Bookings come by day, whole days among the mornings: all mornings of a day, then its afternoons.
 */
static void add_halves(CoTable *table, const CoSiteBook *book)
{
    static const CoHalves both[] = {CO_HALF_AM, CO_HALF_PM};
    for (int i = 0, end = 0; i < book->n_bookings; i = end) {
        while (end < book->n_bookings && book->bookings[end].day == book->bookings[i].day)
            end++;
        for (size_t h = 0; h < G_N_ELEMENTS(both); h++)
            for (int b = i; b < end; b++)
                if (book->bookings[b].halves & both[h])
                    add_half(table, book, &book->bookings[b], both[h]);
    }
}

static int write_fact(CoPage *page, int row, const char *label, const char *value)
{
    return co_heading_fact(page, (CoArea){row, 0, 1, G_N_ELEMENTS(booking_columns)}, label, value);
}

/* @return (transfer full) "Salle S1 : 24 places, 20 postes de travail ; 12 demi-journées réservées"
 */
static char *room_fact(const CoSiteBook *book, int room_idx)
{
    const CoRoom *room = &book->campaign->rooms[room_idx];
    int n_halves = 0;
    for (int i = 0; i < book->n_bookings; i++)
        if (book->bookings[i].room_idx == room_idx)
            n_halves += co_agenda_n_halves(book->bookings[i].halves);
    g_autofree char *seats = co_name_count(room->seats, "place", "places");
    g_autofree char *posts =
        co_name_count(room->workstations, "poste de travail", "postes de travail");
    g_autofree char *used =
        co_name_count(n_halves, "demi-journée réservée", "demi-journées réservées");
    return g_strdup_printf("%s : %s, %s ; %s", room->code, seats, posts, used);
}

static bool has_canteen(const CoSiteBook *book)
{
    for (int i = 0; i < book->n_rooms; i++)
        if (book->campaign->rooms[book->rooms[i]].canteen)
            return true;
    return false;
}

static int write_facts(const CoSiteBook *book, CoPage *page, int row)
{
    const CoPlace *place = &book->campaign->rooms[book->rooms[0]].place;
    g_autofree char *address = co_name_address(place);
    row = write_fact(page, row, "Site", address);
    row = write_fact(page, row, "UAI", place->uai);
    for (int i = 0; i < book->n_rooms; i++) {
        g_autofree char *fact = room_fact(book, book->rooms[i]);
        row = write_fact(page, row, i > 0 ? "" : book->n_rooms > 1 ? "Salles" : "Salle", fact);
    }
    row = write_fact(page, row, "Restauration",
                     has_canteen(book) ? "sur place : voir la feuille « Repas »"
                                       : "aucune sur place : aucun repas à prévoir");
    row = write_fact(page, row, "Votre contact", book->campaign->parameters.organizer_email);
    co_page_raise_row(page, row, 10);
    return row + 1;
}

static bool uses_fm1(const CoSiteBook *book)
{
    for (int i = 0; i < book->n_bookings; i++)
        if (book->campaign->modules[book->bookings[i].module_idx].fm1)
            return true;
    return false;
}

void co_site_bookings(const CoSiteBook *book)
{
    g_return_if_fail(book != NULL);
    enum { N_COLUMNS = G_N_ELEMENTS(booking_columns) };
    const CoPageSetup setup = {"Réservations", book->heading->footer, true};
    CoPage *page = co_page_new(book->book, &setup);
    g_autoptr(CoTable) table = co_table_new(booking_columns, N_COLUMNS);
    add_halves(table, book);
    co_table_set_widths(table, page);
    int row = co_heading_draw(book->heading, page, N_COLUMNS, NULL);
    row = write_facts(book, page, row);
    row = co_table_fill_page(table, page, row);
    if (uses_fm1(book))
        co_page_area(page, (CoArea){row + 1, 0, 1, N_COLUMNS},
                     "FM1 : plateforme d'entraînement à Op@le, en ligne ; il faut à chaque "
                     "participant un poste relié à Internet.",
                     (CoLook){.style = CO_STYLE_SMALL});
}

static const CoColumn meal_columns[] = {
    {"Date", CO_STYLE_CELL_DAY, 110, 130, 0},
    {"Groupes à la journée", CO_STYLE_CELL, 140, 260, 0},
    {"Participants", CO_STYLE_CELL_NUMBER, 90, 110, 0},
    {"Formateurs", CO_STYLE_CELL_NUMBER, 90, 110, 0},
    {"Repas de midi", CO_STYLE_CELL_NUMBER, 90, 120, 0},
};

/* Who stays over noon, on one day. */
typedef struct Lunch {
    GString *groups;
    int n_members, n_trainers;
} Lunch;

/* The bookings of one day. */
typedef struct SiteDay {
    const CoSiteBook *book;
    const CoBooking *bookings;
    int n;
} SiteDay;

static bool is_near_canteen(const SiteDay *day, int booking)
{
    return day->book->campaign->rooms[day->bookings[booking].room_idx].canteen;
}

/* @return the halves of the day that a trainer spends near the canteen */
static unsigned halves_of_trainer(const SiteDay *day, int trainer_idx)
{
    unsigned halves = 0;
    for (int i = 0; i < day->n; i++) {
        if (co_group_is_taught_by(day->bookings[i].group, trainer_idx) && is_near_canteen(day, i))
            halves |= day->bookings[i].halves;
    }
    return halves;
}

/* A trainer of one group in the morning and another in the afternoon lunches too, once. */
static int trainers_at_lunch(const SiteDay *day)
{
    int n_trainers = 0;
    for (int t = 0; t < day->book->campaign->n_trainers; t++)
        n_trainers += halves_of_trainer(day, t) == CO_HALF_BOTH ? 1 : 0;
    return n_trainers;
}

/* @return the halves of the day that a group spends near the canteen, from its first booking of the
 * day on; 0 for the others, as they were counted with it */
static unsigned halves_of_group(const SiteDay *day, int booking)
{
    unsigned halves = 0;
    for (int i = 0; i < day->n; i++) {
        if (day->bookings[i].group != day->bookings[booking].group)
            continue;
        if (i < booking)
            return 0;
        if (is_near_canteen(day, i))
            halves |= day->bookings[i].halves;
    }
    return halves;
}

static void add_lunch(CoTable *table, const SiteDay *day)
{
    Lunch lunch = {g_string_new(NULL), 0, trainers_at_lunch(day)};
    for (int i = 0; i < day->n; i++) {
        const CoGroup *group = day->bookings[i].group;
        if (halves_of_group(day, i) != CO_HALF_BOTH)
            continue;
        g_string_append_printf(lunch.groups, "%s%s", lunch.groups->len > 0 ? ", " : "",
                               group->code);
        lunch.n_members += group->n_members;
    }
    co_table_add_day(table, day->bookings[0].day);
    co_table_take_text(table, g_string_free(lunch.groups, FALSE));
    co_table_add_number(table, lunch.n_members);
    co_table_add_number(table, lunch.n_trainers);
    co_table_add_number(table, lunch.n_members + lunch.n_trainers);
}

void co_site_meals(const CoSiteBook *book)
{
    g_return_if_fail(book != NULL);
    if (!has_canteen(book))
        return;
    enum { N_COLUMNS = G_N_ELEMENTS(meal_columns) };
    const CoPageSetup setup = {"Repas", book->heading->footer, false};
    CoPage *page = co_page_new(book->book, &setup);
    g_autoptr(CoTable) table = co_table_new(meal_columns, N_COLUMNS);
    for (int i = 0, end = 0; i < book->n_bookings; i = end) {
        while (end < book->n_bookings && book->bookings[end].day == book->bookings[i].day)
            end++;
        const SiteDay day = {book, &book->bookings[i], end - i};
        add_lunch(table, &day);
    }
    co_table_set_widths(table, page);
    int row = co_heading_draw(book->heading, page, N_COLUMNS, "Repas de midi à prévoir");
    row = co_table_fill_page(table, page, row);
    co_page_area(page, (CoArea){row + 1, 0, 1, N_COLUMNS},
                 "Un repas pour qui est là matin et après-midi ; une demi-journée n'en donne "
                 "aucun. Nombres au plus : chacun reste libre de déjeuner ailleurs.",
                 (CoLook){.style = CO_STYLE_SMALL});
}
