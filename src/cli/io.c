/* Files and messages of the program. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "cli/cli.h"

/* @return 0, or what went wrong: EFBIG where there are more bytes than a file may have */
static int read_all(int file, GByteArray *bytes)
{
    guint8 buffer[65536];
    struct stat about;
    if (fstat(file, &about) == 0 && about.st_size > JUTU_MOST_FILE_BYTES)
        return EFBIG;
    while (bytes->len <= JUTU_MOST_FILE_BYTES) {
        ssize_t n = read(file, buffer, sizeof(buffer));
        if (n == 0)
            return 0;
        if (n > 0)
            g_byte_array_append(bytes, buffer, (guint)n);
        else if (errno != EINTR)
            return errno;
    }
    return EFBIG;
}

char *jutu_cli_read(const char *path, gsize *length, GError **error)
{
    bool is_stream = strcmp(path, "-") == 0;
    int file = is_stream ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    int code = file < 0 ? errno : read_all(file, bytes);
    if (!is_stream && file >= 0)
        close(file);
    if (code != 0) {
        g_autofree char *large = g_strdup_printf("it has more than %d bytes", JUTU_MOST_FILE_BYTES);
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "it can't be read: %s",
                    code == EFBIG ? large : g_strerror(code));
        return NULL;
    }
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
