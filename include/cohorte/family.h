/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file family.h  Families of establishments, for when one must stand for another.
 * Implemented by planner/domain/. */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

typedef enum {
    CO_FAMILY_OTHER,
    CO_FAMILY_COLLEGE,
    CO_FAMILY_LYCEE,
    CO_FAMILY_VOCATIONAL,
    CO_FAMILY_EREA,
} CoFamily;

/** @return the family of a type as published or typed ("CLG", "LPO, support de GRETA") */
CoFamily co_place_family(const char *type);
/** @return (static) the usual French name of a family, NULL for CO_FAMILY_OTHER */
const char *co_place_family_label(CoFamily family);
G_END_DECLS
