/* Scales set up from Vega's properties, for tests. */
#pragma once
#include "check_scale.h"
#include "scale/setup.h"

static inline void read_range(const json_t *range, Bench bench, JutuScaleSetup *setup)
{
    const json_t *scheme = json_object_get(range, "scheme");
    const json_t *extent = json_object_get(range, "extent");
    if (json_is_array(range)) {
        setup->range = read_values(range, jutu_value_from_json, bench.arena);
        setup->n_range = json_array_size(range);
    }
    setup->range_step = jutu_json_number(range, "step", NAN);
    setup->scheme_count = jutu_json_number(range, "count", NAN);
    if (json_is_string(scheme))
        setup->scheme = jutu_arena_strdup(bench.arena, json_string_value(scheme));
    if (json_is_array(scheme)) {
        setup->colors = read_values(scheme, jutu_value_from_json, bench.arena);
        setup->n_colors = json_array_size(scheme);
    }
    if (extent) {
        double ends[] = { json_number_value(json_array_get(extent, 0)),
                          json_number_value(json_array_get(extent, 1)) };
        setup->scheme_extent = jutu_copy(bench.arena, double, ends, 2);
    }
}

static inline void read_bins(const json_t *bins, Bench bench, JutuScaleSetup *setup)
{
    double *numbers = jutu_new(bench.arena, double, json_array_size(bins));
    for (size_t i = 0; i < json_array_size(bins); i++)
        numbers[i] = json_number_value(json_array_get(bins, i));
    setup->bins = json_is_array(bins) ? numbers : NULL;
    setup->n_bins = json_array_size(bins);
    setup->bin_start = jutu_json_number(bins, "start", NAN);
    setup->bin_stop = jutu_json_number(bins, "stop", NAN);
    setup->bin_step = jutu_json_number(bins, "step", NAN);
}

static inline void read_nice(const json_t *nice, JutuScaleSetup *setup)
{
    setup->nice = nice && !json_is_false(nice);
    if (json_is_number(nice))
        setup->nice_count = jutu_tick_number(json_number_value(nice));
    if (json_is_string(nice))
        setup->nice_count = jutu_tick_interval(json_string_value(nice), 0);
    if (json_is_object(nice))
        setup->nice_count = jutu_tick_interval(jutu_json_string(nice, "interval", ""),
                                               jutu_json_number(nice, "step", 1));
}

static inline JutuScaleSetup read_setup(const json_t *json, Bench bench)
{
    JutuScaleSetup setup = jutu_scale_setup(
        jutu_scale_type_find(jutu_json_string(json, "type", "linear")));
    const json_t *domain = json_object_get(json, "domain");
    const json_t *interpolate = json_object_get(json, "interpolate");
    if (domain) {
        setup.domain = read_values(domain, jutu_value_from_json, bench.arena);
        setup.n_domain = json_array_size(domain);
    }
    setup.domain_min = jutu_value_from_json(json_object_get(json, "domainMin"), bench.arena);
    setup.domain_mid = jutu_value_from_json(json_object_get(json, "domainMid"), bench.arena);
    setup.domain_max = jutu_value_from_json(json_object_get(json, "domainMax"), bench.arena);
    if (jutu_json_has(json, "zero"))
        setup.zero = jutu_json_bool(json, "zero", false) ? JUTU_ZERO_YES : JUTU_ZERO_NO;
    read_nice(json_object_get(json, "nice"), &setup);
    read_bins(json_object_get(json, "bins"), bench, &setup);
    read_range(json_object_get(json, "range"), bench, &setup);
    setup.reverse = jutu_json_bool(json, "reverse", false);
    setup.round = jutu_json_bool(json, "round", false);
    setup.clamp = jutu_json_bool(json, "clamp", false);
    if (json_is_string(interpolate))
        setup.interpolate = jutu_arena_strdup(bench.arena, json_string_value(interpolate));
    if (json_is_object(interpolate))
        setup.interpolate = jutu_arena_strdup(bench.arena,
                                              jutu_json_string(interpolate, "type", "rgb"));
    setup.gamma = jutu_json_number(interpolate, "gamma", NAN);
    setup.exponent = jutu_json_number(json, "exponent", NAN);
    setup.base = jutu_json_number(json, "base", NAN);
    setup.constant = jutu_json_number(json, "constant", NAN);
    setup.padding = jutu_json_number(json, "padding", NAN);
    setup.padding_inner = jutu_json_number(json, "paddingInner", NAN);
    setup.padding_outer = jutu_json_number(json, "paddingOuter", NAN);
    setup.align = jutu_json_number(json, "align", NAN);
    return setup;
}

static inline JutuScale *vega_scale_of(const char *text, Bench bench)
{
    json_t *json = read_json(text);
    JutuScaleSetup setup = read_setup(json, bench);
    g_autoptr(GError) error = NULL;
    JutuScale *scale = jutu_scale_make(&setup, bench.context, &error);
    CHECK_(scale != NULL, "%s: %s", text, error ? error->message : "");
    json_decref(json);
    return scale;
}
