#include "data/typed_zone.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/written.h"
#include "data/place.h"
#include "data/typed_date.h"

/* Times with an offset, and those without one, are of two kinds. */
typedef struct {
    bool has_offset;
    int offset;
    size_t row; /* the first of them */
} Kind;

static const char *name_of(const Kind *kind, JutuArena *arena)
{
    int minutes = abs(kind->offset);
    if (!kind->has_offset)
        return "none";
    return jutu_arena_printf(arena, "%c%02d:%02d", kind->offset < 0 ? '-' : '+', minutes / 60,
                             minutes % 60);
}

static bool read_time(JutuValue cell, JutuTypedDate *out, JutuArena *arena)
{
    const char *text = cell.type == JUTU_STRING ? cell.string : jutu_written_text(cell, arena);
    return text && strchr(text, ':') && jutu_typed_date(text, strlen(text), out) &&
           out->span == JUTU_SPAN_TIME;
}

/* The first two kinds. @return how many there are */
static size_t find_kinds(const JutuValue *cells, size_t n, Kind kinds[2], JutuArena *arena)
{
    size_t found = 0;
    JutuTypedDate date;
    for (size_t row = 0; row < n && found < 2; row++) {
        if (!read_time(cells[row], &date, arena))
            continue;
        Kind kind = { date.has_offset, date.offset, row };
        if (found == 0 || kinds[0].has_offset != kind.has_offset || kinds[0].offset != kind.offset)
            kinds[found++] = kind;
    }
    return found;
}

static void free_zone(void *zone)
{
    jutu_zone_free(zone);
}

/* The zone of the first column that has one. */
static void set_zone(const JutuTable *table, const JutuColumn *column, const Kind *kind,
                     JutuContext *context)
{
    const char *name = name_of(kind, context->arena);
    const char *before = jutu_zone_name(context->zone);
    if (!context->zone_of_data)
        context->zone = jutu_arena_own(context->arena, jutu_zone_fixed(name, kind->offset),
                                       free_zone);
    else if (strcmp(before, name) != 0)
        jutu_warn_at(context, JUTU_RULE_mixed_offsets,
                     jutu_table_place(table, kind->row, column->name), "",
                     "%s has times of %s, but others have %s; times are shown in %s, unless "
                     "--timezone says otherwise",
                     column->name, name, before, before);
    context->zone_of_data = true;
}

void jutu_typed_settle_zone(const JutuTable *table, const JutuColumn *column, JutuContext *context)
{
    Kind kinds[2];
    JutuArena *arena = context->arena;
    if (context->zone_given || context->dates_in_utc)
        return;
    size_t n = find_kinds(column->cells, table->n_rows, kinds, arena);
    if (n == 2) {
        JutuPlace other = jutu_table_place(table, kinds[1].row, column->name);
        jutu_warn_at(context, JUTU_RULE_mixed_offsets,
                     jutu_table_place(table, kinds[0].row, column->name), "",
                     "%s mixes offsets from UTC: %s, and from line %zu on %s; times are shown in "
                     "%s, unless --timezone says otherwise",
                     column->name, name_of(&kinds[0], arena), other.line, name_of(&kinds[1], arena),
                     jutu_zone_name(context->zone));
    } else if (n == 1 && kinds[0].has_offset) {
        set_zone(table, column, &kinds[0], context);
    }
}
