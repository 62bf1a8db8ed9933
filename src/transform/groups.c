#include "transform/groups.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/written.h"
#include "transform/args.h"

/* Open addressing: slots hold a number + 1; the keys stand in `hashes` and `texts` by number. */
typedef struct {
    uint32_t *slots;
    size_t mask, n, room;
    uint64_t *hashes;
    const JutuValue **texts; /* NULL where the hash is the key itself */
} Index;

static void index_init(Index *index, bool texts)
{
    *index = (Index){ .mask = 63, .room = 32 };
    index->slots = g_new0(uint32_t, index->mask + 1);
    index->hashes = g_new(uint64_t, index->room);
    index->texts = texts ? g_new(const JutuValue *, index->room) : NULL;
}

static void index_clear(Index *index)
{
    g_free(index->slots);
    g_free(index->hashes);
    g_free(index->texts);
}

static uint64_t mix(uint64_t x)
{
    x = (x ^ (x >> 32)) * 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 29)) * 0xbf58476d1ce4e5b9u;
    return x ^ (x >> 32);
}

static uint64_t hash_text(const char *text, size_t length)
{
    uint64_t hash = length * 0x9e3779b97f4a7c15u, word;
    for (; length >= 8; text += 8, length -= 8) {
        memcpy(&word, text, 8);
        hash = mix(hash ^ word);
    }
    word = 0;
    memcpy(&word, text, length);
    return mix(hash ^ word);
}

static void index_grow(Index *index)
{
    index->room *= 2;
    index->mask = index->mask * 2 + 1;
    index->hashes = g_renew(uint64_t, index->hashes, index->room);
    if (index->texts)
        index->texts = g_renew(const JutuValue *, index->texts, index->room);
    g_free(index->slots);
    index->slots = g_new0(uint32_t, index->mask + 1);
    for (size_t i = 0; i < index->n; i++) {
        size_t at = mix(index->hashes[i]) & index->mask;
        while (index->slots[at])
            at = (at + 1) & index->mask;
        index->slots[at] = (uint32_t)i + 1;
    }
}

static bool same_text(const JutuValue *a, const JutuValue *b)
{
    return a->string == b->string ||
           (a->length == b->length && memcmp(a->string, b->string, a->length) == 0);
}

/* The number of a key, a new one if it is new. */
static uint32_t number_of(Index *index, uint64_t hash, const JutuValue *text)
{
    size_t at = mix(hash) & index->mask;
    for (uint32_t slot; (slot = index->slots[at]); at = (at + 1) & index->mask) {
        if (index->hashes[slot - 1] == hash && (!text || same_text(index->texts[slot - 1], text)))
            return slot - 1;
    }
    uint32_t number = (uint32_t)index->n++;
    index->slots[at] = number + 1;
    index->hashes[number] = hash;
    if (text)
        index->texts[number] = text;
    if (index->n == index->room)
        index_grow(index);
    return number;
}

static size_t number_texts(const JutuValue *cells, size_t n, uint32_t *out)
{
    Index index;
    index_init(&index, true);
    for (size_t i = 0; i < n; i++) {
        /* neighbours are often the same interned text */
        out[i] = i && cells[i].string == cells[i - 1].string &&
                         cells[i].length == cells[i - 1].length
                     ? out[i - 1]
                     : number_of(&index, hash_text(cells[i].string, cells[i].length), &cells[i]);
    }
    index_clear(&index);
    return index.n;
}

