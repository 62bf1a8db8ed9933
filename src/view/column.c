/* Columns and titles of channel definitions, by way of their JSON in full. */
#include <string.h>

#include "base/fieldpath.h"
#include "base/json.h"
#include "normalise/rawdef.h"
#include "view/def.h"

const char *jutu_def_column(const JutuChannelDef *def, const JutuColumnOptions *options,
                            JutuArena *arena)
{
    static const JutuColumnOptions none = { 0 };
    options = options ? options : &none;
    JutuRawName raw = { options->nofn, options->bin_suffix, options->suffix, options->as };
    const char *name = jutu_rawdef_name(def->full, &raw, arena);
    return options->prefix ? jutu_arena_printf(arena, "%s_%s", options->prefix, name) : name;
}

const char *jutu_op_column(const char *op, const char *field, JutuArena *arena)
{
    if (op && strcmp(op, "count") == 0)
        return "__count";
    const char *name = !op ? field : !field ? op : jutu_arena_printf(arena, "%s_%s", op, field);
    return jutu_fieldpath_flat(name, arena);
}

const char *jutu_path_column(const char *field, JutuArena *arena)
{
    return field ? jutu_fieldpath_escaped(field, arena) : NULL;
}

const json_t *jutu_def_title(const JutuChannelDef *def, const json_t *config, bool allow_disabling,
                             bool include_default, JutuArena *arena)
{
    if (include_default)
        return jutu_json_own(arena, jutu_rawdef_title(def->full, config, allow_disabling, arena));
    const json_t *of_guide = json_object_get(def->guide, "title");
    return of_guide && (allow_disabling || !json_is_null(of_guide)) ? of_guide : def->title;
}
