/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bilan.html: what it says, what it never says, and that it is a sound page. */
#include <string.h>

#include "outputs/kit/html.h"
#include "outputs/overview/map_labels.h"
#include "outputs/overview/overview.h"
#include "published.h"

/* @param wanted  by those who read of the whole campaign, NULL = yes
 * @return (transfer full) the page alone of a sample, NULL when there is none */
static char *page_of_sample(const CoSample *sample, const bool *wanted)
{
    static const CoDeliveryKind kind = {.manifest = CO_MANIFEST_NAME};
    g_autoptr(GError) error = NULL;
    char *folder = co_sample_folder(), *page = NULL;
    g_autofree char *target = g_build_filename(folder, "documents", NULL);
    g_autofree char *path = g_build_filename(target, "bilan.html", NULL);
    g_autoptr(CoDelivery) delivery = co_delivery_new(target, &kind, &error);
    g_autoptr(CoTexts) texts = co_texts_load(NULL, &error);
    g_auto(CoPublication) publication = {0};
    co_publication_init(&publication, &sample->context, texts, delivery);
    publication.wanted[CO_READER_EAFC] = wanted;
    g_assert_true(co_overview_publish(&publication, &error));
    g_assert_true(co_delivery_commit(delivery, &error));
    g_file_get_contents(path, &page, NULL, NULL);
    co_sample_remove_folder(folder);
    return page;
}

/* @return (transfer full) the page of an amended sample, apostrophes and blanks before
 * signs as one types them */
static char *page_of(CoSampleAmend amend)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    if (amend != NULL)
        amend(&sample);
    g_autofree char *page = page_of_sample(&sample, NULL);
    g_autoptr(GString) typed = g_string_new(page);
    g_string_replace(typed, "&apos;", "'", 0);
    g_string_replace(typed, "\xc2\xa0:", " :", 0);
    g_string_replace(typed, "\xc2\xa0;", " ;", 0);
    return g_strdup(typed->str);
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

/* NOLINTNEXTLINE(readability-function-size): the parameters are those of GMarkup */
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

static void test_a_publication_holds_the_page_for_the_planner(void)
{
    g_auto(CoPublished) test = {0};
    g_autofree char *manifest = NULL, *page = NULL;
    co_published_init(&test, NULL);
    g_autofree char *list = g_build_filename(test.target, "MANIFESTE.csv", NULL);
    g_autofree char *path = g_build_filename(test.target, "bilan.html", NULL);
    g_assert_true(g_file_get_contents(list, &manifest, NULL, NULL));
    g_assert_true(g_file_get_contents(path, &page, NULL, NULL));
    assert_says(manifest, "\nbilan.html;EAFC, planificateur;");
    assert_sound(page);
}

static void test_no_line_begins_with_a_colon(void)
{
    g_autoptr(GString) page = g_string_new(NULL);
    co_html_text(page, "a : b ; c ?\001 « d »: 12:30");
    g_assert_cmpstr(page->str, ==, "a\xc2\xa0: b\xc2\xa0; c\xc2\xa0?  « d\xc2\xa0»: 12:30");
}

static void test_every_section_is_in_the_summary(void)
{
    g_autofree char *page = page_of(NULL);
    for (const char *at = strstr(page, "<h2 id=\""); at != NULL; at = strstr(at + 1, "<h2 id=\"")) {
        const char *id = at + strlen("<h2 id=\"");
        g_autofree char *link = g_strdup_printf("<a href=\"#%.*s\">", (int)strcspn(id, "\""), id);
        assert_says(page, link);
    }
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
    assert_silent(open, "<td class=\"fcdcdcd\"></td>");
    assert_says(closed, "<td class=\"fbdbdbd\"></td>");
}