/* A number that differs for what differs as text; NaN payloads stand for what is no number. */
static uint64_t scalar_key(JutuValue cell, JutuKeyStyle style)
{
    enum { NAN_KEY = 1, NULL_KEY, UNDEFINED_KEY, FALSE_KEY, TRUE_KEY };
    const uint64_t special = 0x7ff8000000000000u;
    double number = cell.number;
    switch ((JutuType)cell.type) {
    case JUTU_UNDEFINED:
        return special | (style == JUTU_KEYS_PIPE ? UNDEFINED_KEY : NULL_KEY);
    case JUTU_BOOLEAN:
        return special | (cell.boolean ? TRUE_KEY : FALSE_KEY);
    case JUTU_DATE: /* its text has whole seconds */
        number = style == JUTU_KEYS_JSON ? number : floor(number / 1000);
        if (isnan(number))
            return special | (style == JUTU_KEYS_JSON ? NULL_KEY : NAN_KEY);
        break;
    case JUTU_NUMBER:
        if (!isfinite(number) && style == JUTU_KEYS_JSON)
            return special | NULL_KEY;
        if (isnan(number))
            return special | NAN_KEY;
        break;
    case JUTU_NULL:
    case JUTU_STRING:
    case JUTU_ARRAY:
    case JUTU_OBJECT:
    case JUTU_REGEXP:
        return special | NULL_KEY;
    }
    uint64_t bits;
    number += 0.0; /* -0 is 0 */
    memcpy(&bits, &number, sizeof(bits));
    return bits;
}

static size_t number_scalars(const JutuValue *cells, size_t n, JutuKeyStyle style, uint32_t *out)
{
    Index index;
    index_init(&index, false);
    for (size_t i = 0; i < n; i++)
        out[i] = number_of(&index, scalar_key(cells[i], style), NULL);
    index_clear(&index);
    return index.n;
}

static JutuValue cell_text(JutuValue cell, JutuKeyStyle style, JutuArena *arena)
{
    if (jutu_is_spelt(cell))
        cell = jutu_to_string(cell, arena);
    if (style == JUTU_KEYS_JSON) {
        json_t *json = jutu_value_to_json(cell);
        char *text = json_dumps(json, JSON_ENCODE_ANY | JSON_COMPACT);
        JutuValue value = jutu_string(jutu_arena_strdup(arena, text ? text : "null"));
        free(text);
        json_decref(json);
        return value;
    }
    if (style == JUTU_KEYS_COMMA && jutu_is_nullish(cell))
        return jutu_string("");
    return jutu_to_string(cell, arena);
}

/* A bit for each type; cells that show as they were written are like objects: known by their text.
 */
static unsigned types_of(const JutuValue *cells, size_t n)
{
    unsigned types = 0;
    for (size_t i = 0; i < n; i++)
        types |= 1u << cells[i].type | (unsigned)jutu_is_spelt(cells[i]) << JUTU_OBJECT;
    return types;
}

size_t jutu_number_cells(const JutuValue *cells, size_t n, JutuKeyStyle style, uint32_t *out,
                         JutuArena *arena)
{
    const unsigned nullish = 1u << JUTU_UNDEFINED | 1u << JUTU_NULL;
    const unsigned scalars = nullish | 1u << JUTU_BOOLEAN | 1u << JUTU_NUMBER;
    const unsigned dates = nullish | 1u << JUTU_DATE;
    unsigned types = types_of(cells, n);
    if (types == 1u << JUTU_STRING)
        return number_texts(cells, n, out);
    if (!(types & ~scalars) || !(types & ~dates))
        return number_scalars(cells, n, style, out);

    JutuValue *texts = jutu_new(arena, JutuValue, n + 1);
    for (size_t i = 0; i < n; i++)
        texts[i] = cell_text(cells[i], style, arena);
    return number_texts(texts, n, out);
}

/* Whether joining texts could make different rows look alike, as ("a|b", "c") and ("a", "b|c"). */
static bool ambiguous(const JutuValue *cells, size_t n, char separator)
{
    for (size_t i = 0; i < n; i++) {
        if (cells[i].type >= JUTU_ARRAY)
            return true;
        if (cells[i].type == JUTU_STRING && memchr(cells[i].string, separator, cells[i].length))
            return true;
    }
    return false;
}

