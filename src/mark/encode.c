/* From a unit to its items. */
#include "mark/encode.h"

#include "base/json.h"
#include "flow/flow.h"
#include "frame/frame.h"

void jutu_encoder_fail(JutuEncoder *encoder, GError *error)
{
    jutu_error_keep(&encoder->error, error);
}

double jutu_encoder_number(JutuEncoder *encoder, const json_t *json)
{
    return jutu_to_number(jutu_frame_value(encoder->frame, encoder->unit, json, &encoder->error));
}

/* Whether a param moves the domain of a position: then marks may leave the view. */
static bool is_moved(const JutuEncoder *encoder, JutuChannel channel)
{
    const JutuScalePlan *scale = jutu_plan_scale(encoder->frame->plan, encoder->unit, channel);
    return scale && scale->extent;
}

static bool is_clipped(JutuEncoder *encoder)
{
    const JutuView *unit = encoder->unit;
    const json_t *clip = json_object_get(unit->mark_def, "clip");
    if (clip)
        return jutu_truthy(jutu_frame_value(encoder->frame, unit, clip, &encoder->error));
    return is_moved(encoder, JUTU_X) || is_moved(encoder, JUTU_Y);
}

static bool encode_items(JutuEncoder *encoder, JutuItems *out)
{
    const JutuMarkEncoder *mark = jutu_mark_encoders[encoder->unit->mark->id];
    jutu_encode_leave_out(encoder);
    mark->encode(encoder);
    jutu_encode_defaults(encoder);
    bool boxes = jutu_encode_has_stack_boxes(encoder);
    if (!encoder->error)
        jutu_encode_rows(encoder, out);
    if (!encoder->error)
        jutu_encode_columns(encoder, out);
    if (!encoder->error && boxes)
        jutu_encode_stack_boxes(encoder, out);
    if (!encoder->error && mark->finish)
        mark->finish(encoder, out);
    out->clip = is_clipped(encoder);
    return !encoder->error;
}

/* Marks that aren't points of paths become shapes of the scene, of which a picture has so many. */
static bool has_room(const JutuEncoder *encoder, size_t *n_shapes, GError **error)
{
    const size_t most = encoder->chart->context->most_marks;
    size_t n = encoder->table->n_rows;
    if (encoder->unit->mark->path)
        return true;
    if (n <= most && *n_shapes <= most - n) {
        *n_shapes += n;
        return true;
    }
    jutu_unit_error(encoder->unit, JUTU_ERROR_DATA, error,
                    "this draws %zu shapes, the chart %zu, more than %zu: aggregate, filter or "
                    "sample the rows",
                    n, *n_shapes + n, most);
    return false;
}

JutuItems *jutu_marks_make(const JutuView *unit, const JutuFrame *frame, size_t *n_shapes,
                           GError **error)
{
    const JutuChart *chart = frame->chart;
    JutuEncoder encoder = {
        .unit = unit,
        .frame = frame,
        .chart = chart,
        .arena = chart->arena,
        .table = jutu_tables_unit(frame->tables, unit, JUTU_DATA_MAIN, false),
        .host = jutu_frame_host(frame, unit),
    };
    if (!encoder.table || !has_room(&encoder, n_shapes, error))
        return NULL;
    JutuItems *items = jutu_new(chart->arena, JutuItems, 1);
    items->kind = unit->mark->kind;
    if (encode_items(&encoder, items))
        return items;
    g_propagate_error(error, encoder.error);
    return NULL;
}
