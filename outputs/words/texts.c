/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/texts.h"

#include <string.h>

#include "texts_default.h"
#include "texts_fields.h"
#include "outputs/kit/picture.h"
#include "cohorte/text.h"

#define LOGO_NAME "logo.png"
#define LOGO_MAX_BYTES (4 << 20)
#define LOGO_WIDTH_PX 176
#define LOGO_HEIGHT_PX 58
#define PNG_SIGNATURE "\x89PNG\r\n\x1a\n"
#define LABEL_END "::"
/* Stands before every value while a text is cut into paragraphs; no text may hold it. */
#define VALUE_MARK '\x01'

struct CoTexts {
    CoField fields[CO_N_TEXTS][CO_N_FIELDS]; /* nameless where a text does not know them */
    CoMustache *text[CO_N_TEXTS];
    CoScale *scale;
    GBytes *logo;       /* or NULL */
    CoPicture *picture; /* the same for sheets */
};

#define LETTER (1U << CO_TEXT_LETTER)
#define SHEET (1U << CO_TEXT_SHEET)
#define ORDER (1U << CO_TEXT_ORDER)
#define PLACE (1U << CO_TEXT_ORDER_PLACE)
#define AWARD (1U << CO_TEXT_CERTIFICATE)
#define EVERY_TEXT ((1U << CO_N_TEXTS) - 1)

static const struct {
    CoField field;
    unsigned texts; /* that know it */
} all_fields[CO_N_FIELDS] = {
    [CO_FIELD_ACADEMY] = {{"academie", false}, EVERY_TEXT},
    [CO_FIELD_CAMPAIGN] = {{"campagne", false}, EVERY_TEXT},
    [CO_FIELD_SUBTITLE] = {{"sous_titre", false}, EVERY_TEXT},
    [CO_FIELD_VERSION] = {{"version", false}, EVERY_TEXT},
    [CO_FIELD_CONTACT] = {{"contact", false}, EVERY_TEXT},
    [CO_FIELD_ISSUE] = {{"date", false}, EVERY_TEXT},
    [CO_FIELD_GROUP] = {{"groupe", false}, LETTER | SHEET | AWARD},
    [CO_FIELD_PATH] = {{"parcours", false}, LETTER | SHEET | ORDER | AWARD},
    [CO_FIELD_TEAM] = {{"formateurs", false}, LETTER | SHEET | AWARD},
    [CO_FIELD_PLACE] = {{"lieu", false}, LETTER | SHEET | PLACE | AWARD},
    [CO_FIELD_IN_PERSON] = {{"presentiel", true}, LETTER | SHEET | ORDER | AWARD},
    [CO_FIELD_PERSON] = {{"personne", false}, LETTER | ORDER | AWARD},
    [CO_FIELD_ROLES] = {{"fonctions", false}, LETTER | ORDER | AWARD},
    [CO_FIELD_SCHOOL] = {{"etablissement", false}, LETTER | ORDER | PLACE | AWARD},
    [CO_FIELD_UAI] = {{"uai", false}, LETTER | ORDER | AWARD},
    [CO_FIELD_COMMUNE] = {{"commune", false}, LETTER | ORDER | PLACE | AWARD},
    [CO_FIELD_COMMUNE_OF_ROOM] = {{"commune_formation", false}, LETTER | PLACE},
    [CO_FIELD_REFERENCE] = {{"reference", false}, LETTER | ORDER | AWARD},
    [CO_FIELD_LIVE_REMOTE] = {{"classe_a_distance", true}, LETTER | ORDER},
    [CO_FIELD_FM1] = {{"fm1", true}, LETTER | ORDER},
    [CO_FIELD_PAID] = {{"frais_dus", true}, LETTER | ORDER | PLACE},
    [CO_FIELD_UNPAID_SAME_COMMUNE] = {{"frais_meme_commune", true}, LETTER | PLACE},
    [CO_FIELD_UNPAID_REMOTE] = {{"frais_a_distance", true}, LETTER},
    [CO_FIELD_PAID_UNKNOWN] = {{"frais_a_confirmer", true}, LETTER | ORDER | PLACE},
    [CO_FIELD_MEAL_FULL] = {{"repas_plein", true}, LETTER | PLACE},
    [CO_FIELD_MEAL_REDUCED] = {{"repas_reduit", true}, LETTER | PLACE},
    [CO_FIELD_MEAL_NONE] = {{"repas_aucun", true}, LETTER | PLACE},
    [CO_FIELD_OTP_YES] = {{"otp_active", true}, LETTER},
    [CO_FIELD_OTP_NO] = {{"otp_absente", true}, LETTER},
    [CO_FIELD_OTP_UNKNOWN] = {{"otp_inconnue", true}, LETTER},
    [CO_FIELD_ACCESS_YES] = {{"acces_ouvert", true}, LETTER},
    [CO_FIELD_ACCESS_NO] = {{"acces_ferme", true}, LETTER},
    [CO_FIELD_ACCESS_UNKNOWN] = {{"acces_inconnu", true}, LETTER},
    [CO_FIELD_GROUPS] = {{"groupes", false}, ORDER},
    [CO_FIELD_PERIOD] = {{"periode", false}, ORDER | AWARD},
    [CO_FIELD_PARTNERS] = {{"binomes", false}, ORDER},
    [CO_FIELD_HOURS] = {{"heures", false}, ORDER},
    [CO_FIELD_HOURS_IN_PERSON] = {{"heures_presentiel", false}, ORDER},
    [CO_FIELD_HOURS_REMOTE] = {{"heures_distance", false}, ORDER},
    [CO_FIELD_HALF_DAYS] = {{"demi_journees", false}, ORDER},
    [CO_FIELD_DATES] = {{"dates", false}, PLACE},
    [CO_FIELD_DAYS_REDUCED] = {{"jours_repas_reduit", false}, LETTER | PLACE},
    [CO_FIELD_DAYS_FULL] = {{"jours_repas_plein", false}, LETTER | PLACE},
    [CO_FIELD_OVERNIGHT] = {{"nuitee", true}, LETTER | PLACE},
    [CO_FIELD_HOURS_FOLLOWED] = {{"heures_suivies", false}, AWARD},
    [CO_FIELD_HOURS_PLANNED] = {{"heures_prevues", false}, AWARD},
    [CO_FIELD_ALL_FOLLOWED] = {{"tout_suivi", true}, AWARD},
    [CO_FIELD_SELF_STUDY] = {{"autoformation", false}, AWARD},
};

