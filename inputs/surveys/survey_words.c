/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey_words.h"

#include <string.h>

#include "cohorte/text.h"
#include "survey_mapping.h"

bool co_words_says(const char *key, const char *words)
{
    g_autofree char *padded = g_strconcat(" ", key, NULL);
    g_auto(GStrv) parts = g_strsplit(words, "|", -1);
    for (int i = 0; parts[i] != NULL; i++) {
        g_autofree char *start = g_strconcat(" ", parts[i], NULL);
        if (strstr(padded, start) != NULL)
            return true;
    }
    return false;
}

int co_words_person(const char *key)
{
    static const struct {
        int field;
        const char *words;
    } fields[] = {
        {CO_PERSON_SPANS, "indisponib|indispo|pas dispo|absence|empechement|unavailab|"
                          "jours impossibles|dates impossibles"},
        {CO_PERSON_EMAIL, "courriel|mail|email|e mail|mel|messagerie|adresse electronique|"
                          "adresse professionnelle"},
        {CO_PERSON_ROLE, "fonction|role|profil|poste|metier|qualite|job title|position"},
        {CO_PERSON_ACCESS, "amenagement|handicap|rqth"},
        {CO_PERSON_OTP, "otp|cle otp"},
        {CO_PERSON_RIGHT, "habilitation"},
        {CO_PERSON_TRAINED, "deja forme"},
        {CO_PERSON_LAST_NAME, "nom |noms|patronyme|nom de famille|last name|surname|"
                              "family name"},
        {CO_PERSON_FIRST_NAME, "prenom|first name|given name|forename"},
    };
    g_autofree char *open_ended = g_strconcat(key, " ", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
        if (co_words_says(open_ended, fields[i].words))
            return fields[i].field;
    return -1;
}

int co_words_answer(const char *key)
{
    static const struct {
        int field;
        const char *words;
    } fields[] = {
        {CO_ANSWER_UAI, "uai|rne"},
        {CO_ANSWER_SUBMITTED, "date de soumission|submitdate|date submitted|heure de fin|"
                              "completion time|depose le|horodateur|timestamp|heure d achevement|"
                              "completed time|heure de soumission|submitted time|date enreg|"
                              "date saisie"},
        {CO_ANSWER_STAFF, "effectif"},
        {CO_ANSWER_COMMUNE, "commune |ville "},
        {CO_ANSWER_NAME, "nom de l etablissement|nom etablissement|nom du college|nom du lycee|"
                         "etablissement |intitule de l etablissement"},
    };
    g_autofree char *open_ended = g_strconcat(key, " ", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
        if (co_words_says(open_ended, fields[i].words))
            return fields[i].field;
    return -1;
}

bool co_words_ask_alike(const char *header, const char *other)
{
    g_autofree char *key = co_text_key(header), *other_key = co_text_key(other);
    int person = co_words_person(key), answer = co_words_answer(key);
    if (answer >= 0)
        return co_words_answer(other_key) == answer;
    return person >= 0 && co_words_answer(other_key) < 0 && co_words_person(other_key) == person;
}

int co_words_likelihood(const char *key)
{
    if (co_words_says(key, "etablissement|chef|responsable|repondant|college|lycee|directeur|"
                           "agence"))
        return 0;
    return co_words_says(key, "stagiaire|personnel|agent|participant|personne") ? 2 : 1;
}

bool co_guess_is_question(const char *header)
{
    g_autofree char *key = co_text_key(header);
    return co_words_person(key) >= 0 || co_words_answer(key) >= 0;
}
