/* The config as Vega gets to see it. */
#include <glib.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "theme/config.h"

static const char *const lite_only[] = {
    "color",
    "fontSize",
    "background",
    "padding",
    "facet",
    "concat",
    "numberFormat",
    "numberFormatType",
    "normalizedNumberFormat",
    "normalizedNumberFormatType",
    "timeFormat",
    "countTitle",
    "header",
    "axisQuantitative",
    "axisTemporal",
    "axisDiscrete",
    "axisPoint",
    "axisXBand",
    "axisXPoint",
    "axisXDiscrete",
    "axisXQuantitative",
    "axisXTemporal",
    "axisYBand",
    "axisYPoint",
    "axisYDiscrete",
    "axisYQuantitative",
    "axisYTemporal",
    "scale",
    "selection",
    "overlay",
    "params",
    "boxplot",
    "errorbar",
    "errorband",
    NULL,
};

static const char *const lite_only_legend[] = {
    "gradientHorizontalMaxLength", "gradientHorizontalMinLength", "gradientVerticalMaxLength",
    "gradientVerticalMinLength",   "unselectedOpacity",           NULL,
};

static const char *const lite_only_mark[] = {
    "color",   "filled", "invalid",          "order",
    "radius2", "theta2", "timeUnitBandSize", "timeUnitBandPosition",
    NULL,
};

/* Members of the config that become styles, and what is left out of them. */
static const struct {
    const char *member, *style;
    const char *without[8];
} styles[] = {
    { "view",
      "cell",
      { "continuousWidth", "continuousHeight", "discreteWidth", "discreteHeight", "step" } },
    { "arc", "arc", { NULL } },
    { "area", "area", { "line", "point" } },
    { "bar", "bar", { "binSpacing", "continuousBandSize", "discreteBandSize", "minBandSize" } },
    { "image", "image", { NULL } },
    { "line", "line", { "point" } },
    { "point", "point", { NULL } },
    { "rect", "rect", { "binSpacing", "continuousBandSize", "discreteBandSize", "minBandSize" } },
    { "rule", "rule", { NULL } },
    { "text", "text", { NULL } },
    { "tick",
      "tick",
      { "bandSize", "thickness", "binSpacing", "continuousBandSize", "discreteBandSize",
        "minBandSize" } },
    { "trail", "trail", { NULL } },
    { "circle", "circle", { NULL } },
    { "square", "square", { NULL } },
    { "geoshape", "geoshape", { NULL } },
};

/* `over` on top of what the style has from below; an empty style isn't made. */
static void set_style(json_t *all, const char *name, const json_t *below, const json_t *over)
{
    json_t *style = jutu_json_assign(jutu_json_spread(below), over);
    if (json_object_size(style) > 0)
        jutu_json_put(all, name, style);
    json_decref(style);
}

/* A title's look is that of the style "group-title", lest headers get it too. */
static void redirect_title(json_t *config, json_t *all_styles)
{
    static const char *const no_look[] = {
        "anchor",
        "frame",
        "offset",
        "orient",
        "angle",
        "limit",
        "color",
        "subtitleColor",
        "subtitleFont",
        "subtitleFontSize",
        "subtitleFontStyle",
        "subtitleFontWeight",
        "subtitleLineHeight",
        "subtitlePadding",
        NULL,
    };
    static const char *const of_subtitle[] = { "align", "baseline", "dx", "dy", "limit", NULL };
    static const char *const stays[] = {
        "subtitleColor",      "subtitleFont",       "subtitleFontSize", "subtitleFontStyle",
        "subtitleFontWeight", "subtitleLineHeight", "subtitlePadding",  NULL,
    };
    const json_t *title = json_object_get(config, "title");
    const json_t *color = json_object_get(title, "color");
    json_auto_t *look = jutu_json_omit(title, no_look), *sub = jutu_json_pick(title, of_subtitle);
    json_t *rest = json_object();
    if (jutu_json_truthy(color))
        jutu_json_put(look, "fill", color);
    for (size_t i = 0; stays[i]; i++)
        if (jutu_json_truthy(json_object_get(title, stays[i])))
            jutu_json_put(rest, stays[i], json_object_get(title, stays[i]));
    set_style(all_styles, "group-title", json_object_get(all_styles, "group-title"), look);
    set_style(all_styles, "group-subtitle", json_object_get(all_styles, "group-subtitle"), sub);
    jutu_json_put_new(config, "title", rest);
}

/* Axis values that depend on a tick are settled for each axis; as a default they mean nothing. */
static json_t *unconditional_axis(const json_t *axis)
{
    json_t *kept = json_object(), *value;
    const char *name;
    json_object_foreach ((json_t *)axis, name, value)
        if (!jutu_json_truthy(json_object_get(value, "condition")))
            jutu_json_put(kept, name, value);
    return kept;
}

json_t *jutu_config_for_vega(const json_t *config)
{
    json_auto_t *stripped = jutu_json_omit(config, lite_only), *vega = jutu_vega_defaults();
    json_t *all_styles = jutu_json_spread(json_object_get(config, "style"));
    json_t *mark = jutu_json_omit(json_object_get(config, "mark"), lite_only_mark), *value;
    const char *name;
    void *next;

    if (json_is_object(json_object_get(mark, "tooltip")))
        json_object_del(mark, "tooltip");
    jutu_json_put_new(stripped, "style", all_styles);
    jutu_json_put_new(stripped, "mark", mark);
    jutu_json_put_new(stripped, "axis", unconditional_axis(json_object_get(config, "axis")));
    jutu_json_put_new(stripped, "legend",
                      jutu_json_omit(json_object_get(config, "legend"), lite_only_legend));
    for (size_t i = 0; i < G_N_ELEMENTS(styles); i++) {
        json_auto_t *all = jutu_json_omit(json_object_get(config, styles[i].member),
                                          lite_only_mark);
        json_auto_t *own = jutu_json_omit(all, styles[i].without);
        set_style(all_styles, styles[i].style, own, json_object_get(all_styles, styles[i].style));
        json_object_del(stripped, styles[i].member);
    }
    redirect_title(stripped, all_styles);
    json_object_foreach_safe(stripped, next, name,
                             value) if ((json_is_object(value) && json_object_size(value) == 0) ||
                                        (json_is_array(value) && json_array_size(value) == 0))
        json_object_del(stripped, name);
    return jutu_config_merge(vega, stripped);
}
