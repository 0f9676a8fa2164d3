/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outputs/kit/mustache.h"

#include <string.h>

#include "cohorte/documents.h"

enum { NAME, PLACE, REMOTE, N_FIELDS };
static const CoField names[] = {{"personne", false}, {"lieu", false}, {"a_distance", true}};
static const CoFields fields = {names, N_FIELDS};

static CoMustache *parse(const char *text, GError **error)
{
    g_autoptr(GBytes) data = g_bytes_new(text, strlen(text));
    return co_mustache_parse("convocation.txt", data, &fields, error);
}

static void assert_filled(const char *text, const char *const *values, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CoMustache) mustache = parse(text, &error);
    g_assert_no_error(error);
    g_autofree char *filled = co_mustache_render(mustache, values);
    g_assert_cmpstr(filled, ==, expected);
}

static void assert_refused(const char *text, const char *message)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CoMustache) mustache = parse(text, &error);
    g_assert_null(mustache);
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS);
    g_assert_cmpstr(error->message, ==, message);
}

static const char *const some[N_FIELDS] = {"Élise <Tag> & fils", "Amiens", NULL};

static void test_values_stand_as_they_are(void)
{
    assert_filled("{{personne}}, à {{ lieu }}.", some, "Élise <Tag> & fils, à Amiens.");
}

static void test_a_value_is_never_read_as_a_template(void)
{
    const char *const values[N_FIELDS] = {"{{lieu}}", "Amiens", NULL};
    assert_filled("{{personne}}", values, "{{lieu}}");
}

static void test_an_empty_field_leaves_nothing(void)
{
    const char *const values[N_FIELDS] = {"", NULL, NULL};
    assert_filled("[{{personne}}{{lieu}}]", values, "[]");
}

static void test_conditions_keep_or_leave_out(void)
{
    assert_filled("{{#lieu}}à {{lieu}}{{/lieu}}{{^lieu}}nulle part{{/lieu}}", some, "à Amiens");
    assert_filled("{{#a_distance}}en ligne{{/a_distance}}{{^a_distance}}sur place{{/a_distance}}",
                  some, "sur place");
}

static void test_conditions_stand_in_one_another(void)
{
    static const char text[] =
        "{{#personne}}1{{#a_distance}}2{{#lieu}}3{{/lieu}}{{/a_distance}}4{{/personne}}5";
    const char *const all[N_FIELDS] = {"x", "y", "oui"};
    assert_filled(text, some, "145");
    assert_filled(text, all, "12345");
}

static void test_lines_of_conditions_and_comments_leave_no_line(void)
{
    assert_filled("a\n  {{#lieu}}  \nb\n{{/lieu}}\n{{! sur\ndeux lignes }}\nc{{! ici }}\n", some,
                  "a\nb\nc\n");
    assert_filled("{{#lieu}}\nb\n{{/lieu}}", some, "b\n");
    assert_filled("a\n{{lieu}}\nb", some, "a\nAmiens\nb");
}

static void test_files_of_other_systems_are_read(void)
{
    assert_filled("\xEF\xBB\xBF{{! x }}\r\n{{lieu}}\r\nfin\r\n", some, "Amiens\nfin\n");
}

static void test_a_misspelt_field_is_told_with_its_place_and_the_closest(void)
{
    assert_refused("Né à\n  é {{personnne}}",
                   "« convocation.txt », ligne 2, colonne 5 : le champ « personnne » n'existe pas "
                   "; le plus proche est « personne »");
    assert_refused("{{#adistance}}{{/adistance}}",
                   "« convocation.txt », ligne 1, colonne 1 : le champ « adistance » n'existe pas "
                   "; le plus proche est « a_distance »");
}

static void test_conditions_that_do_not_close_are_told_where_they_open(void)
{
    assert_refused("\n {{#lieu}} {{^personne}} x {{/personne}}",
                   "« convocation.txt », ligne 2, colonne 2 : la condition « lieu » n'est pas "
                   "fermée par {{/lieu}}");
    assert_refused("x{{/lieu}}",
                   "« convocation.txt », ligne 1, colonne 2 : {{/lieu}} ne ferme aucune condition");
    assert_refused("{{#lieu}}{{#personne}}{{/lieu}}",
                   "« convocation.txt », ligne 1, colonne 23 : {{/lieu}} ferme une autre condition "
                   "que celle qui est ouverte, « personne »");
}

