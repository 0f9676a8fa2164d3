/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/text.h"

#include <glib.h>

#include <string.h>

#include "blank.h"

enum { SOFT_HYPHEN = 0x00AD };

bool co_char_is_blank(gunichar letter)
{
    GUnicodeType type = g_unichar_type(letter);
    return g_unichar_isspace(letter) || type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT;
}

const char *co_skip_blanks(const char *text)
{
    while (*text != '\0') {
        gunichar letter = g_utf8_get_char_validated(text, -1);
        if (letter >= 0x110000 || !co_char_is_blank(letter))
            break;
        text = g_utf8_next_char(text);
    }
    return text;
}

/* What Unicode's own tables keep, or turn into something else than a reader sees. */
static const struct {
    gunichar letter;
    const char *plain;
} substitutes[] = {
    {'`', "'"},    {0x00B4, "'"}, {0x02BC, "'"},  {0x2018, "'"},  {0x2019, "'"}, {0x201B, "'"},
    {0x2032, "'"}, {0x2010, "-"}, {0x2011, "-"},  {0x2012, "-"},  {0x2013, "-"}, {0x2014, "-"},
    {0x2015, "-"}, {0x2212, "-"}, {0x0153, "oe"}, {0x00E6, "ae"}, {0x00F8, "o"}, {0x0142, "l"},
    {0x0111, "d"}, {0x00F0, "d"}, {0x00FE, "th"}, {0x0131, "i"},
};

static const char *substitute_of(gunichar letter)
{
    for (size_t i = 0; i < G_N_ELEMENTS(substitutes); i++)
        if (substitutes[i].letter == letter)
            return substitutes[i].plain;
    return NULL;
}

static char *substitute(const char *text)
{
    GString *plain = g_string_sized_new(strlen(text) + 1);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        const char *other = substitute_of(letter);
        if (other != NULL)
            g_string_append(plain, other);
        else
            g_string_append_unichar(plain, letter);
    }
    return g_string_free(plain, FALSE);
}

static char *decompose(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    /* First, because Unicode would make a space and an accent of a lone acute. */
    g_autofree char *plain = substitute(valid);
    g_autofree char *spread = g_utf8_normalize(plain, -1, G_NORMALIZE_ALL);
    g_autofree char *lower = g_utf8_casefold(spread, -1);
    return g_utf8_normalize(lower, -1, G_NORMALIZE_ALL);
}

typedef bool (*LetterTest)(gunichar letter);

/* Copies a decomposed text without its marks; each run of gaps is one space, none at the ends. */
static char *squeeze(const char *text, LetterTest is_gap)
{
    GString *out = g_string_sized_new(strlen(text) + 1);
    bool gap = false;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (letter == SOFT_HYPHEN || g_unichar_ismark(letter))
            continue;
        if (is_gap(letter)) {
            gap = true;
            continue;
        }
        if (gap && out->len > 0)
            g_string_append_c(out, ' ');
        gap = false;
        g_string_append_unichar(out, letter);
    }
    return g_string_free(out, FALSE);
}

char *co_text_fold(const char *text)
{
    if (text == NULL)
        return g_strdup("");
    g_autofree char *spread = decompose(text);
    /* Once more, for what folding the case and undoing the accents brought out: Ǽ gives æ. */
    g_autofree char *plain = substitute(spread);
    return squeeze(plain, co_char_is_blank);
}

static bool is_no_alphanumeric(gunichar letter)
{
    return !g_unichar_isalnum(letter);
}

char *co_text_key(const char *text)
{
    g_autofree char *folded = co_text_fold(text);
    return squeeze(folded, is_no_alphanumeric);
}

static int min3(int a, int b, int c)
{
    return MIN(a, MIN(b, c));
}

/* One row of the table of edits: costs[j] = edits from the letters of a read so far to j letters of
 * b. @return the least cost of the row, which no later row falls below */
static int next_row(int *costs, gunichar letter, const gunichar *b, int n_b)
{
    int corner = costs[0];
    int least = ++costs[0];
    for (int j = 1; j <= n_b; j++) {
        int above = costs[j];
        costs[j] = min3(above + 1, costs[j - 1] + 1, corner + (letter == b[j - 1] ? 0 : 1));
        corner = above;
        least = MIN(least, costs[j]);
    }
    return least;
}

static gunichar *letters_of(const char *text, int *n)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    glong length = 0;
    gunichar *letters = g_utf8_to_ucs4_fast(valid, -1, &length);
    *n = (int)length;
    return letters;
}

int co_text_distance(const char *a, const char *b, int limit)
{
    g_return_val_if_fail(a != NULL && b != NULL && limit >= 0 && limit < G_MAXINT, 0);
    int n_a, n_b;
    g_autofree gunichar *letters_a = letters_of(a, &n_a);
    g_autofree gunichar *letters_b = letters_of(b, &n_b);
    if (ABS(n_a - n_b) > limit)
        return limit + 1;
    g_autofree int *costs = g_new(int, (gsize)n_b + 1);
    for (int j = 0; j <= n_b; j++)
        costs[j] = j;
    for (int i = 0; i < n_a; i++)
        if (next_row(costs, letters_a[i], letters_b, n_b) > limit)
            return limit + 1;
    return MIN(costs[n_b], limit + 1);
}

/* Case folded, accents kept, in one form whatever the accents were typed as. */
static char *accented_key(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree char *lower = g_utf8_casefold(valid, -1);
    return g_utf8_normalize(lower, -1, G_NORMALIZE_ALL);
}

int co_text_compare(const char *a, const char *b)
{
    g_return_val_if_fail(a != NULL && b != NULL, 0);
    g_autofree char *key_a = co_text_key(a), *key_b = co_text_key(b);
    int order = strcmp(key_a, key_b);
    if (order != 0)
        return order;
    g_autofree char *accented_a = accented_key(a), *accented_b = accented_key(b);
    order = strcmp(accented_a, accented_b);
    return order != 0 ? order : strcmp(a, b);
}
