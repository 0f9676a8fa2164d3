/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey_format.h"

#include <string.h>

#include "inputs/tables/clean.h"
#include "cohorte/text.h"

/* Service columns by tool, folded to keys; French, English, codes. A tool is recognised by at least
 * `least` of the telling ones. What no tool's documentation or real file confirmed is told to users
 * in the guide. */
typedef struct Tool {
    CoSurveyFormat format;
    int least;
    const char *telling[14];
} Tool;

static const Tool tools[] = {
    {CO_FORMAT_SPHINX,
     2,
     {"date saisie", "date enreg", "date modif", "temps saisie", "origine saisie", "lang saisie",
      "appareil saisie", "progression", "derniere question saisie"}},
    {CO_FORMAT_FRAMAFORMS,
     2,
     {"serie", "serial", "sid", "heure de soumission", "submitted time", "heure d achevement",
      "completed time", "heure de modification", "modified time", "brouillon", "draft", "uid",
      "nom d utilisateur", "username"}},
    {CO_FORMAT_DEMARCHES,
     1,
     {"etat du dossier", "dossier id", "instructeurs", "groupe instructeur",
      "passe en instruction le", "derniere mise a jour du dossier le"}},
    {CO_FORMAT_LIMESURVEY,
     2,
     {"date de soumission", "date submitted", "submitdate", "derniere page", "last page",
      "lastpage", "langue de depart", "start language", "startlanguage", "tete de serie", "seed",
      "id de la reponse", "response id"}},
    {CO_FORMAT_MSFORMS,
     2,
     {"heure de debut", "start time", "heure de fin", "completion time",
      "heure de la derniere modification", "last modified time"}},
    {CO_FORMAT_GOOGLE, 1, {"horodateur", "timestamp"}},
};

static const char *const other_services[] = {
    "id",
    "code d acces",
    "token",
    "access code",
    "date de lancement",
    "date started",
    "startdate",
    "date de la derniere action",
    "date last action",
    "datestamp",
    "adresse ip",
    "ip address",
    "ipaddr",
    "url referente",
    "referrer url",
    "refurl",
    "total points",
    "quiz feedback",
    "franceconnect",
    "depot pour un tiers",
    "archive",
    "a archiver",
    "derniere mise a jour le",
    "depose le",
    "traite le",
    "motivation de la decision",
    "cle",
};

/* A header ready to be compared. */
typedef struct Header {
    char *key;
    bool is_cut; /* LimeSurvey cuts long questions at 15 letters */
} Header;

static Header header_of(const char *text)
{
    enum { LEAST_LETTERS = 8 };
    g_autofree char *clean = co_clean_text(text);
    Header header = {.key = co_text_key(clean)};
    header.is_cut = g_str_has_suffix(clean, "..") && strlen(header.key) >= LEAST_LETTERS;
    return header;
}

static void header_clear(Header *header)
{
    g_free(header->key);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Header, header_clear)

static bool reads(const Header *header, const char *name)
{
    return header->is_cut ? g_str_has_prefix(name, header->key) : strcmp(name, header->key) == 0;
}

bool co_survey_header_is(const char *text, const char *name)
{
    g_return_val_if_fail(text != NULL && name != NULL, false);
    g_auto(Header) header = header_of(text);
    return reads(&header, name);
}

static bool is_telling(const Tool *tool, const Header *header)
{
    for (size_t i = 0; i < G_N_ELEMENTS(tool->telling) && tool->telling[i] != NULL; i++)
        if (reads(header, tool->telling[i]))
            return true;
    return false;
}

bool co_survey_is_service_header(const char *text)
{
    g_return_val_if_fail(text != NULL, false);
    g_auto(Header) header = header_of(text);
    for (size_t i = 0; i < G_N_ELEMENTS(tools); i++)
        if (is_telling(&tools[i], &header))
            return true;
    for (size_t i = 0; i < G_N_ELEMENTS(other_services); i++)
        if (reads(&header, other_services[i]))
            return true;
    return g_str_has_prefix(header.key, "points ") || g_str_has_prefix(header.key, "feedback ");
}

static bool is_one_of(const char *text, const char *const *names)
{
    g_auto(Header) header = header_of(text);
    for (int i = 0; names[i] != NULL; i++)
        if (strcmp(header.key, names[i]) == 0)
            return true;
    return false;
}

