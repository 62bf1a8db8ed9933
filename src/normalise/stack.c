/*
 * How a path mark stacks: its overlay must stack alike. The rules are those of
 * the encode stage, applied to JSON, because rewriting comes before types.
 */
#include <string.h>

#include "base/json.h"
#include "normalise/parts.h"
#include "normalise/rawdef.h"
#include "theme/config.h"

/* The traits that decide the way a path mark goes, and whether it stacks by itself or at all. */
static const struct {
    const char *mark;
    bool ranged;    /* x2 and y2 decide first */
    bool single;    /* a lone x or y decides */
    bool stackable; /* where the spec says so */
    bool stacked;   /* by default */
} paths[] = {
    { .mark = "area", .ranged = true, .stackable = true, .stacked = true },
    { .mark = "rule", .ranged = true, .single = true, .stackable = true },
    { .mark = "line", .stackable = true },
    { .mark = "trail" },
};

static bool is_binned(const json_t *def)
{
    return jutu_rawdef_is_field(def) && jutu_rawdef_bin_is_binned(json_object_get(def, "bin"));
}

static bool has_member(const json_t *object, const char *member)
{
    return jutu_json_truthy(json_object_get(object, member));
}

static bool is_temporal(const json_t *def)
{
    return jutu_rawdef_is_typed(def) && strcmp(jutu_json_string(def, "type", ""), "temporal") == 0;
}

/* "vertical", "horizontal", or "" where nothing tells. */
static const char *orient_of(size_t path, const json_t *encoding, const char *specified)
{
    const json_t *x = json_object_get(encoding, "x"), *y = json_object_get(encoding, "y");
    bool x2 = has_member(encoding, "x2"), y2 = has_member(encoding, "y2");
    bool long_x = jutu_rawdef_is_measure(x), long_y = jutu_rawdef_is_measure(y);

    if (!paths[path].stackable)
        return "vertical";
    if (paths[path].single && x2 && y2 && !is_binned(x) && !is_binned(y))
        return "";
    if (paths[path].ranged && y2)
        return is_binned(y) ? "horizontal" : "vertical";
    if (paths[path].ranged && x2)
        return is_binned(x) ? "vertical" : "horizontal";
    if (paths[path].single && jutu_json_truthy(x) != jutu_json_truthy(y))
        return jutu_json_truthy(x) ? "vertical" : "horizontal";
    if (*specified)
        return specified;
    if (long_x || long_y)
        return long_y ? "vertical" : "horizontal";
    if (is_temporal(x) != is_temporal(y))
        return is_temporal(x) ? "vertical" : "horizontal";
    return "";
}

/* An unbinned quantitative field. */
static bool is_sum(const json_t *def)
{
    return jutu_rawdef_is_field(def) && !has_member(def, "bin") &&
           strcmp(jutu_json_string(def, "type", ""), "quantitative") == 0;
}

/* Of two channels the one whose values are added up; NULL: neither. */
static const char *is_summed(const json_t *encoding, const char *first, const char *second,
                             const char *way)
{
    const json_t *a = json_object_get(encoding, first), *b = json_object_get(encoding, second);
    const char *only = is_sum(a) ? first : is_sum(b) ? second : NULL;
    const char *across = strcmp(way, "vertical") == 0     ? first
                         : strcmp(way, "horizontal") == 0 ? second
                                                          : NULL;
    if (!is_sum(a) || !is_sum(b)) {
        bool alone = !jutu_rawdef_is_field(a) || !jutu_rawdef_is_field(b);
        return alone && only && across && strcmp(only, across) == 0 ? NULL : only;
    }
    if (has_member(a, "stack") || has_member(b, "stack"))
        return has_member(a, "stack") ? first : second;
    if (has_member(a, "aggregate") != has_member(b, "aggregate"))
        return has_member(a, "aggregate") ? first : second;
    return across ? (across == first ? second : first) : NULL;
}

/* Whether a field other than that across splits the stack. */
static bool is_split(const json_t *encoding, const char *across, const char *across_offset,
                     const char *stacked, JutuArena *arena)
{
    const char *const names[] = { across, across_offset };
    const char *skipped[] = { NULL, NULL };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const json_t *def = json_object_get(encoding, names[i]);
        const char *name = jutu_rawdef_is_field(def) ? jutu_rawdef_name(def, NULL, arena) : NULL;
        skipped[i] = name && strcmp(name, stacked) != 0 ? name : NULL;
    }
    for (int id = 0; id < JUTU_N_KNOWN_CHANNELS; id++) {
        const JutuChannelType *channel = &jutu_channels[id];
        const json_t *defs = json_object_get(encoding, channel->name);
        if (!channel->nonposition || !jutu_rawdef_channel_has_field(encoding, channel->name))
            continue;
        for (size_t i = 0; i < (json_is_array(defs) ? json_array_size(defs) : 1); i++) {
            const json_t *def = jutu_rawdef_field(json_is_array(defs) ? json_array_get(defs, i)
                                                                      : defs);
            if (!def || has_member(def, "aggregate"))
                continue;
            const char *name = jutu_rawdef_name(def, NULL, arena);
            if ((!skipped[0] || strcmp(name, skipped[0]) != 0) &&
                (!skipped[1] || strcmp(name, skipped[1]) != 0))
                return true;
        }
    }
    return false;
}

static const char *offset_of(const json_t *stack, bool by_default)
{
    static const char *const offsets[] = { "zero", "center", "normalize" };
    if (!stack || json_is_true(stack))
        return stack || by_default ? "zero" : NULL;
    for (size_t i = 0; json_is_string(stack) && i < G_N_ELEMENTS(offsets); i++)
        if (strcmp(json_string_value(stack), offsets[i]) == 0)
            return offsets[i];
    return NULL;
}

const char *jutu_stack_offset(const json_t *mark, const json_t *encoding, const json_t *config,
                              JutuContext *context, const char **channel)
{
    static const struct {
        const char *channel, *second, *across, *across_offset;
    } pairs[] = {
        { "x", "x2", "y", "yOffset" },
        { "y", "y2", "x", "xOffset" },
        { "theta", "theta2", "radius", "yOffset" },
        { "radius", "radius2", "theta", "yOffset" },
    };
    const char *type = jutu_config_mark_type(mark);
    size_t path = 0, pair = 0;
    while (path < G_N_ELEMENTS(paths) && strcmp(paths[path].mark, type) != 0)
        path++;
    if (path == G_N_ELEMENTS(paths) || !paths[path].stackable)
        return NULL;

    const json_t *specified = jutu_config_mark_prop("orient", NULL, mark, config);
    const char *way = orient_of(path, encoding,
                                json_is_string(specified) ? json_string_value(specified) : "");
    *channel = is_summed(encoding, "x", "y", paths[path].stacked ? way : "");
    if (!*channel)
        *channel = is_summed(encoding, "theta", "radius", "");
    if (!*channel)
        return NULL;
    while (strcmp(pairs[pair].channel, *channel) != 0)
        pair++;

    const json_t *def = json_object_get(encoding, *channel);
    const char *offset = offset_of(json_object_get(def, "stack"), paths[path].stacked);
    const char *stacked = jutu_rawdef_name(def, NULL, context->arena);
    if (!offset || jutu_rawdef_is_field_or_datum(json_object_get(encoding, pairs[pair].second)))
        return NULL;
    bool split = is_split(encoding, pairs[pair].across, pairs[pair].across_offset, stacked,
                          context->arena);
    return split || !jutu_rawdef_any_aggregate(encoding) ? offset : NULL;
}
