/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head's page. Two tables lie on one grid of columns, so that both fill the paper. */
#include "school_book.h"

#include "outputs/words/names.h"
#include "outputs/kit/table.h"
#include "school_absences.h"
#include "cohorte/wording.h"

static const int grid_px[] = {104, 70, 16, 50, 84, 150, 238, 66, 66, 218};
#define N_GRID ((int)G_N_ELEMENTS(grid_px))
#define BOX_HEIGHT_PX 32
#define ROWS_KEPT_TOGETHER 3

static const CoColumn people_columns[] = {
    {"Nom et prénom", CO_STYLE_CELL_STRONG, 0, 0, 2},
    {"Fonction", CO_STYLE_CELL_CENTER, 0, 0, 2},
    {"Groupe", CO_STYLE_CELL_CENTER, 0, 0, 1},
    {"Parcours ou situation", CO_STYLE_CELL, 0, 0, 1},
    {"Absences, en présentiel", CO_STYLE_CELL, 0, 0, 1}, /* or why there is no group */
    {"Lieu", CO_STYLE_CELL, 0, 0, 2},
    {"À distance", CO_STYLE_CELL, 0, 0, 1},
};

static const CoColumn absence_columns[] = {
    {"Date", CO_STYLE_CELL_DAY, 0, 0, 1},
    {"Demi-journée", CO_STYLE_CELL_CENTER, 0, 0, 2},
    {"Absents de l'établissement", CO_STYLE_CELL, 0, 0, 3},
    {"En formation à distance", CO_STYLE_CELL, 0, 0, 1},
    {"Service : absents", CO_STYLE_CELL_NUMBER, 0, 0, 1},
    {"Service : restent", CO_STYLE_CELL_CENTER, 0, 0, 1},
    {"Continuité", CO_STYLE_CELL_STRONG, 0, 0, 1},
};

static const CoEstablishment *school_of(const CoSchoolBook *book)
{
    return &book->context->campaign->establishments[book->establishment_idx];
}

static bool is_mode(const CoCampaign *campaign, const CoEntry *entry, bool in_person)
{
    CoMode mode = co_agenda_mode(campaign, entry);
    return mode != CO_MODE_SELF_STUDY && (mode == CO_MODE_IN_PERSON) == in_person;
}

/* Blanks that do not break: a date stays on one line. */
static char *unbroken(char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    g_free(text);
    return g_strjoinv("\xc2\xa0", words);
}

/* "lun. 18 nov., ven. 22 nov. ap.-m." */
static char *dates_of(const CoCampaign *campaign, const CoAgenda *agenda, bool in_person)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < agenda->n_entries; i++) {
        const CoEntry *entry = &agenda->entries[i];
        if (entry->day == CO_DAY_NONE || !is_mode(campaign, entry, in_person))
            continue;
        g_autofree char *day = unbroken(co_wording_day_short(entry->day));
        g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", day);
        if (entry->halves != CO_HALF_BOTH)
            g_string_append_printf(text, "\xc2\xa0%s",
                                   entry->halves == CO_HALF_AM ? "matin" : "ap.-m.");
    }
    return g_string_free(text, FALSE);
}

static void add_placed(CoTable *table, const CoSchoolBook *book, int group_idx)
{
    const CoCampaign *campaign = book->context->campaign;
    const CoGroup *group = &book->context->plan->groups[group_idx];
    g_autoptr(CoAgenda) agenda = co_agenda_of_group(campaign, book->context->plan, group_idx);
    co_table_add_text(table, group->code);
    co_table_take_text(table, co_name_path(campaign, group->path_idx));
    co_table_take_text(table, dates_of(campaign, agenda, true));
    if (group->room_idx < 0)
        co_table_add_text(table, "à distance");
    else
        co_table_take_text(table, g_strdup_printf("%s, %s", campaign->rooms[group->room_idx].code,
                                                  campaign->rooms[group->room_idx].place.commune));
    co_table_take_text(table, dates_of(campaign, agenda, false));
}

static const CoUnplaced *unplaced_of(const CoPlan *plan, int person_idx)
{
    for (int i = 0; i < plan->n_unplaced; i++)
        if (plan->unplaced[i].person_idx == person_idx)
            return &plan->unplaced[i];
    return NULL;
}

