/* Titles of axes under a theme: which axes have one, and in which words. */
#include <string.h>

#include "base/json.h"
#include "base/words.h"
#include "flow/units.h"
#include "frame/frame.h"
#include "guide/units.h"

/* The axis whose title is asked for. */
typedef struct {
    const JutuGuidePlan *guides;
    const JutuAxisPlan *planned;
    const JutuFrame *frame;
    const JutuScale *scale;
    const JutuChannelDef *def;
} Asked;

static const JutuScale *other_scale(const Asked *asked)
{
    JutuChannel other = asked->planned->channel == JUTU_X ? JUTU_Y : JUTU_X;
    return jutu_frame_scale(asked->frame, asked->planned->unit, other);
}

static bool is_of_numbers(const JutuScale *scale)
{
    return scale && scale->type->continuous && !scale->type->temporal;
}

/* Points between two axes of numbers: their reader asks what is on each. */
static bool is_scatter(const Asked *asked)
{
    const JutuChannelDef *dimension = jutu_field_def(asked->def);
    return asked->planned->unit->mark->kind == JUTU_ITEM_SYMBOL && dimension &&
           is_of_numbers(asked->scale) && is_of_numbers(other_scale(asked));
}

/* Whether the spec itself makes the field, in one of the units that the axis is about. */
static bool is_made(const Asked *asked, const char *field)
{
    const JutuScalePlan *planned = jutu_plan_scale(asked->guides->plan, asked->planned->unit,
                                                   asked->planned->channel);
    const json_t *def;
    for (size_t i = 0; i < planned->n_domains; i++) {
        if (jutu_made_by(planned->domains[i].unit, field, &def))
            return true;
    }
    return jutu_made_by(asked->planned->unit, field, &def) != NULL;
}

/* Why a field's title needn't be shown; NULL: it is. */
static const char *why_none(const Asked *asked, const char *field, const char *name)
{
    const JutuChart *chart = asked->frame->chart;
    const JutuNumbers *numbers = jutu_units_numbers(asked->guides->units, asked->planned,
                                                    asked->scale);
    if (!is_of_numbers(asked->scale))
        return "names and times say what they are";
    if (numbers && numbers->year)
        return "years say what they are";
    if (is_scatter(asked))
        return NULL;
    if (*field && is_made(asked, field))
        return "the spec made the field";
    if (numbers && numbers->said && strcmp(numbers->said, name) == 0)
        return "the unit says it";
    return *name && jutu_title_says(chart, name) ? "the chart's title says it" : NULL;
}

/* The name of a field, or of what is counted or computed of it. */
static const char *words_of(const Asked *asked, const json_t *entry, const char *name)
{
    JutuArena *arena = asked->frame->chart->arena;
    const char *lang = asked->frame->chart->context->lang;
    const json_t *base = json_object_get(entry, "base");
    const char *op = jutu_json_string(base, "aggregate", NULL);
    const char *made = jutu_json_string(entry, "title", "");
    if (!op)
        return json_object_get(base, "field") ? name : made;
    if (strcmp(op, "count") == 0)
        return jutu_word(lang, JUTU_WORD_records);
    JutuWordId word = jutu_word_find(strcmp(op, "average") == 0 ? "mean" : op);
    return word == JUTU_N_WORDS || !*name ? made : jutu_word_with(lang, word, name, NULL, arena);
}

/* The names of all fields of an axis, joined. */
static const char *made_title(const Asked *asked, const json_t *list)
{
    const JutuChart *chart = asked->frame->chart;
    const char *text = NULL;
    size_t i;
    json_t *entry;
    json_array_foreach ((json_t *)list, i, entry) {
        const char *field = jutu_json_string(json_object_get(entry, "base"), "field", "");
        const char *name = jutu_name_without_unit(field, chart->arena);
        const char *made = jutu_json_string(entry, "title", "");
        const char *none = why_none(asked, field, name);
        if (none) {
            jutu_chart_why(chart, JUTU_RULE_axis_titles, asked->def->json, "no title, as %s", none);
            continue;
        }
        const char *words = words_of(asked, entry, name);
        if (strcmp(words, made) != 0)
            jutu_chart_why(chart, JUTU_RULE_axis_titles, asked->def->json, "\"%s\" is called %s",
                           made, words);
        text = text ? jutu_arena_printf(chart->arena, "%s%s%s", text,
                                        jutu_word(chart->context->lang, JUTU_WORD_list), words)
                    : words;
    }
    return text ? text : "";
}

json_t *jutu_axis_title_shown(const JutuGuidePlan *guides, const JutuAxisPlan *planned,
                              const JutuFrame *frame, const JutuScale *scale)
{
    const JutuChart *chart = frame->chart;
    const json_t *title = jutu_bag_get(&planned->props, "title");
    const char *unit = jutu_units_in_title(guides->units, planned, scale);
    bool made = json_is_object(json_array_get(title, 0)) &&
                json_object_get(json_array_get(title, 0), "base");
    Asked asked = { guides, planned, frame, scale,
                    jutu_field_or_datum_def(planned->unit->encoding.defs[planned->channel]) };
    const char *words = json_string_value(title);
    bool acts = jutu_rule_acts(chart->context, JUTU_RULE_axis_titles);
    bool own = acts && words && !jutu_title_is_written(chart, title); /* a composite mark's */
    if (made && acts)
        words = made_title(&asked, title);
    if (own) {
        words = jutu_name_without_unit(words, chart->arena);
        words = why_none(&asked, "", words) ? "" : words;
    }
    if (!own && (!made || !acts) && !(unit && words))
        return jutu_axis_title_text(title);
    if (unit && *words && strcmp(words, unit) != 0)
        words = jutu_word_with(chart->context->lang, JUTU_WORD_bracket, words, unit, chart->arena);
    else if (unit)
        words = unit;
    return *words ? json_string(words) : NULL;
}
