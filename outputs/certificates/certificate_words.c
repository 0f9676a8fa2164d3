/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "certificate.h"

#include "outputs/letters/mission_order.h"
#include "outputs/words/letter_words.h"
#include "outputs/words/names.h"
#include "cohorte/wording.h"

bool co_certificate_counts(const CoCertificate *certificate, CoMode mode)
{
    g_return_val_if_fail(certificate != NULL, false);
    return mode == CO_MODE_IN_PERSON || mode == CO_MODE_VIRTUAL_CLASS ||
           (mode == CO_MODE_WEBINAR && certificate->followed.is_told[mode]);
}

static void set(CoCertificate *certificate, CoTextField field, char *value)
{
    certificate->values.value[field] = value;
}

/* From the first half-day followed to the last. */
static char *period_of(const CoCertificate *certificate)
{
    int n;
    CoDay first = CO_DAY_NONE, last = CO_DAY_NONE;
    const CoAttendance *const *rows =
        co_register_of_person(certificate->book, certificate->person_idx, &n);
    for (int i = 0; i < n; i++) {
        if (rows[i]->state != CO_PRESENCE_PRESENT)
            continue;
        first = first == CO_DAY_NONE ? rows[i]->day : MIN(first, rows[i]->day);
        last = MAX(last, rows[i]->day);
    }
    g_autofree char *from = co_wording_day_long(first);
    g_autofree char *to = co_wording_day_long(last);
    return first == last ? g_strdup_printf("le %s", from)
                         : g_strdup_printf("du %s au %s", from, to);
}

static void set_hours(CoCertificate *certificate)
{
    const CoFollowed *followed = &certificate->followed;
    int planned = 0, done = 0;
    for (int mode = 0; mode < CO_ATTENDANCE_N_MODES; mode++)
        if (co_certificate_counts(certificate, (CoMode)mode)) {
            planned += followed->planned_min[mode];
            done += followed->followed_min[mode];
        }
    int self_study = followed->planned_min[CO_MODE_SELF_STUDY];
    set(certificate, CO_FIELD_HOURS_FOLLOWED, co_mission_hours(done));
    set(certificate, CO_FIELD_HOURS_PLANNED, co_mission_hours(planned));
    set(certificate, CO_FIELD_ALL_FOLLOWED, done == planned ? g_strdup("1") : NULL);
    set(certificate, CO_FIELD_SELF_STUDY, self_study > 0 ? co_mission_hours(self_study) : NULL);
    set(certificate, CO_FIELD_PERIOD, period_of(certificate));
}

static void set_group(CoCertificate *certificate)
{
    const CoCampaign *campaign = certificate->context->campaign;
    const CoGroup *group = &certificate->context->plan->groups[certificate->group_idx];
    bool is_in_person = certificate->followed.planned_min[CO_MODE_IN_PERSON] > 0;
    set(certificate, CO_FIELD_GROUP, g_strdup(group->code));
    set(certificate, CO_FIELD_PATH, co_name_path(campaign, group->path_idx));
    set(certificate, CO_FIELD_TEAM, co_name_team(campaign, group, ", "));
    set(certificate, CO_FIELD_IN_PERSON, is_in_person ? g_strdup("1") : NULL);
    if (is_in_person && group->room_idx >= 0)
        set(certificate, CO_FIELD_PLACE, co_name_address(&campaign->rooms[group->room_idx].place));
}

static void set_person(CoCertificate *certificate)
{
    const CoCampaign *campaign = certificate->context->campaign;
    const CoPerson *person = &campaign->people[certificate->person_idx];
    const CoEstablishment *school = &campaign->establishments[person->establishment_idx];
    set(certificate, CO_FIELD_PERSON, co_name_person(campaign, certificate->person_idx));
    set(certificate, CO_FIELD_ROLES, co_name_role_labels(campaign, person));
    set(certificate, CO_FIELD_SCHOOL, co_name_establishment(campaign, person->establishment_idx));
    set(certificate, CO_FIELD_UAI, g_strdup(school->uai));
    set(certificate, CO_FIELD_COMMUNE, g_strdup(school->place.commune));
    set(certificate, CO_FIELD_REFERENCE,
        g_strdup_printf("%s / %s / %s", certificate->heading->version,
                        certificate->values.value[CO_FIELD_GROUP], person->id));
}

void co_certificate_fill(CoCertificate *certificate)
{
    g_return_if_fail(certificate != NULL);
    co_register_followed(certificate->book, certificate->person_idx, &certificate->followed);
    co_letter_header_values(certificate->heading, certificate->context->campaign,
                            &certificate->values);
    set_hours(certificate);
    set_group(certificate);
    set_person(certificate);
}

void co_certificate_clear(CoCertificate *certificate)
{
    co_text_values_clear(&certificate->values);
}
