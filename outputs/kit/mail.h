/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file mail.h  One message for a mailer, written strictly (RFC 5322, MIME). Implemented by
 * outputs/kit/mail.c.
 *
 * A writer of our own: the libraries that Debian has for this are built on GObject and GIO, or send
 * and fetch mail as well. Nothing that comes from data can begin a header: names are always encoded
 * or plain words, addresses are checked. Same message, same bytes. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "cohorte/day.h"
G_BEGIN_DECLS

typedef struct CoMailbox {
    const char *name;  /**< UTF-8, anything */
    const char *email; /**< co_mail_is_address() */
} CoMailbox;

typedef struct CoMailPart {
    const char *type; /**< "text/calendar; method=REQUEST; charset=utf-8" */
    const char *name; /**< of the file, ASCII without blanks and quotes */
    GBytes *data;
} CoMailPart;

typedef struct CoMail {
    CoMailbox from, to;
    const char *subject, *body; /**< UTF-8; lines of the body end with "\n" */
    const char *key;            /**< unlike that of any other message: makes its identifier */
    CoDay day;                  /**< with the minute, when it was written, world time */
    int minute;
    int n_parts;
    const CoMailPart *parts;
} CoMail;

/** @return whether an address can be written to as it is: plain ASCII, a name and a full domain */
bool co_mail_is_address(const char *email);

/** @return (transfer full) the message, lines ended by CR LF and no longer than 78 characters but
 * for a single address that is */
GString *co_mail_text(const CoMail *mail);
G_END_DECLS
