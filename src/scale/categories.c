#include "scale/categories.h"

#include <math.h>
#include <string.h>

#include "base/written.h"

struct JutuCategories {
    JutuArena *arena;
    GHashTable *places; /* const JutuValue * → place + 1 */
};

/* Dates are keyed by their number. */
static bool is_number(const JutuValue *value)
{
    return value->type == JUTU_NUMBER || value->type == JUTU_DATE;
}

static guint hash(gconstpointer key)
{
    const JutuValue *value = key;
    switch ((JutuType)value->type) {
    case JUTU_UNDEFINED:
    case JUTU_NULL:
        return value->type;
    case JUTU_BOOLEAN:
        return value->boolean ? 5 : 3;
    case JUTU_NUMBER:
    case JUTU_DATE: {
        double number = value->number == 0 ? 0 : value->number; /* 0 is -0 */
        return isnan(number) ? 7 : g_double_hash(&number);
    }
    case JUTU_STRING:
        return g_str_hash(value->string);
    case JUTU_ARRAY:
        return g_direct_hash(value->items);
    case JUTU_OBJECT:
        return g_direct_hash(value->object);
    case JUTU_REGEXP:
        return g_direct_hash(value->regexp);
    }
    return 0;
}

static gboolean equal(gconstpointer key, gconstpointer other)
{
    const JutuValue *a = key, *b = other;
    if (is_number(a) && is_number(b))
        return jutu_is_spelt_as(*a, *b) &&
               (a->number == b->number || (isnan(a->number) && isnan(b->number)));
    if (a->type != b->type)
        return FALSE;
    switch ((JutuType)a->type) {
    case JUTU_UNDEFINED:
    case JUTU_NULL:
    case JUTU_NUMBER:
    case JUTU_DATE:
        break;
    case JUTU_BOOLEAN:
        return a->boolean == b->boolean;
    case JUTU_STRING:
        return a->string == b->string || strcmp(a->string, b->string) == 0;
    case JUTU_ARRAY:
        return a->items == b->items;
    case JUTU_OBJECT:
        return a->object == b->object;
    case JUTU_REGEXP:
        return a->regexp == b->regexp;
    }
    return TRUE;
}

static void unref(void *table)
{
    g_hash_table_unref(table);
}

JutuCategories *jutu_categories_new(JutuScale *scale)
{
    JutuArena *arena = scale->context->arena;
    JutuCategories *categories = jutu_new(arena, JutuCategories, 1);
    categories->arena = arena;
    categories->places = jutu_arena_own(arena, g_hash_table_new(hash, equal), unref);
    JutuValue *domain = jutu_new(arena, JutuValue, scale->n_domain);
    size_t n = 0;
    for (size_t i = 0; i < scale->n_domain; i++) {
        domain[n] = scale->domain[i];
        if (g_hash_table_contains(categories->places, &domain[n]))
            continue;
        g_hash_table_insert(categories->places, &domain[n], GSIZE_TO_POINTER(n + 1));
        n++;
    }
    scale->domain = domain;
    scale->n_domain = n;
    return categories;
}

static size_t place_of(const JutuCategories *categories, JutuValue value)
{
    return GPOINTER_TO_SIZE(g_hash_table_lookup(categories->places, &value)) - 1;
}

/* A cell is found by the text that it was written as, too, and by what it counts. */
size_t jutu_categories_find(const JutuCategories *categories, JutuValue value)
{
    size_t place = place_of(categories, value);
    if (place != SIZE_MAX || !jutu_is_written(value))
        return place;
    place = place_of(categories, jutu_to_string(value, categories->arena));
    if (place == SIZE_MAX && value.type == JUTU_NUMBER)
        place = place_of(categories, jutu_number(value.number));
    return place;
}

size_t jutu_categories_add(JutuCategories *categories, JutuValue value, JutuArena *arena)
{
    size_t place = jutu_categories_find(categories, value);
    if (place != SIZE_MAX)
        return place;
    place = g_hash_table_size(categories->places);
    g_hash_table_insert(categories->places, jutu_copy(arena, JutuValue, &value, 1),
                        GSIZE_TO_POINTER(place + 1));
    return place;
}
