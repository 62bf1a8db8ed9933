/* Titles of axes: given, or those of all fields that an axis is about, merged over layers. */
#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "guide/axis.h"

static const JutuChannelDef *second_def(const JutuGuideRule *rule)
{
    JutuChannel second = jutu_channels[rule->channel].secondary;
    return jutu_field_def(rule->unit->encoding.defs[second]);
}

static const json_t *own_title(const JutuChannelDef *def)
{
    return def ? def->title : NULL;
}

static bool is_text(const json_t *title)
{
    return json_is_string(title) || json_is_string(json_array_get(title, 0)) ||
           json_object_get(title, "expr");
}

/* Lines of both titles, joined by commas. */
static json_t *join(const json_t *a, const json_t *b)
{
    if (json_equal(a, b) || !jutu_json_truthy(b))
        return json_incref((json_t *)a);
    if (!jutu_json_truthy(a))
        return json_incref((json_t *)b);
    g_autoptr(GString) text = g_string_new(NULL);
    const json_t *const both[] = { a, b };
    for (size_t t = 0; t < 2; t++) {
        size_t n = json_is_array(both[t]) ? json_array_size(both[t]) : 1;
        for (size_t i = 0; i < n; i++) {
            const json_t *line = json_is_array(both[t]) ? json_array_get(both[t], i) : both[t];
            const char *line_text = json_string_value(line);
            g_string_append_printf(text, "%s%s", text->len ? ", " : "", line_text ? line_text : "");
        }
    }
    return json_string(text->str);
}

/* The titles that the field definitions themselves have; NULL: none. */
static json_t *fields_title(const JutuGuideRule *rule)
{
    const json_t *first = own_title(jutu_field_def(rule->unit->encoding.defs[rule->channel]));
    const json_t *second = own_title(second_def(rule));
    if (jutu_json_truthy(first) && jutu_json_truthy(second))
        return join(first, second);
    const json_t *title = jutu_json_truthy(first)    ? first
                          : jutu_json_truthy(second) ? second
                          : first                    ? first
                                                     : second;
    return title ? json_incref((json_t *)title) : NULL;
}

/* What makes two fields the same to a title. */
static void add_field(json_t *list, const JutuGuideRule *rule, const JutuChannelDef *def)
{
    const JutuChart *chart = rule->unit->chart;
    if (!def)
        return;
    const json_t *title = jutu_def_title(def, chart->config, true, true, chart->arena);
    json_t *base = json_object();
    jutu_json_put_new(base, "field", def->field ? json_string(def->field) : NULL);
    jutu_json_put_new(base, "aggregate", def->aggregate ? json_string(def->aggregate) : NULL);
    jutu_json_put_new(base, "argument", def->argument ? json_string(def->argument) : NULL);
    jutu_json_put_new(base, "timeUnit",
                      jutu_has_time_unit(def) ? json_incref(json_object_get(def->full, "timeUnit"))
                                              : NULL);
    if (def->binning == JUTU_BIN)
        jutu_json_put(base, "bin", def->bin);
    else if (def->binning == JUTU_BINNED)
        jutu_json_put_new(base, "bin", json_string("binned"));
    json_t *entry = json_pack("{s:o}", "base", base);
    jutu_json_put(entry, "title", title);
    size_t i;
    json_t *other;
    json_array_foreach (list, i, other) {
        if (json_equal(json_object_get(other, "base"), base)) {
            json_decref(entry);
            return;
        }
    }
    json_array_append_new(list, entry);
}

json_t *jutu_axis_title(const JutuGuideRule *rule)
{
    const json_t *given = json_object_get(rule->given, "title");
    if (given)
        return json_incref((json_t *)given);
    json_t *title = fields_title(rule);
    if (title)
        return title;
    json_t *list = json_array();
    add_field(list, rule, jutu_field_def(rule->unit->encoding.defs[rule->channel]));
    add_field(list, rule, second_def(rule));
    return list;
}

bool jutu_axis_title_is_given(const JutuGuideRule *rule, const json_t *value)
{
    json_t *title = fields_title(rule);
    bool same = title && json_equal(title, value);
    json_decref(title);
    return same;
}

json_t *jutu_guide_titles_merge(const json_t *a, const json_t *b)
{
    if (!jutu_json_given(a) || json_is_null(b))
        return json_null();
    if (is_text(a) && is_text(b))
        return join(a, b);
    if (is_text(a) || !b)
        return json_incref((json_t *)a);
    if (is_text(b))
        return json_incref((json_t *)b);
    json_t *merged = json_copy((json_t *)a), *entry;
    size_t i, k;
    json_array_foreach ((json_t *)b, i, entry) {
        bool seen = false;
        for (k = 0; k < json_array_size(merged) && !seen; k++)
            seen = json_equal(json_object_get(json_array_get(merged, k), "base"),
                              json_object_get(entry, "base"));
        if (!seen)
            json_array_append(merged, entry);
    }
    return merged;
}

json_t *jutu_axis_title_text(const json_t *title)
{
    if (!jutu_json_truthy(title))
        return NULL;
    if (!json_is_array(title) || is_text(title))
        return json_incref((json_t *)title);
    g_autoptr(GString) text = g_string_new(NULL);
    size_t i;
    json_t *entry;
    json_array_foreach ((json_t *)title, i, entry)
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "",
                               jutu_json_string(entry, "title", ""));
    return text->len ? json_string(text->str) : NULL;
}
