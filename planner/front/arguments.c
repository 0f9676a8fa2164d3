/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arguments.h"

#include <glib.h>

#include <math.h>
#include <string.h>

#include "cohorte/text.h"
#include "failure.h"

typedef struct {
    const CoOption *option;
    char *value; /* of an option that takes one */
    gboolean is_set;
} Setting;

struct CoArguments {
    GArray *settings;    /* of Setting, one per option */
    GPtrArray *operands; /* of owned char *, NULL-terminated */
};

static Setting *setting_at(const CoArguments *arguments, size_t index)
{
    return &g_array_index(arguments->settings, Setting, index);
}

void co_arguments_free(CoArguments *arguments)
{
    if (arguments == NULL)
        return;
    for (size_t i = 0; i < arguments->settings->len; i++)
        g_free(setting_at(arguments, i)->value);
    g_array_unref(arguments->settings);
    g_ptr_array_unref(arguments->operands);
    g_free(arguments);
}

static CoArguments *new_arguments(const CoOption *const *tables)
{
    CoArguments *arguments = g_new0(CoArguments, 1);
    arguments->settings = g_array_new(FALSE, TRUE, sizeof(Setting));
    arguments->operands = g_ptr_array_new_with_free_func(g_free);
    for (size_t t = 0; tables[t] != NULL; t++) {
        for (const CoOption *option = tables[t]; option->name != NULL; option++) {
            Setting setting = {.option = option};
            g_array_append_val(arguments->settings, setting);
        }
    }
    return arguments;
}

static Setting *find(const CoArguments *arguments, const char *name)
{
    for (size_t i = 0; i < arguments->settings->len; i++)
        if (strcmp(setting_at(arguments, i)->option->name, name) == 0)
            return setting_at(arguments, i);
    return NULL;
}

/* GLib's own words follow the user's language, so its help is off and its errors are not shown. */
static GOptionContext *new_context(const CoArguments *arguments)
{
    GOptionContext *context = g_option_context_new(NULL);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_set_ignore_unknown_options(context, TRUE);
    for (size_t i = 0; i < arguments->settings->len; i++) {
        Setting *setting = setting_at(arguments, i);
        bool takes_value = setting->option->value != NULL;
        GOptionEntry entries[2] = {{0}};
        entries[0].long_name = setting->option->name;
        entries[0].short_name = setting->option->letter;
        entries[0].arg = takes_value ? G_OPTION_ARG_FILENAME : G_OPTION_ARG_NONE;
        entries[0].arg_data = takes_value ? (gpointer)&setting->value : (gpointer)&setting->is_set;
        g_option_context_add_main_entries(context, entries, NULL);
    }
    return context;
}

static const char *closest_option(const CoArguments *arguments, const char *typed)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (size_t i = 0; i < arguments->settings->len; i++)
        g_ptr_array_add(names, (gpointer)setting_at(arguments, i)->option->name);
    g_ptr_array_add(names, NULL);
    return co_closest_word(typed, (const char *const *)names->pdata);
}

static void fail_unknown_option(const CoArguments *arguments, const char *word, GError **error)
{
    g_autofree char *shown = g_filename_display_name(word);
    g_autofree char *name = g_strdup(shown + strspn(shown, "-"));
    name[strcspn(name, "=")] = '\0';
    const char *closest = closest_option(arguments, name);
    g_autofree char *what = g_strdup_printf("L'option « %s » n'existe pas ici.", shown);
    g_autofree char *remedy = closest != NULL
                                  ? g_strdup_printf("Vouliez-vous écrire --%s ?", closest)
                                  : g_strdup("L'option --aide montre celles de la commande.");
    co_fail(error, CO_EXIT_USAGE, what, remedy);
}

static void fail_missing_value(const CoArguments *arguments, const char *word, GError **error)
{
    g_autofree char *shown = g_filename_display_name(word);
    g_autofree char *what = g_strdup_printf("Il manque la valeur de l'option %s.", shown);
    const Setting *setting = find(arguments, shown + strspn(shown, "-"));
    g_autofree char *remedy = NULL;
    if (setting != NULL)
        remedy = g_strdup_printf("Écrivez --%s %s.", setting->option->name, setting->option->value);
    co_fail(error, CO_EXIT_USAGE, what, remedy);
}

/* @return how many words are the value of the option that this word is, written apart */
static int count_values(const CoArguments *arguments, const char *word)
{
    const Setting *setting = g_str_has_prefix(word, "--") ? find(arguments, word + 2) : NULL;
    if (setting == NULL || setting->option->value == NULL)
        return 0;
    return strchr(setting->option->value, ' ') != NULL ? 2 : 1;
}

/* Adds a word, or the two that are one value: GLib knows only options with one. @return how many */
static size_t add_words(GStrvBuilder *builder, char *const *words, int n_values)
{
    if (n_values < 2 || words[1] == NULL || *words[1] == '-') {
        g_strv_builder_add(builder, words[0]);
        return 1;
    }
    g_autofree char *value = g_strjoin(" ", words[0], words[1], NULL);
    g_strv_builder_add(builder, value);
    return 2;
}

