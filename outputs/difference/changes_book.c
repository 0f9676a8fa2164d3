/* SPDX-License-Identifier: GPL-3.0-or-later */
/* changements.xlsx: who must be told, then what changed, by kind of reader. For the EAFC only: it
 * names everybody. */
#include "told.h"

#include "outputs/kit/table.h"
#include "outputs/words/names.h"
#include "cohorte/wording.h"

static const char book_name[] = "changements.xlsx";

typedef struct Changes {
    const CoPublication *publication;
    const CoDifference *difference;
    const GArray *told;
    const CoHeading *heading;
    CoBook *book;
} Changes;

static const struct {
    const char *one, *several; /* with their number */
    const char *word;          /* in a column */
    const char *sheet, *title;
} kinds[CO_N_TOLD] = {
    {"participant", "participants", "Participant", "Personnes",
     "Changements pour les participants"},
    {"formateur", "formateurs", "Formateur", "Formateurs", "Changements pour les formateurs"},
    {"établissement", "établissements", "Établissement", "Établissements",
     "Changements pour les chefs d'établissement"},
    {"lieu d'accueil", "lieux d'accueil", "Lieu d'accueil", "Sites",
     "Changements pour les lieux d'accueil"},
};

static const CoColumn list_columns[] = {
    {"Destinataire", CO_STYLE_CELL, 90, 110, 0},
    {"Nom", CO_STYLE_CELL_STRONG, 120, 230, 0},
    {"Code", CO_STYLE_CELL_CENTER, 60, 90, 0},
    {"Courriel", CO_STYLE_CELL_SMALL, 120, 240, 0},
    {"Nombre", CO_STYLE_CELL_NUMBER, 60, 66, 0},
    {"Fichiers à envoyer", CO_STYLE_CELL_SMALL, 160, 330, 0},
    {"Prévenu le", CO_STYLE_CELL, 80, 90, 0}, /* to be filled in */
};

static const CoColumn change_columns[] = {
    {"Nom", CO_STYLE_CELL_STRONG, 120, 220, 0},
    {"Code", CO_STYLE_CELL_CENTER, 60, 90, 0},
    {"Courriel", CO_STYLE_CELL_SMALL, 120, 200, 0},
    {"Groupe", CO_STYLE_CELL_CENTER, 60, 90, 0},
    {"Ce qui change", CO_STYLE_CELL, 260, 420, 0},
    {"Fichiers à envoyer", CO_STYLE_CELL_SMALL, 160, 320, 0},
};

/* "12 participants, 3 formateurs et 1 établissement" */
static char *counts_text(const GArray *told)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    for (int k = 0; k < CO_N_TOLD; k++) {
        int n = co_told_count(told, (CoToldKind)k);
        if (n > 0)
            g_ptr_array_add(parts, co_name_count(n, kinds[k].one, kinds[k].several));
    }
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < parts->len; i++) {
        const char *link = i == 0 ? "" : i + 1 == parts->len ? " et " : ", ";
        g_string_append_printf(text, "%s%s", link, (const char *)g_ptr_array_index(parts, i));
    }
    return g_string_free(text, FALSE);
}

static char *summary(const Changes *changes)
{
    int before = changes->difference->before->version, after = changes->difference->after->version;
    if (co_difference_is_empty(changes->difference))
        return g_strdup_printf("Rien ne change du plan n° %d au plan n° %d : personne n'est à "
                               "prévenir, aucun document n'est à renvoyer.",
                               before, after);
    if (changes->told->len == 0)
        return g_strdup_printf("Du plan n° %d au plan n° %d, personne n'est à prévenir : seuls "
                               "changent les documents de l'EAFC.",
                               before, after);
    g_autofree char *counts = counts_text(changes->told);
    return g_strdup_printf("Du plan n° %d au plan n° %d, à prévenir : %s.", before, after, counts);
}

/* What a comparison of plans cannot see. */
static const char remark[] =
    "Seuls les plans sont comparés : une donnée corrigée depuis (un nom, une adresse, le nom d'un "
    "module) sans effet sur les groupes et les séances ne figure pas ici. Qui n'est pas nommé "
    "garde "
    "les documents qu'il a reçus.";

