/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders of texts: what they may hold, what is wrong with them, what letters make of them. */
#include "cohorte/texts.h"

#include <string.h>

#include "outputs/words/texts_fields.h"
#include "sample_campaign.h"

#define SLOTS "[destinataire]\n\n[seances]\n\n[signatures]\n"

static void write_text(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GError) error = NULL;
    g_file_set_contents(path, text, -1, &error);
    g_assert_no_error(error);
}

static CoTexts *load(const char *name, const char *text, GError **error)
{
    char *folder = co_sample_folder();
    write_text(folder, name, text);
    CoTexts *texts = co_texts_load(folder, error);
    co_sample_remove_folder(folder);
    return texts;
}

static CoTexts *load_sound(const char *name, const char *text)
{
    g_autoptr(GError) error = NULL;
    CoTexts *texts = load(name, text, &error);
    g_assert_no_error(error);
    return texts;
}

static void assert_refused(const char *name, const char *text, const char *message)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CoTexts) texts = load(name, text, &error);
    g_assert_null(texts);
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS);
    g_assert_cmpstr(error->message, ==, message);
}

static const CoBlock *block(GArray *blocks, guint i)
{
    g_assert_cmpuint(i, <, blocks->len);
    return &g_array_index(blocks, CoBlock, i);
}

static void test_what_a_folder_lacks_is_as_shipped(void)
{
    g_autoptr(CoTexts) texts = load_sound("entete.txt", "RECTORAT\n{{academie}}\n\nBureau 12\n");
    g_auto(CoTextValues) values = {{NULL}};
    values.value[CO_FIELD_ACADEMY] = g_strdup("Académie d'Amiens");
    g_auto(GStrv) header = co_texts_lines(texts, CO_TEXT_HEADER, &values);
    g_auto(GStrv) signature = co_texts_lines(texts, CO_TEXT_SIGNATURE, &values);
    g_assert_cmpuint(g_strv_length(header), ==, 3);
    g_assert_cmpstr(header[1], ==, "Académie d'Amiens");
    g_assert_cmpstr(header[2], ==, "Bureau 12");
    g_assert_cmpstr(signature[0], ==,
                    "Pour l'académie, l'école académique de la formation continue");
}

static void test_lines_make_paragraphs_by_how_they_begin(void)
{
    g_autoptr(CoTexts) texts =
        load_sound("convocation.txt", "# Titre\n[destinataire]\n! Venez\nbien vite.\n\nUn\n"
                                      "deux   mots\nLieu :: ici\nmême\n[seances]\n[signatures]");
    g_auto(CoTextValues) values = {{NULL}};
    g_autoptr(GArray) blocks = co_texts_blocks(texts, CO_TEXT_LETTER, &values);
    g_assert_cmpuint(blocks->len, ==, 7);
    g_assert_cmpint(block(blocks, 0)->kind, ==, CO_BLOCK_TITLE);
    g_assert_cmpint(block(blocks, 1)->kind, ==, CO_BLOCK_ADDRESSEE);
    g_assert_cmpint(block(blocks, 2)->kind, ==, CO_BLOCK_STRONG);
    g_assert_cmpstr(block(blocks, 2)->text, ==, "Venez bien vite.");
    g_assert_cmpstr(block(blocks, 3)->text, ==, "Un deux mots");
    g_assert_cmpint(block(blocks, 4)->kind, ==, CO_BLOCK_FACT);
    g_assert_cmpstr(block(blocks, 4)->label, ==, "Lieu");
    g_assert_cmpstr(block(blocks, 4)->text, ==, "ici même");
    g_assert_cmpint(block(blocks, 6)->kind, ==, CO_BLOCK_SIGNATURES);
}

static void test_a_value_is_never_taken_for_a_mark(void)
{
    g_autoptr(CoTexts) texts =
        load_sound("convocation.txt", "{{personne}}\n\n{{uai}} x\n\n{{groupe}}\n\n" SLOTS);
    g_auto(CoTextValues) values = {{NULL}};
    values.value[CO_FIELD_PERSON] = g_strdup("# Titre");
    values.value[CO_FIELD_UAI] = g_strdup("a :: b");
    values.value[CO_FIELD_GROUP] = g_strdup("[seances]\n\n! x");
    g_autoptr(GArray) blocks = co_texts_blocks(texts, CO_TEXT_LETTER, &values);
    for (guint i = 0; i < 3; i++)
        g_assert_cmpint(block(blocks, i)->kind, ==, CO_BLOCK_TEXT);
    g_assert_cmpstr(block(blocks, 0)->text, ==, "# Titre");
    g_assert_cmpstr(block(blocks, 1)->text, ==, "a :: b x");
    g_assert_cmpstr(block(blocks, 2)->text, ==, "[seances] ! x");
}

static void test_errors_name_file_line_and_column(void)
{
    assert_refused("entete.txt", "{{academie}}\nM. {{personne}}",
                   "« entete.txt », ligne 2, colonne 4 : le champ « personne » n'existe pas ; le "
                   "plus proche est « version »");
    assert_refused(
        "convocation.txt", SLOTS "{{#fm1}}",
        "« convocation.txt », ligne 6, colonne 1 : la condition « fm1 » n'est pas fermée "
        "par {{/fm1}}");
    assert_refused("convocation.txt", "[destinataire]\n[seance]\n",
                   "« convocation.txt », ligne 2, colonne 1 : [seance] n'existe pas ; il y a "
                   "[destinataire], [seances] et [signatures]");
}

