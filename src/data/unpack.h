/* A data file's bytes before they are a text. For this folder's files. */
#pragma once
#include <glib.h>

/*
 * Unpacks gzip, and refuses what its first bytes show to be no text: workbooks, PDF and their kin,
 * with a word on how to get a table out of them.
 *
 * @param name       the file's, for messages
 * @param max_bytes  unpacked ones; more are an error
 * @return owned; NULL with JUTU_ERROR_DATA set
 */
GBytes *jutu_unpack(GBytes *bytes, const char *name, size_t max_bytes, GError **error);
