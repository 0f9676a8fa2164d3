/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file territories.h  Where the days off and the clock are not those of Paris. */
#pragma once

typedef struct CoTerritoryFacts {
    const char *label;    /**< as a planner writes it */
    const char *holidays; /**< co_text_key() of its name in the files of public holidays */
    const char *clock;    /**< IANA name of its time zone */
} CoTerritoryFacts;

/** @return (transfer full) what two spellings of an academy have in common: "Académie de La
 * Réunion", "La Réunion" and "Réunion" give one key */
char *co_academy_key(const char *name);
/** @return (transfer none) the territory of an academy; mainland France unless it has its own */
const CoTerritoryFacts *co_territory_of_academy(const char *name);
/** @return (transfer none) the territory of a département ("057", "974"): not always that of its
 * academy, which in Nancy-Metz follows local law in the Moselle only; mainland France for "" */
const CoTerritoryFacts *co_territory_of_department(const char *department);
const CoTerritoryFacts *co_territory_mainland(void);
const CoTerritoryFacts *co_territory_alsace_moselle(void);
