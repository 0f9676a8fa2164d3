/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preview_view.h"

#include <glib.h>

#include <string.h>

enum { KEY_WIDTH = 18, SURE_WIDTH = 11, SAMPLE_WIDTH = 24, MARGIN = 2 };

static const struct {
    const char *key, *words;
} meanings[] = {
    {"uai", "UAI"},
    {"soumis", "date d'envoi"},
    {"effectif_service", "effectif service"},
    {"reponse", "n° de réponse"},
    {"etablissement", "établissement"},
    {"commune", "commune"},
    {"nom", "nom"},
    {"prenom", "prénom"},
    {"role", "fonction"},
    {"role_autre", "fonction (autre)"},
    {"courriel", "courriel"},
    {"indisponibilites", "indisponibilités"},
    {"priorite", "priorité"},
    {"deja_forme", "déjà formé"},
    {"amenagement", "aménagement"},
    {"otp", "clé OTP"},
    {"habilitation", "habilitation"},
};

static const char *meaning_of(const char *key)
{
    for (size_t i = 0; i < G_N_ELEMENTS(meanings); i++)
        if (strcmp(meanings[i].key, key) == 0)
            return meanings[i].words;
    return key;
}

static const char *tool_of(const char *format)
{
    static const struct {
        const char *format, *name;
    } tools[] = {
        {"limesurvey", "LimeSurvey"},     {"msforms", "Microsoft Forms"},
        {"google-forms", "Google Forms"}, {"demarches-simplifiees", "Démarches simplifiées"},
        {"framaforms", "Framaforms"},     {"sphinx", "Sphinx"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(tools); i++)
        if (strcmp(tools[i].format, format) == 0)
            return tools[i].name;
    return "table de tableur";
}

static char *samples_text(const CoPreviewColumn *column)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < CO_PREVIEW_N_SAMPLES && *column->samples[i] != '\0'; i++) {
        g_autofree char *sample = co_terminal_safe(column->samples[i], SAMPLE_WIDTH);
        g_string_append_printf(text, "%s%s", i > 0 ? " · " : "", sample);
    }
    return g_strdup(text->len > 0 ? text->str : "(rien)");
}

static void show_title(const CoTerminal *terminal, const CoPreview *preview)
{
    g_autofree char *answers = co_french_count(preview->n_rows, "réponse", "réponses");
    g_autofree char *sheet =
        preview->sheet == NULL ? g_strdup("") : g_strdup_printf(", feuille « %s »", preview->sheet);
    g_autofree char *persons =
        preview->n_persons > 1
            ? g_strdup_printf(", jusqu'à %d personnes par réponse", preview->n_persons)
            : g_strdup("");
    g_autofree char *text =
        g_strdup_printf("%s%s, %s, une ligne par %s%s.", tool_of(preview->format), sheet, answers,
                        preview->per_person ? "personne" : "établissement", persons);
    g_autofree char *lead = g_strdup_printf("%s : ", preview->file);
    co_terminal_paragraph(terminal, CO_STYLE_STRONG, lead, text);
    g_autofree char *origin = preview->mapping == NULL
                                  ? g_strdup("Correspondance devinée")
                                  : g_strdup_printf("Correspondance lue dans %s", preview->mapping);
    co_terminal_print(terminal, "%s, confiance %d sur 100", origin, preview->confidence);
    if (preview->n_lines_above > 0)
        co_terminal_print(terminal, " ; en-têtes après %d ligne%s", preview->n_lines_above,
                          preview->n_lines_above > 1 ? "s" : "");
    if (preview->n_header_lines > 1)
        co_terminal_print(terminal, " ; en-têtes sur %d lignes", preview->n_header_lines);
    co_terminal_print(terminal, ".\n\n");
}

static CoStyle style_of(int confidence)
{
    return confidence < CO_PREVIEW_DOUBT ? CO_STYLE_YELLOW : CO_STYLE_GREEN;
}

static int header_width(const CoTerminal *terminal)
{
    int left = terminal->width - MARGIN - KEY_WIDTH - SURE_WIDTH;
    return CLAMP(left / 2, 12, 48);
}

static void show_cells(const CoTerminal *terminal, const CoPreviewColumn *column, int width)
{
    g_autofree char *header = co_terminal_safe(column->header, width - 1);
    g_autofree char *samples = samples_text(column);
    int used = MARGIN + KEY_WIDTH + SURE_WIDTH + width;
    co_terminal_cell(terminal, CO_STYLE_PLAIN, header, width);
    g_autofree char *cut = co_terminal_safe(samples, MAX(terminal->width - used, 10));
    co_terminal_styled(terminal, CO_STYLE_FAINT, cut);
    co_terminal_print(terminal, "\n");
}