/* Words before "--" are sorted by GLib; those after it are operands whatever they look like. */
static bool sort_words(CoArguments *arguments, char *const *words, bool stop, GError **error)
{
    g_autoptr(GOptionContext) context = new_context(arguments);
    g_option_context_set_strict_posix(context, stop);
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    g_strv_builder_add(builder, "cohorte");
    size_t n = 0;
    for (int n_values = 0; words[n] != NULL && (stop || strcmp(words[n], "--") != 0);) {
        int n_next = n_values > 0 ? 0 : count_values(arguments, words[n]);
        n += add_words(builder, words + n, n_values);
        n_values = n_next;
    }
    g_auto(GStrv) sorted = g_strv_builder_end(builder);
    if (!g_option_context_parse_strv(context, &sorted, NULL)) {
        /* Values are taken as they are, so only the last word can have gone without. */
        fail_missing_value(arguments, words[n - 1], error);
        return false;
    }
    for (size_t i = 1; sorted[i] != NULL; i++) {
        bool may_be_option = !stop || i == 1;
        if (may_be_option && sorted[i][0] == '-' && sorted[i][1] != '\0') {
            fail_unknown_option(arguments, sorted[i], error);
            return false;
        }
        g_ptr_array_add(arguments->operands, g_strdup(sorted[i]));
    }
    for (; words[n] != NULL && words[n + 1] != NULL; n++)
        g_ptr_array_add(arguments->operands, g_strdup(words[n + 1]));
    return true;
}

CoArguments *co_arguments_parse(const CoOption *const *tables, char *const *words, bool stop,
                                GError **error)
{
    g_return_val_if_fail(tables != NULL && words != NULL, NULL);
    g_autoptr(CoArguments) arguments = new_arguments(tables);
    if (!sort_words(arguments, words, stop, error))
        return NULL;
    g_ptr_array_add(arguments->operands, NULL);
    return g_steal_pointer(&arguments);
}

int co_arguments_count(const CoArguments *arguments)
{
    g_return_val_if_fail(arguments != NULL, 0);
    return (int)arguments->operands->len - 1;
}

char *const *co_arguments_operands(const CoArguments *arguments)
{
    g_return_val_if_fail(arguments != NULL, NULL);
    return (char *const *)arguments->operands->pdata;
}

const char *co_arguments_operand(const CoArguments *arguments, int index)
{
    g_return_val_if_fail(arguments != NULL, NULL);
    g_return_val_if_fail(index >= 0 && index < co_arguments_count(arguments), NULL);
    return arguments->operands->pdata[index];
}

bool co_arguments_has(const CoArguments *arguments, const char *name)
{
    g_return_val_if_fail(arguments != NULL && name != NULL, false);
    const Setting *setting = find(arguments, name);
    return setting != NULL && (setting->is_set || setting->value != NULL);
}

const char *co_arguments_value(const CoArguments *arguments, const char *name)
{
    g_return_val_if_fail(arguments != NULL && name != NULL, NULL);
    const Setting *setting = find(arguments, name);
    return setting != NULL ? setting->value : NULL;
}

static bool fail_value(const char *name, const char *text, const char *wanted, GError **error)
{
    g_autofree char *shown = g_filename_display_name(text);
    g_autofree char *what =
        g_strdup_printf("La valeur « %s » de l'option --%s n'est pas valable.", shown, name);
    co_fail(error, CO_EXIT_USAGE, what, wanted);
    return false;
}

bool co_arguments_integer(const CoArguments *arguments, const char *name, int64_t least,
                          int64_t *value, GError **error)
{
    g_return_val_if_fail(value != NULL, false);
    const char *text = co_arguments_value(arguments, name);
    gint64 number = 0;
    if (text == NULL)
        return true;
    if (!g_ascii_string_to_signed(text, 10, least, G_MAXINT64, &number, NULL)) {
        g_autofree char *wanted =
            least == G_MININT64
                ? g_strdup("Il faut un nombre entier, par exemple 1.")
                : g_strdup_printf("Il faut un nombre entier d'au moins %" G_GINT64_FORMAT ".",
                                  least);
        return fail_value(name, text, wanted, error);
    }
    *value = number;
    return true;
}

/* Only digits and one separator: what else g_ascii_strtod() takes (hexadecimal, "inf") is no
 * amount that anyone means. */
static bool read_number(const char *text, const char *unit, double *value)
{
    g_autofree char *number = g_strstrip(g_strdup(text));
    if (unit != NULL && g_str_has_suffix(number, unit))
        number[strlen(number) - strlen(unit)] = '\0';
    g_strchomp(number);
    g_strdelimit(number, ",", '.');
    size_t n_digits = strspn(number, "0123456789.");
    if (*number == '\0' || number[n_digits] != '\0')
        return false;
    char *end = NULL;
    *value = g_ascii_strtod(number, &end);
    return *end == '\0' && isfinite(*value);
}

bool co_arguments_number(const CoArguments *arguments, const char *name, const char *unit,
                         double *value, GError **error)
{
    g_return_val_if_fail(value != NULL, false);
    const char *text = co_arguments_value(arguments, name);
    double number = 0;
    if (text == NULL)
        return true;
    if (!read_number(text, unit, &number))
        return fail_value(name, text, "Il faut un nombre positif, par exemple 2 ou 0,5.", error);
    *value = number;
    return true;
}

const char *co_closest_word(const char *typed, const char *const *words)
{
    g_return_val_if_fail(typed != NULL && words != NULL, NULL);
    g_autofree char *valid = g_utf8_make_valid(typed, -1);
    g_autofree char *folded = co_text_fold(valid);
    const char *closest = NULL;
    int limit = MAX(2, (int)strlen(folded) / 3);
    for (size_t i = 0; words[i] != NULL; i++) {
        /* The beginning of a name says which one is meant better than any count of letters. */
        if (strlen(folded) >= 2 && g_str_has_prefix(words[i], folded))
            return words[i];
        int distance = co_text_distance(folded, words[i], limit);
        if (distance <= limit && distance < (int)strlen(words[i])) {
            closest = words[i];
            limit = distance - 1;
        }
        if (limit < 0)
            break;
    }
    return closest;
}
