/*
 * Stacks whose end is rounded: not each part has round corners but the stack as
 * a whole, so its parts are clipped to a rounded box.
 */
#include <math.h>

#include "base/json.h"
#include "mark/encode.h"
#include "transform/groups.h"

static const JutuProperty radii[] = {
    JUTU_P_CORNER_RADIUS_TOP_LEFT,
    JUTU_P_CORNER_RADIUS_TOP_RIGHT,
    JUTU_P_CORNER_RADIUS_BOTTOM_RIGHT,
    JUTU_P_CORNER_RADIUS_BOTTOM_LEFT,
    JUTU_P_CORNER_RADIUS,
};

bool jutu_encode_has_stack_boxes(const JutuEncoder *encoder)
{
    const JutuView *unit = encoder->unit;
    if (!unit->mark->boxes_stack || !unit->stack || jutu_field_def(jutu_view_def(unit, JUTU_SIZE)))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(radii); i++) {
        if (jutu_json_truthy(jutu_mark_prop(unit, jutu_properties[radii[i]].name, NULL)))
            return true;
    }
    return false;
}

const char *const *jutu_stack_box_columns(const JutuEncoder *encoder)
{
    const JutuStack *stack = encoder->unit->stack;
    const char **columns = jutu_new(encoder->arena, const char *, 2 * stack->n_groupby + 1);
    size_t n = 0;
    for (size_t i = 0; i < stack->n_groupby; i++) {
        const JutuChannelDef *def = jutu_view_def(encoder->unit, stack->groupby_channels[i]);
        columns[n++] = def->path.value;
        if (def->binning == JUTU_BIN || jutu_has_time_unit(def))
            columns[n++] = def->path.end;
    }
    return columns;
}

typedef struct {
    double low, high;
} Span;

static void widen(Span *span, double place)
{
    span->low = fmin(span->low, place);
    span->high = fmax(span->high, place);
}

/* From where to where each stack reaches along its measure. */
static Span *spans_of(JutuEncoder *encoder, const JutuGroups *groups)
{
    const JutuStack *stack = encoder->unit->stack;
    const JutuChannelDef *def = jutu_view_def(encoder->unit, stack->field_channel);
    const JutuScale *scale = jutu_encoder_scale(encoder, stack->field_channel);
    Span *spans = jutu_new(encoder->arena, Span, groups->n + 1);
    for (size_t g = 0; g < groups->n; g++)
        spans[g] = (Span){ INFINITY, -INFINITY };
    static const char *const suffixes[] = { "start", "end" };
    for (size_t s = 0; s < 2; s++) {
        const char *path = jutu_def_suffixed_path(def, suffixes[s], encoder->arena);
        JutuNumbers places = jutu_ref_numbers(encoder,
                                              jutu_ref_def(encoder, def, scale, path, NULL), NAN);
        for (size_t i = 0; i < groups->n_rows; i++)
            widen(&spans[groups->of[i]], places.data[i * places.stride]);
    }
    return spans;
}

/* The corners' radii of one item; they go over to its stack's box. */
static void read_radii(const JutuItems *items, size_t i, double out[4])
{
    double all = jutu_item_number(items, JUTU_N_CORNER_RADIUS, i, 0);
    for (int corner = 0; corner < 4; corner++) {
        double radius = jutu_item_number(items, JUTU_N_RADIUS_TOP_LEFT + corner, i, NAN);
        out[corner] = !isnan(radius) ? radius : isnan(all) ? 0 : all;
    }
}

void jutu_encode_stack_boxes(JutuEncoder *encoder, JutuItems *out)
{
    const char *const *columns = jutu_stack_box_columns(encoder);
    JutuGroups groups = jutu_groups(encoder->table, columns, g_strv_length((char **)columns),
                                    JUTU_KEYS_PIPE, encoder->arena);
    const Span *spans = spans_of(encoder, &groups);
    bool lies = encoder->unit->stack->field_channel == JUTU_X;
    struct JutuItemClip *boxes = jutu_new(encoder->arena, struct JutuItemClip, out->n + 1);
    bool round = false;
    for (size_t i = 0; i < out->n; i++) {
        const Span *span = &spans[groups.of[i]];
        size_t first = groups.first[groups.of[i]];
        double across = jutu_item_number(out, lies ? JUTU_N_Y : JUTU_N_X, first, 0);
        double extent = jutu_item_number(out, lies ? JUTU_N_HEIGHT : JUTU_N_WIDTH, first, 0);
        double length = span->high - span->low;
        boxes[i].box = lies ? (JutuRect){ span->low, across, length, extent }
                            : (JutuRect){ across, span->low, extent, length };
        read_radii(out, first, boxes[i].radius);
        round |= jutu_item_clip_is_round(&boxes[i]);
    }
    out->item_clip = round ? boxes : NULL;
    for (int column = JUTU_N_CORNER_RADIUS; column <= JUTU_N_RADIUS_BOTTOM_LEFT; column++)
        out->number[column] = (JutuNumbers){ 0 };
}
