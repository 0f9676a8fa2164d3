/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attendance_judge.h"

#include <string.h>

#include "cohorte/text.h"
#include "inputs/calendars/session_people.h"
#include "inputs/identity/keys.h"
#include "inputs/tables/clean.h"
#include "inputs/tables/numbers.h"

enum { MAX_MINUTES = 600 };

/* A fact taken, and where it was first said. */
typedef struct Taken {
    CoAttendance row; /* texts of the campaign and the plan */
    char *where;
    bool is_disputed;
} Taken;

struct CoAttendanceJudge {
    const CoCampaign *campaign;
    const CoPlan *plan;
    CoProblemList *problems;
    CoSessionPeople *people;
    CoKeys *groups;
    int *group_of_person;
    GPtrArray *taken;   /* of Taken, owned */
    GHashTable *by_key; /* key -> Taken */
    GHashTable *guests; /* "person group", told already */
};

static void free_taken(gpointer data)
{
    Taken *taken = data;
    g_free(taken->where);
    g_free(taken);
}

CoAttendanceJudge *co_attendance_judge_new(const CoCampaign *campaign, const CoPlan *plan,
                                           CoProblemList *problems)
{
    g_return_val_if_fail(campaign != NULL && plan != NULL && problems != NULL, NULL);
    CoAttendanceJudge *judge = g_new0(CoAttendanceJudge, 1);
    judge->campaign = campaign;
    judge->plan = plan;
    judge->problems = problems;
    judge->people = co_session_people_new(campaign);
    judge->groups = co_keys_new(co_text_fold);
    for (int i = 0; i < plan->n_groups; i++)
        co_keys_add(judge->groups, plan->groups[i].code, i, 0);
    judge->group_of_person = co_plan_groups_of_people(plan, campaign);
    judge->taken = g_ptr_array_new_with_free_func(free_taken);
    judge->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    judge->guests = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return judge;
}

void co_attendance_judge_free(CoAttendanceJudge *judge)
{
    if (judge == NULL)
        return;
    co_session_people_free(judge->people);
    co_keys_free(judge->groups);
    g_free(judge->group_of_person);
    g_ptr_array_unref(judge->taken);
    g_hash_table_unref(judge->by_key);
    g_hash_table_unref(judge->guests);
    g_free(judge);
}

CoProblemList *co_attendance_judge_problems(CoAttendanceJudge *judge)
{
    return judge->problems;
}

int co_attendance_judge_version(const CoAttendanceJudge *judge)
{
    return judge->plan->version;
}

void co_attendance_judge_report(CoAttendanceJudge *judge, CoAttendancePlace place,
                                CoProblem problem)
{
    problem.line = place.line;
    problem.column = place.column;
    co_sheet_report(place.sheet, judge->problems, problem);
}

/* What cannot be used costs its line. */
static void refuse(CoAttendanceJudge *judge, CoAttendancePlace place, CoProblem problem)
{
    problem.severity = CO_SEVERITY_ERROR;
    problem.action = CO_ACTION_ROW_OUT;
    co_attendance_judge_report(judge, place, problem);
}

const CoGroup *co_attendance_judge_group(CoAttendanceJudge *judge, CoAttendancePlace place,
                                         const char *code)
{
    int idx = co_keys_find(judge->groups, code);
    if (idx >= 0)
        return &judge->plan->groups[idx];
    refuse(judge, place,
           (CoProblem){.code = CO_PROBLEM_PRESENCE_GROUP,
                       .value = code,
                       .detail = co_keys_closest(judge->groups, code)});
    return NULL;
}

/* @return (transfer full) the modules of a path by code */
static CoKeys *modules_of(const CoCampaign *campaign, int path_idx)
{
    CoKeys *keys = co_keys_new(co_text_fold);
    const CoPath *path = &campaign->paths[path_idx];
    for (int i = 0; i < path->n_modules; i++)
        co_keys_add(keys, campaign->modules[path->module_idx[i]].code, path->module_idx[i], 0);
    return keys;
}

static int find_module(CoAttendanceJudge *judge, CoAttendancePlace place, const CoGroup *group,
                       const char *code)
{
    g_autoptr(CoKeys) modules = modules_of(judge->campaign, group->path_idx);
    int idx = co_keys_find(modules, code);
    if (idx < 0)
        refuse(judge, place,
               (CoProblem){.code = CO_PROBLEM_PRESENCE_MODULE,
                           .value = code,
                           .used = group->code,
                           .detail = co_keys_closest(modules, code)});
    return idx;
}

/* "2024-11-12 am|2024-11-12 pm" */
static void append_half_days(GString *text, CoDay day, CoHalves halves)
{
    char iso[CO_DAY_ISO_SIZE];
    for (int half = CO_HALF_AM; half <= CO_HALF_PM; half++)
        if ((int)halves & half)
            g_string_append_printf(text, "%s%s %s", text->len > 0 ? "|" : "",
                                   co_day_to_iso(day, iso), half == CO_HALF_AM ? "am" : "pm");
}

