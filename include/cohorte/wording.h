/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file wording.h  Typed facts to French sentences. Implemented by outputs/wording_fr*.c.
 * All returned strings are (transfer full) unless said static. */
#pragma once
#include <glib.h>
#include "cohorte/check.h"
#include "cohorte/difference.h"
#include "cohorte/plan.h"
#include "cohorte/problem.h"
#include "cohorte/question.h"
G_BEGIN_DECLS

/** One sentence on a broken rule, naming group, person, day. */
char *co_wording_violation(const CoCampaign *campaign, const CoPlan *plan,
                           const CoViolation *violation);
/** Short French title of a rule, e.g. "continuité du service" (static). */
const char *co_wording_rule(CoRule rule);
/** Why a person is not placed, and the remedy. Both begin in lower case, end without a full stop
 * and do not name the person: they stand beside the name. */
char *co_wording_unplaced_reason(const CoCampaign *campaign, const CoPlan *plan,
                                 const CoUnplaced *unplaced);
char *co_wording_unplaced_remedy(const CoCampaign *campaign, const CoPlan *plan,
                                 const CoUnplaced *unplaced);
/** What changed, e.g. "La séance SG-P1 du mardi 19 novembre 2024 (SG-01) passe au jeudi 21 novembre
 * 2024, mêmes horaires, même salle", after the name of whom it is about, if any ("Aline Petit : ");
 * no full stop. Its key of tables: "seance_deplacee" (static). */
char *co_wording_fact(const CoDifference *difference, const CoFact *fact);
const char *co_wording_fact_key(CoFactKind kind);
/** What is wrong / what was done / what to do, for one problem. The remedy may be "". */
char *co_wording_problem(const CoProblem *problem);
const char *co_wording_action(CoAction action); /**< static */
char *co_wording_problem_remedy(const CoProblem *problem);
const char *
co_wording_severity(CoSeverity severity); /**< static: "erreur", "avertissement", "avis" */
/** What a question asks, what stands meanwhile, where it comes from. */
char *co_wording_question(const CoQuestion *question);
/** The file decisions.csv: every question with its decision, to be filled in and imported again. */
char *co_wording_decisions(const CoQuestionList *questions);
/** "lundi 18 novembre 2024" */
char *co_wording_day_long(CoDay day);
/** "lun. 18 nov." */
char *co_wording_day_short(CoDay day);
/** "45 673,20 €" (narrow no-break space between thousands, NBSP before the sign) */
char *co_wording_cents(int64_t cents);
/** "12 345" (narrow no-break space between thousands) */
char *co_wording_number(int64_t number);
/** "0,23 %" of a fraction, two decimals, half away from zero */
char *co_wording_percent(double fraction);
/** Group, path and meeting words used by documents and terminal alike. */
const char *co_wording_halves(CoHalves halves); /**< static: "matin", "après-midi", "journée" */
const char *co_wording_mode(CoMode mode);       /**< static: "présentiel", "classe virtuelle"... */
const char *co_wording_quality(CoQuality quality); /**< static: "optimal prouvé"... */
const char *co_wording_stop(CoStop stop);          /**< static */
/** Keys of tables and JSON, without accents: "optimal", "realisable", "irrealisable", "rien";
 * "termine", "temps", "travail", "ecart", "interrompu". Static. */
const char *co_wording_halves_key(CoHalves halves); /**< "am", "pm", "journee" */
const char *co_wording_quality_key(CoQuality quality);
const char *co_wording_stop_key(CoStop stop);
G_END_DECLS
