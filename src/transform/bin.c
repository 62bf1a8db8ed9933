/* bin: numbers by intervals. */
#include "transform/bin.h"

#include <math.h>

#include "base/json.h"
#include "transform/args.h"

/* Without it, floating-point error puts 0.3 into the bin below (vega/vega#1737). */
static const double epsilon = 1e-14;

void jutu_field_extent(const JutuValue *cells, size_t n, double out[2])
{
    double min = INFINITY, max = -INFINITY;
    for (size_t i = 0; i < n; i++) {
        if (jutu_is_blank(cells[i]))
            continue;
        double number = jutu_to_number(cells[i]);
        if (number < min)
            min = number;
        if (number > max)
            max = number;
    }
    bool finite = isfinite(min) && isfinite(max);
    out[0] = finite ? min : NAN;
    out[1] = finite ? max : NAN;
}

static const double *numbers_of(const json_t *list, size_t *n, JutuArena *arena)
{
    *n = json_array_size(list);
    double *numbers = jutu_new(arena, double, *n + 1);
    for (size_t i = 0; i < *n; i++)
        numbers[i] = json_number_value(json_array_get(list, i));
    return *n ? numbers : NULL;
}

/* The extent that {"param": …} selects: its value, or that of one of its members. */
static double selected_span(const json_t *extent, const JutuTransformScope *scope)
{
    const char *name = jutu_json_string(extent, "param", NULL);
    JutuValue value = jutu_undefined();
    if (name && scope->params)
        value = jutu_member(jutu_object_value(scope->params), name);
    if (name && value.type == JUTU_UNDEFINED && scope->host && scope->host->signal)
        scope->host->signal(scope->host->self, name, &value, NULL);
    const char *member = jutu_json_string(extent, "encoding", NULL);
    if (!member)
        member = jutu_json_string(extent, "field", NULL);
    if (value.type == JUTU_OBJECT && member)
        value = jutu_member(value, member);
    else if (value.type == JUTU_OBJECT && value.object->n > 0)
        value = value.object->values[0];
    if (value.type != JUTU_ARRAY || value.length < 2)
        return 0;
    double span = jutu_to_number(value.items[value.length - 1]) - jutu_to_number(value.items[0]);
    return isnan(span) ? 0 : span;
}

JutuBinOptions jutu_bin_options(const json_t *bin, double maxbins, const JutuTransformScope *scope)
{
    JutuArena *arena = scope->context->arena;
    JutuBinOptions options = {
        .extent = { NAN, NAN },
        .maxbins = jutu_json_number(bin, "maxbins", 0),
        .base = jutu_json_number(bin, "base", 0),
        .step = jutu_json_number(bin, "step", 0),
        .minstep = jutu_json_number(bin, "minstep", 0),
        .exact = !jutu_json_bool(bin, "nice", true),
        .anchor = jutu_json_number(bin, "anchor", 0),
        .has_anchor = json_is_number(json_object_get(bin, "anchor")),
    };
    if (options.maxbins == 0 && options.step == 0)
        options.maxbins = maxbins;
    options.steps = numbers_of(json_object_get(bin, "steps"), &options.n_steps, arena);
    options.divide = numbers_of(json_object_get(bin, "divide"), &options.n_divide, arena);
    const json_t *extent = json_object_get(bin, "extent");
    if (json_is_object(extent))
        options.span = selected_span(extent, scope);
    else
        jutu_arg_pair(bin, "extent", options.extent);
    return options;
}

/* Where the bin of a number begins. @param stop  where the last one ends */
static double bin_start(const JutuBins *bins, double stop, double number)
{
    if (number < bins->start)
        return -INFINITY;
    if (number > stop)
        return INFINITY;
    number = fmax(bins->start, fmin(number, stop - bins->step));
    return bins->start + bins->step * floor(epsilon + (number - bins->start) / bins->step);
}

const JutuTable *jutu_bin_run(const JutuBinParams *params, const JutuTable *in,
                              const JutuTransformScope *scope, JutuBins *bins_out, GError **error)
{
    JutuArena *arena = scope->context->arena;
    const JutuValue *cells = jutu_cells(in, params->field, arena);
    JutuBinOptions options = params->options;
    if (isnan(options.extent[0]) || isnan(options.extent[1]))
        jutu_field_extent(cells, in->n_rows, options.extent);
    if (options.step < 0 || options.maxbins < 0 || options.base < 0)
        return jutu_arg_error(scope, "bin", error,
                              "\"step\", \"maxbins\" and \"base\" must be above 0");
    JutuBins bins = { NAN, NAN, NAN }; /* no number, no bins */
    if (!isnan(options.extent[0]))
        bins = jutu_bins(&options);
    double stop = bins.stop;
    if (!options.has_anchor) /* anchored bins are whole already */
        stop = bins.start + ceil((bins.stop - bins.start) / bins.step) * bins.step;
    JutuValue *starts = jutu_new(arena, JutuValue, in->n_rows + 1);
    JutuValue *ends = jutu_new(arena, JutuValue, in->n_rows + 1);
    for (size_t row = 0; row < in->n_rows; row++) {
        starts[row] = ends[row] = jutu_null();
        if (jutu_is_blank(cells[row]))
            continue;
        double number = jutu_to_number(cells[row]);
        double start = isnan(number) ? NAN : bin_start(&bins, stop, number);
        starts[row] = jutu_number(start);
        ends[row] = jutu_number(bins.start + bins.step * (1 + (start - bins.start) / bins.step));
    }
    if (bins_out)
        *bins_out = (JutuBins){ bins.start, stop, bins.step };
    JutuColumn columns[] = { { params->as[0], starts }, { params->as[1], ends } };
    return jutu_table_with(in, columns, 2, arena);
}

/* --- As Vega-Lite has it --- */

static void names_of(const json_t *def, const char *names[2], JutuArena *arena)
{
    const json_t *as = json_object_get(def, "as");
    if (json_is_string(as)) {
        names[0] = json_string_value(as);
        names[1] = jutu_arena_printf(arena, "%s_end", names[0]);
    } else {
        jutu_arg_names(def, "bin0", "bin1", names);
    }
}

static const JutuTable *run(const json_t *def, const JutuTable *in, JutuTransformScope *scope,
                            GError **error)
{
    const double maxbins = 10;
    JutuArena *arena = scope->context->arena;
    const char *field = jutu_arg_field(def, "field", scope, error);
    if (!field)
        return NULL;
    JutuBinParams params = { .field = jutu_path_escape(field, arena) };
    params.options = jutu_bin_options(json_object_get(def, "bin"), maxbins, scope);
    names_of(def, params.as, arena);
    return jutu_bin_run(&params, in, scope, NULL, error);
}

static const char *const *produces(const json_t *def, JutuArena *arena)
{
    const char *names[2];
    names_of(def, names, arena);
    return jutu_names(arena, 2, names);
}

const JutuTransform jutu_transform_bin = {
    .name = "bin",
    .doc = "The interval that a number falls into.",
    .rises = true,
    .reads = "field",
    .run = run,
    .produces = produces,
    .type = "number",
};
