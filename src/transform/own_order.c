#include "transform/own_order.h"

#include <glib.h>
#include <string.h>

/* A cell as a name; NULL: it is none. */
static const char *name_of(JutuValue value, JutuArena *arena)
{
    return jutu_is_nullish(value) ? NULL : jutu_to_text(value, arena);
}

static bool are_dates(const JutuValue *cells, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (cells[i].type != JUTU_DATE)
            return false;
    }
    return n > 0;
}

const JutuValue *jutu_own_places(const JutuValue *cells, size_t n, bool numbers,
                                 const JutuContext *context, JutuOwnOrder *found)
{
    JutuArena *arena = context->arena;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    bool dates = are_dates(cells, n);
    size_t *of = jutu_new(arena, size_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        const char *key = jutu_value_key(cells[i], arena);
        gpointer known = g_hash_table_lookup(seen, key);
        if (!known) {
            JutuValue value = dates ? jutu_number(cells[i].number) : cells[i];
            g_ptr_array_add(names, (char *)name_of(value, arena));
            known = GSIZE_TO_POINTER(names->len);
            g_hash_table_insert(seen, (char *)key, known);
        }
        of[i] = GPOINTER_TO_SIZE(known) - 1;
    }
    size_t *places = jutu_new(arena, size_t, names->len + 1);
    JutuOwnOrder order = jutu_own_order((const char *const *)names->pdata, names->len,
                                        context->lang, numbers || dates, places);
    if (found)
        *found = order;
    JutuValue *out = jutu_new(arena, JutuValue, n + 1);
    for (size_t i = 0; i < n; i++)
        out[i] = jutu_number((double)places[of[i]]);
    return out;
}

const JutuValue *jutu_listed_places(const JutuValue *cells, size_t n, const json_t *list,
                                    JutuArena *arena)
{
    g_autoptr(GHashTable) places = g_hash_table_new(g_str_hash, g_str_equal);
    size_t length = json_array_size(list);
    for (size_t i = length; i > 0; i--) {
        JutuValue value = jutu_value_from_json(json_array_get(list, i - 1), arena);
        g_hash_table_insert(places, (char *)jutu_to_text(value, arena), GSIZE_TO_POINTER(i));
    }
    JutuValue *out = jutu_new(arena, JutuValue, n + 1);
    for (size_t i = 0; i < n; i++) {
        gpointer place = g_hash_table_lookup(places, jutu_to_text(cells[i], arena));
        out[i] = jutu_number(place ? (double)GPOINTER_TO_SIZE(place) - 1 : (double)length);
    }
    return out;
}

bool jutu_rest_last(JutuValue *values, size_t n, JutuArena *arena)
{
    JutuValue *rest = jutu_new(arena, JutuValue, n + 1);
    size_t kept = 0, n_rest = 0;
    bool moved = false;
    for (size_t i = 0; i < n; i++) {
        bool last = values[i].type == JUTU_STRING && jutu_is_rest(values[i].string);
        moved |= n_rest > 0 && !last;
        if (last)
            rest[n_rest++] = values[i];
        else
            values[kept++] = values[i];
    }
    memcpy(values + kept, rest, n_rest * sizeof(JutuValue));
    return moved;
}
