/* Newline-delimited JSON: a value a line. For this folder's files. */
#pragma once
#include <glib.h>
#include <jansson.h>
#include <stdbool.h>

/* Whether a text is several objects, or lists, of a line each: no JSON as a whole. */
bool jutu_json_is_lines(const char *text, size_t length);

/* The values of all lines that aren't blank, in an owned list. NULL with error set, its line that
 * of the text. */
json_t *jutu_json_lines(const char *text, size_t length, GError **error);
