/* Names of categories below or above a view, made to fit: those that count are thinned, others are
 * set in lines, then turned. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "frame/frame.h"
#include "guide/axis.h"
#include "text/vertical.h"

#define ANGLE 315.0
#define LEADING 1.1 /* em, between lines that are turned */
#define LEAST_SIZE 10.0
#define GAP 0.5           /* em, between names beside each other */
#define LEAST_UPRIGHT 9.0 /* px, of type that is turned by a quarter as the last resort … */
#define UPRIGHT 1.15      /* … and em, between its lines */

/* Whether it may be changed: categories, level, of which none is to be dropped. */
static bool is_open(const JutuAxis *axis)
{
    if (!axis->has_main || !jutu_is_horizontal(axis->side) || !axis->scale->type->banded ||
        axis->overlap.given || axis->n_labels == 0)
        return false;
    for (size_t i = 0; i < axis->n_labels; i++) {
        const JutuTextBlock *block = &axis->labels[i].label;
        if (fmod(block->angle, 360) != 0 || block->columns)
            return false;
    }
    return true;
}

static double width_of(const JutuTextBlock *block, const JutuMeasure *measure)
{
    double width = 0;
    g_auto(GStrv) lines = g_strsplit(block->text, "\n", -1);
    for (size_t i = 0; lines[i]; i++)
        width = fmax(width, jutu_measure_width(measure, lines[i], &block->font));
    return width;
}

/* The least distance of two labels. */
static double step_of(const JutuAxis *axis)
{
    double step = INFINITY;
    for (size_t i = 1; i < axis->n_labels; i++)
        step = fmin(step, fabs(axis->labels[i].position - axis->labels[i - 1].position));
    return step;
}

static bool is_crowded(const JutuAxis *axis, const JutuMeasure *measure)
{
    for (size_t i = 1; i < axis->n_labels; i++) {
        const JutuTick *label = &axis->labels[i], *last = &axis->labels[i - 1];
        double room = fabs(label->position - last->position) - GAP * label->label.font.size;
        if (0.5 * (width_of(&label->label, measure) + width_of(&last->label, measure)) > room)
            return true;
    }
    return false;
}

static void turn_block(JutuTextBlock *block, double angle, double size, JutuAlign align)
{
    block->angle = angle;
    block->align = align;
    block->baseline = JUTU_BASELINE_MIDDLE;
    block->font.size = size;
    block->dx = block->dy = 0;
}

/* By 45 degrees if lines of the least size have room so. @return whether they have */
static bool turn_half(JutuAxis *axis, double step)
{
    double own = axis->labels[0].label.font.size, most = floor(step * M_SQRT1_2 / LEADING);
    JutuAlign align = axis->side == JUTU_BOTTOM ? JUTU_ALIGN_RIGHT : JUTU_ALIGN_LEFT;
    for (size_t i = 0; most >= LEAST_SIZE && i < axis->n_labels; i++)
        turn_block(&axis->labels[i].label, ANGLE, fmin(own, most), align);
    return most >= LEAST_SIZE;
}

/* By a quarter, Han upright. @return whether they have room */
static bool turn_quarter(JutuAxis *axis, double step, const char *lang)
{
    double own = axis->labels[0].label.font.size, most = floor(step / UPRIGHT);
    JutuAlign near = axis->side == JUTU_BOTTOM ? JUTU_ALIGN_LEFT : JUTU_ALIGN_RIGHT;
    JutuAlign far = axis->side == JUTU_BOTTOM ? JUTU_ALIGN_RIGHT : JUTU_ALIGN_LEFT;
    for (size_t i = 0; i < axis->n_labels; i++) {
        JutuTextBlock *block = &axis->labels[i].label;
        bool han = jutu_vertical_suits(block->text);
        turn_block(block, han ? 90 : 270, fmin(own, fmax(LEAST_UPRIGHT, most)), han ? near : far);
        block->columns = han ? lang : NULL;
    }
    return most >= LEAST_SIZE;
}

static void turn(JutuAxis *axis, const JutuAxisPlan *planned, const JutuFrame *frame)
{
    const JutuChart *chart = frame->chart;
    const JutuChannelDef *def = planned->unit->encoding.defs[planned->channel];
    const char *place = jutu_pointer_of(chart->source, def->json, chart->arena);
    double step = step_of(axis);
    bool half = turn_half(axis, step);
    bool room = half || turn_quarter(axis, step, chart->context->lang);
    jutu_why(chart->context, JUTU_RULE_turn_names, place,
             "names that don't fit in lines are turned by %d degrees", half ? 45 : 90);
    if (!room)
        jutu_warn(chart->context, JUTU_RULE_turn_names, place,
                  "%zu names beside each other are hard to read; list them below each other, with "
                  "x and y swapped",
                  axis->n_labels);
}

void jutu_axis_fit(JutuAxis *axis, const JutuAxisPlan *planned, const JutuFrame *frame,
                   const JutuMeasure *measure)
{
    bool open = frame->room->page && is_open(axis);
    if (open)
        jutu_axis_thin(axis, planned, frame, measure);
    jutu_axis_wrap(axis, planned, frame, measure);
    open = open && !jutu_axis_is_thinned(axis) &&
           !jutu_bag_is_explicit(&planned->props, "labelAngle");
    if (open && jutu_rule_acts(frame->chart->context, JUTU_RULE_turn_names) &&
        is_crowded(axis, measure))
        turn(axis, planned, frame);
}