/* When people are not free, and whether they need an accessible room, they told the EAFC alone. */
static bool is_private(CoRule rule)
{
    return rule == CO_R03 || rule == CO_R18;
}

/* The main rule alone: the others are for planners, not for heads. */
static char *reason_of(const CoSchoolBook *book, const CoUnplaced *unplaced)
{
    if (unplaced == NULL)
        return g_strdup("");
    if (is_private(unplaced->main_rule))
        return g_strdup("aucun groupe ne convient à ce jour");
    CoUnplaced main_one = *unplaced;
    main_one.rules = CO_RULE_BIT(unplaced->main_rule);
    return co_wording_unplaced_reason(book->context->campaign, book->context->plan, &main_one);
}

/* Somebody without a group: what they are, and why, in the wider column beside. */
static void add_without_group(CoTable *table, const CoSchoolBook *book, int person_idx)
{
    const CoCampaign *campaign = book->context->campaign;
    const CoUnplaced *unplaced = unplaced_of(book->context->plan, person_idx);
    const char *situation =
        unplaced != NULL ? "sans groupe à ce jour" : "sans parcours de formation";
    g_autofree char *reason = reason_of(book, unplaced);
    co_table_add_text(table, "–");
    co_table_add_text(table,
                      campaign->people[person_idx].already_trained ? "déjà formé" : situation);
    co_table_add_text(table, reason);
    co_table_add_text(table, "");
    co_table_add_text(table, "");
}

/* A reserved seat says what is expected of the head; a head-count already does. */
static char *name_of(const CoCampaign *campaign, int person_idx)
{
    g_autofree char *name = co_name_person(campaign, person_idx);
    return g_strconcat(name, campaign->people[person_idx].reserved ? ", à nommer" : "", NULL);
}

static void add_person(CoTable *table, const CoSchoolBook *book, int person_idx)
{
    const CoCampaign *campaign = book->context->campaign;
    int group_idx = book->group_of_person[person_idx];
    if (group_idx < 0 && !campaign->people[person_idx].already_trained)
        co_table_fill_row(table, CO_FILL_AVOID);
    co_table_take_text(table, name_of(campaign, person_idx));
    co_table_take_text(table, co_name_role_codes(campaign, &campaign->people[person_idx]));
    if (group_idx >= 0)
        add_placed(table, book, group_idx);
    else
        add_without_group(table, book, person_idx);
}

/* @return the words on who stays, static; "" when nothing needs attention */
static const char *continuity_words(const CoAbsence *absence, int staff)
{
    if (absence->heads_away)
        return "ATTENTION : direction et secrétariat général absents ensemble";
    if (absence->n_service_away == 0)
        return "";
    if (staff < 0)
        return "effectif du service non communiqué";
    int n_left = staff - absence->n_service_away;
    if (n_left <= 0)
        return "ATTENTION : service fermé, prévoir une permanence";
    return n_left == 1 ? "une seule personne reste" : "";
}

static uint32_t continuity_fill(const char *words)
{
    if (*words == '\0')
        return 0;
    return g_str_has_prefix(words, "ATTENTION") ? CO_FILL_FORBIDDEN : CO_FILL_AVOID;
}

static void add_absence(CoTable *table, const CoAbsence *absence, int staff)
{
    const char *words = continuity_words(absence, staff);
    co_table_fill_row(table, continuity_fill(words));
    co_table_add_day(table, absence->day);
    co_table_add_text(table, co_wording_halves(absence->halves));
    co_table_add_text(table, absence->away);
    co_table_add_text(table, absence->remote);
    co_table_add_number(table, absence->n_service_away);
    if (staff < 0)
        co_table_add_text(table, "?");
    else
        co_table_add_number(table, MAX(staff - absence->n_service_away, 0));
    co_table_add_text(table, words);
}

static int write_across(CoPage *page, int row, const char *text, CoStyle style)
{
    co_page_area(page, (CoArea){row, 0, 1, N_GRID}, text, (CoLook){.style = style});
    if (style == CO_STYLE_NOTICE || style == CO_STYLE_WARNING)
        co_page_raise_row(page, row, BOX_HEIGHT_PX);
    return row + 1;
}

