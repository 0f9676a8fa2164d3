/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bilan.html: what it says, what it never says, and that it is a sound page. */
#include <string.h>

#include "published.h"
#include "cohorte/wording.h"

/* @return (transfer full) the page of an amended sample, apostrophes in clear */
static char *page_of(CoSampleAmend amend)
{
    g_auto(CoPublished) test = {0};
    g_autoptr(GError) error = NULL;
    char *page = NULL;
    co_published_init(&test, amend);
    g_autofree char *path = g_build_filename(test.target, "bilan.html", NULL);
    g_file_get_contents(path, &page, NULL, &error);
    g_assert_no_error(error);
    g_auto(GStrv) parts = g_strsplit(page, "&apos;", -1);
    g_free(page);
    return g_strjoinv("'", parts);
}

static void assert_says(const char *page, const char *text)
{
    if (strstr(page, text) == NULL)
        g_error("the page lacks \"%s\"", text);
}

static void assert_silent(const char *page, const char *text)
{
    if (strstr(page, text) != NULL)
        g_error("the page holds \"%s\"", text);
}

/* ---- form ---- */

/* What is seen of a page while it is read. */
typedef struct Form {
    int n_titles, level; /* of headings */
    int n_tables, n_captions, n_pictures;
    GHashTable *ids;
    GPtrArray *links; /* ids that are pointed to */
} Form;

static const char *attribute(const char **names, const char **values, const char *name)
{
    for (int i = 0; names[i] != NULL; i++)
        if (g_str_equal(names[i], name))
            return values[i];
    return NULL;
}

static void see_heading(Form *form, const char *element)
{
    if (element[0] != 'h' || !g_ascii_isdigit(element[1]))
        return;
    int level = element[1] - '0';
    form->n_titles += level == 1;
    g_assert_cmpint(level, <=, form->level + 1);
    form->level = level;
}

static void see_references(Form *form, const char **names, const char **values)
{
    const char *id = attribute(names, values, "id"), *link = attribute(names, values, "href");
    const char *labels = attribute(names, values, "aria-labelledby");
    if (id != NULL)
        g_assert_true(g_hash_table_add(form->ids, g_strdup(id)));
    if (link != NULL) {
        g_assert_cmpint(*link, ==, '#');
        g_ptr_array_add(form->links, g_strdup(link + 1));
    }
    g_auto(GStrv) parts = g_strsplit(labels == NULL ? "" : labels, " ", -1);
    for (char **part = parts; *part != NULL; part++)
        g_ptr_array_add(form->links, g_strdup(*part));
}

static void see_element(GMarkupParseContext *context, const char *element, const char **names,
                        const char **values, gpointer data, GError **error)
{
    (void)context;
    (void)error;
    Form *form = data;
    see_heading(form, element);
    see_references(form, names, values);
    form->n_tables += g_str_equal(element, "table");
    form->n_captions += g_str_equal(element, "caption");
    if (g_str_equal(element, "th"))
        g_assert_nonnull(attribute(names, values, "scope"));
    if (g_str_equal(element, "svg") && attribute(names, values, "role") != NULL) {
        form->n_pictures++;
        g_assert_nonnull(attribute(names, values, "aria-labelledby"));
    }
    g_assert_false(g_str_equal(element, "script") || g_str_equal(element, "link"));
    for (int i = 0; names[i] != NULL; i++)
        g_assert_false(g_str_has_prefix(names[i], "on") || g_str_equal(names[i], "src") ||
                       g_str_equal(names[i], "style"));
}

static void form_clear(Form *form)
{
    g_hash_table_unref(form->ids);
    g_ptr_array_unref(form->links);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Form, form_clear)

/* Reads a page as XML, which it is too. */
static void read_form(Form *form, const char *page)
{
    static const GMarkupParser parser = {.start_element = see_element};
    g_autoptr(GError) error = NULL;
    form->ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    form->links = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, form, NULL);
    g_assert_true(g_str_has_prefix(page, "<!DOCTYPE html>\n<html lang=\"fr\">"));
    g_markup_parse_context_parse(context, strchr(page, '\n') + 1, -1, &error);
    g_assert_no_error(error);
    g_markup_parse_context_end_parse(context, &error);
    g_assert_no_error(error);
}

