/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file texts_default.h  The files of modeles/ as they were when the program was built.
 * Implemented by a source that cmake/CohorteEmbed.cmake makes from them. */
#pragma once
#include <stddef.h>

typedef struct CoEmbedded {
    const char *name;
    const unsigned char *data;
    size_t size;
} CoEmbedded;

extern const CoEmbedded co_texts_default[];
extern const int co_n_texts_default;