static void test_braces_that_do_not_match_are_told(void)
{
    assert_refused("a {{lieu", "« convocation.txt », ligne 1, colonne 3 : « {{ » n'est pas fermé "
                               "par « }} »");
    assert_refused("a {lieu}} {{lieu}}",
                   "« convocation.txt », ligne 1, colonne 8 : « }} » sans « {{ » avant");
    assert_refused("{{lieu}} }}",
                   "« convocation.txt », ligne 1, colonne 10 : « }} » sans « {{ » avant");
    assert_refused("{{ }}",
                   "« convocation.txt », ligne 1, colonne 1 : le nom du champ manque entre "
                   "« {{ » et « }} »");
}

static void test_what_is_no_part_of_the_subset_is_refused(void)
{
    static const char *const texts[] = {"{{>entete}}", "{{{lieu}}}", "{{&lieu}}", "{{=<% %>=}}",
                                        "{{li\neu}}"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        assert_refused(texts[i],
                       "« convocation.txt », ligne 1, colonne 1 : écriture inconnue : seuls "
                       "{{champ}}, {{#champ}}, {{^champ}}, {{/champ}} et {{! commentaire }} sont "
                       "permis");
}

static void test_a_condition_has_no_text_to_write(void)
{
    assert_refused("{{a_distance}}",
                   "« convocation.txt », ligne 1, colonne 1 : « a_distance » est une condition, "
                   "sans texte à écrire : {{#a_distance}} ... {{/a_distance}}");
}

static void test_what_is_no_text_is_refused(void)
{
    assert_refused("caf\xE9", "« convocation.txt » : le fichier n'est pas en UTF-8 : "
                              "enregistrez-le sous ce codage");
    assert_refused("a\x01", "« convocation.txt » : le fichier contient un caractère de commande : "
                            "ce n'est pas un texte");
    g_autofree char *large = g_strnfill(CO_MUSTACHE_MAX_BYTES + 1, 'x');
    assert_refused(large, "« convocation.txt » : le fichier est trop long (64 Kio au plus)");
}

static void test_conditions_have_a_depth_they_keep_to(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < CO_MUSTACHE_MAX_DEPTH; i++)
        g_string_append(text, "{{#lieu}}");
    g_string_append(text, "x");
    g_autofree char *deeper = g_strconcat(text->str, "{{#lieu}}", NULL);
    for (int i = 0; i < CO_MUSTACHE_MAX_DEPTH; i++)
        g_string_append(text, "{{/lieu}}");
    assert_filled(text->str, some, "x");
    assert_refused(deeper, "« convocation.txt », ligne 1, colonne 146 : trop de conditions les "
                           "unes dans les autres");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mustache/values", test_values_stand_as_they_are);
    g_test_add_func("/mustache/values/literal", test_a_value_is_never_read_as_a_template);
    g_test_add_func("/mustache/values/empty", test_an_empty_field_leaves_nothing);
    g_test_add_func("/mustache/conditions", test_conditions_keep_or_leave_out);
    g_test_add_func("/mustache/conditions/nested", test_conditions_stand_in_one_another);
    g_test_add_func("/mustache/lines", test_lines_of_conditions_and_comments_leave_no_line);
    g_test_add_func("/mustache/systems", test_files_of_other_systems_are_read);
    g_test_add_func("/mustache/errors/field",
                    test_a_misspelt_field_is_told_with_its_place_and_the_closest);
    g_test_add_func("/mustache/errors/open",
                    test_conditions_that_do_not_close_are_told_where_they_open);
    g_test_add_func("/mustache/errors/braces", test_braces_that_do_not_match_are_told);
    g_test_add_func("/mustache/errors/subset", test_what_is_no_part_of_the_subset_is_refused);
    g_test_add_func("/mustache/errors/condition", test_a_condition_has_no_text_to_write);
    g_test_add_func("/mustache/errors/text", test_what_is_no_text_is_refused);
    g_test_add_func("/mustache/errors/depth", test_conditions_have_a_depth_they_keep_to);
    return g_test_run();
}
