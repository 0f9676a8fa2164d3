/* SPDX-License-Identifier: GPL-3.0-or-later */
/* convocations.csv, read back by a small CSV reader of the test's own. */
#include <string.h>

#include "published.h"

/* Rows of cells; the first are the columns. */
typedef struct List {
    char *text;
    GPtrArray *rows; /* of GPtrArray of char * */
} List;

static void free_row(gpointer row)
{
    g_ptr_array_unref(row);
}

/* @return where the cell ends */
static const char *read_cell(const char *at, GString *cell)
{
    bool is_quoted = *at == '"';
    for (at += is_quoted ? 1 : 0; *at != '\0'; at++) {
        if (is_quoted && *at == '"') {
            if (at[1] != '"')
                return at + 1;
            at++;
        } else if (!is_quoted && (*at == ';' || *at == '\n')) {
            return at;
        }
        g_string_append_c(cell, *at);
    }
    return at;
}

static void read_rows(List *list)
{
    g_assert_true(g_str_has_prefix(list->text, "\xef\xbb\xbf"));
    GPtrArray *row = NULL;
    for (const char *at = list->text + 3; *at != '\0'; at++) {
        if (row == NULL) {
            row = g_ptr_array_new_with_free_func(g_free);
            g_ptr_array_add(list->rows, row);
        }
        g_autoptr(GString) cell = g_string_new(NULL);
        at = read_cell(at, cell);
        g_ptr_array_add(row, g_strdup(cell->str));
        if (*at == '\n')
            row = NULL;
    }
    g_assert_null(row);
}

static void list_init(List *list, CoSampleAmend amend)
{
    g_auto(CoPublished) published = {0};
    co_published_init(&published, amend);
    g_autofree char *path = g_build_filename(published.target, "convocations.csv", NULL);
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &list->text, NULL, &error);
    g_assert_no_error(error);
    list->rows = g_ptr_array_new_with_free_func(free_row);
    read_rows(list);
}

static void list_clear(List *list)
{
    g_free(list->text);
    g_ptr_array_unref(list->rows);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(List, list_clear)

static const char *cell_at(const List *list, guint row, guint column)
{
    const GPtrArray *cells = g_ptr_array_index(list->rows, row);
    g_assert_cmpuint(column, <, cells->len);
    return g_ptr_array_index(cells, column);
}

static guint column_of(const List *list, const char *name)
{
    const GPtrArray *columns = g_ptr_array_index(list->rows, 0);
    for (guint c = 0; c < columns->len; c++)
        if (strcmp(g_ptr_array_index(columns, c), name) == 0)
            return c;
    g_error("no column \"%s\"", name);
}

/* @return what a person's row about a module says; the row must exist */
static const char *cell_of(const List *list, const char *person, const char *module,
                           const char *column)
{
    guint person_column = column_of(list, "personne"), module_column = column_of(list, "module");
    for (guint r = 1; r < list->rows->len; r++)
        if (strcmp(cell_at(list, r, person_column), person) == 0 &&
            strcmp(cell_at(list, r, module_column), module) == 0)
            return cell_at(list, r, column_of(list, column));
    g_error("no row of %s for %s", person, module);
}

static void test_the_columns_are_those_of_the_manual(void)
{
    static const char columns[] =
        "personne;nom;prenom;courriel;fonctions;etablissement;uai;commune;repondant;academie;"
        "groupe;parcours;titre_parcours;module;titre_module;modalite;date;date_longue;debut;fin;"
        "horaires;lieu;salle;adresse;lien;formateurs;frais;cle_otp;habilitation;reference\n";
    g_auto(List) list = {0};
    list_init(&list, NULL);
    g_assert_true(g_str_has_prefix(list.text + 3, columns));
    const GPtrArray *head = g_ptr_array_index(list.rows, 0);
    for (guint r = 1; r < list.rows->len; r++) {
        const GPtrArray *row = g_ptr_array_index(list.rows, r);
        g_assert_cmpuint(row->len, ==, head->len);
    }
}

static void test_there_is_a_row_for_each_person_and_meeting(void)
{
    g_auto(List) list = {0};
    list_init(&list, NULL);
    /* One morning; three secretaries with two days, a class, a webinar and self-study; one class.
     */
    g_assert_cmpuint(list.rows->len, ==, 1 + 1 + 3 * 5 + 1);
    const char *const days[][2] = {{"SG-0", "2024-11-11"},
                                   {"SG-W", "2024-11-07"},
                                   {"SG-P1", "2024-11-13"},
                                   {"SG-P2", "2024-11-20"},
                                   {"SG-V1", "2024-11-25"}};
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++)
        g_assert_cmpstr(cell_of(&list, "P0002", days[i][0], "date"), ==, days[i][1]);
}

