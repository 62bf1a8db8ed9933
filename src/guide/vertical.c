/* Vertical setting: which texts it is for, and how they then are aligned. */
#include "guide/vertical.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "guide/axis.h"
#include "text/vertical.h"

static const char *const names[] = {
    [JUTU_VERTICAL_HEADER] = "header",
    [JUTU_VERTICAL_AXIS_TITLE] = "axis-title",
    [JUTU_VERTICAL_LABEL] = "label",
};

bool jutu_vertical_is_asked(const JutuChart *chart, JutuVerticalPart part)
{
    const json_t *list = jutu_json_path(chart->source, "usermeta", "jutu", "vertical", NULL);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *name = json_string_value(json_array_get(list, i));
        if (name && strcmp(name, names[part]) == 0)
            return true;
    }
    return false;
}

bool jutu_is_quarter_turned(const JutuTextBlock *block)
{
    double angle = jutu_normalize_angle(block->angle);
    return angle == 90 || angle == 270;
}

void jutu_vertical_labels(JutuAxis *axis, const JutuChart *chart)
{
    bool suits = false;
    if (!jutu_is_horizontal(axis->side) || !jutu_vertical_is_asked(chart, JUTU_VERTICAL_LABEL))
        return;
    for (size_t i = 0; i < axis->n_labels && !suits; i++)
        suits = jutu_vertical_suits(axis->labels[i].label.text);
    for (size_t i = 0; i < axis->n_labels && suits; i++) {
        JutuTextBlock *block = &axis->labels[i].label;
        block->columns = chart->context->lang;
        block->angle = 90;
        block->align = axis->side == JUTU_BOTTOM ? JUTU_ALIGN_LEFT : JUTU_ALIGN_RIGHT;
        block->baseline = JUTU_BASELINE_MIDDLE;
        block->dx = block->dy = 0;
    }
}

/* A column begins at its top, where a turned line at the left ends. */
static void stand(JutuTitle *title, const char *lang)
{
    title->text.columns = lang;
    if (title->anchor == JUTU_ANCHOR_MIDDLE || title->side != JUTU_LEFT)
        return;
    bool start = title->anchor == JUTU_ANCHOR_START;
    title->anchor = start ? JUTU_ANCHOR_END : JUTU_ANCHOR_START;
    title->text.align = start ? JUTU_ALIGN_RIGHT : JUTU_ALIGN_LEFT;
}

void jutu_vertical_headers(JutuHeader *const *headers, size_t n, const JutuChart *chart,
                           const json_t *where)
{
    bool suits = false, is_asked = jutu_vertical_is_asked(chart, JUTU_VERTICAL_HEADER);
    if (!is_asked && !jutu_rule_acts(chart->context, JUTU_RULE_vertical_headers))
        return;
    for (size_t i = 0; i < n && !suits; i++)
        suits = headers[i]->title && jutu_is_quarter_turned(&headers[i]->title->text) &&
                jutu_vertical_suits(headers[i]->title->text.text);
    if (!suits)
        return;
    for (size_t i = 0; i < n; i++)
        if (headers[i]->title && jutu_is_quarter_turned(&headers[i]->title->text))
            stand(headers[i]->title, chart->context->lang);
    if (!is_asked && chart->context->why)
        jutu_why(chart->context, JUTU_RULE_vertical_headers,
                 jutu_pointer_of(chart->source, where, chart->arena),
                 "headers of rows are set from top to bottom");
}
