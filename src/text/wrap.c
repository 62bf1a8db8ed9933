/* Blocks in lines: what labels, titles and texts of marks have in common. */
#include "text/wrap.h"

#include <math.h>

#include "text/typeset.h"

#define LEADING 1.25 /* of the font size, between lines of Han */

static size_t count_lines(const char *text)
{
    size_t n = 1;
    for (; *text; text++)
        n += *text == '\n';
    return n;
}

size_t jutu_text_wrap(JutuTextBlock *block, const JutuWrapping *how, JutuArena *arena)
{
    JutuTypeset typeset = { .measure = how->measure,
                            .lang = how->lang,
                            .font = block->font,
                            .width = how->room,
                            .balance = true };
    block->limit = 0;
    if (!(how->room > 0) || !block->text || !*block->text || !(block->font.size > 0))
        return 0;
    JutuLines lines = jutu_typeset_lines(&typeset, block->text, arena);
    size_t before = count_lines(block->text);
    if (lines.n <= before)
        return 0;
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < lines.n; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "\n" : "", lines.text[i]);
    block->text = jutu_arena_strdup(arena, text->str);
    if (!(block->line_height > 0))
        block->line_height = round(LEADING * block->font.size);
    return lines.n - before;
}

size_t jutu_text_wrap_around(JutuTextBlock *block, const JutuWrapping *how, JutuArena *arena)
{
    static const double above[] = {
        [JUTU_BASELINE_ALPHABETIC] = 1, [JUTU_BASELINE_TOP] = 0,
        [JUTU_BASELINE_MIDDLE] = 0.5,   [JUTU_BASELINE_BOTTOM] = 1,
        [JUTU_BASELINE_LINE_TOP] = 0,   [JUTU_BASELINE_LINE_BOTTOM] = 1
    };
    size_t more = jutu_text_wrap(block, how, arena);
    block->dy -= above[block->baseline] * (double)more * block->line_height;
    return more;
}
