/* Making references. */
#include "mark/ref.h"

#include <math.h>

#include "base/json.h"
#include "expr/date_time.h"
#include "frame/frame.h"
#include "mark/encode.h"

JutuRef *jutu_ref_value(JutuEncoder *encoder, JutuValue value)
{
    JutuRef *ref = jutu_new(encoder->arena, JutuRef, 1);
    *ref = (JutuRef){ .kind = JUTU_REF_VALUE, .value = value };
    return ref;
}

JutuRef *jutu_ref_number(JutuEncoder *encoder, double number)
{
    return jutu_ref_value(encoder, jutu_number(number));
}

JutuRef *jutu_ref_field(JutuEncoder *encoder, const char *path, const JutuScale *scale)
{
    JutuRef *ref = jutu_new(encoder->arena, JutuRef, 1);
    *ref = (JutuRef){ .kind = JUTU_REF_FIELD, .field = path, .scale = scale };
    return ref;
}

JutuRef *jutu_ref_expr(JutuEncoder *encoder, const char *source, const json_t *where)
{
    GError *error = NULL;
    const char *pointer = jutu_pointer_of(encoder->chart->source, where, encoder->arena);
    const JutuExpr *expr = jutu_expr_parse(source, pointer, encoder->chart->context, &error);
    if (!expr) {
        jutu_encoder_fail(encoder, error);
        return jutu_ref_value(encoder, jutu_null());
    }
    JutuRef *ref = jutu_new(encoder->arena, JutuRef, 1);
    *ref = (JutuRef){ .kind = JUTU_REF_EXPR, .expr = expr };
    return ref;
}

JutuRef *jutu_ref_json(JutuEncoder *encoder, const json_t *json)
{
    if (!json)
        return NULL;
    const char *source = jutu_json_string(json, "expr", NULL);
    if (!source)
        source = jutu_json_string(json, "signal", NULL);
    return source ? jutu_ref_expr(encoder, source, json)
                  : jutu_ref_value(encoder, jutu_value_from_json(json, encoder->arena));
}

JutuRef *jutu_ref_def(JutuEncoder *encoder, const JutuChannelDef *def, const JutuScale *scale,
                      const char *path, const JutuRef *offset)
{
    JutuRef *ref;
    if (!def->is_datum)
        ref = jutu_ref_field(encoder, path ? path : def->path.value, NULL);
    else if (jutu_is_date_time(def->datum))
        ref = jutu_ref_value(encoder,
                             jutu_date(jutu_date_time(def->datum, encoder->chart->context)));
    else
        ref = jutu_ref_json(encoder, def->datum);
    ref->scale = scale;
    ref->offset = offset;
    return ref;
}

JutuRef *jutu_ref_between(JutuEncoder *encoder, const JutuChannelDef *def,
                          const JutuChannelDef *def2, const JutuScale *scale, double at,
                          const char *const suffixes[2])
{
    const char *end = suffixes ? suffixes[1] : "end";
    const char *from = suffixes ? jutu_def_suffixed_path(def, suffixes[0], encoder->arena)
                                : def->path.value;
    const char *to = def2 ? def2->path.value : jutu_def_suffixed_path(def, end, encoder->arena);
    if (at == 0 || at == 1)
        return jutu_ref_field(encoder, at == 0 ? from : to, scale);
    JutuRef *ref = jutu_new(encoder->arena, JutuRef, 1);
    *ref = (JutuRef){
        .kind = JUTU_REF_BETWEEN, .field = from, .end = to, .at = at, .scale = scale
    };
    return ref;
}

/* Whether 0 lies within a domain, its ends included. */
static bool has_zero(const JutuScale *scale)
{
    double ends[2];
    jutu_scale_extent(scale, ends);
    return fmin(ends[0], ends[1]) <= 0 && fmax(ends[0], ends[1]) >= 0;
}

JutuRef *jutu_ref_zero(JutuEncoder *encoder, JutuChannel channel, bool max)
{
    const JutuScalePlan *planned = jutu_plan_scale(encoder->frame->plan, encoder->unit, channel);
    const JutuScale *scale = jutu_encoder_scale(encoder, channel);
    if (!planned || !scale)
        return NULL;
    JutuHasZero has = jutu_scale_has_zero(planned);
    bool zero = has == JUTU_ZERO_DEFINITELY || (has == JUTU_ZERO_MAYBE && has_zero(scale));
    JutuValue value = zero ? jutu_number(0) : jutu_undefined();
    if (!zero && scale->n_domain > 0)
        value = scale->domain[max ? scale->n_domain - 1 : 0];
    JutuRef *ref = jutu_ref_value(encoder, value);
    ref->scale = scale;
    return ref;
}