static size_t number_joined(const JutuValue *const *cells, size_t n_cells, size_t n_rows,
                            JutuKeyStyle style, uint32_t *out, JutuArena *arena)
{
    JutuArena *scratch = jutu_arena_new();
    JutuValue *texts = jutu_new(scratch, JutuValue, n_rows + 1);
    g_autoptr(GString) joined = g_string_new(NULL);
    for (size_t row = 0; row < n_rows; row++) {
        g_string_truncate(joined, 0);
        for (size_t i = 0; i < n_cells; i++) {
            if (i)
                g_string_append_c(joined, style == JUTU_KEYS_PIPE ? '|' : ',');
            g_string_append(joined, cell_text(cells[i][row], style, arena).string);
        }
        texts[row] = jutu_string(jutu_arena_strdup(scratch, joined->str));
    }
    size_t n = number_texts(texts, n_rows, out);
    jutu_arena_free(scratch);
    return n;
}

/* Numbers pairs of (out[row], other[row]) into out. */
static size_t number_pairs(uint32_t *out, const uint32_t *other, size_t n)
{
    Index index;
    index_init(&index, false);
    for (size_t i = 0; i < n; i++)
        out[i] = number_of(&index, (uint64_t)out[i] << 32 | other[i], NULL);
    index_clear(&index);
    return index.n;
}

static const uint32_t *first_rows(const uint32_t *of, size_t n_rows, size_t n, JutuArena *arena)
{
    uint32_t *first = jutu_new(arena, uint32_t, n + 1);
    for (size_t row = 0, next = 0; row < n_rows && next < n; row++)
        if (of[row] == next)
            first[next++] = (uint32_t)row;
    return first;
}

JutuGroups jutu_groups(const JutuTable *table, const char *const *fields, size_t n_fields,
                       JutuKeyStyle style, JutuArena *arena)
{
    size_t n_rows = table->n_rows, n = n_rows > 0;
    g_assert(n_rows < UINT32_MAX);
    uint32_t *of = jutu_new(arena, uint32_t, n_rows + 1);
    const JutuValue **cells = jutu_new(arena, const JutuValue *, n_fields + 1);
    bool joined = false;
    for (size_t i = 0; i < n_fields; i++) {
        cells[i] = jutu_cells(table, fields[i], arena);
        if (n_fields > 1 && style != JUTU_KEYS_JSON)
            joined |= ambiguous(cells[i], n_rows, style == JUTU_KEYS_PIPE ? '|' : ',');
    }
    if (joined) {
        n = number_joined(cells, n_fields, n_rows, style, of, arena);
    } else if (n_fields > 0) {
        g_autofree uint32_t *other = n_fields > 1 ? g_new(uint32_t, n_rows + 1) : NULL;
        n = jutu_number_cells(cells[0], n_rows, style, of, arena);
        for (size_t i = 1; i < n_fields; i++) {
            jutu_number_cells(cells[i], n_rows, style, other, arena);
            n = number_pairs(of, other, n_rows);
        }
    }
    return (JutuGroups){ n, n_rows, of, first_rows(of, n_rows, n, arena) };
}

JutuGroupRows jutu_group_rows(const JutuGroups *groups, JutuArena *arena)
{
    uint32_t *start = jutu_new(arena, uint32_t, groups->n + 2);
    uint32_t *rows = jutu_new(arena, uint32_t, groups->n_rows + 1);
    for (size_t row = 0; row < groups->n_rows; row++)
        start[groups->of[row] + 2]++;
    for (size_t g = 2; g <= groups->n; g++)
        start[g] += start[g - 1];
    /* start[g + 1] is where g's next row goes, and ends where g + 1 begins */
    for (size_t row = 0; row < groups->n_rows; row++)
        rows[start[groups->of[row] + 1]++] = (uint32_t)row;
    return (JutuGroupRows){ rows, start };
}

const JutuValue *jutu_group_values(const JutuGroups *groups, const JutuValue *cells,
                                   JutuArena *arena)
{
    JutuValue *values = jutu_new(arena, JutuValue, groups->n + 1);
    for (size_t g = 0; g < groups->n; g++)
        values[g] = cells[groups->first[g]];
    return values;
}