static int write_across(CoPage *page, int row, int n_cols, const char *text, CoStyle style)
{
    co_page_area(page, (CoArea){row, 0, 1, n_cols}, text, (CoLook){.style = style});
    return row + 1;
}

static void write_list(const Changes *changes)
{
    const int n_cols = G_N_ELEMENTS(list_columns);
    const CoPageSetup setup = {"À prévenir", changes->heading->footer, true};
    CoPage *page = co_page_new(changes->book, &setup);
    g_autoptr(CoTable) table = co_table_new(list_columns, n_cols);
    for (guint i = 0; i < changes->told->len; i++) {
        const CoTold *told = &g_array_index(changes->told, CoTold, i);
        co_table_add_text(table, kinds[told->kind].word);
        co_table_add_text(table, told->name);
        co_table_add_text(table, told->code);
        co_table_add_text(table, told->email);
        co_table_add_number(table, (int64_t)told->facts->len);
        co_table_add_text(table, told->files);
        co_table_add_text(table, "");
    }
    co_table_set_widths(table, page);
    g_autofree char *text = summary(changes);
    int row = co_heading_draw(changes->heading, page, n_cols, NULL);
    row = write_across(page, row, n_cols, text, CO_STYLE_STRONG);
    row = write_across(page, row, n_cols, remark, CO_STYLE_SMALL);
    if (changes->told->len > 0)
        co_table_fill_page(table, page, row + 1);
}

static const char *code_of(const CoDifference *difference, const CoFact *fact)
{
    if (fact->after_idx >= 0)
        return difference->after->groups[fact->after_idx].code;
    return fact->before_idx >= 0 ? difference->before->groups[fact->before_idx].code : "";
}

static void add_changes(CoTable *table, const Changes *changes, const CoTold *told)
{
    for (guint i = 0; i < told->facts->len; i++) {
        const CoFact *fact = g_ptr_array_index(told->facts, i);
        co_table_add_text(table, told->name);
        co_table_add_text(table, told->code);
        co_table_add_text(table, told->email);
        co_table_add_text(table, code_of(changes->difference, fact));
        co_table_take_text(table, co_wording_fact(changes->difference, fact));
        co_table_add_text(table, told->files);
    }
}

static void write_kind(const Changes *changes, CoToldKind kind)
{
    if (co_told_count(changes->told, kind) == 0)
        return;
    const int n_cols = G_N_ELEMENTS(change_columns);
    const CoPageSetup setup = {kinds[kind].sheet, changes->heading->footer, true};
    CoPage *page = co_page_new(changes->book, &setup);
    g_autoptr(CoTable) table = co_table_new(change_columns, n_cols);
    for (guint i = 0; i < changes->told->len; i++) {
        const CoTold *told = &g_array_index(changes->told, CoTold, i);
        if (told->kind == kind)
            add_changes(table, changes, told);
    }
    co_table_set_widths(table, page);
    int row = co_heading_draw(changes->heading, page, n_cols, kinds[kind].title);
    co_table_fill_page(table, page, row);
}

bool co_told_write_book(const CoPublication *publication, const CoDifference *difference,
                        const GArray *told, GError **error)
{
    g_return_val_if_fail(publication != NULL && difference != NULL && told != NULL, false);
    g_autofree char *title =
        g_strdup_printf("Changements depuis le plan n° %d", difference->before->version);
    g_autoptr(CoHeading) heading =
        co_heading_new(publication->context, (CoHeadingScope)CO_HEADING_SCOPE_INIT, title);
    g_autoptr(CoBook) book = co_publication_open(publication, heading, book_name, error);
    if (book == NULL)
        return false;
    const Changes changes = {publication, difference, told, heading, book};
    write_list(&changes);
    for (int k = 0; k < CO_N_TOLD; k++)
        write_kind(&changes, (CoToldKind)k);
    return co_publication_close(publication, book, book_name, "EAFC", error);
}
