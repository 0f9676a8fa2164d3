/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file certificate.h  What one person is certified to have followed. Private to
 * outputs/certificates/. */
#pragma once
#include "outputs/heading.h"
#include "outputs/kit/paper.h"
#include "outputs/words/texts_fields.h"
#include "cohorte/attendance.h"
#include "cohorte/texts.h"
G_BEGIN_DECLS

/** Whom a certificate is for. */
typedef struct CoCertificate {
    const CoOutputContext *context;
    const CoRegister *book;
    const CoTexts *texts;
    const CoHeading *heading;
    int group_idx; /**< of the person, or where they came first */
    int person_idx;
    CoFollowed followed;
    CoTextValues values;
} CoCertificate;

/** Fills in hours and words. @p certificate names everything down to the person. Implemented by
 * outputs/certificates/certificate_words.c. */
void co_certificate_fill(CoCertificate *certificate);
void co_certificate_clear(CoCertificate *certificate);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CoCertificate, co_certificate_clear)
/** @return whether hours of a mode count: self-study never, a webinar only when attendance was
 * told. Implemented by outputs/certificates/certificate_words.c. */
bool co_certificate_counts(const CoCertificate *certificate, CoMode mode);

/** Draws it as a part of a file. @param data  a #CoCertificate. Implemented by
 * outputs/certificates/certificate_paper.c. */
void co_certificate_draw(CoPaper *paper, void *data);
G_END_DECLS
