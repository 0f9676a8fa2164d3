/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed from one plan to another, in sentences that do as well beside a name as in a letter:
 * none says who is spoken to. */
#include "cohorte/wording.h"

#include "names.h"
#include "outputs/agenda/agenda.h"

static const CoGroup *group_before(const CoDifference *difference, const CoFact *fact)
{
    return fact->before_idx < 0 ? NULL : &difference->before->groups[fact->before_idx];
}

static const CoGroup *group_after(const CoDifference *difference, const CoFact *fact)
{
    return fact->after_idx < 0 ? NULL : &difference->after->groups[fact->after_idx];
}

/* The code it has now, or had. */
static const char *code_of(const CoDifference *difference, const CoFact *fact)
{
    const CoGroup *after = group_after(difference, fact);
    const CoGroup *group = after != NULL ? after : group_before(difference, fact);
    return group == NULL ? "" : group->code;
}

/* " : 3 séances à partir du mercredi 13 novembre 2024"; "" without meetings. */
static char *extent_of(const CoGroup *group)
{
    if (group == NULL || group->n_meetings == 0)
        return g_strdup("");
    CoDay first = group->meetings[0].day;
    for (int i = 1; i < group->n_meetings; i++)
        first = MIN(first, group->meetings[i].day);
    g_autofree char *count = co_name_count(group->n_meetings, "séance", "séances");
    g_autofree char *day = co_wording_day_long(first);
    return g_strdup_printf(" : %s%s%s", count, group->n_meetings > 1 ? " à partir du " : " le ",
                           day);
}

/* "salle S02, Lycée X", or "à distance" */
static char *room_words(const CoCampaign *campaign, int room_idx)
{
    if (room_idx < 0)
        return g_strdup("à distance");
    g_autofree char *room = co_name_room(campaign, room_idx);
    return g_strdup_printf("salle %s", room);
}

static char *room_sentence(const CoDifference *difference, const CoFact *fact)
{
    const CoGroup *before = group_before(difference, fact), *after = group_after(difference, fact);
    g_autofree char *was = room_words(difference->campaign, before->room_idx);
    g_autofree char *is = room_words(difference->campaign, after->room_idx);
    return g_strdup_printf("Le groupe %s change de lieu : %s (avant : %s)", after->code, is, was);
}

static char *team_sentence(const CoDifference *difference, const CoFact *fact)
{
    const CoGroup *before = group_before(difference, fact), *after = group_after(difference, fact);
    g_autofree char *was = co_name_team(difference->campaign, before, " et ");
    g_autofree char *is = co_name_team(difference->campaign, after, " et ");
    return g_strdup_printf("Le groupe %s change de formateurs : %s (avant : %s)", after->code,
                           *is != '\0' ? is : "personne", *was != '\0' ? was : "personne");
}

/* ", même salle", or where; "" for what has no room. */
static char *place_after_move(const CoDifference *difference, const CoFact *fact)
{
    const CoCampaign *campaign = difference->campaign;
    int was = group_before(difference, fact)->room_idx,
        is = group_after(difference, fact)->room_idx;
    if (campaign->modules[fact->after.module_idx].mode != CO_MODE_IN_PERSON)
        return g_strdup("");
    if (was == is)
        return g_strdup(", même salle");
    g_autofree char *room = room_words(campaign, is);
    return g_strdup_printf(", %s", room);
}

/* "passe au jeudi 21 novembre 2024, mêmes horaires", "change d'horaires le même jour : ..." */
static char *move_words(const CoDifference *difference, const CoFact *fact)
{
    const CoParameters *parameters = &difference->campaign->parameters;
    g_autofree char *is = co_agenda_timetable(parameters, fact->after.halves);
    g_autofree char *was = co_agenda_timetable(parameters, fact->before.halves);
    if (fact->before.day == fact->after.day)
        return g_strdup_printf("change d'horaires : %s (avant : %s)", is, was);
    g_autofree char *day = co_wording_day_long(fact->after.day);
    if (fact->before.halves == fact->after.halves)
        return g_strdup_printf("passe au %s, mêmes horaires", day);
    return g_strdup_printf("passe au %s, %s", day, is);
}

