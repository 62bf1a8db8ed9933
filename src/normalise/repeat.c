/* {"repeat": "row"} and its like, wherever a field or a datum may stand. */
#include <string.h>

#include "base/json.h"
#include "base/rewrite.h"
#include "normalise/parts.h"
#include "normalise/rawdef.h"

static const char *const repeat_names[JUTU_N_REPEATS] = {
    [JUTU_REPEAT_ROW] = "row",
    [JUTU_REPEAT_COLUMN] = "column",
    [JUTU_REPEAT_LIST] = "repeat",
    [JUTU_REPEAT_LAYER] = "layer",
};

/* Replaces a reference in one member. @return an owned definition; NULL: the reference is unknown,
 * and the definition with it */
static json_t *replace_member(const json_t *def, const char *member, const JutuRepeater *repeater,
                              JutuNormaliser *run)
{
    const json_t *reference = json_object_get(json_object_get(def, member), "repeat");
    const char *name = json_string_value(reference);
    if (!reference)
        return jutu_json_share(def);
    for (size_t i = 0; name && i < JUTU_N_REPEATS; i++)
        if (strcmp(name, repeat_names[i]) == 0 && repeater->known[i])
            return jutu_json_put(jutu_json_spread(def), member, repeater->value[i]);
    jutu_normalise_warn(run, reference, "\"%s\" isn't repeated here; the channel is dropped",
                        name ? name : "(no text)");
    return NULL;
}

static json_t *replace_field(const json_t *def, const JutuRepeater *repeater, JutuNormaliser *run)
{
    json_t *replaced = replace_member(def, "field", repeater, run);
    const json_t *sort = json_object_get(replaced, "sort");
    if (!json_object_get(sort, "field"))
        return replaced;
    json_auto_t *new_sort = replace_member(sort, "field", repeater, run);
    if (new_sort && new_sort != sort) {
        json_t *sorted = jutu_json_put(jutu_json_spread(replaced), "sort", new_sort);
        json_decref(replaced);
        return sorted;
    }
    return replaced;
}

static json_t *replace_field_or_datum(const json_t *def, const JutuRepeater *repeater,
                                      JutuNormaliser *run)
{
    if (jutu_rawdef_is_field(def))
        return replace_field(def, repeater, run);
    json_t *replaced = replace_member(def, "datum", repeater, run);
    if (replaced && replaced != def && !jutu_json_truthy(json_object_get(replaced, "type")))
        jutu_json_put_new(replaced, "type", json_string("nominal"));
    return replaced;
}

/* NULL: nothing is left of the definition. */
static json_t *replace_channel(const json_t *def, const JutuRepeater *repeater, JutuNormaliser *run)
{
    const json_t *condition = json_object_get(def, "condition");
    if (jutu_rawdef_is_field_or_datum(def)) {
        json_t *replaced = replace_field_or_datum(def, repeater, run);
        return replaced || !condition ? replaced : json_pack("{s:O}", "condition", condition);
    }
    if (!jutu_rawdef_is_field_or_datum(condition))
        return jutu_json_share(def);
    json_auto_t *replaced = replace_field_or_datum(condition, repeater, run);
    return replaced == condition ? jutu_json_share(def)
                                 : jutu_json_put(jutu_json_spread(def), "condition", replaced);
}

static json_t *replace_channels(const json_t *defs, const JutuRepeater *repeater,
                                JutuNormaliser *run)
{
    json_t *list = json_array(), *def;
    size_t i;
    json_array_foreach (defs, i, def) {
        json_t *replaced = replace_channel(def, repeater, run);
        if (jutu_json_truthy(replaced))
            json_array_append(list, replaced);
        json_decref(replaced);
    }
    return list;
}

json_t *jutu_repeat_replace(const json_t *mapping, const JutuRepeater *repeater,
                            JutuNormaliser *run)
{
    if (!repeater)
        return mapping ? jutu_json_share(mapping) : NULL;
    json_t *replaced = json_object(), *def;
    const char *channel;
    json_object_foreach ((json_t *)mapping, channel, def) {
        json_t *new_def = json_is_array(def) ? replace_channels(def, repeater, run)
                                             : replace_channel(def, repeater, run);
        if (new_def)
            jutu_json_put_new(replaced, channel, new_def);
    }
    return replaced;
}

json_t *jutu_repeat_replace_def(const json_t *def, const JutuRepeater *repeater,
                                JutuNormaliser *run)
{
    return repeater ? replace_field(def, repeater, run) : jutu_json_share(def);
}
