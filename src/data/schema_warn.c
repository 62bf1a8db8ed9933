#include "data/schema_warn.h"

#include "data/place.h"

void jutu_schema_warn(const GArray *faults, const JutuTable *table, const char *package,
                      const char *pointer, JutuContext *context)
{
    const char *file = table->origin ? table->origin->file : NULL;
    for (guint i = 0; i < faults->len; i++) {
        const JutuSchemaFault *fault = &g_array_index(faults, JutuSchemaFault, i);
        if (jutu_warn_is_full(context, fault->rule, file) || !fault->text)
            continue; /* a place is looked for only where it is shown */
        bool whole = fault->row == SIZE_MAX, paired = fault->other != SIZE_MAX;
        JutuPlace place = whole ? (JutuPlace){ .file = file }
                                : jutu_table_place(table, fault->row, fault->column);
        size_t line = paired ? jutu_table_place(table, fault->other, NULL).line : 0;
        g_autofree char *other = line > 0 ? g_strdup_printf("; it stands in line %zu, too", line)
                                          : g_strdup("");
        jutu_warn_at(context, fault->rule, place, pointer, "%s%s%s%s", fault->text, other,
                     whole ? ": " : "", whole ? package : "");
    }
}
