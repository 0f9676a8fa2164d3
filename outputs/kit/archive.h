/* SPDX-License-Identifier: GPL-3.0-or-later */
/** @file archive.h  Is an XLSX file whole? Implemented by outputs/kit/archive.c. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** @return whether @p data is a complete ZIP file whose every part unpacks to its stated size and
 * checksum and ends with the closing tag of the XML element it begins with. Reads archives without
 * ZIP64 and encryption, as our own are. Linear in the unpacked size. */
bool co_archive_is_whole(const uint8_t *data, size_t size);
