/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter_words.h"

#include "names.h"

static bool has_mode(const CoCall *call, CoMode mode)
{
    for (int i = 0; i < call->agenda->n_entries; i++)
        if (co_agenda_mode(call->campaign, &call->agenda->entries[i]) == mode)
            return true;
    return false;
}

static bool has_whole_day(const CoCall *call)
{
    for (int i = 0; i < call->agenda->n_entries; i++) {
        const CoEntry *entry = &call->agenda->entries[i];
        if (entry->halves == CO_HALF_BOTH &&
            co_agenda_mode(call->campaign, entry) == CO_MODE_IN_PERSON)
            return true;
    }
    return false;
}

/* @return the room of the in-person meetings, or NULL */
static const CoRoom *room_of(const CoCall *call)
{
    if (call->group->room_idx < 0 || !has_mode(call, CO_MODE_IN_PERSON))
        return NULL;
    return &call->campaign->rooms[call->group->room_idx];
}

static const CoPlace *post_of(const CoCall *call)
{
    const CoPerson *person = &call->campaign->people[call->person_idx];
    return &call->campaign->establishments[person->establishment_idx].place;
}

char *co_letter_mission(const CoCall *call)
{
    g_return_val_if_fail(call != NULL, NULL);
    if (room_of(call) == NULL)
        return g_strdup("Vous êtes convoqué(e) aux séances ci-dessous, toutes à distance : aucun "
                        "déplacement n'est à prévoir.");
    return g_strdup("Vous êtes convoqué(e) aux séances ci-dessous. La présente convocation vaut "
                    "ordre de mission pour les séances en présentiel.");
}

char *co_letter_place(const CoCall *call)
{
    g_return_val_if_fail(call != NULL, NULL);
    const CoRoom *room = room_of(call);
    if (room == NULL)
        return g_strdup("");
    g_autofree char *address = co_name_address(&room->place);
    return g_strdup_printf("Salle %s, %s%s%s%s", room->code, address,
                           *room->place.uai != '\0' ? " (UAI " : "", room->place.uai,
                           *room->place.uai != '\0' ? ")" : "");
}

static const char *meal_words(const CoCall *call, const CoRoom *room)
{
    if (!has_whole_day(call))
        return "Repas : non, la séance tient en une demi-journée.";
    if (room->canteen)
        return "Repas de midi : oui, au taux réduit, une restauration administrative étant "
               "possible "
               "sur place.";
    return "Repas de midi : oui, au taux plein, sans restauration administrative sur place.";
}

char *co_letter_expenses(const CoCall *call)
{
    g_return_val_if_fail(call != NULL, NULL);
    const CoRoom *room = room_of(call);
    const CoPlace *post = post_of(call);
    if (room == NULL)
        return g_strdup("NON : toutes les séances sont à distance.");
    if (*post->commune == '\0' || *room->place.commune == '\0')
        return g_strdup("À confirmer par l'EAFC : la commune de votre établissement ou celle du "
                        "lieu de formation n'est pas connue.");
    if (co_place_same_commune(post, &room->place))
        return g_strdup_printf("NON : votre résidence administrative et le lieu de formation sont "
                               "dans la même commune (%s).",
                               room->place.commune);
    return g_strdup_printf("OUI : le lieu de formation (%s) est hors de la commune de votre "
                           "résidence administrative (%s), sous réserve qu'il soit aussi hors de "
                           "celle de votre résidence familiale. État de frais à saisir dans "
                           "Chorus-DT après la formation. %s",
                           room->place.commune, post->commune, meal_words(call, room));
}

static const char *otp_words(CoTristate state)
{
    switch (state) {
    case CO_TRISTATE_YES:
        return "votre clé OTP (déclarée active)";
    case CO_TRISTATE_NO:
        return "votre clé OTP, que vous n'avez pas encore : demandez-la sans délai à votre chef "
               "d'établissement";
    case CO_TRISTATE_UNKNOWN:
        break;
    }
    return "votre clé OTP, à essayer avant la première séance";
}

static const char *access_words(CoTristate state)
{
    switch (state) {
    case CO_TRISTATE_YES:
        return "votre accès à Op@le (habilitation déclarée ouverte)";
    case CO_TRISTATE_NO:
        return "votre accès à Op@le, qui n'est pas encore ouvert : faites ouvrir l'habilitation "
               "sans délai";
    case CO_TRISTATE_UNKNOWN:
        break;
    }
    return "votre accès à Op@le, à vérifier auprès de votre chef d'établissement";
}

char *co_letter_to_bring(const CoCall *call)
{
    g_return_val_if_fail(call != NULL, NULL);
    const CoPerson *person = &call->campaign->people[call->person_idx];
    GString *text = g_string_new(NULL);
    if (co_agenda_uses_fm1(call->campaign, call->group->path_idx))
        g_string_append_printf(
            text,
            "La présente convocation ; %s ; %s. Sans clé ni accès, aucun exercice "
            "n'est possible sur la plateforme FM1.",
            otp_words(person->otp), access_words(person->access_right));
    else if (room_of(call) != NULL)
        g_string_append(text, "La présente convocation.");
    if (has_mode(call, CO_MODE_VIRTUAL_CLASS) || has_mode(call, CO_MODE_WEBINAR))
        g_string_append_printf(text,
                               "%sÀ distance : un poste avec casque et micro, dans un lieu "
                               "calme.",
                               text->len > 0 ? " " : "");
    return g_string_free(text, FALSE);
}

char *co_letter_absence(const CoCall *call)
{
    g_return_val_if_fail(call != NULL, NULL);
    return g_strdup(
        "Retournez sans délai cette convocation à l'EAFC, motif indiqué ci-dessous, visée "
        "par votre chef d'établissement ; l'absence est enregistrée dans SOFIA-FMO. "
        "Seule l'EAFC peut proposer un autre groupe.");
}