/* Lines of a text that stand for something else, each once in the texts that have them. */
static const struct {
    const char *line;
    CoBlockKind kind;
    unsigned texts;
} slots[] = {
    {"[destinataire]", CO_BLOCK_ADDRESSEE, LETTER | ORDER | AWARD},
    {"[seances]", CO_BLOCK_MEETINGS, LETTER | ORDER | AWARD},
    {"[lieux]", CO_BLOCK_PLACES, ORDER},
    {"[heures]", CO_BLOCK_HOURS, AWARD},
    {"[signatures]", CO_BLOCK_SIGNATURES, LETTER | ORDER | AWARD},
};

static const char *const names[CO_N_TEXTS] = {
    [CO_TEXT_LETTER] = "convocation.txt",      [CO_TEXT_HEADER] = "entete.txt",
    [CO_TEXT_SIGNATURE] = "signature.txt",     [CO_TEXT_SHEET] = "emargement.txt",
    [CO_TEXT_ORDER] = "ordre-de-mission.txt",  [CO_TEXT_ORDER_PLACE] = "ordre-de-mission-lieu.txt",
    [CO_TEXT_CERTIFICATE] = "attestation.txt",
};

void co_text_values_clear(CoTextValues *values)
{
    for (int i = 0; i < CO_N_FIELDS; i++)
        g_clear_pointer(&values->value[i], g_free);
}

static void clear_block(gpointer data)
{
    CoBlock *block = data;
    g_free(block->label);
    g_free(block->text);
}

GArray *co_texts_blocks_new(void)
{
    GArray *blocks = g_array_new(FALSE, FALSE, sizeof(CoBlock));
    g_array_set_clear_func(blocks, clear_block);
    return blocks;
}