int co_survey_state_column(const CoSheet *sheet)
{
    static const char *const names[] = {"etat du dossier", NULL};
    g_return_val_if_fail(sheet != NULL, -1);
    for (int i = 0; i < co_sheet_n_columns(sheet); i++)
        if (is_one_of(co_sheet_header(sheet, i), names))
            return i;
    return -1;
}

bool co_survey_state_is_void(const char *state)
{
    static const char *const states[] = {"refuse", "classe sans suite", "sans suite", "brouillon",
                                         NULL};
    g_return_val_if_fail(state != NULL, false);
    return is_one_of(state, states);
}

bool co_survey_is_respondent(const CoSheet *sheet, int column)
{
    static const char *const times[] = {"heure de fin", "completion time", NULL};
    static const char *const addresses[] = {"adresse de messagerie", "email", "e mail", NULL};
    static const char *const names[] = {"nom", "name", NULL};
    g_return_val_if_fail(sheet != NULL && column >= 0, false);
    int address = is_one_of(co_sheet_header(sheet, column), names) ? column - 1 : column;
    return address > 0 && is_one_of(co_sheet_header(sheet, address), addresses) &&
           is_one_of(co_sheet_header(sheet, address - 1), times);
}

CoSurveyFormat co_survey_format(const CoSheet *sheet)
{
    g_return_val_if_fail(sheet != NULL, CO_FORMAT_TABLE);
    int n_told[G_N_ELEMENTS(tools)] = {0};
    for (int i = 0; i < co_sheet_n_columns(sheet); i++) {
        g_auto(Header) header = header_of(co_sheet_header(sheet, i));
        for (size_t j = 0; j < G_N_ELEMENTS(tools); j++)
            n_told[j] += is_telling(&tools[j], &header);
    }
    for (size_t j = 0; j < G_N_ELEMENTS(tools); j++)
        if (n_told[j] >= tools[j].least)
            return tools[j].format;
    return CO_FORMAT_TABLE;
}

/* @return the byte after a code as LimeSurvey makes them, "Q1", "Q1[SQ001]", "Q1[SQ001_SQ002]";
 * NULL when the text does not begin so */
static const char *skip_code(const char *header)
{
    const char *at = header;
    if (!g_ascii_isalpha(*at))
        return NULL;
    while (g_ascii_isalnum(*at) || *at == '_')
        at++;
    while (*at == '[') {
        size_t n = strspn(at + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                  "0123456789_");
        if (n == 0 || at[n + 1] != ']')
            return NULL;
        at += n + 2;
    }
    return at;
}

static bool is_code(const char *header)
{
    const char *end = skip_code(header);
    return end != NULL && end > header && *end == '\0';
}

const char *co_survey_header_text(const char *header)
{
    g_return_val_if_fail(header != NULL, "");
    const char *end = skip_code(header);
    if (end == NULL || *end == '\0')
        return header;
    const char *text = end + strspn(end, ".:;,|-_/ \t");
    /* "Code UAI" is words, not a code and its text. */
    bool separated =
        text > end && strpbrk(end, ".:;,|-/") != NULL && strpbrk(end, ".:;,|-/") < text;
    return separated && *text != '\0' ? text : header;
}

/* The columns that LimeSurvey adds are there in every mode, and their codes never change. */
static CoHeaderMode mode_of(const char *header)
{
    static const char *const codes[] = {"submitdate", "lastpage", "startlanguage"};
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
        if (!g_str_has_prefix(header, codes[i]))
            continue;
        if (header[strlen(codes[i])] == '\0')
            return CO_HEADERS_CODE;
        if (co_survey_header_text(header) != header)
            return CO_HEADERS_CODE_TEXT;
    }
    return CO_HEADERS_TEXT;
}

CoHeaderMode co_survey_header_mode(const CoSheet *sheet)
{
    g_return_val_if_fail(sheet != NULL, CO_HEADERS_TEXT);
    int n_columns = co_sheet_n_columns(sheet), n_codes = 0;
    for (int i = 0; i < n_columns; i++) {
        CoHeaderMode mode = mode_of(co_sheet_header(sheet, i));
        if (mode != CO_HEADERS_TEXT)
            return mode;
        const char *header = co_sheet_header(sheet, i);
        n_codes += is_code(header) && strpbrk(header, "0123456789") != NULL;
    }
    return n_columns > 0 && 2 * n_codes > n_columns ? CO_HEADERS_CODE : CO_HEADERS_TEXT;
}
