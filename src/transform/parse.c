#include "transform/parse.h"

#include "base/json.h"
#include "data/parse.h"
#include "transform/aggregates.h"
#include "transform/args.h"

struct JutuParseNeeds {
    const JutuParsed *parsed;
    json_t *wanted; /* {field: type}, what is to be parsed for this transform */
};

/* The type that a field is known to have, and whether the data's format gave it, which nothing
 * overrides. NULL: none is known. */
static const json_t *known_type(const JutuParseNeeds *needs, const char *field, bool *given)
{
    const json_t *type = json_object_get(needs->wanted, field);
    if (!type)
        type = json_object_get(needs->parsed->implied, field);
    *given = !type && json_object_get(needs->parsed->given, field);
    return *given ? json_object_get(needs->parsed->given, field) : type;
}

void jutu_parse_need(JutuParseNeeds *needs, const char *field, const char *type)
{
    bool given;
    const char *known = json_string_value(known_type(needs, field, &given));
    if (given || needs->parsed->nothing || g_strcmp0(known, type) == 0 ||
        g_strcmp0(known, "derived") == 0)
        return;
    json_object_set_new(needs->wanted, field, json_string(type));
}

void jutu_parse_need_measures(JutuParseNeeds *needs, const json_t *list)
{
    for (size_t i = 0; needs->parsed->typed && i < json_array_size(list); i++) {
        const json_t *item = json_array_get(list, i);
        const JutuAggregate *op = jutu_aggregate_find(jutu_json_string(item, "op", ""));
        const char *field = jutu_json_string(item, "field", NULL);
        bool computes = op && (op->keeps || op->inside) && !op->extreme;
        if (computes && field)
            jutu_parse_need(needs, field, "number");
    }
}

void jutu_parse_need_date(JutuParseNeeds *needs, const char *field)
{
    bool given;
    if (!known_type(needs, field, &given))
        json_object_set_new(needs->wanted, field, json_string("date"));
}

const JutuTable *jutu_parse_field(const JutuTable *in, const char *field, const char *type,
                                  JutuContext *context, GError **error)
{
    /* columns may have their names from it */
    json_t *parse = jutu_json_own(context->arena, json_pack("{ss}", field, type));
    const JutuTable *out = jutu_parse_columns(in, parse, context, "", error);
    const char *name = jutu_path_flat(field, context->arena);
    if (!out || jutu_table_find(out, name))
        return out;
    /* a field that no row has reads as null from here on */
    JutuValue *cells = jutu_new(context->arena, JutuValue, in->n_rows + 1);
    for (size_t row = 0; row < in->n_rows; row++)
        cells[row] = jutu_null();
    return jutu_table_with(out, &(JutuColumn){ .name = name, .cells = cells, .absent = true }, 1,
                           context->arena);
}

json_t *jutu_parse_implied(const JutuTransform *transform, const json_t *def,
                           const JutuParsed *parsed)
{
    JutuParseNeeds needs = { parsed, json_object() };
    if (transform->needs)
        transform->needs(def, &needs);
    if (json_object_size(needs.wanted) > 0)
        return needs.wanted;
    json_decref(needs.wanted);
    return NULL;
}