static char *render(const CoTexts *texts, CoTextKind kind, const CoTextValues *values)
{
    CoTextValues marked = {{NULL}};
    for (int i = 0; i < CO_N_FIELDS; i++)
        if (values->value[i] != NULL && *values->value[i] != '\0') {
            marked.value[i] = g_strdup_printf("%c%s", VALUE_MARK, values->value[i]);
            /* A line break of a value would end a paragraph. */
            g_strdelimit(marked.value[i], "\r\n", ' ');
        }
    char *text = co_mustache_render(texts->text[kind], (const char *const *)marked.value);
    co_text_values_clear(&marked);
    return text;
}

/* One line, runs of blanks made one, marks of values taken away. @return (transfer full) */
static char *tidy(const char *text)
{
    GString *line = g_string_new(NULL);
    for (const char *p = text; *p != '\0'; p++) {
        bool is_blank = *p == ' ' || *p == '\t' || *p == '\n';
        if (*p == VALUE_MARK || (is_blank && (line->len == 0 || line->str[line->len - 1] == ' ')))
            continue;
        g_string_append_c(line, is_blank ? ' ' : *p);
    }
    if (line->len > 0 && line->str[line->len - 1] == ' ')
        g_string_truncate(line, line->len - 1);
    return g_string_free(line, FALSE);
}

/* @return the slot that a line of a text is, or -1 */
static int slot_of(CoTextKind kind, const char *line)
{
    for (int i = 0; i < (int)G_N_ELEMENTS(slots); i++)
        if ((slots[i].texts & 1U << kind) != 0 && strcmp(line, slots[i].line) == 0)
            return i;
    return -1;
}

/* @return where the label of this line ends, or NULL */
static const char *label_end(const char *line)
{
    const char *value = strchr(line, VALUE_MARK), *end = strstr(line, LABEL_END);
    return end != NULL && end > line && (value == NULL || end < value) ? end : NULL;
}

static void add_block(GArray *blocks, CoBlockKind kind, const char *label, const char *text)
{
    const CoBlock block = {kind, tidy(label), tidy(text)};
    g_array_append_val(blocks, block);
}

/* Lines go to the paragraph that is open, unless they begin one. */
static bool take_line(GArray *blocks, CoTextKind kind, char *line, bool is_open)
{
    g_strstrip(line);
    const char *end = label_end(line);
    int slot = slot_of(kind, line);
    if (*line == '\0' || slot >= 0) {
        if (slot >= 0)
            add_block(blocks, slots[slot].kind, "", "");
        return false;
    }
    if (g_str_has_prefix(line, "# "))
        add_block(blocks, CO_BLOCK_TITLE, "", line + 2);
    else if (g_str_has_prefix(line, "! "))
        add_block(blocks, CO_BLOCK_STRONG, "", line + 2);
    else if (end != NULL) {
        g_autofree char *label = g_strndup(line, (gsize)(end - line));
        add_block(blocks, CO_BLOCK_FACT, label, end + strlen(LABEL_END));
    } else if (!is_open)
        add_block(blocks, CO_BLOCK_TEXT, "", line);
    else {
        CoBlock *last = &g_array_index(blocks, CoBlock, blocks->len - 1);
        g_autofree char *longer = g_strconcat(last->text, " ", line, NULL);
        g_free(last->text);
        last->text = tidy(longer);
    }
    return true;
}

GArray *co_texts_blocks(const CoTexts *texts, CoTextKind kind, const CoTextValues *values)
{
    g_return_val_if_fail(texts != NULL && values != NULL, NULL);
    GArray *blocks = co_texts_blocks_new();
    g_autofree char *text = render(texts, kind, values);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    bool is_open = false;
    for (char **line = lines; *line != NULL; line++)
        is_open = take_line(blocks, kind, *line, is_open);
    return blocks;
}

char **co_texts_lines(const CoTexts *texts, CoTextKind kind, const CoTextValues *values)
{
    g_return_val_if_fail(texts != NULL && values != NULL, NULL);
    g_autofree char *text = render(texts, kind, values);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (char **line = lines; *line != NULL; line++) {
        char *tidied = tidy(*line);
        if (*tidied != '\0')
            g_ptr_array_add(kept, tidied);
        else
            g_free(tidied);
    }
    g_ptr_array_add(kept, NULL);
    return (char **)g_ptr_array_steal(kept, NULL);
}

GBytes *co_texts_logo(const CoTexts *texts)
{
    g_return_val_if_fail(texts != NULL, NULL);
    return texts->logo;
}

