/* A data file's bytes as UTF-8. */
#pragma once
#include <glib.h>

/* The encoding that a byte order mark tells: "utf-8", "utf-16le", "utf-16be"; NULL: no mark. */
const char *jutu_text_mark(GBytes *bytes);

/*
 * Decodes a file. A byte order mark is obeyed, then dropped; without one the text is in `encoding`,
 * or in UTF-8. Nothing is guessed and nothing replaced.
 *
 * @param encoding  as the web names them, in any case: "gbk", "big5", "shift_jis"; NULL: UTF-8
 * @param name      the file's, for messages
 * @return owned bytes, not always followed by a NUL; NULL with JUTU_ERROR_DATA set
 */
GBytes *jutu_text_decode(GBytes *bytes, const char *encoding, const char *name, GError **error);
