/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "counts.h"

#include <glib.h>

#include "cohorte/check.h"
#include "cohorte/wording.h"

enum { LABEL_WIDTH = 18 };

typedef struct {
    int n_establishments, n_answered;
    int n_people, n_reserved, n_already_trained, n_without_path, n_planned;
    int n_ordering, n_accounting;
    int *of_role; /* by role */
    int *of_path; /* planned persons, by path; seats of nobody yet are apart */
    int n_confirmed, n_seats, n_fm1_days;
} Counts;

static void counts_clear(Counts *counts)
{
    g_free(counts->of_role);
    g_free(counts->of_path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Counts, counts_clear)

static void count_person(Counts *counts, const CoCampaign *campaign, int person_idx)
{
    const CoPerson *person = &campaign->people[person_idx];
    bool is_planned = co_campaign_person_is_planned(campaign, person_idx);
    if (person->reserved) {
        counts->n_reserved += is_planned ? 1 : 0;
        return;
    }
    if (is_planned) {
        counts->n_planned++;
        counts->of_path[person->path_idx]++;
    }
    counts->n_people++;
    counts->n_already_trained += person->already_trained ? 1 : 0;
    counts->n_without_path += person->path_idx < 0 ? 1 : 0;
    if (person->n_roles == 0)
        return;
    CoSphere sphere = campaign->roles[person->role_idx[0]].sphere;
    counts->of_role[person->role_idx[0]]++;
    counts->n_ordering += sphere == CO_SPHERE_ORDERING ? 1 : 0;
    counts->n_accounting += sphere == CO_SPHERE_ACCOUNTING ? 1 : 0;
}

/* Days in FM1 windows on which some academy may meet. */
static bool is_fm1_day(const CoCampaign *campaign, CoDay day)
{
    bool in_window = false;
    for (int w = 0; w < campaign->n_fm1_windows && !in_window; w++)
        in_window =
            day >= campaign->fm1_windows[w].first_day && day <= campaign->fm1_windows[w].last_day;
    for (int a = 0; a < campaign->n_academies && in_window; a++)
        if (co_check_slot_is_open(campaign, a, day, CO_HALF_AM) ||
            co_check_slot_is_open(campaign, a, day, CO_HALF_PM))
            return true;
    return false;
}

static Counts count(const CoCampaign *campaign)
{
    Counts counts = {.n_establishments = campaign->n_establishments};
    counts.of_role = g_new0(int, (size_t)campaign->n_roles + 1);
    counts.of_path = g_new0(int, (size_t)campaign->n_paths + 1);
    for (int e = 0; e < campaign->n_establishments; e++)
        counts.n_answered += campaign->establishments[e].answered ? 1 : 0;
    for (int p = 0; p < campaign->n_people; p++)
        count_person(&counts, campaign, p);
    for (int t = 0; t < campaign->n_trainers; t++)
        counts.n_confirmed += campaign->trainers[t].confirmed ? 1 : 0;
    for (int r = 0; r < campaign->n_rooms; r++)
        counts.n_seats += campaign->rooms[r].seats;
    for (int slot = 0; slot < co_campaign_n_slots(campaign); slot += 2)
        counts.n_fm1_days += is_fm1_day(campaign, co_campaign_slot_day(campaign, slot)) ? 1 : 0;
    return counts;
}

static char *answers_text(const Counts *counts)
{
    if (counts->n_establishments == 0)
        return g_strdup("0");
    g_autofree char *rate =
        co_wording_percent((double)counts->n_answered / counts->n_establishments);
    return g_strdup_printf("%d sur %d (%s)", counts->n_answered, counts->n_establishments, rate);
}

char *co_counts_summary(const CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    g_auto(Counts) counts = count(campaign);
    g_autofree char *answered =
        co_french_count(counts.n_answered, "établissement", "établissements");
    g_autofree char *rate =
        co_wording_percent((double)counts.n_answered / MAX(counts.n_establishments, 1));
    g_autofree char *people = co_french_count(counts.n_people, "personne", "personnes");
    g_autofree char *which = counts.n_planned < counts.n_people
                                 ? g_strdup_printf(", dont %d", counts.n_planned)
                                 : g_strdup("");
    return g_strdup_printf("%s sur %d %s répondu (%s), %s%s à former.", answered,
                           counts.n_establishments, counts.n_answered > 1 ? "ont" : "a", rate,
                           people, which);
}

static void show_field(const CoTerminal *terminal, const char *label, const char *text)
{
    if (*text == '\0')
        return;
    co_terminal_print(terminal, "  ");
    co_terminal_cell(terminal, CO_STYLE_FAINT, label, LABEL_WIDTH);
    co_terminal_wrapped(terminal, text, LABEL_WIDTH + 2, LABEL_WIDTH + 2);
}

static void append_count(GString *text, int n, const char *what)
{
    if (n != 0)
        g_string_append_printf(text, "%s%s %d", text->len > 0 ? ", " : "", what, n);
}

/* "" when none is reserved */
static char *seats_text(const Counts *counts)
{
    if (counts->n_reserved == 0)
        return g_strdup("");
    g_autofree char *seats =
        co_french_count(counts->n_reserved, "place réservée", "places réservées");
    return g_strdup_printf(", plus %s", seats);
}

char *co_counts_people(const CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, NULL);
    g_auto(Counts) counts = count(campaign);
    g_autofree char *people = co_french_count(counts.n_people, "personne", "personnes");
    g_autofree char *seats = seats_text(&counts);
    return g_strconcat(people, seats, NULL);
}

