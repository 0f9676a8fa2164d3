/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file frais.h  frais.xlsx: what the plan will cost in trips and hours, for the budget office of
 * the EAFC. Implemented by outputs/money/frais.c. */
#pragma once
#include "outputs/publication.h"
G_BEGIN_DECLS

/** Writes frais.xlsx: every amount is a formula on the dated rates of its sheet "Barèmes", with the
 * value of expenses.h beside it for readers that do not compute. */
bool co_frais_publish(const CoPublication *publication, GError **error);
G_END_DECLS
