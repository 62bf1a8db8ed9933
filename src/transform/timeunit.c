/* timeUnit: dates by calendar units. */
#include <math.h>

#include "base/date.h"
#include "base/json.h"
#include "base/time.h"
#include "base/weeks.h"
#include "transform/args.h"
#include "transform/parse.h"

typedef struct {
    const char *field; /* a path as Vega reads it */
    const char *as[2]; /* where the unit begins and ends */
    unsigned units;    /* JutuTimeUnit bits; 0: chosen for at most maxbins of them */
    double step;       /* 0: 1 */
    double maxbins;    /* 0: 40 */
    bool utc;
} TimeUnitParams;

/* Reads "utcyearmonth" or {"unit", "step", "maxbins", "utc"}. @return false if it is no time unit
 */
static bool read_params(const json_t *time_unit, TimeUnitParams *out)
{
    bool utc = false;
    const char *unit = json_is_string(time_unit) ? json_string_value(time_unit)
                                                 : jutu_json_string(time_unit, "unit", NULL);
    out->units = unit ? jutu_time_unit_parse(unit, &utc, NULL) : 0;
    out->utc = utc || jutu_json_bool(time_unit, "utc", false);
    out->step = jutu_json_number(time_unit, "step", 0);
    out->maxbins = jutu_json_number(time_unit, "maxbins", 0);
    return unit ? out->units != 0 : json_is_object(time_unit);
}

/* The extent of what isn't null, compared as numbers; NaN, NaN if there is nothing. */
static void extent_of(const JutuValue *cells, size_t n, double out[2])
{
    out[0] = out[1] = NAN;
    for (size_t i = 0; i < n; i++) {
        double ms = jutu_is_nullish(cells[i]) ? NAN : jutu_to_number(cells[i]);
        if (isnan(ms))
            continue;
        out[0] = out[0] <= ms ? out[0] : ms;
        out[1] = out[1] >= ms ? out[1] : ms;
    }
}

static const JutuTable *add_units(const TimeUnitParams *params, const JutuTable *in,
                                  const JutuTransformScope *scope, GError **error)
{
    JutuArena *arena = scope->context->arena;
    const JutuZone *zone = params->utc ? NULL : scope->context->zone;
    const JutuValue *cells = jutu_cells(in, params->field, arena);
    unsigned units = params->units;
    double step = params->step > 0 ? params->step : 1;
    if (params->step < 0)
        return jutu_arg_error(scope, "timeUnit/step", error, "\"step\" must be above 0");
    if (!units) {
        double extent[2];
        extent_of(cells, in->n_rows, extent);
        units = jutu_time_bin(extent[0], extent[1], params->maxbins > 0 ? params->maxbins : 40,
                              &step);
    }
    units = jutu_local_units(units, scope->context);
    bool monday = units & JUTU_DAY && jutu_days_from_monday(scope->context);
    JutuValue *starts = jutu_new(arena, JutuValue, in->n_rows + 1);
    JutuValue *ends = jutu_new(arena, JutuValue, in->n_rows + 1);
    for (size_t row = 0; row < in->n_rows; row++) {
        starts[row] = ends[row] = jutu_null();
        if (jutu_is_nullish(cells[row]))
            continue;
        double start = jutu_time_unit_floor(units, step, jutu_to_number(cells[row]), zone);
        if (monday && jutu_calendar(start, zone).weekday == 0)
            start = jutu_interval_offset(jutu_interval(JUTU_INTERVAL_DAY), start, 7, zone);
        starts[row] = jutu_date(start);
        ends[row] = jutu_date(jutu_time_unit_offset(units, step, start, zone));
    }
    JutuColumn columns[] = { { params->as[0], starts }, { params->as[1], ends } };
    return jutu_table_with(in, columns, params->as[1] ? 2 : 1, arena);
}

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    JutuArena *arena = scope->context->arena;
    const char *field = jutu_arg_field(def, "field", scope, error);
    const char *as = field ? jutu_arg_field(def, "as", scope, error) : NULL;
    if (!as)
        return NULL;
    TimeUnitParams params = { .field = jutu_path_escape(field, arena),
                              .as = { as, jutu_arena_printf(arena, "%s_end", as) } };
    if (!read_params(json_object_get(def, "timeUnit"), &params))
        return jutu_arg_error(scope, "timeUnit", error,
                              "this is no time unit; \"year\", \"yearmonth\" and \"utcmonthdate\" "
                              "are some");
    return add_units(&params, in, scope, error);
}

static const char *const *produces(const json_t *def, JutuArena *arena)
{
    return jutu_names(arena, 1, (const char *[]){ jutu_json_string(def, "as", NULL) });
}

static void needs(const json_t *def, JutuParseNeeds *out)
{
    const char *field = jutu_json_string(def, "field", NULL);
    if (field)
        jutu_parse_need_date(out, field);
}

const JutuTransform jutu_transform_timeUnit = {
    .name = "timeUnit",
    .doc = "The calendar unit that a date falls into.",
    .reads = "field",
    .run = run,
    .produces = produces,
    .type = "date",
    .needs = needs,
};
