/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "expenses.h"

#include "expense_lines.h"
#include "scale.h"
#include "cohorte/owners.h"

#define MINUTES_PER_HOUR 60

bool co_expenses_is_paid(const CoExpenseLine *line)
{
    g_return_val_if_fail(line != NULL, false);
    return line->right == CO_TRAVEL_DUE || line->right == CO_TRAVEL_COMMUNE_UNKNOWN;
}

/* ---- pay ---- */

static void add_group(const CoCampaign *campaign, const CoGroup *group, CoTrainerPay *pay)
{
    pay->n_groups++;
    for (int m = 0; m < group->n_meetings; m++) {
        const CoMeeting *meeting = &group->meetings[m];
        bool in_person = campaign->modules[meeting->module_idx].mode == CO_MODE_IN_PERSON;
        pay->n_halves[in_person ? CO_HOURS_IN_PERSON : CO_HOURS_VIRTUAL] +=
            meeting->halves == CO_HALF_BOTH ? 2 : 1;
    }
}

static void make_pay(CoExpenses *expenses, const CoCampaign *campaign, const CoPlan *plan)
{
    const CoParameters *parameters = &campaign->parameters;
    expenses->rate_is_set = parameters->trainer_rate_cents >= 0;
    expenses->rate_cents = MAX(parameters->trainer_rate_cents, 0);
    expenses->half_day_micro =
        co_scale_on(expenses->scale, CO_SCALE_HALF_DAY, parameters->first_day);
    expenses->pay = g_new0(CoTrainerPay, (gsize)campaign->n_trainers + 1);
    for (int g = 0; g < plan->n_groups; g++)
        for (int i = 0; i < 2; i++)
            if (plan->groups[g].trainer_idx[i] >= 0)
                add_group(campaign, &plan->groups[g],
                          &expenses->pay[plan->groups[g].trainer_idx[i]]);
    for (int t = 0; t < campaign->n_trainers; t++)
        for (int kind = 0; kind < CO_N_HOURS; kind++) {
            CoTrainerPay *pay = &expenses->pay[t];
            int64_t hours_micro = pay->n_halves[kind] * expenses->half_day_micro;
            pay->minutes[kind] = co_trip_round(hours_micro * MINUTES_PER_HOUR, CO_SCALE_MICRO);
            pay->pay_cents[kind] =
                co_trip_round(hours_micro * expenses->rate_cents, CO_SCALE_MICRO);
        }
}

int64_t co_expenses_pay_cents(const CoTrainerPay *pay)
{
    g_return_val_if_fail(pay != NULL, 0);
    return pay->pay_cents[CO_HOURS_IN_PERSON] + pay->pay_cents[CO_HOURS_VIRTUAL];
}

/* ---- lines by what they are of ---- */

typedef int (*OwnerOf)(const CoExpenseLine *line);

static int trainer_of(const CoExpenseLine *line)
{
    return line->trainer_idx;
}

static int group_of(const CoExpenseLine *line)
{
    return line->group_idx;
}

static int school_of(const CoExpenseLine *line)
{
    return line->establishment_idx;
}

/* Lines by owner, those of each in their own order. @param first  (out) of each owner, one more at
 * the end @return (transfer full) */
static int *sort_by(const CoExpenses *expenses, OwnerOf owner_of, int n_owners, int **first)
{
    g_autofree int *owner = g_new(int, (gsize)expenses->n_lines + 1);
    for (int i = 0; i < expenses->n_lines; i++)
        owner[i] = owner_of(&expenses->lines[i]);
    return co_rows_by_owner(owner, expenses->n_lines, n_owners, first);
}

CoExpenses *co_expenses_new(const CoCampaign *campaign, const CoPlan *plan, const CoScale *scale)
{
    g_return_val_if_fail(campaign != NULL && plan != NULL && scale != NULL, NULL);
    CoExpenses *expenses = g_new0(CoExpenses, 1);
    GArray *lines = co_expense_trips(campaign, plan);
    expenses->scale = co_scale_of_campaign(scale, campaign);
    expenses->n_lines = (int)lines->len;
    expenses->lines = (CoExpenseLine *)(void *)g_array_free(lines, FALSE);
    co_expense_amounts(campaign, expenses->scale, expenses->lines, expenses->n_lines);
    make_pay(expenses, campaign, plan);
    expenses->by_trainer =
        sort_by(expenses, trainer_of, campaign->n_trainers, &expenses->first_of_trainer);
    expenses->by_group = sort_by(expenses, group_of, plan->n_groups, &expenses->first_of_group);
    /* Lines of schools stand in their order already. */
    g_free(sort_by(expenses, school_of, campaign->n_establishments, &expenses->first_of_school));
    return expenses;
}

