/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file trainer_book.h  formateurs/<formateur>.xlsx and ordres-de-mission/<formateur>.pdf, for one
 * trainer: the own meetings, the roster of each group led, the mission order, hours and pay. No
 * meeting, hour or expense of anybody else but the name of who leads the same group. */
#pragma once
#include "outputs/letters/mission_order.h"

/** What every sheet of the file is made from. */
typedef struct CoTrainerBook {
    const CoHeading *heading;
    CoMission mission;
    CoBook *book;
} CoTrainerBook;

/** The own calendar. Implemented by outputs/trainers/trainer_agenda.c. */
void co_trainer_agenda(const CoTrainerBook *book);
/** Hours by kind, rate and amount, with boxes for what was done. Implemented by
 * outputs/trainers/trainer_pay.c. */
void co_trainer_pay(const CoTrainerBook *book);
/** The mission order, as a sheet and as a PDF file (transfer full; NULL on failure). Implemented by
 * outputs/trainers/trainer_order.c. */
void co_trainer_order(const CoTrainerBook *book);
GBytes *co_trainer_order_paper(const CoTrainerBook *book, GError **error);
/** Writes both files of every trainer who has a meeting. Implemented by
 * outputs/trainers/trainer_files.c. */
bool co_trainers_publish(const CoPublication *publication, GError **error);
