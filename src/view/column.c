/* Columns and titles of channel definitions, by way of their JSON in full. */
#include <string.h>

#include "base/fieldpath.h"
#include "base/json.h"
#include "normalise/rawdef.h"
#include "view/def.h"

static JutuColumnNames column_names(const JutuChannelDef *def, bool flat, JutuArena *arena)
{
    return (JutuColumnNames){
        .value = jutu_rawdef_name(def->full, &(JutuRawName){ .flat = flat }, arena),
        .end = jutu_rawdef_name(def->full, &(JutuRawName){ .part = "end", .flat = flat }, arena),
        .range = jutu_rawdef_name(def->full, &(JutuRawName){ .part = "range", .flat = flat },
                                  arena),
        .mid = jutu_rawdef_name(def->full, &(JutuRawName){ .part = "mid", .flat = flat }, arena),
    };
}

void jutu_def_name_columns(JutuChannelDef *def, JutuArena *arena)
{
    def->path = column_names(def, false, arena);
    def->column = column_names(def, true, arena);
}

const char *jutu_def_suffixed_path(const JutuChannelDef *def, const char *suffix, JutuArena *arena)
{
    return jutu_rawdef_name(def->full, &(JutuRawName){ .suffix = suffix }, arena);
}

const char *jutu_def_suffixed_column(const JutuChannelDef *def, const char *suffix,
                                     JutuArena *arena)
{
    return jutu_rawdef_name(def->full, &(JutuRawName){ .suffix = suffix, .flat = true }, arena);
}

const char *jutu_def_sort_path(const JutuChannelDef *def, JutuArena *arena)
{
    return jutu_arena_printf(arena, "%s_%s", jutu_channels[def->channel].name,
                             jutu_def_suffixed_path(def, "sort_index", arena));
}

const char *jutu_def_sort_column(const JutuChannelDef *def, JutuArena *arena)
{
    return jutu_arena_printf(arena, "%s_%s", jutu_channels[def->channel].name,
                             jutu_def_suffixed_column(def, "sort_index", arena));
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
