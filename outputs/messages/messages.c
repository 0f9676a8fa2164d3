/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/messages.h"

#include <string.h>

#include "outputs/kit/csv.h"
#include "outputs/kit/delivery.h"
#include "outputs/kit/file_names.h"
#include "outputs/letters/call_letter.h"
#include "message_parts.h"
#include "outputs/publication.h"
#include "outputs/words/contacts.h"
#include "outputs/words/names.h"
#include "cohorte/wording.h"

#define BOOK_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/* What all messages of one publication share. */
typedef struct Post {
    const CoMessageOptions *options;
    const CoCampaign *campaign;
    CoOutputContext before; /* the plan people hold; plan NULL when there is none */
    CoDelivery *delivery;
    CoRowNames names;
    char **people; /* names of files, by person */
    GString *without_address;
    int *group_of_person, *group_before;
    CoMessageCounts *counts;
    const CoExpenses *expenses;
} Post;

/* One recipient; agendas are NULL for those who attend nothing themselves. */
typedef struct Recipient {
    const char *folder, *file, *code, *name, *email;
    const char *subject, *opening;
    const CoAgenda *agenda, *before;
    GArray *parts;
    const CoFacts *facts;   /* what changed for them, told first; NULL for a whole publication */
    bool opens_with_letter; /* which tells the meetings already */
} Recipient;

bool co_messages_have_sender(const CoCampaign *campaign)
{
    g_return_val_if_fail(campaign != NULL, false);
    return co_mail_is_address(campaign->parameters.organizer_email);
}

static void list_without_address(const Post *post, const Recipient *to)
{
    const char *why = *to->email == '\0' ? "aucune adresse" : "adresse inutilisable";
    const char *const cells[] = {to->folder, to->code, to->name, to->email, why};
    co_csv_append_row(post->without_address, cells, G_N_ELEMENTS(cells));
    post->counts->n_without_address++;
}

static void append_entries(GString *text, const CoOutputContext *context, const CoAgenda *agenda)
{
    const CoCampaign *campaign = context->campaign;
    for (int i = 0; i < agenda->n_entries; i++) {
        const CoEntry *entry = &agenda->entries[i];
        const CoModule *module = &campaign->modules[entry->module_idx];
        if (!co_appointments_has_event(campaign, entry))
            continue;
        g_autofree char *day = co_wording_day_long(entry->day);
        g_autofree char *hours = co_agenda_timetable(&campaign->parameters, entry->halves);
        const char *code = entry->group_idx >= 0 ? context->plan->groups[entry->group_idx].code
                                                 : campaign->paths[module->path_idx].code;
        g_string_append_printf(text, "- %s, %s : %s, %s (%s)\n", day, hours, code,
                               *module->title != '\0' ? module->title : module->code,
                               co_wording_mode(module->mode));
    }
}

/* @return whether a reader has nothing to be told */
static bool is_spared(const CoFacts *facts)
{
    return facts != NULL && facts->n_facts == 0;
}

static void append_facts(GString *text, const Post *post, const Recipient *to)
{
    if (to->facts == NULL)
        return;
    g_string_append_printf(text, "Ce qui change pour %s depuis l'envoi précédent :\n",
                           to->agenda != NULL ? "vous" : "votre établissement");
    for (int i = 0; i < to->facts->n_facts; i++) {
        g_autofree char *fact = co_wording_fact(post->options->difference, &to->facts->facts[i]);
        g_string_append_printf(text, "- %s\n", fact);
    }
    g_string_append_c(text, '\n');
}

static char *body_of(const Post *post, const Recipient *to, const CoAgenda *gone)
{
    g_autofree char *academy = co_name_academy(post->campaign->parameters.academy);
    GString *text = g_string_new("Bonjour,\n\n");
    append_facts(text, post, to);
    g_string_append_printf(text, "%s\n", to->opening);
    if (to->agenda != NULL && to->agenda->n_entries > 0 && !to->opens_with_letter) {
        g_string_append(text, "\nVos séances :\n");
        append_entries(text, post->options->context, to->agenda);
    }
    if (gone->n_entries > 0) {
        g_string_append(text, "\nSéances annulées pour vous depuis l'envoi précédent :\n");
        append_entries(text, &post->before, gone);
    }
    if (to->agenda != NULL)
        g_string_append(text, "\nLes invitations jointes mettent votre agenda à jour.\n");
    g_string_append_printf(text, "\nÉcole académique de la formation continue%s%s\n",
                           *academy != '\0' ? ", " : "", academy);
    return g_string_free(text, FALSE);
}

