/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/template.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <string.h>

#include "cohorte/documents.h"
#include "outputs/kit/failure.h"
#include "outputs/kit/page.h"
#include "template_sheet.h"
#include "template_words.h"

enum { INDEX_COLUMNS = 3 };

/* Steps of the instructions; a line that begins with '#' is a heading. */
static const char *const steps[] = {
    "#Comment remplir ce classeur",
    "1. Remplissez les feuilles dans l'ordre des onglets. La première ligne de chaque feuille "
    "donne "
    "le nom des colonnes : ne la modifiez pas, l'ordre des colonnes est libre.",
    "2. Sélectionnez une cellule pour lire ce qu'elle attend ; la bulle de l'en-tête dit la même "
    "chose. Les listes déroulantes proposent les valeurs possibles.",
    "3. La ligne grise « exemple : … » montre quoi écrire. L'import ne la lit pas : laissez-la ou "
    "supprimez-la.",
    "4. Dans les feuilles calendrier et annuaire, collez les fichiers officiels tels qu'ils sont "
    "publiés, en-têtes compris.",
    "5. Une feuille dont vous n'avez pas besoin reste telle quelle, ou se supprime.",
    "6. Enregistrez au format .xlsx ou .ods, sans mot de passe, puis : cohorte importer "
    "votre-classeur.xlsx",
    "#Ce que disent les couleurs",
};

static const char key_required[] = "En-tête foncé : colonne à remplir sur chaque ligne.";
static const char key_optional[] = "En-tête clair : colonne facultative.";

static int write_steps(CoPage *page, int row)
{
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++, row++) {
        bool heading = steps[i][0] == '#';
        CoLook look = {.style = heading ? CO_STYLE_SECTION : CO_STYLE_LETTER_TEXT};
        co_page_area(page, (CoArea){row, 0, 1, INDEX_COLUMNS}, steps[i] + heading, look);
    }
    return row;
}

static int write_colours(CoPage *page, int row)
{
    co_template_write_header(page, row, 0, "en-tête", true);
    co_page_area(page, (CoArea){row, 1, 1, 2}, key_required, (CoLook){.style = CO_STYLE_CELL});
    co_template_write_header(page, row + 1, 0, "en-tête", false);
    co_page_area(page, (CoArea){row + 1, 1, 1, 2}, key_optional, (CoLook){.style = CO_STYLE_CELL});
    return row + 2;
}

static void write_index(CoPage *page, int row, const CoCatalogue *catalogue)
{
    static const char *const heads[INDEX_COLUMNS] = {"Feuille", "Faut-il la remplir ?", "Contenu"};
    co_page_area(page, (CoArea){row++, 0, 1, INDEX_COLUMNS}, "Les feuilles",
                 (CoLook){.style = CO_STYLE_SECTION});
    for (int i = 0; i < INDEX_COLUMNS; i++)
        co_page_text(page, row, i, heads[i], (CoLook){.style = CO_STYLE_HEADER});
    for (int i = 0; i < catalogue->n_tables; i++) {
        const CoCatalogueTable *table = &catalogue->tables[i];
        const char *words = co_template_table_words(table->name);
        row++;
        co_page_text(page, row, 0, table->name, (CoLook){.style = CO_STYLE_CELL_STRONG});
        co_page_text(page, row, 1, table->required ? "oui" : "au besoin",
                     (CoLook){.style = CO_STYLE_CELL_CENTER});
        co_page_text(page, row, 2, words != NULL ? words : "", (CoLook){.style = CO_STYLE_CELL});
    }
}

static void write_instructions(CoBook *book, const CoCatalogue *catalogue)
{
    static const int widths[INDEX_COLUMNS] = {160, 150, 390};
    CoPageSetup setup = {"Mode d'emploi", "Classeur de campagne", false};
    CoPage *page = co_page_new(book, &setup);
    co_page_set_widths(page, widths, INDEX_COLUMNS);
    worksheet_gridlines(co_page_sheet(page), LXW_HIDE_ALL_GRIDLINES);
    co_page_area(page, (CoArea){0, 0, 1, INDEX_COLUMNS}, "Classeur de campagne",
                 (CoLook){.style = CO_STYLE_TITLE});
    int row = write_steps(page, 2);
    row = write_colours(page, row);
    write_index(page, row + 1, catalogue);
}

/* The content goes to its place only once whole. */
static bool place(GBytes *content, const char *path, GError **error)
{
    gsize size;
    const char *bytes = g_bytes_get_data(content, &size);
    g_autoptr(GError) reason = NULL;
    if (g_file_set_contents(path, bytes, (gssize)size, &reason))
        return true;
    return co_output_fail(error, CO_OUTPUT_ERROR_WRITE, "impossible d'écrire", path, errno);
}

static GBytes *make(const CoCatalogue *catalogue, const char *scratch, GError **error)
{
    CoBookInfo info = {"Classeur de campagne", "Modèle à remplir", "", "", CO_DAY_NONE};
    g_autofree char *path = g_build_filename(scratch, "modele.xlsx", NULL);
    g_autoptr(CoBook) book = co_book_new(path, scratch, &info);
    write_instructions(book, catalogue);
    for (int i = 0; i < catalogue->n_tables; i++)
        co_template_write_sheet(book, catalogue, i);
    GBytes *content = co_book_close(book, error);
    g_unlink(path);
    return content;
}

bool co_output_template(const CoCatalogue *catalogue, const char *path, GError **error)
{
    g_return_val_if_fail(catalogue != NULL && path != NULL, false);
    g_return_val_if_fail(error == NULL || *error == NULL, false);
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return co_output_fail(error, CO_OUTPUT_ERROR_TARGET, "impossible d'écrire", path, EEXIST);
    g_autofree char *scratch = g_strconcat(path, ".XXXXXX", NULL);
    if (g_mkdtemp(scratch) == NULL)
        return co_output_fail(error, CO_OUTPUT_ERROR_TARGET, "impossible d'écrire", path, errno);
    g_autoptr(GBytes) content = make(catalogue, scratch, error);
    g_rmdir(scratch);
    return content != NULL && place(content, path, error);
}