static void show_people(const CoTerminal *terminal, const CoCampaign *campaign,
                        const Counts *counts)
{
    g_autoptr(GString) people = g_string_new(NULL);
    g_string_append_printf(people, "%d", counts->n_people);
    append_count(people, counts->n_already_trained, "dont déjà formées");
    append_count(people, counts->n_without_path, "sans parcours");
    g_autofree char *seats = seats_text(counts);
    g_string_append(people, seats);
    show_field(terminal, "personnes", people->str);
    g_autoptr(GString) roles = g_string_new(NULL);
    for (int r = 0; r < campaign->n_roles; r++)
        append_count(roles, counts->of_role[r], campaign->roles[r].code);
    show_field(terminal, "  par fonction", roles->str);
    g_autoptr(GString) paths = g_string_new(NULL);
    for (int p = 0; p < campaign->n_paths; p++)
        append_count(paths, counts->of_path[p], campaign->paths[p].code);
    show_field(terminal, "  par parcours", paths->str);
    g_autoptr(GString) spheres = g_string_new(NULL);
    append_count(spheres, counts->n_ordering, "ordonnateur");
    append_count(spheres, counts->n_accounting, "comptable");
    show_field(terminal, "  par sphère", spheres->str);
}

static void show_means(const CoTerminal *terminal, const CoCampaign *campaign, const Counts *counts)
{
    g_autofree char *trainers =
        g_strdup_printf("%d, dont confirmés %d", campaign->n_trainers, counts->n_confirmed);
    g_autofree char *rooms = g_strdup_printf("%d, %d places", campaign->n_rooms, counts->n_seats);
    g_autofree char *days = g_strdup_printf("%d", counts->n_fm1_days);
    show_field(terminal, "formateurs", trainers);
    show_field(terminal, "salles", rooms);
    show_field(terminal, "jours FM1", days);
}

void co_counts_show(const CoTerminal *terminal, const CoCampaign *campaign)
{
    g_return_if_fail(terminal != NULL && campaign != NULL);
    g_auto(Counts) counts = count(campaign);
    const CoParameters *parameters = &campaign->parameters;
    co_terminal_styled(terminal, CO_STYLE_STRONG,
                       *parameters->name != '\0' ? parameters->name : "Campagne");
    co_terminal_print(terminal, "\n");
    g_autoptr(GString) academies = g_string_new(NULL);
    for (int a = 0; a < campaign->n_academies; a++)
        g_string_append_printf(academies, "%s%s", a > 0 ? ", " : "", campaign->academies[a].name);
    show_field(terminal, campaign->n_academies > 1 ? "académies" : "académie", academies->str);
    g_autofree char *first = co_wording_day_long(parameters->first_day);
    g_autofree char *last = co_wording_day_long(parameters->last_day);
    g_autofree char *period = g_strdup_printf("du %s au %s", first, last);
    show_field(terminal, "période", period);
    g_autofree char *establishments = g_strdup_printf("%d", counts.n_establishments);
    g_autofree char *answers = answers_text(&counts);
    show_field(terminal, "établissements", establishments);
    show_field(terminal, "réponses", answers);
    show_people(terminal, campaign, &counts);
    show_means(terminal, campaign, &counts);
}

static void write_people(CoJson *json, const CoCampaign *campaign, const Counts *counts)
{
    co_json_integer(json, "personnes", counts->n_people);
    co_json_integer(json, "a_former", counts->n_planned);
    co_json_integer(json, "deja_formees", counts->n_already_trained);
    co_json_integer(json, "sans_parcours", counts->n_without_path);
    co_json_integer(json, "places_reservees", counts->n_reserved);
    co_json_begin_object(json, "par_fonction");
    for (int r = 0; r < campaign->n_roles; r++)
        co_json_integer(json, campaign->roles[r].code, counts->of_role[r]);
    co_json_end(json);
    co_json_begin_object(json, "par_parcours");
    for (int p = 0; p < campaign->n_paths; p++)
        co_json_integer(json, campaign->paths[p].code, counts->of_path[p]);
    co_json_end(json);
    co_json_begin_object(json, "par_sphere");
    co_json_integer(json, "ordo", counts->n_ordering);
    co_json_integer(json, "compta", counts->n_accounting);
    co_json_end(json);
}

void co_counts_write(CoJson *json, const CoCampaign *campaign)
{
    g_return_if_fail(json != NULL && campaign != NULL);
    g_auto(Counts) counts = count(campaign);
    char first[CO_DAY_ISO_SIZE], last[CO_DAY_ISO_SIZE];
    co_json_begin_object(json, "campagne");
    co_json_text(json, "nom", campaign->parameters.name);
    co_json_text(json, "debut", co_day_to_iso(campaign->parameters.first_day, first));
    co_json_text(json, "fin", co_day_to_iso(campaign->parameters.last_day, last));
    co_json_begin_array(json, "academies");
    for (int a = 0; a < campaign->n_academies; a++)
        co_json_text(json, NULL, campaign->academies[a].name);
    co_json_end(json);
    co_json_integer(json, "etablissements", counts.n_establishments);
    co_json_integer(json, "etablissements_repondants", counts.n_answered);
    write_people(json, campaign, &counts);
    co_json_integer(json, "formateurs", campaign->n_trainers);
    co_json_integer(json, "formateurs_confirmes", counts.n_confirmed);
    co_json_integer(json, "salles", campaign->n_rooms);
    co_json_integer(json, "places", counts.n_seats);
    co_json_integer(json, "jours_fm1", counts.n_fm1_days);
    co_json_end(json);
}
