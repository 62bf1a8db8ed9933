/* What a Vega encoding sets of a text. */
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/json.h"
#include "guide/reader.h"
#include "scene/style.h"

/* Numbers of a block under Vega's names. */
static const struct {
    const char *name;
    size_t offset;
} numbers[] = {
    { "fontSize", offsetof(JutuTextBlock, font.size) },
    { "angle", offsetof(JutuTextBlock, angle) },
    { "limit", offsetof(JutuTextBlock, limit) },
    { "lineHeight", offsetof(JutuTextBlock, line_height) },
    { "dx", offsetof(JutuTextBlock, dx) },
    { "dy", offsetof(JutuTextBlock, dy) },
    { "x", offsetof(JutuTextBlock, x) },
    { "y", offsetof(JutuTextBlock, y) },
};

static bool set_number(JutuTextBlock *block, const char *name, JutuValue value)
{
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        if (strcmp(numbers[i].name, name) == 0) {
            *(double *)(void *)((char *)block + numbers[i].offset) = jutu_to_number(value);
            return true;
        }
    }
    return false;
}

static void set_font(JutuTextBlock *block, JutuValue value)
{
    block->font.family = value.type == JUTU_STRING ? value.string : NULL;
}
static void set_weight(JutuTextBlock *block, JutuValue value)
{
    block->font.weight = jutu_font_weight(value);
}
static void set_slant(JutuTextBlock *block, JutuValue value)
{
    block->font.italic = value.type == JUTU_STRING && (strcmp(value.string, "italic") == 0 ||
                                                       strcmp(value.string, "oblique") == 0);
}
static void set_align(JutuTextBlock *block, JutuValue value)
{
    block->align = jutu_text_align(value);
}
static void set_baseline(JutuTextBlock *block, JutuValue value)
{
    block->baseline = jutu_text_baseline(value);
}

static const struct {
    const char *name;
    void (*set)(JutuTextBlock *block, JutuValue value);
} setters[] = {
    { "font", set_font },   { "fontWeight", set_weight }, { "fontStyle", set_slant },
    { "align", set_align }, { "baseline", set_baseline },
};

static void set_one(JutuTextBlock *block, const char *name, JutuValue value, const JutuChart *chart)
{
    const char *line_break = jutu_json_string(chart->vega_config, "lineBreak", NULL);
    if (strcmp(name, "text") == 0)
        block->text = jutu_text_lines(value, line_break, chart->arena);
    if (set_number(block, name, value))
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(setters); i++) {
        if (strcmp(setters[i].name, name) == 0) {
            setters[i].set(block, value);
            return;
        }
    }
    jutu_style_set(&block->style, name, value, chart->arena);
}

void jutu_block_override(JutuGuideReader *reader, const json_t *encode, JutuValue datum,
                         JutuTextBlock *block, double *opacity)
{
    const char *name;
    json_t *json;
    json_object_foreach ((json_t *)encode, name, json) {
        JutuGuideValue given = jutu_guide_encoded(reader, json);
        JutuValue value = jutu_guide_read(reader, &given, datum);
        if (value.type == JUTU_UNDEFINED)
            continue;
        if (strcmp(name, "opacity") == 0)
            *opacity = jutu_to_number(value);
        else
            set_one(block, name, value, reader->frame->chart);
    }
}
