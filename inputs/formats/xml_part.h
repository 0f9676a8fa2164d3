/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file xml_part.h  A part of a package as a stream of XML events.
 *
 * Names come without their prefix: producers differ in prefixes, and the parts read here mix no
 * vocabularies whose names would clash. A document type is refused (nothing of it is ever needed,
 * and entities are how XML bombs are made), and so is a tree deeper than any real one. */
#pragma once
#include <stdbool.h>

#include "package.h"

enum { CO_XML_MAX_DEPTH = 200 };

/** What a reader of a part wants to be told. Texts may come in several pieces. */
typedef struct CoXmlEvents {
    void (*start)(void *reader, const char *name, const char *const *attributes);
    void (*end)(void *reader, const char *name);
    void (*text)(void *reader, const char *text, int length); /**< NULL when none is wanted */
} CoXmlEvents;

/** Reads a part to its end, or to the first failure of the package, which a reader may cause.
 * Events may go on for a little while after a failure.
 * @return !co_package_has_failed(package) */
bool co_xml_read(CoPackage *package, const char *part, const CoXmlEvents *events, void *reader);

/** @return (transfer none) the value of an attribute, NULL when it is not there. Of several with
 * this name but for the prefix, the first. */
const char *co_xml_attribute(const char *const *attributes, const char *name);
/** The same for a truth value; one that is not there, or not understood, is false. */
bool co_xml_flag(const char *const *attributes, const char *name);
/** The same for a whole number. @return @p otherwise when it is not there or no number of 0..@p max
 */
int co_xml_number(const char *const *attributes, const char *name, int max, int otherwise);
