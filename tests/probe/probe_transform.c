#include "base/json.h"
#include "probe.h"
#include "transforms.h"

/* {"data": rows, "transform": list}: the rows after it. */
json_t *probe_transform(const json_t *given, JutuContext *context, GError **error)
{
    JutuArena *arena = context->arena;
    JutuValue rows = probe_value(json_object_get(given, "data"), arena);
    const JutuTable *table = jutu_table_from_rows(rows.items, rows.length, arena);
    JutuTransformScope scope = { .context = context, .pointer = "/transform" };
    table = transforms_run(json_object_get(given, "transform"), table, &scope, error);
    if (!table)
        return NULL;
    json_t *out = json_array();
    for (size_t row = 0; row < table->n_rows; row++)
        json_array_append_new(out, probe_json(jutu_table_row(table, row, arena), arena));
    return out;
}
