/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml_part.h"

#include <expat.h>

#include <string.h>

typedef struct Reading {
    CoPackage *package;
    const char *part;
    const CoXmlEvents *events;
    void *reader;
    XML_Parser parser;
    int depth;
} Reading;

static const char *without_prefix(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon != NULL ? colon + 1 : name;
}

static void refuse(Reading *reading)
{
    co_package_fail(reading->package, CO_PROBLEM_BOOK_DAMAGED, reading->part);
    XML_StopParser(reading->parser, XML_FALSE);
}

static void on_start(void *data, const XML_Char *name, const XML_Char **attributes)
{
    Reading *reading = data;
    if (++reading->depth > CO_XML_MAX_DEPTH)
        refuse(reading);
    else
        reading->events->start(reading->reader, without_prefix(name),
                               (const char *const *)attributes);
}

static void on_end(void *data, const XML_Char *name)
{
    Reading *reading = data;
    reading->depth--;
    reading->events->end(reading->reader, without_prefix(name));
}

static void on_text(void *data, const XML_Char *text, int length)
{
    Reading *reading = data;
    reading->events->text(reading->reader, text, length);
}

static void on_doctype(void *data, const XML_Char *name, const XML_Char *system_id,
                       const XML_Char *public_id, int has_internal_subset)
{
    (void)name, (void)system_id, (void)public_id, (void)has_internal_subset;
    refuse(data);
}

static XML_Parser new_parser(Reading *reading)
{
    XML_Parser parser = XML_ParserCreate(NULL);
    if (parser == NULL)
        g_error("out of memory"); /* as GLib does */
    XML_SetUserData(parser, reading);
    XML_SetElementHandler(parser, on_start, on_end);
    XML_SetStartDoctypeDeclHandler(parser, on_doctype);
    if (reading->events->text != NULL)
        XML_SetCharacterDataHandler(parser, on_text);
    return parser;
}

static void read_pieces(Reading *reading, CoPart *part)
{
    enum { PIECE = 1 << 16 };
    int n = 1;
    while (n > 0 && !co_package_has_failed(reading->package)) {
        void *buffer = XML_GetBuffer(reading->parser, PIECE);
        n = buffer == NULL ? -1 : co_part_read(part, buffer, PIECE);
        if (n < 0 || XML_ParseBuffer(reading->parser, n, n == 0) != XML_STATUS_OK)
            co_package_fail(reading->package, CO_PROBLEM_BOOK_DAMAGED, reading->part);
    }
}

bool co_xml_read(CoPackage *package, const char *part, const CoXmlEvents *events, void *reader)
{
    g_return_val_if_fail(package != NULL && part != NULL && events != NULL, false);
    if (co_package_has_failed(package))
        return false;
    g_autoptr(CoPart) opened = co_part_open(package, part);
    if (opened == NULL)
        return false;
    Reading reading = {.package = package, .part = part, .events = events, .reader = reader};
    reading.parser = new_parser(&reading);
    read_pieces(&reading, opened);
    XML_ParserFree(reading.parser);
    return !co_package_has_failed(package);
}

const char *co_xml_attribute(const char *const *attributes, const char *name)
{
    for (int i = 0; attributes[i] != NULL; i += 2)
        if (strcmp(without_prefix(attributes[i]), name) == 0)
            return attributes[i + 1];
    return NULL;
}

bool co_xml_flag(const char *const *attributes, const char *name)
{
    const char *value = co_xml_attribute(attributes, name);
    return value != NULL &&
           (strcmp(value, "1") == 0 || strcmp(value, "true") == 0 || strcmp(value, "on") == 0);
}

int co_xml_number(const char *const *attributes, const char *name, int max, int otherwise)
{
    const char *value = co_xml_attribute(attributes, name);
    guint64 number;
    if (value == NULL || !g_ascii_string_to_unsigned(value, 10, 0, (guint64)max, &number, NULL))
        return otherwise;
    return (int)number;
}