/* Adds what the agenda calls to and takes back. @return (transfer full) the entries taken back */
static CoAgenda *add_events(const Post *post, const Recipient *to)
{
    CoAppointments invitation = {.context = post->options->context,
                                 .method = CO_APPOINTMENTS_REQUEST,
                                 .version = post->options->context->plan->version,
                                 .title = "",
                                 .reader = "",
                                 .name = to->name,
                                 .email = to->email};
    if (to->agenda == NULL)
        return g_new0(CoAgenda, 1);
    co_message_parts_add_events(to->parts, &invitation, to->agenda);
    if (to->before == NULL)
        return g_new0(CoAgenda, 1);
    CoAppointments cancellation = invitation;
    cancellation.context = &post->before;
    cancellation.method = CO_APPOINTMENTS_CANCEL;
    g_autoptr(CoAgenda) gone =
        co_message_parts_gone(&cancellation, to->before, &invitation, to->agenda);
    post->counts->n_cancelled += co_message_parts_add_events(to->parts, &cancellation, gone);
    return g_steal_pointer(&gone);
}

static GString *message_text(const Post *post, const Recipient *to)
{
    const CoParameters *parameters = &post->campaign->parameters;
    int version = post->options->context->plan->version;
    g_autoptr(CoAgenda) gone = add_events(post, to);
    g_autofree char *body = body_of(post, to, gone);
    g_autofree char *key = g_strdup_printf("%s\n%s\n%s\n%s\n%d", parameters->academy,
                                           parameters->name, to->folder, to->code, version);
    const CoMail mail = {.from = {"EAFC", parameters->organizer_email},
                         .to = {to->name, to->email},
                         .subject = to->subject,
                         .body = body,
                         .key = key,
                         .day = parameters->convocation_day,
                         .minute = MIN(version, 24 * 60 - 1),
                         .n_parts = (int)to->parts->len,
                         .parts = (const CoMailPart *)(void *)to->parts->data};
    return co_mail_text(&mail);
}

static bool write_message(const Post *post, const Recipient *to, GError **error)
{
    g_autofree char *name = co_file_path(to->folder, to->file, ".eml");
    if (!co_mail_is_address(to->email)) {
        list_without_address(post, to);
        return true;
    }
    GString *text = message_text(post, to);
    gsize size = text->len;
    char *content = g_string_free(text, FALSE);
    g_autoptr(GBytes) data = g_bytes_new_take(content, size);
    if (!co_delivery_write(post->delivery, name, content, size, error))
        return false;
    g_autofree char *recipient = g_strdup_printf("%s <%s>", to->name, to->email);
    co_delivery_record(post->delivery, name, recipient, data);
    post->counts->n_messages++;
    return true;
}

static bool attach_groups(const Post *post, int trainer_idx, GArray *parts, GError **error)
{
    const CoPlan *plan = post->options->context->plan;
    const char *documents = post->options->documents;
    for (int i = 0; i < plan->n_groups; i++) {
        const CoGroup *group = &plan->groups[i];
        if (!co_group_is_taught_by(group, trainer_idx))
            continue;
        g_autofree char *book = co_file_path("groupes", post->names.groups[i], ".xlsx");
        g_autofree char *sheet = co_file_path("emargements", post->names.groups[i], ".pdf");
        if (!co_message_parts_add_file(parts, documents, book, BOOK_TYPE, error) ||
            !co_message_parts_add_file(parts, documents, sheet, "application/pdf", error))
            return false;
    }
    return true;
}

/* The own book and the order to sign. */
static bool attach_own(const Post *post, int trainer_idx, GArray *parts, GError **error)
{
    const char *documents = post->options->documents;
    const char *name = post->names.trainers[trainer_idx];
    g_autofree char *book = co_file_path("formateurs", name, ".xlsx");
    g_autofree char *order = co_file_path("ordres-de-mission", name, ".pdf");
    return co_message_parts_add_file(parts, documents, book, BOOK_TYPE, error) &&
           co_message_parts_add_file(parts, documents, order, "application/pdf", error);
}

static const char *trainer_opening(const Post *post, const CoAgenda *agenda)
{
    if (agenda->n_entries == 0)
        return "Vous n'avez plus de séance à animer.";
    if (post->options->difference != NULL)
        return "Vous trouverez ci-joint votre ordre de mission, qui remplace le précédent (à "
               "signer "
               "et à rendre à l'EAFC), votre classeur (agenda, listes, heures à payer), et la "
               "feuille d'émargement de ceux de vos groupes qui changent.";
    return "Vous trouverez ci-joint votre ordre de mission (à signer et à rendre à l'EAFC), votre "
           "classeur (agenda, listes, heures à payer), et la feuille d'émargement de chacun de vos "
           "groupes.";
}

