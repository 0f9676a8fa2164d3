/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom to remind, ready for mail merge. Office programs open it by a double click, hence the byte
 * order mark; they would also run a text that begins like a formula. */
#include <string.h>

#include "outputs/kit/csv.h"
#include "readiness_files.h"
#include "cohorte/wording.h"

/* Without an address of its own in the table, the head's, when the campaign names one. */
static const CoPerson *head_of(const CoCampaign *campaign, int establishment_idx)
{
    for (int i = 0; i < campaign->n_people; i++) {
        const CoPerson *person = &campaign->people[i];
        if (person->establishment_idx != establishment_idx || !person->named)
            continue;
        for (int r = 0; r < person->n_roles; r++)
            if (campaign->roles[person->role_idx[r]].office == CO_OFFICE_HEAD)
                return person;
    }
    return NULL;
}

static char *full_name(const CoPerson *person)
{
    const char *first = person->first_name, *last = person->last_name;
    return g_strdup_printf("%s%s%s", first, *first != '\0' && *last != '\0' ? " " : "", last);
}

/* `repondant` is an address as a rule, sometimes a name. */
static void fill_contact(CoReminder *reminder, const CoCampaign *campaign, int establishment_idx)
{
    const char *respondent = campaign->establishments[establishment_idx].respondent;
    const CoPerson *head = head_of(campaign, establishment_idx);
    bool is_address = strchr(respondent, '@') != NULL;
    reminder->email = g_strdup(is_address ? respondent : head != NULL ? head->email : "");
    if (!is_address && *respondent != '\0')
        reminder->contact = g_strdup(respondent);
    else
        reminder->contact = head != NULL ? full_name(head) : g_strdup("");
}

CoReminder *co_reminder_new(const CoCampaign *campaign, const CoSilent *silent)
{
    g_return_val_if_fail(campaign != NULL && silent != NULL, NULL);
    const CoEstablishment *establishment = &campaign->establishments[silent->establishment_idx];
    const CoWave *wave =
        establishment->wave_idx < 0 ? NULL : &campaign->waves[establishment->wave_idx];
    CoReminder *reminder = g_new0(CoReminder, 1);
    reminder->uai = establishment->uai;
    reminder->name = g_strdup(establishment->place.name);
    reminder->type = establishment->place.type;
    reminder->commune = establishment->place.commune;
    reminder->post_code = establishment->place.post_code;
    reminder->wave = g_strdup(wave == NULL ? "" : wave->code);
    reminder->cutover = wave == NULL ? CO_DAY_NONE : wave->cutover;
    reminder->expected = co_wording_expected(campaign, silent);
    fill_contact(reminder, campaign, silent->establishment_idx);
    return reminder;
}

void co_reminder_free(CoReminder *reminder)
{
    if (reminder == NULL)
        return;
    g_free(reminder->name);
    g_free(reminder->email);
    g_free(reminder->contact);
    g_free(reminder->wave);
    g_free(reminder->expected);
    g_free(reminder);
}

/* Dates go into letters, so they are written as letters want them. */
static char *day_text(CoDay day)
{
    int year, month, day_of_month;
    if (day == CO_DAY_NONE)
        return g_strdup("");
    co_day_to_ymd(day, &year, &month, &day_of_month);
    return g_strdup_printf("%02d/%02d/%04d", day_of_month, month, year);
}

static void append_reminder(GString *text, const CoReadinessContext *context,
                            const CoSilent *silent)
{
    g_autoptr(CoReminder) reminder = co_reminder_new(context->campaign, silent);
    g_autofree char *cutover = day_text(reminder->cutover);
    g_autofree char *limit = day_text(context->answer_by);
    g_autofree char *total = silent->n_similar > 0 || silent->is_reserved
                                 ? g_strdup_printf("%d", silent->total)
                                 : g_strdup("");
    const char *const cells[] = {
        reminder->uai,     reminder->name,  reminder->type,     reminder->post_code,
        reminder->commune, reminder->email, reminder->contact,  reminder->wave,
        cutover,           limit,           reminder->expected, total};
    co_csv_append_office_row(text, cells, G_N_ELEMENTS(cells));
}

char *co_readiness_reminders(const CoReadinessContext *context)
{
    g_return_val_if_fail(context != NULL, NULL);
    GString *text =
        g_string_new(CO_CSV_OFFICE_MARK "uai;nom;type;code_postal;commune;courriel;contact;vague;"
                                        "bascule;date_limite;besoin_estime;personnes_estimees\n");
    for (int i = 0; i < context->readiness->n_silent; i++)
        append_reminder(text, context, &context->readiness->silent[i]);
    return g_string_free(text, FALSE);
}