static int write_facts(const CoSchoolBook *book, CoPage *page, int row)
{
    const CoEstablishment *school = school_of(book);
    g_autofree char *name = co_name_establishment(book->context->campaign, book->establishment_idx);
    g_autofree char *where =
        g_strdup_printf("%s%s%s (UAI %s)", name, *school->place.commune != '\0' ? ", " : "",
                        school->place.commune, school->uai);
    g_autofree char *staff = school->staff < 0
                                 ? g_strdup("non communiqué")
                                 : co_name_count(school->staff, "personne", "personnes");
    const CoArea line = {row, 0, 1, N_GRID};
    row = co_heading_fact(page, line, "Établissement", where);
    return co_heading_fact(page, (CoArea){row, 0, 1, N_GRID}, "Service de gestion", staff);
}

/* How the people of the establishment stand. */
typedef struct Tally {
    int n_called;
    int n_reserved, n_unnamed; /* in a group, to be named before any letter */
    int n_waiting, n_reserved_waiting;
} Tally;

static Tally count_people(const CoSchoolBook *book)
{
    Tally tally = {0};
    for (int i = 0; i < book->n_people; i++) {
        int person_idx = book->people[i];
        bool is_reserved = book->context->campaign->people[person_idx].reserved;
        if (co_school_calls(book, person_idx))
            tally.n_called++;
        else if (book->group_of_person[person_idx] >= 0)
            *(is_reserved ? &tally.n_reserved : &tally.n_unnamed) += 1;
        else if (unplaced_of(book->context->plan, person_idx) != NULL)
            *(is_reserved ? &tally.n_reserved_waiting : &tally.n_waiting) += 1;
    }
    return tally;
}

static int write_missing_answer(const CoSchoolBook *book, CoPage *page, int row)
{
    if (school_of(book)->answered)
        return row;
    const char *rest = book->n_people > 0
                           ? " Des places sont réservées sans nom : indiquez qui les occupera."
                           : " Personne n'est convoqué.";
    g_autofree char *text = g_strconcat(
        "RÉPONSE MANQUANTE : l'établissement n'a pas répondu au recensement des besoins de "
        "formation. Répondez sans délai à l'EAFC.",
        rest, NULL);
    return write_across(page, row, text, CO_STYLE_WARNING);
}

static char *lowest_words(const GArray *absences, int staff)
{
    const CoAbsence *lowest = NULL;
    for (guint i = 0; i < absences->len; i++) {
        const CoAbsence *absence = &g_array_index(absences, CoAbsence, i);
        if (absence->n_service_away > 0 &&
            (lowest == NULL || absence->n_service_away > lowest->n_service_away))
            lowest = absence;
    }
    if (lowest == NULL || staff < 0)
        return g_strdup("");
    g_autofree char *day = co_wording_day_long(lowest->day);
    return g_strdup_printf(" Au plus bas, %d %s sur %d au service de gestion (%s, %s).",
                           MAX(staff - lowest->n_service_away, 0),
                           staff - lowest->n_service_away >= 2 ? "personnes restent"
                                                               : "personne reste",
                           staff, day, co_wording_halves(lowest->halves));
}

static void append_count(GString *text, int n, const char *singular, const char *plural)
{
    if (n == 0)
        return;
    g_autofree char *words = co_name_count(n, singular, plural);
    g_string_append(text, words);
}

