/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file book_checks.h  What must hold of any bytes read as a workbook. */
#pragma once
#include <glib.h>

/** Reads the bytes; either sheets within all limits come out, or an error says why not. */
void book_checks_run(const char *bytes, gsize size);
