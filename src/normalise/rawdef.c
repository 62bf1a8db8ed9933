#include "normalise/rawdef.h"

#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"

static bool is_text(const json_t *json, const char *text)
{
    return json_is_string(json) && strcmp(json_string_value(json), text) == 0;
}

static bool is_count(const json_t *def)
{
    return is_text(json_object_get(def, "aggregate"), "count");
}

bool jutu_rawdef_is_field(const json_t *def)
{
    return jutu_json_has(def, "field") || is_count(def);
}

bool jutu_rawdef_is_datum(const json_t *def)
{
    return jutu_json_has(def, "datum");
}

bool jutu_rawdef_is_value(const json_t *def)
{
    return jutu_json_has(def, "value");
}

bool jutu_rawdef_is_field_or_datum(const json_t *def)
{
    return jutu_rawdef_is_field(def) || jutu_rawdef_is_datum(def);
}

bool jutu_rawdef_is_typed(const json_t *def)
{
    return jutu_rawdef_is_field(def) && jutu_json_has(def, "type");
}

static bool is_number_datum(const json_t *def)
{
    return json_is_number(json_object_get(def, "datum"));
}

/* Whether a typed field has categories: nominal, ordinal, geojson, or binned numbers. */
static bool is_discrete(const json_t *def)
{
    const json_t *type = json_object_get(def, "type");
    if (is_text(type, "quantitative"))
        return jutu_rawdef_is_field(def) && jutu_json_truthy(json_object_get(def, "bin"));
    return !is_text(type, "temporal");
}

bool jutu_rawdef_is_continuous(const json_t *def)
{
    return (jutu_rawdef_is_typed(def) && !is_discrete(def)) || is_number_datum(def);
}

bool jutu_rawdef_is_measure(const json_t *def)
{
    bool field = jutu_rawdef_is_typed(def) &&
                 is_text(json_object_get(def, "type"), "quantitative") &&
                 !jutu_json_truthy(json_object_get(def, "bin"));
    return field || is_number_datum(def);
}

bool jutu_rawdef_is_temporal(const json_t *def)
{
    return is_text(json_object_get(def, "type"), "temporal") ||
           (jutu_rawdef_is_field(def) && jutu_json_truthy(json_object_get(def, "timeUnit")));
}

/* The field of {"condition": {"field": …}}; NULL if there isn't exactly one condition. */
static const json_t *condition_field(const json_t *def)
{
    const json_t *condition = json_object_get(def, "condition");
    return jutu_rawdef_is_field(condition) ? condition : NULL;
}

const json_t *jutu_rawdef_condition_field_or_datum(const json_t *def)
{
    const json_t *condition = json_object_get(def, "condition");
    return jutu_rawdef_is_field_or_datum(condition) ? condition : NULL;
}

const json_t *jutu_rawdef_field(const json_t *def)
{
    return jutu_rawdef_is_field(def) ? def : condition_field(def);
}

bool jutu_rawdef_channel_has_field(const json_t *encoding, const char *channel)
{
    const json_t *def = json_object_get(encoding, channel), *item;
    size_t i;
    json_array_foreach (def, i, item)
        if (jutu_json_truthy(json_object_get(item, "field")))
            return true;
    return jutu_rawdef_field(def) != NULL;
}

bool jutu_rawdef_any_aggregate(const json_t *encoding)
{
    const char *name;
    json_t *def, *item;
    json_object_foreach ((json_t *)encoding, name, def) {
        size_t i;
        if (!jutu_channel_known(name) || !jutu_rawdef_channel_has_field(encoding, name))
            continue;
        json_array_foreach (def, i, item)
            if (jutu_json_truthy(json_object_get(item, "aggregate")))
                return true;
        if (jutu_json_truthy(json_object_get(jutu_rawdef_field(def), "aggregate")))
            return true;
    }
    return false;
}

bool jutu_rawdef_bin_is_binned(const json_t *bin)
{
    return is_text(bin, "binned") || json_is_true(json_object_get(bin, "binned"));
}

bool jutu_rawdef_bin_is_binning(const json_t *bin)
{
    return json_is_true(bin) ||
           (json_is_object(bin) && !jutu_json_truthy(json_object_get(bin, "binned")));
}

bool jutu_rawdef_unit_is_binned(const json_t *unit)
{
    if (json_is_object(unit))
        return jutu_json_truthy(json_object_get(unit, "binned"));
    return json_is_string(unit) && strncmp(json_string_value(unit), "binned", 6) == 0;
}

json_t *jutu_rawdef_unit_params(const json_t *unit)
{
    if (!jutu_json_truthy(unit) || !(json_is_string(unit) || json_is_object(unit)))
        return NULL;
    json_t *params = jutu_json_spread(unit);
    if (json_is_string(unit)) {
        bool binned = jutu_rawdef_unit_is_binned(unit);
        const char *name = json_string_value(unit) + (binned ? strlen("binned") : 0);
        jutu_json_put_new(params, "unit", json_string(name));
        if (binned)
            jutu_json_put_new(params, "binned", json_true());
    }
    const char *name = json_string_value(json_object_get(params, "unit"));
    if (name && strncmp(name, "utc", 3) == 0) {
        json_t *local = json_string(name + 3);
        jutu_json_put_new(params, "utc", json_true());
        jutu_json_put_new(params, "unit", local);
    }
    return params;
}

const json_t *jutu_rawdef_guide(const json_t *def)
{
    const json_t *axis = json_object_get(def, "axis"), *legend = json_object_get(def, "legend");
    if (jutu_json_truthy(axis))
        return axis;
    if (jutu_json_truthy(legend))
        return legend;
    const json_t *header = json_object_get(def, "header");
    return jutu_json_truthy(header) ? header : NULL;
}