void co_expenses_free(CoExpenses *expenses)
{
    if (expenses == NULL)
        return;
    g_free(expenses->lines);
    g_free(expenses->pay);
    co_scale_free((CoScale *)expenses->scale);
    g_free(expenses->by_trainer);
    g_free(expenses->first_of_trainer);
    g_free(expenses->by_group);
    g_free(expenses->first_of_group);
    g_free(expenses->first_of_school);
    g_free(expenses);
}

const int *co_expenses_of_trainer(const CoExpenses *expenses, int trainer_idx, int *n_lines)
{
    g_return_val_if_fail(expenses != NULL && trainer_idx >= 0 && n_lines != NULL, NULL);
    const int *first = expenses->first_of_trainer + trainer_idx;
    *n_lines = first[1] - first[0];
    return expenses->by_trainer + first[0];
}

const int *co_expenses_of_group(const CoExpenses *expenses, int group_idx, int *n_lines)
{
    g_return_val_if_fail(expenses != NULL && group_idx >= 0 && n_lines != NULL, NULL);
    const int *first = expenses->first_of_group + group_idx;
    *n_lines = first[1] - first[0];
    return expenses->by_group + first[0];
}

const CoExpenseLine *co_expenses_of_establishment(const CoExpenses *expenses, int establishment_idx,
                                                  int *n_lines)
{
    g_return_val_if_fail(expenses != NULL && establishment_idx >= 0 && n_lines != NULL, NULL);
    const int *first = expenses->first_of_school + establishment_idx;
    *n_lines = first[1] - first[0];
    return expenses->lines + first[0];
}

/* ---- sums ---- */

void co_expenses_add(CoExpenseTotals *totals, const CoExpenseLine *line)
{
    g_return_if_fail(totals != NULL && line != NULL);
    totals->n_trips += co_expenses_is_paid(line);
    totals->n_to_confirm += line->right == CO_TRAVEL_COMMUNE_UNKNOWN;
    totals->n_overnights += line->overnight;
    for (int kind = CO_MEAL_REDUCED; kind < CO_N_MEALS; kind++)
        totals->n_meals[kind] +=
            (line->noon == (CoMealKind)kind) + (line->evening == (CoMealKind)kind);
    totals->paid_km_milli += line->paid_km_milli;
    totals->mileage_cents += line->mileage_cents;
    totals->meal_cents += line->meal_cents;
}

static CoExpenseTotals total_of(const CoExpenses *expenses, const int *lines, int n_lines)
{
    CoExpenseTotals totals = {0};
    for (int i = 0; i < n_lines; i++)
        co_expenses_add(&totals, &expenses->lines[lines[i]]);
    return totals;
}

static CoExpenseTotals total_of_stretch(const CoExpenseLine *lines, int n_lines)
{
    CoExpenseTotals totals = {0};
    for (int i = 0; i < n_lines; i++)
        co_expenses_add(&totals, &lines[i]);
    return totals;
}

CoExpenseTotals co_expenses_total(const CoExpenses *expenses)
{
    g_return_val_if_fail(expenses != NULL, (CoExpenseTotals){0});
    return total_of_stretch(expenses->lines, expenses->n_lines);
}

CoExpenseTotals co_expenses_total_of_trainer(const CoExpenses *expenses, int trainer_idx)
{
    int n_lines;
    const int *lines = co_expenses_of_trainer(expenses, trainer_idx, &n_lines);
    return total_of(expenses, lines, n_lines);
}

CoExpenseTotals co_expenses_total_of_group(const CoExpenses *expenses, int group_idx)
{
    int n_lines;
    const int *lines = co_expenses_of_group(expenses, group_idx, &n_lines);
    return total_of(expenses, lines, n_lines);
}

CoExpenseTotals co_expenses_total_of_establishment(const CoExpenses *expenses,
                                                   int establishment_idx)
{
    int n_lines;
    const CoExpenseLine *lines =
        co_expenses_of_establishment(expenses, establishment_idx, &n_lines);
    return total_of_stretch(lines, n_lines);
}