static void test_a_group_says_size_place_and_dates(void)
{
    g_autofree char *page = page_of(NULL);
    assert_says(page, "<th scope=\"row\">SG-01</th><td>SG – Secrétaires généraux</td>"
                      "<td class=\"n\">4</td><td class=\"n\">12</td><td class=\"n\">12</td>"
                      "<td>S1, Lycée des Tilleuls</td><td>Inès Premier, Inès Second</td>"
                      "<td class=\"dates\"><span>mer. 13 nov. journée SG-P1</span> ; ");
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

/* ---- places and trips ---- */

static void locate(CoPlace *place, double latitude, double longitude)
{
    place->located = true;
    place->latitude = latitude;
    place->longitude = longitude;
}

/* The first school and the rooms: a quarter of a degree apart from north to south. */
static void locate_some(CoSample *sample)
{
    CoCampaign *campaign = sample->campaign;
    locate(&campaign->establishments[SAMPLE_SCHOOL_A].place, 50.15, 2.3);
    locate(&campaign->establishments[SAMPLE_SCHOOL_B].place, 49.9, 2.3);
    for (int r = 0; r < campaign->n_rooms; r++)
        locate(&campaign->rooms[r].place, 49.9, 2.3);
}

static void test_the_map_draws_who_goes_where(void)
{
    g_autofree char *page = page_of(locate_some);
    assert_sound(page);
    assert_says(page,
                "<svg class=\"map\" role=\"img\" aria-labelledby=\"carte0-titre carte0-texte\"");
    assert_says(page, "Lycée des Ormes, Clairval : 3 personnes</title>");
    assert_says(page, "Collège du Pré, VALMONT : 3 personnes, dont 1 sans place</title>");
    assert_says(page, ">S1 Valmont</text>");
    assert_says(page, " km</text>");
    /* One line, from the north to the site; who works at the site draws none. */
    const char *end = strstr(page, "</svg>");
    const char *line = strstr(page, "<line x1=\"500.0\" y1=\"56.0\" x2=\"500.0\" y2=\"724.0\"");
    g_assert_true(line != NULL && line < end);
    g_assert_null(g_strstr_len(line + 10, end - line - 10, "<line x1"));
}

static void test_the_table_of_trips_says_the_same_as_the_map(void)
{
    g_autofree char *page = page_of(locate_some);
    /* One morning for the head, two days for each of two others: 27.8 km x 1.3 = 36 km one way. */
    assert_says(page, "<th scope=\"row\">Lycée des Ormes</th><td>Clairval</td><td>S1 Valmont</td>"
                      "<td class=\"n\">3</td><td class=\"n\">5</td><td class=\"n\">36</td>"
                      "<td class=\"n\">360</td>");
    assert_says(page, "<th scope=\"row\">Collège du Pré</th><td>VALMONT</td><td>S1 Valmont</td>"
                      "<td class=\"n\">1</td><td class=\"n\">2</td><td class=\"n\">0</td>");
    assert_says(page, "<td class=\"n\">inconnu</td>");
}

static void test_places_without_coordinates_are_listed(void)
{
    g_autofree char *some = page_of(locate_some);
    g_autofree char *none = page_of(NULL);
    assert_says(some, "0 km, sauf distance donnée) : Collège des Saules</p>");
    assert_silent(some, "Pas de carte");
    assert_says(none, "Pas de carte");
    assert_says(none,
                "S1 Lycée des Tilleuls ; Lycée des Ormes ; Collège du Pré ; Collège des Saules");
    assert_silent(none, "<svg class=\"map\"");
}

static void add_academy(CoSample *sample)
{
    locate_some(sample);
    co_campaign_add_academy(sample->campaign)->name = "Lille";
    sample->campaign->establishments[SAMPLE_SCHOOL_A].academy_idx = 1;
    sample->campaign->closures[1].academy_idx = 1;
    sample->campaign->closures[1].first_day = co_day_parse("2024-11-15");
    sample->campaign->closures[1].last_day = co_day_parse("2024-11-15");
    sample->plan->groups[SAMPLE_ORD_01].academy_idx = 1;
}

static void test_each_academy_has_its_grid_and_its_map(void)
{
    g_autofree char *page = page_of(add_academy);
    assert_sound(page);
    assert_says(page, "<h3>Académie d'Amiens</h3>");
    assert_says(page, "id=\"carte1-titre\"");
    const char *lille = strstr(page, "Académie de Lille – Séances des groupes");
    g_assert_nonnull(lille);
    g_assert_nonnull(strstr(lille, "ORD-01</a>"));
    g_assert_null(strstr(lille, "SG-01</a>"));
    const char *closure = strstr(page, "Pont local");
    g_assert_true(closure > lille);
}

static void meet_after_christmas(CoSample *sample)
{
    sample->plan->groups[SAMPLE_DIST_01].meetings[0].day = co_day_parse("2025-01-09");
    sample->plan->groups[SAMPLE_ORD_01].meetings[0].day = co_day_parse("2024-12-10");
    sample->plan->groups[SAMPLE_SG_01].meetings[2].day = co_day_parse("2024-12-05");
}

static void test_a_long_campaign_goes_on_below_with_those_who_meet(void)
{
    g_autofree char *page = page_of(meet_after_christmas);
    const char *first = strstr(page, "Séances des groupes, du 4 novembre 2024 au");
    const char *second = strstr(page, "Séances des groupes, du 9 décembre 2024 au 10 janvier 2025");
    const char *remote = strstr(page, "DIST-01</a>"), *head = strstr(page, "ORD-01</a>");
    g_assert_true(first != NULL && second > first);
    g_assert_true(remote > second && head > second);
    g_assert_null(strstr(second, "SG-01</a>"));
}

static void test_the_page_is_left_out_when_nobody_wants_it(void)
{
    static const bool nobody[] = {false};
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    g_autofree char *page = page_of_sample(&sample, nobody);
    g_assert_null(page);
}

static CoLabel label_at(double x, double y)
{
    return (CoLabel){.x = x, .y = y, .half = 7, .width = 100, .height = 16};
}

static void test_names_on_the_map_do_not_hide_one_another(void)
{
    const CoBox frame = {0, 0, 1000, 800};
    CoLabel labels[] = {label_at(500, 400), label_at(500, 410), label_at(495, 422),
                        label_at(960, 400)};
    int n_labels = G_N_ELEMENTS(labels);
    co_labels_place(labels, n_labels, frame);
    for (int i = 0; i < n_labels; i++) {
        g_assert_cmpfloat(co_box_overlap(labels[i].box, frame), ==, 100.0 * 16);
        for (int j = 0; j < i; j++)
            g_assert_cmpfloat(co_box_overlap(labels[i].box, labels[j].box), ==, 0);
    }
    g_assert_cmpfloat(labels[3].box.x, <, 960);
}

static void test_a_name_that_fits_nowhere_is_placed_all_the_same(void)
{
    CoLabel label = label_at(20, 10);
    co_labels_place(&label, 1, (CoBox){0, 0, 40, 20});
    g_assert_cmpfloat(label.box.width, ==, 100);
}

/* ---- size ---- */

enum { MANY_SCHOOLS = 1400, STAFF = 5, MANY_GROUPS = 350 };

static void add_schools(CoCampaign *campaign)
{
    for (int e = 0; e < MANY_SCHOOLS; e++) {
        CoEstablishment *school = co_campaign_add_establishment(campaign);
        g_autofree char *name = g_strdup_printf("Collège numéro %d", e);
        school->uai = "0809999Z";
        school->academy_idx = 0;
        school->place.name = co_campaign_text(campaign, name);
        double row = e % 37, col = (e - row) / 37;
        locate(&school->place, 49 + row / 20, 1 + col / 20);
    }
}

static void add_people(CoCampaign *campaign)
{
    for (int i = 0; i < MANY_SCHOOLS * STAFF; i++) {
        CoPerson *person = co_campaign_add_person(campaign);
        person->establishment_idx = campaign->n_establishments - 1 - i / STAFF;
        person->role_idx = campaign->people[SAMPLE_SECRETARY].role_idx;
        person->n_roles = 1;
        person->path_idx = campaign->people[SAMPLE_SECRETARY].path_idx;
        person->last_name = "Dupré";
        person->named = true;
    }
}

static void add_groups(CoSample *sample)
{
    int person = SAMPLE_N_PEOPLE;
    for (int g = 0; g < MANY_GROUPS; g++) {
        CoGroup *group = co_plan_add_group(sample->plan);
        const CoGroup *model = &sample->plan->groups[SAMPLE_SG_01];
        g_free(group->code);
        group->code = g_strdup_printf("SG-%d", g + 2);
        group->path_idx = model->path_idx;
        group->academy_idx = group->trainer_idx[0] = 0;
        group->room_idx = g % 2;
        for (int m = 0; m < model->n_meetings; m++) {
            CoMeeting meeting = model->meetings[m];
            meeting.day += g / 10 * 7;
            co_group_add_meeting(group, &meeting);
        }
        for (int i = 0; i < MANY_SCHOOLS * STAFF / MANY_GROUPS; i++)
            co_group_add_member(group, person++);
    }
}

static void test_seven_thousand_people_stay_a_page_one_can_open(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    locate_some(&sample);
    add_schools(sample.campaign);
    add_people(sample.campaign);
    add_groups(&sample);
    g_autofree char *page = page_of_sample(&sample, NULL);
    assert_sound(page);
    assert_says(page, "SG-351");
    g_assert_cmpuint(strlen(page), <, 5 * 1000 * 1000);
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
    g_test_add_func("/overview/form/published", test_a_publication_holds_the_page_for_the_planner);
    g_test_add_func("/overview/form/summary", test_every_section_is_in_the_summary);
    g_test_add_func("/overview/form/colon", test_no_line_begins_with_a_colon);
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
    g_test_add_func("/overview/travel/map", test_the_map_draws_who_goes_where);
    g_test_add_func("/overview/travel/table", test_the_table_of_trips_says_the_same_as_the_map);
    g_test_add_func("/overview/travel/unlocated", test_places_without_coordinates_are_listed);
    g_test_add_func("/overview/academies", test_each_academy_has_its_grid_and_its_map);
    g_test_add_func("/overview/weeks/long", test_a_long_campaign_goes_on_below_with_those_who_meet);
    g_test_add_func("/overview/wanted", test_the_page_is_left_out_when_nobody_wants_it);
    g_test_add_func("/overview/labels/apart", test_names_on_the_map_do_not_hide_one_another);
    g_test_add_func("/overview/labels/all", test_a_name_that_fits_nowhere_is_placed_all_the_same);
    g_test_add_func("/overview/size", test_seven_thousand_people_stay_a_page_one_can_open);
    g_test_add_func("/overview/privacy/address", test_no_address_and_no_unavailability_shows);
    g_test_add_func("/overview/privacy/placed", test_who_has_a_place_is_not_named);
    return g_test_run();
}