static void test_a_letter_holds_its_dates_once_and_always(void)
{
    static const char message[] =
        "« convocation.txt » : la ligne [seances] doit y être une fois, hors de toute condition";
    assert_refused("convocation.txt", "[destinataire]\n[signatures]\n", message);
    assert_refused("convocation.txt", "[seances]\n" SLOTS, message);
    assert_refused("convocation.txt",
                   "[destinataire]\n{{#fm1}}\n[seances]\n{{/fm1}}\n[signatures]\n", message);
}

static void test_a_file_that_nothing_reads_is_refused(void)
{
    assert_refused("convocations.txt", SLOTS,
                   "« convocations.txt » : aucun modèle ne porte ce nom ; le plus proche est « "
                   "convocation.txt »");
    g_autoptr(CoTexts) texts = load_sound("lisez-moi.md", "notes");
    g_assert_nonnull(texts);
}

static void test_a_folder_that_is_not_there_is_told(void)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(co_texts_load("/nulle/part", &error));
    g_assert_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS);
}

static void test_a_preview_holds_one_letter_of_each_kind(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    g_autoptr(CoTexts) texts = co_texts_load(NULL, NULL);
    g_auto(GStrv) letters = co_texts_preview(texts, &sample.context);
    /* Paid, unpaid in the same commune, at a distance; the others are like the first. */
    g_assert_cmpuint(g_strv_length(letters), ==, 3);
    g_assert_nonnull(strstr(letters[0], "Aline =Formule\n"));
    g_assert_nonnull(strstr(letters[0], "Frais : OUI : le lieu de formation (Valmont)"));
    g_assert_nonnull(strstr(letters[0], "jeudi 14 novembre 2024, 09:00-12:00 ; présentiel ; "));
    g_assert_nonnull(strstr(letters[1], "Denis @Ailleurs\n"));
    g_assert_nonnull(strstr(letters[2], "aucun déplacement n'est à prévoir."));
    for (char **letter = letters; *letter != NULL; letter++)
        g_assert_null(strchr(*letter, '\x01'));
}

static void test_a_preview_holds_one_mission_order_of_each_kind(void)
{
    g_auto(CoSample) sample = {0};
    co_sample_init(&sample);
    sample.plan->groups[SAMPLE_SG_01].trainer_idx[0] = 1;
    sample.plan->groups[SAMPLE_SG_01].trainer_idx[1] = -1;
    g_autoptr(CoTexts) texts = co_texts_load(NULL, NULL);
    g_auto(GStrv) orders = co_texts_preview_orders(texts, &sample.context);
    /* F1 leads at a distance only, F2 on the spot. */
    g_assert_cmpuint(g_strv_length(orders), ==, 2);
    g_assert_nonnull(strstr(orders[0], "ORDRE DE MISSION SANS DÉPLACEMENT\n"));
    g_assert_null(strstr(orders[0], "Lieu : "));
    g_assert_nonnull(strstr(orders[1], "Inès Second\nSecrétaire général d'EPLE\n"));
    g_assert_nonnull(strstr(orders[1], "  mercredi 13 novembre 2024, 09:00-12:00 et 13:30-16:30 ; "
                                       "présentiel ; SG-01 : SG-P1 – Budget et structure ; "));
    g_assert_nonnull(strstr(orders[1], "Lieu : Salle S1, Lycée des Tilleuls"));
    g_assert_nonnull(strstr(orders[1], "Frais : À confirmer par l'EAFC"));
}

static void test_a_mission_order_has_marks_of_its_own(void)
{
    assert_refused(
        "ordre-de-mission.txt", "[destinataire]\n\n[seances]\n\n[signatures]\n",
        "« ordre-de-mission.txt » : la ligne [lieux] doit y être une fois, hors de toute "
        "condition");
    assert_refused("ordre-de-mission.txt", "[destinataire]\n[seances]\n[lieu]\n",
                   "« ordre-de-mission.txt », ligne 3, colonne 1 : [lieu] n'existe pas ; il y a "
                   "[destinataire], [seances], [lieux] et [signatures]");
    assert_refused(
        "ordre-de-mission.txt", "{{binome}}\n" SLOTS,
        "« ordre-de-mission.txt », ligne 1, colonne 1 : le champ « binome » n'existe pas "
        "; le plus proche est « binomes »");
    assert_refused("ordre-de-mission-lieu.txt", "Ici\n{{#frais_du}}oui{{/frais_du}}\n",
                   "« ordre-de-mission-lieu.txt », ligne 2, colonne 1 : le champ « frais_du » "
                   "n'existe pas ; le plus proche est « frais_dus »");
    /* Of a call letter, not of an order. */
    assert_refused(
        "ordre-de-mission.txt", "{{#otp_active}}x{{/otp_active}}\n" SLOTS,
        "« ordre-de-mission.txt », ligne 1, colonne 1 : le champ « otp_active » n'existe "
        "pas ; le plus proche est « sous_titre »");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/texts/shipped", test_what_a_folder_lacks_is_as_shipped);
    g_test_add_func("/texts/paragraphs", test_lines_make_paragraphs_by_how_they_begin);
    g_test_add_func("/texts/values", test_a_value_is_never_taken_for_a_mark);
    g_test_add_func("/texts/errors", test_errors_name_file_line_and_column);
    g_test_add_func("/texts/slots", test_a_letter_holds_its_dates_once_and_always);
    g_test_add_func("/texts/names", test_a_file_that_nothing_reads_is_refused);
    g_test_add_func("/texts/folder", test_a_folder_that_is_not_there_is_told);
    g_test_add_func("/texts/preview", test_a_preview_holds_one_letter_of_each_kind);
    g_test_add_func("/texts/preview/orders", test_a_preview_holds_one_mission_order_of_each_kind);
    g_test_add_func("/texts/order", test_a_mission_order_has_marks_of_its_own);
    return g_test_run();
}
