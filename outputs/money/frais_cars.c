/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who shares a car with whom. */
#include "frais_book.h"

#include "outputs/words/names.h"

enum { COL_DAY, COL_GROUP, COL_SCHOOL, COL_PEOPLE, COL_CARS, COL_DRIVERS, COL_PASSENGERS, N_COLS };

static const CoColumn columns[N_COLS] = {
    [COL_DAY] = {"Date", CO_STYLE_CELL_DAY, 96, 116, 0},
    [COL_GROUP] = {"Groupe", CO_STYLE_CELL_CENTER, 60, 90, 0},
    [COL_SCHOOL] = {"Établissement", CO_STYLE_CELL, 160, 300, 0},
    [COL_PEOPLE] = {"Personnes", CO_STYLE_CELL_NUMBER, 66, 80, 0},
    [COL_CARS] = {"Voitures", CO_STYLE_CELL_NUMBER, 60, 74, 0},
    [COL_DRIVERS] = {"Conduisent", CO_STYLE_CELL, 140, 300, 0},
    [COL_PASSENGERS] = {"Passagers", CO_STYLE_CELL, 140, 300, 0},
};

/* One group, school and day. */
typedef struct Party {
    int group_idx, establishment_idx;
    CoDay day;
    int n_people, n_cars;
    GString *drivers, *passengers;
} Party;

static int compare_shared(gconstpointer left, gconstpointer right, gpointer data)
{
    const CoExpenseLine *lines = data;
    const CoExpenseLine *a = &lines[*(const int *)left], *b = &lines[*(const int *)right];
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->group_idx != b->group_idx)
        return a->group_idx < b->group_idx ? -1 : 1;
    if (a->establishment_idx != b->establishment_idx)
        return a->establishment_idx < b->establishment_idx ? -1 : 1;
    return *(const int *)left < *(const int *)right ? -1 : 1;
}

static void add_name(Party *party, const CoFraisBook *frais, const CoExpenseLine *line)
{
    g_autofree char *who = co_frais_who(frais->campaign, line);
    GString *list = line->car == CO_CAR_DRIVER ? party->drivers : party->passengers;
    g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", who);
    party->n_people++;
    party->n_cars += line->car == CO_CAR_DRIVER;
}

static void add_party(CoTable *table, const CoFraisBook *frais, const Party *party)
{
    co_table_add_day(table, party->day);
    co_table_add_text(table, frais->plan->groups[party->group_idx].code);
    co_table_take_text(table, co_name_establishment(frais->campaign, party->establishment_idx));
    co_table_add_number(table, party->n_people);
    co_table_add_number(table, party->n_cars);
    co_table_add_text(table, party->drivers->str);
    co_table_add_text(table, party->passengers->str);
}

static bool is_shared(const CoExpenseLine *line)
{
    return line->car != CO_CAR_ALONE && co_expenses_is_paid(line);
}

static bool same_party(const CoExpenseLine *a, const CoExpenseLine *b)
{
    return a->day == b->day && a->group_idx == b->group_idx &&
           a->establishment_idx == b->establishment_idx;
}

/* @return (transfer full) lines of shared cars by day, group and school */
static GArray *shared_lines(const CoExpenses *expenses)
{
    GArray *shared = g_array_new(FALSE, FALSE, sizeof(int));
    for (int i = 0; i < expenses->n_lines; i++)
        if (is_shared(&expenses->lines[i]))
            g_array_append_val(shared, i);
    g_array_sort_with_data(shared, compare_shared, expenses->lines);
    return shared;
}

static void add_parties(CoTable *table, const CoFraisBook *frais)
{
    const CoExpenseLine *lines = frais->expenses->lines;
    g_autoptr(GArray) shared = shared_lines(frais->expenses);
    for (guint i = 0, next; i < shared->len; i = next) {
        const CoExpenseLine *line = &lines[g_array_index(shared, int, i)];
        g_autoptr(GString) drivers = g_string_new(NULL);
        g_autoptr(GString) passengers = g_string_new(NULL);
        Party party = {line->group_idx, line->establishment_idx, line->day, 0, 0, drivers,
                       passengers};
        for (next = i; next < shared->len; next++) {
            const CoExpenseLine *other = &lines[g_array_index(shared, int, next)];
            if (!same_party(line, other))
                break;
            add_name(&party, frais, other);
        }
        add_party(table, frais, &party);
    }
}

void co_frais_cars(const CoFraisBook *frais)
{
    g_autofree char *rule = g_strdup_printf(
        "Paramètre covoiturage_places : %d par voiture. Les membres d'un groupe venus d'un même "
        "établissement partagent leurs voitures ; les premiers de la liste de la campagne "
        "conduisent. Les passagers gardent leurs repas. Les formateurs voyagent seuls.",
        frais->campaign->parameters.car_seats);
    const char *const notes[] = {rule, NULL};
    g_autoptr(CoTable) table = co_table_new(columns, N_COLS);
    add_parties(table, frais);
    co_table_set_widths(table, frais->cars);
    int row = co_frais_head(frais, frais->cars, N_COLS, "Covoiturage", notes);
    co_table_fill_page(table, frais->cars, row);
}
