/* Whether and how a unit's marks stack (vega-lite's stack.ts). */
#include <string.h>

#include "base/json.h"
#include "transform/aggregates.h"
#include "view/encoding.h"

static bool unbinned_quantitative(const JutuChannelDef *def)
{
    return def && def->is_field && def->type == JUTU_QUANTITATIVE &&
           def->binning == JUTU_NOT_BINNED;
}

/* Of two measures: the one told to stack, else the only one that aggregates, else by orient. */
static JutuChannel of_two(const JutuView *unit, JutuChannel x, JutuChannel y)
{
    const JutuChannelDef *x_def = unit->encoding.defs[x], *y_def = unit->encoding.defs[y];
    if (jutu_json_truthy(x_def->stack))
        return x;
    if (jutu_json_truthy(y_def->stack))
        return y;
    if (!x_def->aggregate != !y_def->aggregate)
        return x_def->aggregate ? x : y;
    JutuOrient orient = jutu_view_orient(unit);
    if (x == JUTU_X && unit->mark->from_zero && orient)
        return orient == JUTU_VERTICAL ? y : x;
    return JUTU_NO_CHANNEL;
}

/* Which of x and y (or theta and radius) is the measure that stacks. */
static JutuChannel stacked_channel(const JutuView *unit, JutuChannel x, JutuChannel y)
{
    const JutuChannelDef *x_def = unit->encoding.defs[x], *y_def = unit->encoding.defs[y];
    bool x_measures = unbinned_quantitative(x_def), y_measures = unbinned_quantitative(y_def);
    if (x_measures && y_measures)
        return of_two(unit, x, y);
    JutuChannel channel = x_measures ? x : y_measures ? y : JUTU_NO_CHANNEL;
    bool alone = !(x_def && x_def->is_field) || !(y_def && y_def->is_field);
    JutuOrient orient = jutu_view_orient(unit);
    if (channel == JUTU_NO_CHANNEL || !alone || x != JUTU_X || !unit->mark->from_zero || !orient)
        return channel;
    JutuOrient across = channel == x ? JUTU_VERTICAL : JUTU_HORIZONTAL;
    return orient == across ? JUTU_NO_CHANNEL : channel;
}

static JutuChannel dimension_of(JutuChannel measure)
{
    static const JutuChannel dimensions[JUTU_N_CHANNELS] = {
        [JUTU_X] = JUTU_Y,
        [JUTU_Y] = JUTU_X,
        [JUTU_THETA] = JUTU_RADIUS,
        [JUTU_RADIUS] = JUTU_THETA,
    };
    return dimensions[measure];
}

/* Adds a dimension unless it is the stacked field itself. */
static void add_dimension(const JutuView *unit, JutuStack *stack, JutuChannel channel)
{
    const JutuChannelDef *def = unit->encoding.defs[channel];
    if (!def || !def->is_field)
        return;
    const char *column = def->path.value;
    const char *stacked = unit->encoding.defs[stack->field_channel]->path.value;
    if (*column && strcmp(column, stacked) != 0)
        stack->groupby_channels[stack->n_groupby++] = channel;
}

static bool is_groupby(const JutuView *unit, const JutuStack *stack, const char *column)
{
    for (size_t i = 0; i < stack->n_groupby; i++) {
        const JutuChannelDef *def = unit->encoding.defs[stack->groupby_channels[i]];
        if (strcmp(def->path.value, column) == 0)
            return true;
    }
    return false;
}

static void add_parts(const JutuView *unit, JutuStack *stack)
{
    JutuArena *arena = unit->chart->arena;
    const JutuEncoding *encoding = &unit->encoding;
    g_autoptr(GPtrArray) by = g_ptr_array_new();
    const JutuChannelDef *def;
    for (JutuFieldWalk walk = { 0 }; (def = jutu_next_field(encoding, &walk));) {
        if (jutu_channels[def->channel].nonposition && !def->aggregate &&
            !is_groupby(unit, stack, def->path.value))
            g_ptr_array_add(by, (void *)def);
    }
    stack->n_by = by->len;
    stack->by = jutu_new(arena, const JutuChannelDef *, by->len + 1);
    for (size_t i = 0; i < by->len; i++)
        stack->by[i] = by->pdata[i];
}

const char *const jutu_stack_offsets[] = {
    [JUTU_STACK_ZERO] = "zero",
    [JUTU_STACK_CENTER] = "center",
    [JUTU_STACK_NORMALIZE] = "normalize",
};

static JutuStackOffset stack_offset(const JutuView *unit, const JutuChannelDef *def)
{
    const char *wanted = json_string_value(def->stack);
    if (json_is_true(def->stack) || (!def->stack && unit->mark->stacks))
        return JUTU_STACK_ZERO;
    for (int i = JUTU_STACK_ZERO; wanted && i <= JUTU_STACK_NORMALIZE; i++) {
        if (strcmp(wanted, jutu_stack_offsets[i]) == 0)
            return (JutuStackOffset)i;
    }
    return JUTU_UNSTACKED;
}

/* Under a theme what stands on a log axis doesn't stack by itself: its parts wouldn't add up. */
static bool is_logarithmic(const JutuView *unit, const JutuChannelDef *def)
{
    const char *type = jutu_json_string(def->scale, "type", "");
    return !def->stack && strcmp(type, "log") == 0 &&
           jutu_rule_acts(unit->chart->context, JUTU_RULE_log_domain);
}

const JutuStack *jutu_stack_new(const JutuView *unit)
{
    const JutuEncoding *encoding = &unit->encoding;
    if (!unit->mark->stackable)
        return NULL;
    JutuStack stack = { .field_channel = stacked_channel(unit, JUTU_X, JUTU_Y) };
    if (stack.field_channel == JUTU_NO_CHANNEL)
        stack.field_channel = stacked_channel(unit, JUTU_THETA, JUTU_RADIUS);
    if (stack.field_channel == JUTU_NO_CHANNEL)
        return NULL;

    const JutuChannelDef *def = encoding->defs[stack.field_channel];
    JutuChannel dimension = dimension_of(stack.field_channel);
    if (is_logarithmic(unit, def))
        return NULL;
    add_dimension(unit, &stack, dimension);
    add_dimension(unit, &stack, dimension == JUTU_X ? JUTU_XOFFSET : JUTU_YOFFSET);
    add_parts(unit, &stack);
    stack.offset = stack_offset(unit, def);
    if (!stack.offset || (jutu_encoding_is_aggregate(encoding) && stack.n_by == 0))
        return NULL;
    const JutuChannelDef *range = encoding->defs[jutu_channels[stack.field_channel].secondary];
    if (range && (range->is_field || range->is_datum))
        return NULL;
    if (def->aggregate && !jutu_aggregate_sums(def->aggregate))
        jutu_chart_warn(unit->chart, JUTU_RULE_no_effect, def->json,
                        "stacking values of %s, which don't add up", def->aggregate);
    stack.impute = !json_is_null(def->impute) && unit->mark->path;
    return jutu_copy(unit->chart->arena, JutuStack, &stack, 1);
}