static void refuse_day(CoAttendanceJudge *judge, CoAttendancePlace place,
                       const CoAttendanceMeeting *meeting)
{
    g_autoptr(GString) asked = g_string_new(NULL), held = g_string_new(NULL);
    append_half_days(asked, meeting->day, meeting->half);
    for (int i = 0; i < meeting->group->n_meetings; i++)
        if (meeting->group->meetings[i].module_idx == meeting->module_idx)
            append_half_days(held, meeting->group->meetings[i].day,
                             meeting->group->meetings[i].halves);
    refuse(judge, place,
           (CoProblem){.code = CO_PROBLEM_PRESENCE_DATE,
                       .value = asked->str,
                       .used = judge->campaign->modules[meeting->module_idx].code,
                       .detail = held->len > 0 ? held->str : NULL});
}

bool co_attendance_judge_meeting(CoAttendanceJudge *judge, CoAttendancePlace place,
                                 const CoMeetingWords *words, CoAttendanceMeeting *meeting)
{
    place.column = words->group_column;
    const CoGroup *group = co_attendance_judge_group(judge, place, words->group);
    if (group == NULL)
        return false;
    place.column = words->module_column;
    int module_idx = find_module(judge, place, group, words->module);
    if (module_idx < 0)
        return false;
    *meeting = (CoAttendanceMeeting){group, module_idx, words->day, words->half};
    if (co_attendance_is_meeting(judge->campaign, group, module_idx, words->day, words->half))
        return true;
    place.column = words->day_column;
    refuse_day(judge, place, meeting);
    return false;
}

/* The participants that a name or an address means, those of the path alone when there are any. */
static GArray *find_named(const CoAttendanceJudge *judge, const char *who, int path_idx)
{
    const GArray *found = co_session_people_find(judge->people, who);
    GArray *all = g_array_new(FALSE, FALSE, sizeof(int));
    g_autoptr(GArray) others = g_array_new(FALSE, FALSE, sizeof(int));
    for (guint i = 0; found != NULL && i < found->len; i++) {
        int idx = g_array_index(found, CoSomebody, i) - judge->campaign->n_trainers;
        if (idx >= 0 && judge->campaign->people[idx].path_idx == path_idx)
            g_array_append_val(all, idx);
        else if (idx >= 0)
            g_array_append_val(others, idx);
    }
    if (all->len == 0 && others->len > 0)
        g_array_append_vals(all, others->data, others->len);
    return all;
}

static void refuse_namesakes(CoAttendanceJudge *judge, CoAttendancePlace place, const char *who,
                             const GArray *found)
{
    g_autoptr(GString) ids = g_string_new(NULL);
    for (guint i = 0; i < found->len; i++)
        g_string_append_printf(ids, "%s%s", i > 0 ? "|" : "",
                               judge->campaign->people[g_array_index(found, int, i)].id);
    refuse(judge, place,
           (CoProblem){.code = CO_PROBLEM_PRESENCE_NAMESAKES, .value = who, .detail = ids->str});
}

/* @return index; -1, reported */
static int find_person(CoAttendanceJudge *judge, CoAttendancePlace place, const char *who,
                       int path_idx)
{
    g_autofree char *id = g_ascii_strup(who, -1);
    int idx = co_campaign_find_person(judge->campaign, id);
    if (idx >= 0)
        return idx;
    g_autoptr(GArray) found = find_named(judge, who, path_idx);
    if (found->len == 1)
        return g_array_index(found, int, 0);
    if (found->len > 1)
        refuse_namesakes(judge, place, who, found);
    else
        refuse(judge, place, (CoProblem){.code = CO_PROBLEM_PRESENCE_PERSON, .value = who});
    return -1;
}

/* Somebody of another group: once for all the half-days of a file. */
static void tell_guest(CoAttendanceJudge *judge, CoAttendancePlace place, int person_idx,
                       const CoGroup *group)
{
    const char *id = judge->campaign->people[person_idx].id;
    int own = judge->group_of_person[person_idx];
    if (!g_hash_table_add(judge->guests, g_strdup_printf("%s %s", id, group->code)))
        return;
    co_attendance_judge_report(judge, place,
                               (CoProblem){.severity = CO_SEVERITY_NOTICE,
                                           .code = CO_PROBLEM_PRESENCE_CATCH_UP,
                                           .value = id,
                                           .used = own >= 0 ? judge->plan->groups[own].code : NULL,
                                           .detail = group->code});
}

int co_attendance_judge_person(CoAttendanceJudge *judge, CoAttendancePlace place, const char *who,
                               const CoGroup *group)
{
    g_autofree char *clean = co_clean_text(who);
    int idx = find_person(judge, place, clean, group->path_idx);
    if (idx < 0)
        return -1;
    int own = judge->group_of_person[idx];
    if (own >= 0 && &judge->plan->groups[own] == group)
        return idx;
    if (judge->campaign->people[idx].path_idx != group->path_idx) {
        refuse(judge, place,
               (CoProblem){.code = CO_PROBLEM_PRESENCE_OTHER_PATH,
                           .value = clean,
                           .detail = judge->campaign->paths[group->path_idx].code});
        return -1;
    }
    tell_guest(judge, place, idx, group);
    return idx;
}