const CoPicture *co_texts_picture(const CoTexts *texts)
{
    g_return_val_if_fail(texts != NULL, NULL);
    return texts->picture;
}

const CoScale *co_texts_scale(const CoTexts *texts)
{
    g_return_val_if_fail(texts != NULL, NULL);
    return texts->scale;
}

static bool refuse(GError **error, const char *name, const char *why)
{
    g_set_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS, "« %s » : %s", name, why);
    return false;
}

static int count_blocks(const CoTexts *texts, CoTextKind kind, CoBlockKind wanted,
                        const CoTextValues *values)
{
    g_autoptr(GArray) blocks = co_texts_blocks(texts, kind, values);
    int n = 0;
    for (guint i = 0; i < blocks->len; i++)
        n += g_array_index(blocks, CoBlock, i).kind == wanted;
    return n;
}

/* A letter without its dates, or with them twice, must not leave the house. */
static bool check_slots(const CoTexts *texts, CoTextKind kind, GError **error)
{
    g_auto(CoTextValues) all = {{NULL}};
    const CoTextValues none = {{NULL}};
    for (int i = 0; i < CO_N_FIELDS; i++)
        all.value[i] = g_strdup("x");
    for (size_t i = 0; i < G_N_ELEMENTS(slots); i++) {
        if ((slots[i].texts & 1U << kind) == 0 ||
            (count_blocks(texts, kind, slots[i].kind, &none) == 1 &&
             count_blocks(texts, kind, slots[i].kind, &all) == 1))
            continue;
        g_autofree char *why = g_strdup_printf(
            "la ligne %s doit y être une fois, hors de toute condition", slots[i].line);
        return refuse(error, names[kind], why);
    }
    return true;
}

/* @return (transfer full) "[destinataire], [seances] et [signatures]"; "" for a text without */
static char *slots_of(CoTextKind kind)
{
    GString *text = g_string_new(NULL);
    gsize last = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(slots); i++) {
        if ((slots[i].texts & 1U << kind) == 0)
            continue;
        last = text->len;
        g_string_append_printf(text, "%s%s", last > 0 ? ", " : "", slots[i].line);
    }
    if (last > 0)
        g_string_replace(text, ", [signatures]", " et [signatures]", 1);
    return g_string_free(text, FALSE);
}

/* "[seance]" alone on its line is a slip of the pen. */
static bool check_lines(CoTextKind kind, GBytes *data, GError **error)
{
    gsize size;
    const char *bytes = g_bytes_get_data(data, &size);
    g_autofree char *known = slots_of(kind);
    g_autofree char *text = g_strndup(bytes != NULL ? bytes : "", size);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (int i = 0; *known != '\0' && lines[i] != NULL; i++) {
        const char *line = g_strstrip(lines[i]);
        if (*line != '[' || !g_str_has_suffix(line, "]") || slot_of(kind, line) >= 0)
            continue;
        g_set_error(error, CO_OUTPUT_ERROR, CO_OUTPUT_ERROR_TEXTS,
                    "« %s », ligne %d, colonne 1 : %s n'existe pas ; il y a %s", names[kind], i + 1,
                    line, known);
        return false;
    }
    return true;
}

static GBytes *shipped(const char *name)
{
    for (int i = 0; i < co_n_texts_default; i++)
        if (strcmp(co_texts_default[i].name, name) == 0)
            return g_bytes_new_static(co_texts_default[i].data, co_texts_default[i].size);
    return NULL;
}

/* @return (transfer full) what a file of the folder holds; NULL without error when it is absent */
static GBytes *read_file(const char *folder, const char *name, GError **error)
{
    g_autofree char *path = folder != NULL ? g_build_filename(folder, name, NULL) : NULL;
    if (path == NULL || !g_file_test(path, G_FILE_TEST_EXISTS))
        return NULL;
    char *data;
    gsize size;
    if (g_file_get_contents(path, &data, &size, NULL))
        return g_bytes_new_take(data, size);
    refuse(error, name, "le fichier ne se lit pas : vérifiez vos droits");
    return NULL;
}

