/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/rules.h"

typedef struct RuleWords {
    const char *id, *name;
} RuleWords;

static const RuleWords words[CO_RULE_END] = {
    [0] = {"R00", "none"},
    [CO_R01] = {"R01", "overlap"},
    [CO_R02] = {"R02", "size"},
    [CO_R03] = {"R03", "availability"},
    [CO_R04] = {"R04", "order"},
    [CO_R05] = {"R05", "fm1"},
    [CO_R06] = {"R06", "trainers"},
    [CO_R07] = {"R07", "workload"},
    [CO_R08] = {"R08", "continuity"},
    [CO_R09] = {"R09", "head"},
    [CO_R10] = {"R10", "milestones"},
    [CO_R11] = {"R11", "group_count"},
    [CO_R12] = {"R12", "together"},
    [CO_R13] = {"R13", "locks"},
    [CO_R14] = {"R14", "one_group"},
    [CO_R15] = {"R15", "constancy"},
    [CO_R16] = {"R16", "academy"},
    [CO_R17] = {"R17", "notice"},
    [CO_R18] = {"R18", "access"},
};

static const RuleWords *words_of(CoRule rule)
{
    return rule >= CO_R01 && rule < CO_RULE_END ? &words[rule] : &words[0];
}

const char *co_rule_id(CoRule rule)
{
    return words_of(rule)->id;
}

const char *co_rule_name(CoRule rule)
{
    return words_of(rule)->name;
}