static char *move_sentence(const CoDifference *difference, const CoFact *fact)
{
    const CoGroup *before = group_before(difference, fact), *after = group_after(difference, fact);
    const char *module = difference->campaign->modules[fact->after.module_idx].code;
    g_autofree char *day = co_wording_day_long(fact->before.day);
    g_autofree char *move = move_words(difference, fact);
    g_autofree char *place = place_after_move(difference, fact);
    bool is_same = g_str_equal(before->code, after->code);
    return g_strdup_printf("La séance %s du %s (%s) %s%s%s%s%s", module, day, before->code, move,
                           place, is_same ? "" : " (groupe ", is_same ? "" : after->code,
                           is_same ? "" : ")");
}

static char *meeting_sentence(const CoDifference *difference, const CoFact *fact)
{
    bool is_added = fact->kind == CO_FACT_ADDED;
    const CoMeeting *meeting = is_added ? &fact->after : &fact->before;
    const CoGroup *group =
        is_added ? group_after(difference, fact) : group_before(difference, fact);
    g_autofree char *day = co_wording_day_long(meeting->day);
    g_autofree char *hours =
        co_agenda_timetable(&difference->campaign->parameters, meeting->halves);
    return g_strdup_printf("Séance %s %s le %s, %s (%s)",
                           difference->campaign->modules[meeting->module_idx].code,
                           is_added ? "ajoutée" : "annulée", day, hours, group->code);
}

static char *other_group_sentence(const CoDifference *difference, const CoFact *fact)
{
    const CoGroup *before = group_before(difference, fact), *after = group_after(difference, fact);
    g_autofree char *extent = before->path_idx == after->path_idx ? g_strdup("") : extent_of(after);
    return g_strdup_printf("Passage du groupe %s au groupe %s%s", before->code, after->code,
                           extent);
}

static char *size_sentence(const CoDifference *difference, const CoFact *fact)
{
    const CoGroup *before = group_before(difference, fact), *after = group_after(difference, fact);
    g_autofree char *now = co_name_count(after->n_members, "personne", "personnes");
    return g_strdup_printf("Groupe %s : %s au lieu de %d", after->code, now, before->n_members);
}

static char *roster_sentence(const CoDifference *difference, const CoFact *fact)
{
    bool has_joined = fact->kind == CO_FACT_JOINED;
    g_autofree char *name = co_name_person(difference->campaign, fact->person_idx);
    return g_strdup_printf("%s %s le groupe %s", name, has_joined ? "rejoint" : "quitte",
                           code_of(difference, fact));
}

static char *reason_sentence(const CoDifference *difference, const CoFact *fact)
{
    const CoPlan *plan = difference->after;
    for (int i = 0; i < plan->n_unplaced; i++) {
        if (plan->unplaced[i].person_idx != fact->person_idx)
            continue;
        CoUnplaced main_one = plan->unplaced[i];
        main_one.rules = CO_RULE_BIT(main_one.main_rule);
        g_autofree char *reason = co_wording_unplaced_reason(difference->campaign, plan, &main_one);
        return g_strdup_printf("sans groupe à ce jour, %s", reason);
    }
    return g_strdup("n'attend plus de groupe");
}

/* A group that comes, goes, is given or taken back. */
static char *group_sentence(const CoDifference *difference, const CoFact *fact)
{
    static const char *const words[CO_N_FACTS] = {
        [CO_FACT_CALLED] = "Convocation dans le groupe %s%s",
        [CO_FACT_RELEASED] = "Convocation dans le groupe %s annulée%s",
        [CO_FACT_TEACHES] = "Animation du groupe %s%s",
        [CO_FACT_TEACHES_NOT] = "Fin de l'animation du groupe %s%s",
        [CO_FACT_GROUP_NEW] = "Nouveau groupe %s%s",
        [CO_FACT_GROUP_GONE] = "Groupe %s supprimé%s",
    };
    bool begins = fact->kind == CO_FACT_CALLED || fact->kind == CO_FACT_TEACHES ||
                  fact->kind == CO_FACT_GROUP_NEW;
    g_autofree char *extent = begins ? extent_of(group_after(difference, fact)) : g_strdup("");
    g_auto(GStrv) parts = g_strsplit(words[fact->kind], "%s", 3);
    return g_strconcat(parts[0], code_of(difference, fact), parts[1], extent, NULL);
}