static void show_taken(const CoTerminal *terminal, const CoPreviewColumn *column, int width)
{
    g_autofree char *sure = g_strdup_printf(
        "%3d%s", column->confidence, column->confidence < CO_PREVIEW_DOUBT ? " douteux" : "");
    co_terminal_print(terminal, "%*s", MARGIN, "");
    co_terminal_cell(terminal, CO_STYLE_STRONG, meaning_of(column->key), KEY_WIDTH);
    co_terminal_cell(terminal, style_of(column->confidence), sure, SURE_WIDTH);
    show_cells(terminal, column, width);
}

static void show_head(const CoTerminal *terminal, int width)
{
    co_terminal_print(terminal, "%*s", MARGIN, "");
    co_terminal_cell(terminal, CO_STYLE_FAINT, "prise pour", KEY_WIDTH);
    co_terminal_cell(terminal, CO_STYLE_FAINT, "confiance", SURE_WIDTH);
    co_terminal_cell(terminal, CO_STYLE_FAINT, "colonne", width);
    co_terminal_styled(terminal, CO_STYLE_FAINT, "exemples");
    co_terminal_print(terminal, "\n");
}

static void show_unused(const CoTerminal *terminal, const CoPreview *preview, int width)
{
    bool any = false;
    for (int i = 0; i < preview->n_columns; i++) {
        const CoPreviewColumn *column = &preview->columns[i];
        if (column->key != NULL || *column->header == '\0')
            continue;
        if (!any)
            co_terminal_print(terminal, "\nNe servent pas :\n");
        any = true;
        co_terminal_print(terminal, "%*s", MARGIN + KEY_WIDTH + SURE_WIDTH, "");
        show_cells(terminal, column, width);
    }
}

void co_preview_show(const CoTerminal *terminal, const CoPreview *preview)
{
    g_return_if_fail(terminal != NULL && preview != NULL);
    int width = header_width(terminal);
    show_title(terminal, preview);
    show_head(terminal, width);
    for (int i = 0; i < preview->n_columns; i++)
        if (preview->columns[i].key != NULL && preview->columns[i].person <= 1)
            show_taken(terminal, &preview->columns[i], width);
    if (preview->n_persons == 2)
        co_terminal_print(terminal, "  … et de même pour la personne 2.\n");
    else if (preview->n_persons > 2)
        co_terminal_print(terminal, "  … et de même pour les personnes 2 à %d.\n",
                          preview->n_persons);
    show_unused(terminal, preview, width);
}

static void write_column(CoJson *json, const CoPreviewColumn *column)
{
    co_json_begin_object(json, NULL);
    co_json_text(json, "colonne", column->header);
    co_json_text(json, "cle", column->key);
    co_json_integer(json, "personne", column->person);
    co_json_integer(json, "confiance", column->confidence);
    co_json_begin_array(json, "exemples");
    for (int i = 0; i < CO_PREVIEW_N_SAMPLES && *column->samples[i] != '\0'; i++)
        co_json_text(json, NULL, column->samples[i]);
    co_json_end(json);
    co_json_end(json);
}

static void write_preview(CoJson *json, const CoPreview *preview)
{
    co_json_begin_object(json, NULL);
    co_json_text(json, "fichier", preview->file);
    co_json_text(json, "feuille", preview->sheet);
    co_json_text(json, "format", preview->format);
    co_json_text(json, "correspondance", preview->mapping);
    co_json_text(json, "une_ligne_par", preview->per_person ? "personne" : "etablissement");
    co_json_boolean(json, "utilisable", preview->complete);
    co_json_integer(json, "reponses", preview->n_rows);
    co_json_integer(json, "personnes_par_reponse", preview->n_persons);
    co_json_integer(json, "confiance", preview->confidence);
    co_json_begin_array(json, "colonnes");
    for (int i = 0; i < preview->n_columns; i++)
        write_column(json, &preview->columns[i]);
    co_json_end(json);
    co_json_end(json);
}

void co_preview_write(CoJson *json, const CoPreviewList *previews)
{
    g_return_if_fail(json != NULL && previews != NULL);
    co_json_begin_array(json, "enquetes");
    for (size_t i = 0; i < co_preview_list_size(previews); i++)
        write_preview(json, co_preview_list_at(previews, i));
    co_json_end(json);
}
