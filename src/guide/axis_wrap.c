/* Wrapping labels of axes: names of categories in lines of their band's width, or beside the view
 * in a share of the page's; smaller where words are wider. */
#include <math.h>

#include "base/json.h"
#include "frame/frame.h"
#include "guide/axis.h"
#include "guide/wrap.h"
#include "text/typeset.h"

#define GAP 0.5         /* em, between names beside each other */
#define SHARE (1.0 / 3) /* of the page's width, for names beside the view */
#define MOST_SHARE 0.45 /* the same if their bands are too low for more lines */
#define MOST_LINES 100
#define LEAST_SIZE 10.0 /* px */

typedef struct {
    const JutuWrap *wrap;
    JutuAxis *axis;
    double step; /* px, between labels */
    double size; /* of type, px */
} Labels;

/* The least distance of two labels; one alone has all of the scale's range. */
static double step_of(const JutuAxis *axis)
{
    double step = fabs(axis->range[1] - axis->range[0]);
    for (size_t i = 1; i < axis->n_labels; i++) {
        double distance = fabs(axis->labels[i].position - axis->labels[i - 1].position);
        if (distance > 0)
            step = fmin(step, distance);
    }
    return step;
}

static bool are_level(const JutuAxis *axis)
{
    for (size_t i = 0; i < axis->n_labels; i++)
        if (fmod(axis->labels[i].label.angle, 360) != 0 || axis->labels[i].label.columns)
            return false;
    return axis->n_labels > 0;
}

static JutuTypeset typeset_of(const Labels *labels, const JutuTextBlock *block)
{
    JutuTypeset how = { .measure = labels->wrap->measure,
                        .lang = labels->wrap->frame->chart->context->lang,
                        .font = block->font,
                        .balance = true };
    how.font.size = labels->size;
    return how;
}

static double widest(const Labels *labels, size_t lines)
{
    double width = 0;
    for (size_t i = 0; i < labels->axis->n_labels; i++) {
        const JutuTextBlock *block = &labels->axis->labels[i].label;
        JutuTypeset how = typeset_of(labels, block);
        if (*block->text)
            width = fmax(width, jutu_typeset_narrowest(&how, block->text, lines));
    }
    return width;
}

/* The room of names below each other at the least; 0: their words are wider. */
static double room_across(const Labels *labels)
{
    double room = labels->step - GAP * labels->size;
    if (room < labels->size) /* not even one character */
        return 0;
    return widest(labels, MOST_LINES) <= room ? room : 0;
}

/* The width of names beside the view if none is higher than its band. */
static double least_beside(const Labels *labels)
{
    double lines = fmax(1, floor(labels->step / round(1.25 * labels->size)));
    return widest(labels, (size_t)fmin(lines, MOST_LINES));
}

/* The room of names beside the view; 0: they would take too much of the page. */
static double room_beside(const Labels *labels)
{
    double room = jutu_wrap_share(labels->wrap, SHARE), least = least_beside(labels);
    return least <= jutu_wrap_share(labels->wrap, MOST_SHARE) ? fmax(room, least) : 0;
}

/* Whether all stand in one line already. */
static bool fit(const Labels *labels, double room)
{
    for (size_t i = 0; i < labels->axis->n_labels; i++) {
        const JutuTextBlock *block = &labels->axis->labels[i].label;
        JutuTypeset how = typeset_of(labels, block);
        if (jutu_measure_width(how.measure, block->text, &how.font) > room)
            return false;
    }
    return true;
}

static void set_lines(const Labels *labels, const JutuAxisPlan *planned, double room)
{
    const JutuChart *chart = labels->wrap->frame->chart;
    const JutuChannelDef *def = planned->unit->encoding.defs[planned->channel];
    jutu_why(chart->context, JUTU_RULE_wrap_labels,
             jutu_pointer_of(chart->source, def->json, chart->arena),
             "names that don't fit are set in several lines%s",
             labels->size < labels->axis->labels[0].label.font.size ? ", and smaller" : "");
    for (size_t i = 0; i < labels->axis->n_labels; i++) {
        JutuTextBlock *block = &labels->axis->labels[i].label;
        block->font.size = labels->size;
        jutu_wrap_label(labels->wrap, block, room);
    }
}

/* Breaks names that are wider than their room. Where nothing helps they stay as they are below a
 * view, and as wide as they must be beside it. */
static void wrap_labels(const JutuWrap *wrap, const JutuAxisPlan *planned, JutuAxis *axis)
{
    bool across = jutu_is_horizontal(axis->side);
    double own = axis->labels[0].label.font.size;
    Labels labels = { wrap, axis, step_of(axis), own };
    for (size_t i = 0; i < axis->n_labels; i++)
        axis->labels[i].label.limit = 0;
    if (fit(&labels, across ? labels.step - GAP * own : jutu_wrap_share(wrap, SHARE)))
        return;
    for (; labels.size >= fmin(own, LEAST_SIZE); labels.size--) {
        double room = across ? room_across(&labels) : room_beside(&labels);
        if (room > 0) {
            set_lines(&labels, planned, room);
            return;
        }
    }
    labels.size = own;
    if (!across)
        set_lines(&labels, planned, least_beside(&labels));
}

/* A title is as long as its side of the view. 0: as it likes, or as the layout has it. */
static double title_room(const JutuAxis *axis, const JutuFrame *frame)
{
    bool across = jutu_is_horizontal(axis->side), turned = fmod(axis->title.angle, 180) != 0;
    if (across == turned || axis->upright)
        return 0;
    return across ? frame->width : frame->height;
}

void jutu_axis_wrap(JutuAxis *axis, const JutuAxisPlan *planned, const JutuFrame *frame,
                    const JutuMeasure *measure)
{
    static const char *const places[][4] = {
        [JUTU_TOP] = { "axis", "axisX", "axisTop", NULL },
        [JUTU_BOTTOM] = { "axis", "axisX", "axisBottom", NULL },
        [JUTU_LEFT] = { "axis", "axisY", "axisLeft", NULL },
        [JUTU_RIGHT] = { "axis", "axisY", "axisRight", NULL },
    };
    JutuWrap wrap = { frame, measure };
    if (!axis->has_main || !jutu_wrap_acts(&wrap))
        return;
    if (!(axis->title.limit > 0))
        jutu_wrap_block(&wrap, &axis->title, title_room(axis, frame));
    if (axis->scale->type->banded && are_level(axis) && !jutu_axis_is_thinned(axis) &&
        !jutu_wrap_is_limited(&wrap, &axis->labels[0].label, &planned->props, places[axis->side],
                              "labelLimit"))
        wrap_labels(&wrap, planned, axis);
}