static bool write_trainer(const Post *post, int trainer_idx, GError **error)
{
    const CoTrainer *trainer = &post->campaign->trainers[trainer_idx];
    g_autoptr(CoAgenda) agenda = co_agenda_of_trainer(post->options->context->plan, trainer_idx);
    g_autoptr(CoAgenda) before =
        post->before.plan != NULL ? co_agenda_of_trainer(post->before.plan, trainer_idx) : NULL;
    const CoDifference *difference = post->options->difference;
    const CoFacts *facts = difference != NULL ? &difference->trainers[trainer_idx] : NULL;
    if (is_spared(facts) || (agenda->n_entries == 0 && (before == NULL || before->n_entries == 0)))
        return true;
    g_autofree char *name = co_name_trainer(post->campaign, trainer_idx);
    g_autofree char *subject =
        g_strdup_printf("%s : vos séances de formateur", post->campaign->parameters.name);
    g_autoptr(GArray) parts = co_message_parts_new();
    if (!attach_own(post, trainer_idx, parts, error) ||
        !attach_groups(post, trainer_idx, parts, error))
        return false;
    const Recipient to = {.folder = "formateurs",
                          .file = post->names.trainers[trainer_idx],
                          .code = trainer->code,
                          .name = name,
                          .email = trainer->email,
                          .subject = subject,
                          .opening = trainer_opening(post, agenda),
                          .agenda = agenda,
                          .before = before,
                          .parts = parts,
                          .facts = facts};
    return write_message(post, &to, error);
}

/* A school without letters has no file of them, and so gets none. */
static bool attach_school(const Post *post, int establishment_idx, GArray *parts, GError **error)
{
    const char *documents = post->options->documents;
    const char *name = post->names.schools[establishment_idx];
    g_autofree char *book = co_file_path("etablissements", name, ".xlsx");
    g_autofree char *agenda = co_file_path("etablissements", name, ".ics");
    g_autofree char *letters = co_file_path("convocations", name, ".pdf");
    return co_message_parts_add_file(parts, documents, book, BOOK_TYPE, error) &&
           co_message_parts_add_file(parts, documents, letters, "application/pdf", error) &&
           co_message_parts_add_file(parts, documents, agenda,
                                     "text/calendar; method=PUBLISH; charset=utf-8", error);
}

static bool write_school(const Post *post, int establishment_idx, const CoFacts *facts,
                         GError **error)
{
    const CoCampaign *campaign = post->campaign;
    g_autofree char *subject =
        g_strdup_printf("%s : formation de vos personnels", campaign->parameters.name);
    g_autofree char *name = co_name_establishment(campaign, establishment_idx);
    g_autoptr(GArray) parts = co_message_parts_new();
    if (!attach_school(post, establishment_idx, parts, error))
        return false;
    const Recipient to = {.folder = "etablissements",
                          .file = post->names.schools[establishment_idx],
                          .code = campaign->establishments[establishment_idx].uai,
                          .name = name,
                          .email = co_contact_school_email(campaign, establishment_idx),
                          .subject = subject,
                          .opening =
                              "Vous trouverez ci-joint l'avis d'absence de vos personnels, leurs "
                              "convocations à remettre, et l'agenda de leurs séances.",
                          .parts = parts,
                          .facts = facts};
    return write_message(post, &to, error);
}

static bool write_schools(const Post *post, GError **error)
{
    const CoDifference *difference = post->options->difference;
    for (int i = 0; i < post->campaign->n_establishments; i++) {
        const CoFacts *facts = difference != NULL ? &difference->schools[i] : NULL;
        if (!is_spared(facts) && !write_school(post, i, facts, error))
            return false;
    }
    return true;
}

static CoAgenda *agenda_in(const Post *post, const CoPlan *plan, int group_idx)
{
    return group_idx < 0 ? g_new0(CoAgenda, 1)
                         : co_agenda_of_group(post->campaign, plan, group_idx);
}

/* @return (transfer full) the call letter, or what to say to those who are called no more */
static char *opening_for(const Post *post, int person_idx, const CoAgenda *agenda)
{
    int group_idx = post->group_of_person[person_idx];
    if (group_idx < 0)
        return g_strdup("Vous n'êtes plus convoqué(e) aux séances ci-dessous. L'EAFC vous dira la "
                        "suite donnée à votre formation.");
    const CoPerson *person = &post->campaign->people[person_idx];
    const CoEstablishment *school = &post->campaign->establishments[person->establishment_idx];
    const CoHeadingScope scope = {school->academy_idx, school->wave_idx};
    const CoOutputContext *context = post->options->context;
    const CoCall call = {post->campaign, &context->plan->groups[group_idx], agenda, person_idx,
                         post->expenses};
    g_autoptr(CoHeading) heading = co_heading_new(context, scope, "Convocation");
    g_autofree char *letter = co_call_letter_as_text(&call, post->options->texts, heading);
    return g_strdup_printf("Voici votre convocation.\n\n%s", letter);
}

