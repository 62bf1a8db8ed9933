/* Files and messages of the program. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

char *jutu_cli_read(const char *path, gsize *length, GError **error)
{
    char *text = NULL;
    if (strcmp(path, "-") != 0)
        return g_file_get_contents(path, &text, length, error) ? text : NULL;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    guint8 buffer[65536];
    size_t n;
    while ((n = fread(buffer, 1, sizeof(buffer), stdin)) > 0)
        g_byte_array_append(bytes, buffer, (guint)n);
    *length = bytes->len;
    g_byte_array_append(bytes, (const guint8 *)"", 1);
    return (char *)g_byte_array_free(g_steal_pointer(&bytes), false);
}

/* Columns that a text takes on a terminal: wide characters take two. */
static size_t display_width(const char *text, size_t characters)
{
    size_t width = 0;
    for (; *text && characters > 0; text = g_utf8_next_char(text), characters--)
        width += *text == '\t' ? 1 : g_unichar_iswide(g_utf8_get_char(text)) ? 2 : 1;
    return width;
}

static void append_source(GString *out, const char *text, const JutuNote *note)
{
    const char *line = text;
    for (size_t i = 1; i < note->line && line; i++) {
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    if (!line)
        return;
    g_autofree char *copy = g_strndup(line, strcspn(line, "\r\n"));
    if (strlen(copy) > 300 || !g_utf8_validate(copy, -1, NULL))
        return; /* minified specs have one line */
    g_string_append_printf(out, "%5zu | %s\n      | %*s^", note->line, copy,
                           (int)display_width(copy, note->column - 1), "");
    g_string_append_printf(out, "  %s\n", note->pointer ? note->pointer : "");
}

const char *jutu_cli_severity(const JutuNote *note)
{
    static const char *const names[] = { "note", "warning", "error" };
    return names[note->severity];
}

void jutu_cli_note(GString *out, const char *file, const char *text, const JutuNote *note)
{
    g_string_append(out, note->file ? note->file : file);
    if (note->line)
        g_string_append_printf(out, ":%zu", note->line);
    if (note->line && note->column)
        g_string_append_printf(out, ":%zu", note->column);
    g_string_append_printf(out, ": %s: %s", jutu_cli_severity(note), note->text);
    if (note->id)
        g_string_append_printf(out, " [%s]", note->id);
    g_string_append_c(out, '\n');
    if (text && note->line && !note->file)
        append_source(out, text, note);
}

void jutu_cli_error(GString *out, const char *file, const char *text, const GError *error)
{
    JutuNote note;
    jutu_error_note(error, &note);
    jutu_cli_note(out, file, text, &note);
}