static void test_a_row_tells_who_is_called_from_where(void)
{
    static const char *const cells[][2] = {
        {"nom", "<Tag> & \"Fils\""},
        {"prenom", "Bruno"},
        {"courriel", "p2@ac-exemple.fr"},
        {"fonctions", "Secrétaire général d'EPLE"},
        {"etablissement", "Lycée des Ormes"},
        {"uai", "0800001A"},
        {"commune", "Clairval"},
        {"repondant", "0800001A"},
        {"academie", "Amiens"},
        {"reference", "Plan n° 3 / SG-01 / P0002"},
    };
    g_auto(List) list = {0};
    list_init(&list, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        g_assert_cmpstr(cell_of(&list, "P0002", "SG-P1", cells[i][0]), ==, cells[i][1]);
}

static void test_a_row_tells_when_where_and_with_whom(void)
{
    static const char *const cells[][2] = {
        {"groupe", "SG-01"},
        {"parcours", "SG"},
        {"titre_parcours", "Secrétaires généraux"},
        {"titre_module", "Budget et structure"},
        {"modalite", "présentiel"},
        {"date_longue", "mercredi 13 novembre 2024"},
        {"debut", "09:00"},
        {"fin", "16:30"},
        {"horaires", "09:00-12:00 et 13:30-16:30"},
        {"lieu", "Lycée des Tilleuls"},
        {"salle", "S1"},
        {"adresse", "3 rue du Moulin, 80100 Valmont"},
        {"lien", ""},
        {"formateurs", "Inès Premier, Inès Second"},
    };
    g_auto(List) list = {0};
    list_init(&list, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        g_assert_cmpstr(cell_of(&list, "P0002", "SG-P1", cells[i][0]), ==, cells[i][1]);
}

static void test_what_is_held_at_a_distance_has_a_link_and_no_place(void)
{
    g_auto(List) list = {0};
    list_init(&list, NULL);
    g_assert_cmpstr(cell_of(&list, "P0002", "SG-V1", "modalite"), ==, "classe virtuelle");
    g_assert_cmpstr(cell_of(&list, "P0002", "SG-V1", "lien"), ==, "https://visio.exemple.fr/sg");
    g_assert_cmpstr(cell_of(&list, "P0002", "SG-V1", "salle"), ==, "");
    g_assert_cmpstr(cell_of(&list, "P0002", "SG-V1", "frais"), ==, "non");
    g_assert_cmpstr(cell_of(&list, "P0005", "DIS-V1", "lien"), ==,
                    "lien envoyé par les formateurs");
}

static void test_webinars_and_self_study_are_told_apart_by_modality(void)
{
    g_auto(List) list = {0};
    list_init(&list, NULL);
    g_assert_cmpstr(cell_of(&list, "P0002", "SG-W", "modalite"), ==, "webinaire");
    g_assert_cmpstr(cell_of(&list, "P0002", "SG-W", "debut"), ==, "13:30");
    g_assert_cmpstr(cell_of(&list, "P0002", "SG-W", "formateurs"), ==, "");
    g_assert_cmpstr(cell_of(&list, "P0002", "SG-W", "groupe"), ==, "SG-01");
    g_assert_cmpstr(cell_of(&list, "P0002", "SG-0", "modalite"), ==, "autoformation");
    g_assert_cmpstr(cell_of(&list, "P0002", "SG-0", "horaires"), ==, "au plus tard");
    g_assert_cmpstr(cell_of(&list, "P0002", "SG-0", "debut"), ==, "");
    g_assert_cmpstr(cell_of(&list, "P0002", "SG-0", "fin"), ==, "");
}

static void forget_a_commune(CoSample *sample)
{
    sample->campaign->establishments[SAMPLE_SCHOOL_A].place.commune = "";
}

static void test_the_right_to_expenses_is_that_of_the_letter(void)
{
    g_auto(List) list = {0}, unknown = {0};
    list_init(&list, NULL);
    g_assert_cmpstr(cell_of(&list, "P0002", "SG-P1", "frais"), ==, "oui");
    g_assert_cmpstr(cell_of(&list, "P0004", "SG-P1", "frais"), ==, "non");
    list_init(&unknown, forget_a_commune);
    g_assert_cmpstr(cell_of(&unknown, "P0002", "SG-P1", "frais"), ==, "à confirmer");
}

static void test_token_and_access_are_told_where_fm1_is_practised(void)
{
    g_auto(List) list = {0};
    list_init(&list, NULL);
    g_assert_cmpstr(cell_of(&list, "P0002", "SG-P1", "cle_otp"), ==, "non");
    g_assert_cmpstr(cell_of(&list, "P0002", "SG-P1", "habilitation"), ==, "oui");
    g_assert_cmpstr(cell_of(&list, "P0004", "SG-P1", "cle_otp"), ==, "oui");
    g_assert_cmpstr(cell_of(&list, "P0004", "SG-P1", "habilitation"), ==, "à vérifier");
    g_assert_cmpstr(cell_of(&list, "P0002", "SG-V1", "cle_otp"), ==, "");
    g_assert_cmpstr(cell_of(&list, "P0001", "ORD-P1", "habilitation"), ==, "");
}

static void test_a_text_that_begins_like_a_formula_is_disarmed(void)
{
    g_auto(List) list = {0};
    list_init(&list, NULL);
    g_assert_cmpstr(cell_of(&list, "P0001", "ORD-P1", "nom"), ==, "'=Formule");
    g_assert_cmpstr(cell_of(&list, "P0003", "SG-P1", "nom"), ==, "'-Tiret");
    g_assert_cmpstr(cell_of(&list, "P0004", "SG-P1", "nom"), ==, "'@Ailleurs");
    g_assert_cmpstr(cell_of(&list, "P0003", "SG-V1", "titre_module"), ==,
                    "'=Préparation budgétaire");
    g_assert_cmpstr(cell_of(&list, "P0005", "DIS-V1", "nom"), ==, "Point;Virgule");
}

static void test_nobody_is_called_without_a_group_or_a_name(void)
{
    static const char *const absent[] = {"Sansgroupe", "Dejaforme", "P0006", "P0007", "P0008"};
    g_auto(List) list = {0};
    list_init(&list, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(absent); i++)
        g_assert_null(strstr(list.text, absent[i]));
}

static void add_academy(CoSample *sample)
{
    co_campaign_add_academy(sample->campaign)->name = "Lille";
    sample->campaign->establishments[SAMPLE_SCHOOL_A].academy_idx = 1;
}

static void test_rows_are_sorted_by_academy_establishment_name_and_date(void)
{
    static const char *const people[] = {"P0001", "P0002", "P0003", "P0004", "P0005"};
    static const char *const by_academy[] = {"P0004", "P0005", "P0001", "P0002", "P0003"};
    g_auto(List) list = {0}, two = {0};
    list_init(&list, NULL);
    list_init(&two, add_academy);
    const struct {
        const List *list;
        const char *const *wanted;
    } cases[] = {{&list, people}, {&two, by_academy}};
    for (size_t c = 0; c < G_N_ELEMENTS(cases); c++) {
        guint row = 1;
        for (size_t i = 0; i < G_N_ELEMENTS(people); i++) {
            g_assert_cmpstr(cell_at(cases[c].list, row, 0), ==, cases[c].wanted[i]);
            const char *last = "";
            for (; row < cases[c].list->rows->len &&
                   strcmp(cell_at(cases[c].list, row, 0), cases[c].wanted[i]) == 0;
                 row++) {
                const char *date = cell_at(cases[c].list, row, column_of(&list, "date"));
                g_assert_cmpstr(date, >=, last);
                last = date;
            }
        }
        g_assert_cmpuint(row, ==, cases[c].list->rows->len);
    }
    g_assert_cmpstr(cell_of(&two, "P0001", "ORD-P1", "academie"), ==, "Lille");
}

static void ask_for_an_arrangement(CoSample *sample)
{
    sample->campaign->people[SAMPLE_SECRETARY].needs_access = true;
}

static void test_no_unavailability_and_no_arrangement_is_told(void)
{
    static const char *const words[] = {"mardi", "ndisponib", "ménagement", "F1@", "F2@"};
    g_auto(List) list = {0};
    list_init(&list, ask_for_an_arrangement);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        g_assert_null(strstr(list.text, words[i]));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/call-list/columns", test_the_columns_are_those_of_the_manual);
    g_test_add_func("/call-list/rows", test_there_is_a_row_for_each_person_and_meeting);
    g_test_add_func("/call-list/who", test_a_row_tells_who_is_called_from_where);
    g_test_add_func("/call-list/when", test_a_row_tells_when_where_and_with_whom);
    g_test_add_func("/call-list/remote", test_what_is_held_at_a_distance_has_a_link_and_no_place);
    g_test_add_func("/call-list/modality", test_webinars_and_self_study_are_told_apart_by_modality);
    g_test_add_func("/call-list/expenses", test_the_right_to_expenses_is_that_of_the_letter);
    g_test_add_func("/call-list/access", test_token_and_access_are_told_where_fm1_is_practised);
    g_test_add_func("/call-list/formula", test_a_text_that_begins_like_a_formula_is_disarmed);
    g_test_add_func("/call-list/not-called", test_nobody_is_called_without_a_group_or_a_name);
    g_test_add_func("/call-list/order",
                    test_rows_are_sorted_by_academy_establishment_name_and_date);
    g_test_add_func("/call-list/privacy", test_no_unavailability_and_no_arrangement_is_told);
    return g_test_run();
}
