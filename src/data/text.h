/* A data file's bytes as UTF-8. */
#pragma once
#include "base/context.h"

/*
 * Decodes a file that must be right: a byte order mark is obeyed, then dropped; without one the
 * text is in `encoding`, or in UTF-8. Nothing is guessed and nothing replaced.
 *
 * @param encoding  as the web names them, in any case: "gbk", "big5", "shift_jis"; NULL: UTF-8
 * @param name      the file's, for messages
 * @return owned bytes, not always followed by a NUL; NULL with JUTU_ERROR_DATA set
 */
GBytes *jutu_text_decode(GBytes *bytes, const char *encoding, const char *name, GError **error);

/*
 * Decodes a file as far as it can be: in the encoding that somebody named, else by its byte order
 * mark, as UTF-8 if it is valid, else in the encoding that its characters speak for. What was
 * found, how sure it is, and bytes that are no characters (U+FFFD stands for them) are said.
 *
 * @param encoding  NULL: nobody named one
 * @param pointer   of the data object, for messages
 */
GBytes *jutu_text_read(GBytes *bytes, const char *encoding, const char *name, const char *pointer,
                       JutuContext *context, GError **error);