/* "2 personnes sont convoquées ; 1 place est réservée, à nommer." and who has no group. */
static void append_tally(GString *text, const Tally *tally)
{
    if (tally->n_called == 0)
        g_string_append(text, "Personne n'est convoqué");
    append_count(text, tally->n_called, "personne est convoquée", "personnes sont convoquées");
    if (tally->n_reserved > 0)
        g_string_append(text, " ; ");
    append_count(text, tally->n_reserved, "place est réservée, à nommer",
                 "places sont réservées, à nommer");
    if (tally->n_unnamed > 0)
        g_string_append(text, " ; ");
    append_count(text, tally->n_unnamed, "personne a un groupe et reste à nommer",
                 "personnes ont un groupe et restent à nommer");
    g_string_append_c(text, '.');
    if (tally->n_waiting > 0)
        g_string_append_c(text, ' ');
    append_count(text, tally->n_waiting, "personne n'a pas de groupe à ce jour.",
                 "personnes n'ont pas de groupe à ce jour.");
    if (tally->n_reserved_waiting > 0)
        g_string_append_c(text, ' ');
    append_count(text, tally->n_reserved_waiting, "place réservée n'a pas de groupe à ce jour.",
                 "places réservées n'ont pas de groupe à ce jour.");
}

static int write_summary(const CoSchoolBook *book, CoPage *page, int row, const GArray *absences)
{
    if (book->n_people == 0)
        return row;
    const Tally tally = count_people(book);
    g_autofree char *lowest = lowest_words(absences, school_of(book)->staff);
    g_autoptr(GString) text = g_string_new(NULL);
    append_tally(text, &tally);
    g_string_append(text, lowest);
    if (tally.n_called > 0)
        g_string_append(text, " Remettez à chacun sa convocation, onglet « Convocations ».");
    if (tally.n_reserved + tally.n_unnamed > 0)
        g_string_append(text, " Sans nom, pas de convocation : donnez les noms à l'EAFC.");
    return write_across(page, row, text->str, CO_STYLE_NOTICE);
}

static int write_people(const CoSchoolBook *book, CoPage *page, int row)
{
    if (book->n_people == 0)
        return row;
    g_autoptr(CoTable) table = co_table_new(people_columns, G_N_ELEMENTS(people_columns));
    for (int i = 0; i < book->n_people; i++)
        add_person(table, book, book->people[i]);
    row = write_across(page, row, "Personnels à former", CO_STYLE_SECTION);
    return co_table_write(table, page, row);
}

static void write_absences(const CoSchoolBook *book, CoPage *page, int row, const GArray *absences)
{
    if (absences->len == 0)
        return;
    g_autoptr(CoTable) table = co_table_new(absence_columns, G_N_ELEMENTS(absence_columns));
    for (guint i = 0; i < absences->len; i++)
        add_absence(table, &g_array_index(absences, CoAbsence, i), school_of(book)->staff);
    int first = row;
    row = write_across(page, row, "Qui est absent, quand", CO_STYLE_SECTION);
    int end = co_table_write(table, page, row);
    co_page_repeat_rows(page, row, 1);
    /* The heading is not left alone at the foot of a paper, nor the table cut when it need not be.
     */
    if (!co_page_keep_rows(page, first, end - first))
        co_page_keep_rows(page, first, 2 + ROWS_KEPT_TOGETHER);
}

static int write_role_key(const CoSchoolBook *book, CoPage *page, int row)
{
    const CoCampaign *campaign = book->context->campaign;
    g_autofree bool *is_used = g_new0(bool, (gsize)campaign->n_roles);
    for (int i = 0; i < book->n_people; i++) {
        const CoPerson *person = &campaign->people[book->people[i]];
        for (int r = 0; r < person->n_roles; r++)
            is_used[person->role_idx[r]] = true;
    }
    g_autofree char *key = co_name_role_key(campaign, is_used);
    return *key == '\0' ? row : write_across(page, row, key, CO_STYLE_SMALL) + 1;
}

void co_school_notice(const CoSchoolBook *book)
{
    g_return_if_fail(book != NULL);
    const CoPageSetup setup = {"Absences", book->heading->footer, true};
    CoPage *page = co_page_new(book->book, &setup);
    g_autoptr(GArray) absences = co_school_absences(book);
    co_page_set_widths(page, grid_px, N_GRID);
    int row = co_heading_draw(book->heading, page, N_GRID, NULL);
    row = write_facts(book, page, row);
    co_page_raise_row(page, row, 6);
    row = write_missing_answer(book, page, row + 1);
    row = write_summary(book, page, row, absences);
    row = write_people(book, page, row + 1);
    row = write_role_key(book, page, row);
    write_absences(book, page, row, absences);
}
