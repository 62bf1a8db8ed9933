/*
 * Any text as a cell: read as a number and a date, hinted at, and as a column of cells between
 * bars. The first byte chooses the decimal mark.
 */
#include <glib.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/written.h"
#include "data/typed.h"
#include "data/typed_date.h"
#include "data/typed_hint.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void read_cell(const char *text, bool decimal_comma, JutuArena *arena)
{
    JutuTypedNumber number;
    JutuTypedDate date;
    size_t length = strlen(text);
    if (jutu_typed_number(text, length, decimal_comma, &number))
        g_assert(isfinite(number.number) && number.counts < JUTU_N_COUNTS);
    if (jutu_typed_date(text, length, &date))
        g_assert(isfinite(jutu_typed_date_ms(&date, NULL)));
    for (int i = 0; i < 4; i++)
        jutu_typed_hint(text, i & 1, i & 2, arena);
    g_free(jutu_cell_likeness(text));
}

/* Cells keep their texts, but for spaces around names. */
static void read_column(char *const *cells, bool decimal_comma, JutuContext *context)
{
    JutuArena *arena = context->arena;
    size_t n = g_strv_length((char **)cells);
    JutuValue *texts = jutu_new(arena, JutuValue, n + 1);
    for (size_t i = 0; i < n; i++)
        texts[i] = jutu_string(jutu_arena_strdup(arena, cells[i]));
    jutu_typed_infer(texts, n, decimal_comma);
    JutuTable table = { .n_rows = n, .n_columns = 1, .columns = &(JutuColumn){ "a", texts } };
    JutuTyping typing = { .decimal_comma = decimal_comma };
    const JutuTable *read = jutu_typed_read(&table, &typing, context);
    for (size_t i = 0; i < n; i++) {
        JutuValue cell = read->columns[0].cells[i];
        size_t length = texts[i].length;
        const char *start = jutu_cell_trim(texts[i].string, &length);
        g_autofree char *bare = g_strndup(start, length);
        const char *text = jutu_to_text(cell, arena);
        g_assert(strcmp(text, texts[i].string) == 0 || strcmp(text, bare) == 0);
        jutu_typed_as_number(cell, context);
        jutu_typed_as_date(cell, context);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0 || !g_utf8_validate_len((const char *)bytes + 1, size - 1, NULL) ||
        memchr(bytes, 0, size))
        return 0;
    bool decimal_comma = bytes[0] & 1;
    g_autofree char *text = g_strndup((const char *)bytes + 1, size - 1);
    g_auto(GStrv) cells = g_strsplit(text, "|", 100);
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    read_cell(text, decimal_comma, arena);
    for (size_t i = 0; cells[i]; i++)
        read_cell(cells[i], decimal_comma, arena);
    read_column(cells, decimal_comma, context);
    jutu_arena_free(arena);
    return 0;
}