static void assert_sound(const char *page)
{
    g_auto(Form) form = {0};
    read_form(&form, page);
    g_assert_cmpint(form.n_titles, ==, 1);
    g_assert_cmpint(form.n_captions, ==, form.n_tables);
    for (guint i = 0; i < form.links->len; i++)
        g_assert_true(g_hash_table_contains(form.ids, g_ptr_array_index(form.links, i)));
    assert_silent(page, "http:");
    assert_silent(page, "https:");
    assert_silent(page, "(null)");
}

static void test_the_page_is_sound_and_needs_nothing_else(void)
{
    g_autofree char *page = page_of(NULL);
    assert_sound(page);
}

static void test_names_are_escaped(void)
{
    g_autofree char *page = page_of(NULL);
    assert_says(page, "Op@le vague 8 &amp; essais");
    assert_silent(page, "<Tag>");
}

/* ---- what is proven ---- */

static void prove_nothing(CoSample *sample)
{
    sample->plan->tiers[0] = (CoTier){1, false, 0, false};
    sample->plan->tiers[1] = (CoTier){300000, true, 299000, false};
    sample->plan->stage1 = (CoTier){800000, false, 0, false};
}

static void test_a_gap_that_is_not_proven_is_never_printed(void)
{
    g_autofree char *page = page_of(prove_nothing);
    assert_silent(page, "0,33\xc2\xa0%");
    assert_silent(page, "c'est prouvé");
    assert_says(page, "n'est pas prouvé");
}

static void test_a_proven_gap_says_how_much_could_be_saved(void)
{
    g_autofree char *page = page_of(NULL);
    assert_says(page, "0,33\xc2\xa0%");
    assert_says(page, "10,00\xc2\xa0€ de moins");
}

static void prove_a_hair(CoSample *sample)
{
    sample->plan->tiers[1] = (CoTier){300000, true, 299999, true};
}

static void test_a_gap_too_small_to_print_is_not_said_to_be_none(void)
{
    g_autofree char *page = page_of(prove_a_hair);
    assert_silent(page, "0,00\xc2\xa0%");
    assert_says(page, "moins de 0,01\xc2\xa0%");
}

static void prove_the_best(CoSample *sample)
{
    sample->plan->tiers[0] = (CoTier){0, true, 0, true};
    sample->plan->tiers[1] = (CoTier){300000, true, 300000, true};
    sample->plan->stage1 = sample->plan->tiers[1];
    sample->plan->quality = CO_QUALITY_OPTIMAL;
    sample->plan->version = 1;
}

static void spend_on_comfort(CoSample *sample)
{
    prove_the_best(sample);
    sample->plan->tiers[1] = (CoTier){301000, true, 300000, true};
}

static void test_what_comfort_spent_stands_apart_from_the_optimum(void)
{
    g_autofree char *best = page_of(prove_the_best);
    assert_says(best, "Plan optimal, c'est prouvé : aucun");
    assert_silent(best, "Coût avant confort");
    g_autofree char *spent = page_of(spend_on_comfort);
    assert_says(spent, "avant que le confort ne dépense 10,00\xc2\xa0€");
    assert_says(spent, "Coût avant confort");
}

static void test_a_first_plan_is_compared_to_any_other_and_a_new_one_to_those_as_stable(void)
{
    static const char stable[] = "ne change pas plus le plan publié";
    g_autofree char *first = page_of(prove_the_best);
    g_autofree char *third = page_of(NULL);
    assert_silent(first, stable);
    assert_says(third, stable);
}

static void find_nothing(CoSample *sample)
{
    CoPlan *plan = sample->plan;
    for (int g = 0; g < plan->n_groups; g++) {
        g_free(plan->groups[g].code);
        g_free(plan->groups[g].members);
        g_free(plan->groups[g].meetings);
    }
    plan->n_groups = 0;
    plan->quality = CO_QUALITY_NOTHING;
    plan->tiers[1] = (CoTier){0, false, 0, false};
}

static void test_a_plan_without_groups_is_a_page_too(void)
{
    g_autofree char *page = page_of(find_nothing);
    assert_sound(page);
    assert_says(page, "Aucun plan trouvé");
    assert_says(page, "Aucune séance");
}

/* ---- weeks, groups, persons ---- */

static void test_each_meeting_stands_in_its_week_with_its_letters(void)
{
    g_autofree char *page = page_of(NULL);
    assert_says(page, "Semaine 46 <small>11–15 nov.</small>");
    assert_says(page, "<div class=\"m p1\"><b>mer. 13</b> journée<span>SG-P1</span></div>");
    assert_says(page, "<div class=\"m p1 d\"><b>lun. 25</b> après-midi<span>SG-V1, à distance");
    assert_says(page, "<b>jusqu'au lun. 11</b>");
    assert_says(page, "Pont local : ven. 8");
    assert_says(page, "Vote du budget (SG : à éviter)");
    assert_says(page, "FM1 ouverte, 2 groupes à la fois");
}