bool co_attendance_judge_state(CoAttendanceJudge *judge, CoAttendancePlace place, const char *word,
                               CoPresence *state)
{
    static const struct {
        const char *key;
        CoPresence state;
    } known[] = {
        {"present", CO_PRESENCE_PRESENT},
        {"absent", CO_PRESENCE_ABSENT},
        {"excuse", CO_PRESENCE_EXCUSED},
        {"presente", CO_PRESENCE_PRESENT},
        {"absente", CO_PRESENCE_ABSENT},
        {"excusee", CO_PRESENCE_EXCUSED},
        {"absent excuse", CO_PRESENCE_EXCUSED},
        {"absente excusee", CO_PRESENCE_EXCUSED},
        {"absence excusee", CO_PRESENCE_EXCUSED},
        {"p", CO_PRESENCE_PRESENT},
        {"a", CO_PRESENCE_ABSENT},
        {"e", CO_PRESENCE_EXCUSED},
    };
    g_autofree char *key = co_text_key(word);
    const char *closest = NULL;
    int limit = 3;
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        if (strcmp(key, known[i].key) == 0) {
            *state = known[i].state;
            return true;
        }
        /* A letter is near to everything. */
        int distance = strlen(known[i].key) > 1 ? co_text_distance(key, known[i].key, limit) : 99;
        if (distance <= limit) {
            closest = known[i].key;
            limit = distance - 1;
        }
    }
    refuse(judge, place,
           (CoProblem){.code = CO_PROBLEM_PRESENCE_STATE, .value = word, .detail = closest});
    return false;
}

bool co_attendance_judge_minutes(CoAttendanceJudge *judge, CoAttendancePlace place,
                                 const char *text, int *minutes)
{
    int64_t number;
    *minutes = -1;
    if (co_clean_is_blank(text))
        return true;
    CoProblem problem = {.code = CO_PROBLEM_VALUE_TYPE, .value = text, .detail = "entier"};
    if (co_number_parse_whole(text, &number)) {
        *minutes = (int)CLAMP(number, -1, MAX_MINUTES + 1);
        if (*minutes >= 0 && *minutes <= MAX_MINUTES)
            return true;
        problem.code = CO_PROBLEM_VALUE_RANGE;
        problem.detail = "0..600";
    }
    refuse(judge, place, problem);
    return false;
}

static const char *state_key(CoPresence state)
{
    static const char *const keys[] = {"present", "absent", "excuse"};
    return keys[state];
}

static void dispute(CoAttendanceJudge *judge, CoAttendancePlace place, Taken *taken,
                    const CoAttendance *row)
{
    taken->is_disputed = true;
    refuse(judge, place,
           (CoProblem){.code = CO_PROBLEM_PRESENCE_CONFLICT,
                       .value = row->person_id,
                       .used = state_key(row->state),
                       .detail = taken->where});
}

void co_attendance_judge_take(CoAttendanceJudge *judge, CoAttendancePlace place,
                              const CoAttendanceFact *fact)
{
    const CoModule *module = &judge->campaign->modules[fact->meeting.module_idx];
    const CoAttendance row = {
        .group = fact->meeting.group->code,
        .path = judge->campaign->paths[fact->meeting.group->path_idx].code,
        .module = module->code,
        .day = fact->meeting.day,
        .half = fact->meeting.half,
        .person_id = judge->campaign->people[fact->person_idx].id,
        .state = fact->state,
        .minutes = fact->minutes,
        .version = judge->plan->version,
    };
    char *key = g_strdup_printf("%s\n%s\n%d\n%d\n%d", row.group, row.person_id,
                                fact->meeting.module_idx, (int)row.day, (int)row.half);
    Taken *taken = g_hash_table_lookup(judge->by_key, key);
    if (taken != NULL) {
        g_free(key);
        if (taken->row.state != row.state || taken->row.minutes != row.minutes)
            dispute(judge, place, taken, &row);
        return;
    }
    taken = g_new0(Taken, 1);
    taken->row = row;
    taken->where =
        co_sheet_where(co_sheet_file(place.sheet), co_sheet_name(place.sheet), place.line);
    g_ptr_array_add(judge->taken, taken);
    g_hash_table_insert(judge->by_key, key, taken);
}

CoAttendanceList *co_attendance_judge_finish(CoAttendanceJudge *judge)
{
    g_return_val_if_fail(judge != NULL, NULL);
    CoAttendanceList *list = co_attendance_list_new();
    for (guint i = 0; i < judge->taken->len; i++) {
        const Taken *taken = judge->taken->pdata[i];
        if (!taken->is_disputed)
            co_attendance_list_add(list, &taken->row);
    }
    co_attendance_list_sort(list);
    return list;
}
