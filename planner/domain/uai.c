/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include <string.h>

#include "blank.h"
#include "cohorte/text.h"

enum { N_DIGITS = 7, UAI_LENGTH = 8 };

char co_uai_check_letter(const char *digits)
{
    if (digits == NULL || strlen(digits) != N_DIGITS)
        return '\0';
    static const char letters[] = "ABCDEFGHJKLMNPRSTUVWXYZ"; /* no I, O, Q: 23 of them */
    int number = 0;
    for (int i = 0; i < N_DIGITS; i++) {
        if (!g_ascii_isdigit(digits[i]))
            return '\0';
        number = 10 * number + g_ascii_digit_value(digits[i]);
    }
    return letters[number % 23];
}

bool co_uai_is_valid(const char *uai)
{
    if (uai == NULL || strlen(uai) != UAI_LENGTH)
        return false;
    char digits[N_DIGITS + 1] = {0};
    memcpy(digits, uai, N_DIGITS);
    char letter = co_uai_check_letter(digits);
    return letter != '\0' && uai[N_DIGITS] == letter;
}

/* One letter of a UAI as meant, '\0' for a letter no UAI has. No check letter is an O. */
static char meant_letter(gunichar letter)
{
    if (letter > 0x7F)
        return '\0';
    char upper = g_ascii_toupper((char)letter);
    return upper == 'O' ? '0' : upper;
}

char *co_uai_repair(const char *text)
{
    if (text == NULL)
        return NULL;
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    char uai[UAI_LENGTH + 1] = {0};
    int n = 0;
    for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (letter == '.' || co_char_is_blank(letter))
            continue;
        if (n == UAI_LENGTH)
            return NULL;
        uai[n++] = meant_letter(letter);
    }
    return co_uai_is_valid(uai) ? g_strdup(uai) : NULL;
}