static void close_a_week(CoSample *sample)
{
    CoClosure *closure = &sample->campaign->closures[0];
    closure->first_day = co_day_parse("2024-11-18");
    closure->last_day = co_day_parse("2024-11-24");
}

static void test_a_week_closed_every_day_is_shaded(void)
{
    g_autofree char *open = page_of(NULL);
    g_autofree char *closed = page_of(close_a_week);
    assert_silent(open, "<td class=\"fbdbdbd\"></td>");
    assert_says(closed, "<td class=\"fbdbdbd\"></td>");
}

static void test_a_group_says_size_place_and_dates(void)
{
    g_autofree char *page = page_of(NULL);
    assert_says(page, "<th scope=\"row\">SG-01</th><td>SG – Secrétaires généraux</td>"
                      "<td class=\"n\">4</td><td class=\"n\">12</td><td class=\"n\">12</td>"
                      "<td>S1, Lycée des Tilleuls</td><td>Inès Premier, Inès Second</td>"
                      "<td>mer. 13 nov., journée (SG-P1)<br/>");
}

static void test_who_is_not_placed_is_named_with_reason_and_remedy(void)
{
    g_autofree char *page = page_of(NULL);
    assert_says(page, "<th scope=\"row\">Fanny Sansgroupe</th><td>Collège du Pré, VALMONT "
                      "(0800002B)</td><td>SG</td><td>SG</td><td>le service de gestion serait vidé");
    assert_says(page, "accepter un absent de plus");
}

static void test_anomalies_are_those_of_the_list(void)
{
    g_autofree char *page = page_of(NULL);
    assert_says(page, "Collège muet");
    assert_says(page, "<summary>");
}

/* ---- privacy ---- */

/* Away on a day on which nothing is held. */
static void know_by_email_only(CoSample *sample)
{
    static CoSpan away = {.halves = CO_HALF_BOTH};
    CoPerson *person = &sample->campaign->people[SAMPLE_UNPLACED];
    away.first_day = away.last_day = co_day_parse("2024-11-27");
    person->n_spans = 1;
    person->spans = &away;
    person->last_name = person->first_name = "";
}

static void test_no_address_and_no_unavailability_shows(void)
{
    static const char *const words[] = {"@ac-exemple.fr", "mardi", "mer. 27", "27 nov"};
    g_autofree char *page = page_of(know_by_email_only);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        assert_silent(page, words[i]);
    assert_says(page, "seul courriel (P0006)");
}

static void test_who_has_a_place_is_not_named(void)
{
    g_autofree char *page = page_of(NULL);
    assert_silent(page, "Bruno");
    assert_silent(page, "Ailleurs");
    assert_silent(page, "Denis");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/overview/form/sound", test_the_page_is_sound_and_needs_nothing_else);
    g_test_add_func("/overview/form/escaped", test_names_are_escaped);
    g_test_add_func("/overview/proof/none", test_a_gap_that_is_not_proven_is_never_printed);
    g_test_add_func("/overview/proof/gap", test_a_proven_gap_says_how_much_could_be_saved);
    g_test_add_func("/overview/proof/hair", test_a_gap_too_small_to_print_is_not_said_to_be_none);
    g_test_add_func("/overview/proof/comfort",
                    test_what_comfort_spent_stands_apart_from_the_optimum);
    g_test_add_func("/overview/proof/replan",
                    test_a_first_plan_is_compared_to_any_other_and_a_new_one_to_those_as_stable);
    g_test_add_func("/overview/nothing", test_a_plan_without_groups_is_a_page_too);
    g_test_add_func("/overview/weeks/meetings",
                    test_each_meeting_stands_in_its_week_with_its_letters);
    g_test_add_func("/overview/weeks/closed", test_a_week_closed_every_day_is_shaded);
    g_test_add_func("/overview/groups", test_a_group_says_size_place_and_dates);
    g_test_add_func("/overview/unplaced", test_who_is_not_placed_is_named_with_reason_and_remedy);
    g_test_add_func("/overview/anomalies", test_anomalies_are_those_of_the_list);
    g_test_add_func("/overview/privacy/address", test_no_address_and_no_unavailability_shows);
    g_test_add_func("/overview/privacy/placed", test_who_has_a_place_is_not_named);
    return g_test_run();
}
