/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file import_frame.h  The tables that everything else of an import refers to. */
#pragma once

struct CoImport;

/** Reads the parameters, academies, waves, agencies, roles, paths, modules, the directory and the
 * establishments, from the sheets of the import. */
void co_import_read_frame(struct CoImport *import);
