/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file rules.h  The hard rules of a plan, by id. Implemented by planner/domain/rules.c.
 * The ids are a contract: they stand in messages, files, tests and function names. What each rule
 * says is MODEL.md §2; one line each here. */
#pragma once
#include <stdint.h>

typedef enum CoRule {
    CO_R01 = 1, /**< a human or a room is in at most one meeting per slot */
    CO_R02,     /**< effectif_min <= members <= effectif_max, places, and postes with FM1 */
    CO_R03,     /**< open slots only; room, trainers, members available */
    CO_R04,     /**< order of modules, gaps, earliest and latest dates, cutover */
    CO_R05,     /**< FM1 modules inside FM1 windows, at most groupes_max groups per slot */
    CO_R06,     /**< the right number of skilled trainers, pair rule kept */
    CO_R07,     /**< half-days of a trainer <= max_demi_journees */
    CO_R08,     /**< service continuity: someone of the finance office stays */
    CO_R09,     /**< head and general secretary not all away at once */
    CO_R10,     /**< forbidden milestones of a role */
    CO_R11,     /**< groupes_min <= groups of a path (and academy) <= groupes_max */
    CO_R12,     /**< persons of one establishment and path all in one group, when asked */
    CO_R13,     /**< locked elements stay as published */
    CO_R14,     /**< a person is in at most one group, of their own path */
    CO_R15,     /**< one room for all in-person days, same trainers for all meetings */
    CO_R16,     /**< members, room and trainers of one academy */
    CO_R17,     /**< nothing earlier than the blocking notice */
    CO_R18,     /**< accessible room where needed; no trip over trajet_max_km */
    CO_RULE_END,
} CoRule;

typedef uint32_t CoRuleSet; /**< bit (1 << rule) */
#define CO_RULE_BIT(rule) ((CoRuleSet)1 << (rule))

/** @return the id, "R01".."R18" (static); "R00" for anything else */
const char *co_rule_id(CoRule rule);
/** @return the short English name used in function names, e.g. "continuity" for CO_R08 (static) */
const char *co_rule_name(CoRule rule);