static bool load_text(CoTexts *texts, CoTextKind kind, const char *folder, GError **error)
{
    GError *failure = NULL;
    const char *name = names[kind];
    g_autoptr(GBytes) data = read_file(folder, name, &failure);
    if (failure != NULL) {
        g_propagate_error(error, failure);
        return false;
    }
    if (data == NULL)
        data = shipped(name);
    for (int i = 0; i < CO_N_FIELDS; i++)
        if ((all_fields[i].texts & 1U << kind) != 0)
            texts->fields[kind][i] = all_fields[i].field;
    const CoFields fields = {texts->fields[kind], CO_N_FIELDS};
    texts->text[kind] = co_mustache_parse(name, data, &fields, error);
    return texts->text[kind] != NULL && check_lines(kind, data, error) &&
           check_slots(texts, kind, error);
}

static bool load_logo(CoTexts *texts, const char *folder, GError **error)
{
    GError *failure = NULL;
    texts->logo = read_file(folder, LOGO_NAME, &failure);
    if (failure != NULL) {
        g_propagate_error(error, failure);
        return false;
    }
    if (texts->logo == NULL)
        return true;
    gsize size;
    const char *bytes = g_bytes_get_data(texts->logo, &size);
    if (size > LOGO_MAX_BYTES)
        return refuse(error, LOGO_NAME, "l'image est trop lourde (4 Mio au plus)");
    if (size < strlen(PNG_SIGNATURE) || memcmp(bytes, PNG_SIGNATURE, strlen(PNG_SIGNATURE)) != 0)
        return refuse(error, LOGO_NAME, "ce n'est pas une image PNG");
    texts->picture = co_picture_new(texts->logo, LOGO_WIDTH_PX, LOGO_HEIGHT_PX, error);
    return texts->picture != NULL;
}

static bool load_scale(CoTexts *texts, const char *folder, GError **error)
{
    GError *failure = NULL;
    g_autoptr(GBytes) data = read_file(folder, CO_SCALE_NAME, &failure);
    if (failure != NULL) {
        g_propagate_error(error, failure);
        return false;
    }
    if (data == NULL)
        data = shipped(CO_SCALE_NAME);
    texts->scale = co_scale_parse(CO_SCALE_NAME, data, error);
    return texts->scale != NULL;
}

/* @return the known name most like it, or NULL when it is one of them or no name of a text */
static const char *name_meant(const char *name)
{
    const char *closest = NULL;
    int least = G_MAXINT;
    if (!g_str_has_suffix(name, ".txt"))
        return NULL;
    for (int i = 0; i < CO_N_TEXTS; i++) {
        int distance = co_text_distance(name, names[i], 40);
        if (distance == 0)
            return NULL;
        if (distance < least) {
            least = distance;
            closest = names[i];
        }
    }
    return closest;
}

/* A text under a name that is not looked for would be passed over in silence. */
static bool check_names(const char *folder, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    if (dir == NULL)
        return refuse(error, folder, "le dossier des modèles n'existe pas ou ne se lit pas");
    g_autofree char *first = NULL; /* by name, so that the message does not depend on the disk */
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
        if (name_meant(name) != NULL && (first == NULL || strcmp(name, first) < 0)) {
            g_free(first);
            first = g_strdup(name);
        }
    if (first == NULL)
        return true;
    g_autofree char *why = g_strdup_printf(
        "aucun modèle ne porte ce nom ; le plus proche est « %s »", name_meant(first));
    g_autofree char *shown = g_filename_display_name(first);
    return refuse(error, shown, why);
}

CoTexts *co_texts_load(const char *folder, GError **error)
{
    g_return_val_if_fail(error == NULL || *error == NULL, NULL);
    if (folder != NULL && !check_names(folder, error))
        return NULL;
    g_autoptr(CoTexts) texts = g_new0(CoTexts, 1);
    for (int kind = 0; kind < CO_N_TEXTS; kind++)
        if (!load_text(texts, (CoTextKind)kind, folder, error))
            return NULL;
    if (!load_scale(texts, folder, error) || !load_logo(texts, folder, error))
        return NULL;
    return g_steal_pointer(&texts);
}

void co_texts_free(CoTexts *texts)
{
    if (texts == NULL)
        return;
    for (int i = 0; i < CO_N_TEXTS; i++)
        co_mustache_free(texts->text[i]);
    co_scale_free(texts->scale);
    g_clear_pointer(&texts->logo, g_bytes_unref);
    co_picture_free(texts->picture);
    g_free(texts);
}