static char *sentence_of(const CoDifference *difference, const CoFact *fact)
{
    switch (fact->kind) {
    case CO_FACT_ROOM:
        return room_sentence(difference, fact);
    case CO_FACT_TEAM:
        return team_sentence(difference, fact);
    case CO_FACT_MOVED:
        return move_sentence(difference, fact);
    case CO_FACT_ADDED:
    case CO_FACT_CANCELLED:
        return meeting_sentence(difference, fact);
    case CO_FACT_OTHER_GROUP:
        return other_group_sentence(difference, fact);
    case CO_FACT_JOINED:
    case CO_FACT_LEFT:
        return roster_sentence(difference, fact);
    case CO_FACT_SIZE:
        return size_sentence(difference, fact);
    case CO_FACT_REASON:
        return reason_sentence(difference, fact);
    case CO_FACT_CALLED:
    case CO_FACT_RELEASED:
    case CO_FACT_TEACHES:
    case CO_FACT_TEACHES_NOT:
    case CO_FACT_GROUP_NEW:
    case CO_FACT_GROUP_GONE:
    case CO_N_FACTS:
        break;
    }
    return group_sentence(difference, fact);
}

/* A sentence goes on in small letters: none of those said of somebody begins with a name. */
static char *after_colon(const char *name, const char *sentence)
{
    char first[6 + 1] = {0};
    g_unichar_to_utf8(g_unichar_tolower(g_utf8_get_char(sentence)), first);
    return g_strdup_printf("%s : %s%s", name, first, g_utf8_next_char(sentence));
}

char *co_wording_fact(const CoDifference *difference, const CoFact *fact)
{
    g_return_val_if_fail(difference != NULL && fact != NULL, NULL);
    g_return_val_if_fail(fact->kind < CO_N_FACTS, NULL);
    char *sentence = sentence_of(difference, fact);
    g_autofree char *name = NULL;
    if (fact->trainer_idx >= 0)
        name = co_name_trainer(difference->campaign, fact->trainer_idx);
    else if (fact->person_idx >= 0 && fact->kind != CO_FACT_JOINED && fact->kind != CO_FACT_LEFT)
        name = co_name_person(difference->campaign, fact->person_idx);
    if (name == NULL)
        return sentence;
    char *about = after_colon(name, sentence);
    g_free(sentence);
    return about;
}

const char *co_wording_fact_key(CoFactKind kind)
{
    static const char *const keys[CO_N_FACTS] = {
        [CO_FACT_CALLED] = "convocation",
        [CO_FACT_RELEASED] = "fin_convocation",
        [CO_FACT_OTHER_GROUP] = "autre_groupe",
        [CO_FACT_REASON] = "motif",
        [CO_FACT_TEACHES] = "animation",
        [CO_FACT_TEACHES_NOT] = "fin_animation",
        [CO_FACT_GROUP_NEW] = "groupe_nouveau",
        [CO_FACT_GROUP_GONE] = "groupe_supprime",
        [CO_FACT_ROOM] = "lieu",
        [CO_FACT_TEAM] = "formateurs",
        [CO_FACT_MOVED] = "seance_deplacee",
        [CO_FACT_ADDED] = "seance_ajoutee",
        [CO_FACT_CANCELLED] = "seance_annulee",
        [CO_FACT_JOINED] = "arrivee",
        [CO_FACT_LEFT] = "depart",
        [CO_FACT_SIZE] = "effectif",
    };
    g_return_val_if_fail(kind < CO_N_FACTS, "");
    return keys[kind];
}