static bool write_person(const Post *post, int person_idx, GError **error)
{
    const CoPerson *person = &post->campaign->people[person_idx];
    int now_idx = post->group_of_person[person_idx];
    int before_idx = post->group_before != NULL ? post->group_before[person_idx] : -1;
    const CoDifference *difference = post->options->difference;
    const CoFacts *facts = difference != NULL ? &difference->people[person_idx] : NULL;
    if (person->reserved || is_spared(facts) || (now_idx < 0 && before_idx < 0))
        return true;
    g_autoptr(CoAgenda) agenda = agenda_in(post, post->options->context->plan, now_idx);
    g_autoptr(CoAgenda) before = agenda_in(post, post->before.plan, before_idx);
    g_autofree char *name = co_name_person(post->campaign, person_idx);
    g_autofree char *opening = opening_for(post, person_idx, agenda);
    g_autofree char *subject =
        g_strdup_printf("%s : %s", post->campaign->parameters.name,
                        now_idx >= 0 ? "votre convocation" : "annulation de votre convocation");
    g_autoptr(GArray) parts = co_message_parts_new();
    const Recipient to = {.folder = "participants",
                          .file = post->people[person_idx],
                          .code = person->id,
                          .name = name,
                          .email = person->email,
                          .subject = subject,
                          .opening = opening,
                          .agenda = agenda,
                          .before = before,
                          .parts = parts,
                          .facts = facts,
                          .opens_with_letter = now_idx >= 0};
    return write_message(post, &to, error);
}

static bool write_all(const Post *post, GError **error)
{
    for (int i = 0; i < post->campaign->n_trainers; i++)
        if (!write_trainer(post, i, error))
            return false;
    if (!write_schools(post, error))
        return false;
    for (int i = 0; i < post->campaign->n_people; i++)
        if (!write_person(post, i, error))
            return false;
    const GString *list = post->without_address;
    g_autoptr(GBytes) data = g_bytes_new(list->str, list->len);
    co_delivery_record(post->delivery, "sans-adresse.csv", "EAFC", data);
    return co_delivery_write(post->delivery, "sans-adresse.csv", list->str, list->len, error) &&
           co_delivery_commit(post->delivery, error);
}

static char **names_of_people(const CoCampaign *campaign)
{
    g_autofree const char **ids = g_new(const char *, (gsize)campaign->n_people + 1);
    for (int i = 0; i < campaign->n_people; i++)
        ids[i] = campaign->people[i].id;
    return co_file_names(ids, campaign->n_people);
}

bool co_output_messages(const CoMessageOptions *options, const char *folder,
                        CoMessageCounts *counts, GError **error)
{
    g_return_val_if_fail(options != NULL && options->context != NULL && counts != NULL, false);
    g_return_val_if_fail(options->texts != NULL && options->documents != NULL, false);
    g_return_val_if_fail(co_messages_have_sender(options->context->campaign), false);
    static const CoDeliveryKind kind = {.manifest = CO_MANIFEST_NAME,
                                        .witness = "sans-adresse.csv"};
    const CoCampaign *campaign = options->context->campaign;
    *counts = (CoMessageCounts){0};
    g_autoptr(CoDelivery) delivery = co_delivery_new(folder, &kind, error);
    if (delivery == NULL)
        return false;
    g_auto(CoRowNames) names = {0};
    co_row_names_init(&names, campaign, options->context->plan);
    g_auto(GStrv) people = names_of_people(campaign);
    g_autoptr(GString) list = g_string_new("genre;code;nom;courriel;motif\n");
    g_autofree int *group_now = co_plan_groups_of_people(options->context->plan, campaign);
    g_autofree int *group_before =
        options->previous != NULL ? co_plan_groups_of_people(options->previous, campaign) : NULL;
    g_autoptr(CoExpenses) expenses =
        co_expenses_new(campaign, options->context->plan, co_texts_scale(options->texts));
    const Post post = {.options = options,
                       .expenses = expenses,
                       .campaign = campaign,
                       .before = {campaign, options->previous, options->context->report},
                       .delivery = delivery,
                       .names = names,
                       .people = people,
                       .without_address = list,
                       .group_of_person = group_now,
                       .group_before = group_before,
                       .counts = counts};
    return write_all(&post, error);
}
