/* What the config says of an axis: styles, kinds of scales, sides, channels (axis/config.ts). */

#include "base/json.h"
#include "guide/axis.h"

/* The kinds of scales that have configs of their own, the more special one last. */
static void scale_kinds(const JutuScaleType *type, const char *kinds[3])
{
    size_t n = 0;
    kinds[0] = kinds[1] = kinds[2] = NULL;
    if (type->banded) {
        kinds[n++] = "Discrete";
        kinds[n++] = type->thin ? "Point" : "Band";
    } else if (type->temporal) {
        kinds[n++] = "Temporal";
    } else if (type->continuous) {
        kinds[n++] = "Quantitative";
    }
}

typedef struct {
    char names[4][32]; /* from the least to the most special */
    size_t n;
} Places;

static void add_place(Places *places, const char *prefix, const char *kind)
{
    g_snprintf(places->names[places->n++], sizeof(places->names[0]), "%s%s", prefix, kind);
}

/* "axisDiscrete" "axisBand" "axisXDiscrete" "axisXBand": known to Vega-Lite only. */
static Places lite_places(const JutuGuideRule *rule)
{
    Places places = { .n = 0 };
    const char *kinds[3];
    scale_kinds(rule->scale_type, kinds);
    for (size_t i = 0; kinds[i]; i++)
        add_place(&places, "axis", kinds[i]);
    for (size_t i = 0; kinds[i]; i++)
        add_place(&places, rule->channel == JUTU_X ? "axisX" : "axisY", kinds[i]);
    return places;
}

/* "axis" "axisBottom" "axisX": Vega reads them too. */
static Places vega_places(const JutuGuideRule *rule)
{
    Places places = { .n = 0 };
    char side[16];
    g_strlcpy(side, jutu_side_name(rule->side), sizeof(side));
    side[0] = g_ascii_toupper(side[0]);
    add_place(&places, "axis", "");
    add_place(&places, "axis", side);
    add_place(&places, rule->channel == JUTU_X ? "axisX" : "axisY", "");
    return places;
}

/* The last style of a name or list of names that has the member. */
static const json_t *in_styles(const JutuChart *chart, const json_t *style, const char *name)
{
    const json_t *found = NULL, *styles = jutu_config(chart, "style", NULL);
    size_t n = json_is_array(style) ? json_array_size(style) : 1;
    for (size_t i = 0; i < n; i++) {
        const json_t *one = json_is_array(style) ? json_array_get(style, i) : style;
        const json_t *value = json_is_string(one)
                                  ? jutu_json_path(styles, json_string_value(one), name, NULL)
                                  : NULL;
        found = value ? value : found;
    }
    return found;
}

static const json_t *in_places(const JutuChart *chart, const Places *places, const char *name)
{
    const json_t *found = NULL;
    for (size_t i = places->n; i > 0 && !found; i--)
        found = jutu_config(chart, places->names[i - 1], name, NULL);
    return found;
}

static const json_t *in_styles_of_places(const JutuChart *chart, const Places *places,
                                         const char *name)
{
    const json_t *found = NULL;
    for (size_t i = places->n; i > 0 && !found; i--)
        found = in_styles(chart, jutu_config(chart, places->names[i - 1], "style", NULL), name);
    return found;
}

const json_t *jutu_axis_config(const JutuGuideRule *rule, const char *name, bool *in_vega)
{
    const JutuChart *chart = rule->unit->chart;
    *in_vega = false;
    const json_t *value = in_styles(chart, json_object_get(rule->given, "style"), name);
    if (value)
        return value;
    Places lite = lite_places(rule), vega = vega_places(rule);
    value = in_places(chart, &lite, name);
    if (value)
        return value;
    value = in_places(chart, &vega, name);
    *in_vega = value != NULL;
    if (!value)
        value = in_styles_of_places(chart, &lite, name);
    return value ? value : in_styles_of_places(chart, &vega, name);
}
