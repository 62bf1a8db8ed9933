/* References to the columns of items. */
#include <math.h>
#include <string.h>

#include "base/space.h"
#include "mark/encode.h"

/* "bold" and the like as numbers. */
static double weight_of(JutuValue value)
{
    static const struct {
        const char *name;
        double weight;
    } names[] = { { "normal", 400 }, { "bold", 700 }, { "lighter", 300 }, { "bolder", 800 } };
    for (size_t i = 0; value.type == JUTU_STRING && i < G_N_ELEMENTS(names); i++) {
        if (strcmp(value.string, names[i].name) == 0)
            return names[i].weight;
    }
    double number = jutu_is_nullish(value) ? 400 : jutu_to_number(value);
    return number > 0 ? number : 400;
}

static JutuNumbers weight_column(JutuEncoder *encoder, const JutuRef *ref)
{
    JutuValues values = jutu_ref_values(encoder, ref);
    size_t n = values.stride ? encoder->table->n_rows : 1;
    double *out = jutu_new(encoder->arena, double, n + 1);
    for (size_t i = 0; i < n; i++)
        out[i] = weight_of(values.data[i * values.stride]);
    return (JutuNumbers){ out, values.stride };
}

static JutuStrings string_column(JutuEncoder *encoder, const JutuRef *ref)
{
    JutuValues values = jutu_ref_values(encoder, ref);
    size_t n = values.stride ? encoder->table->n_rows : 1;
    const char **out = jutu_new(encoder->arena, const char *, n + 1);
    for (size_t i = 0; i < n; i++) {
        JutuValue value = values.data[i * values.stride];
        out[i] = jutu_truthy(value) ? jutu_to_text(value, encoder->arena) : NULL;
    }
    return (JutuStrings){ out, values.stride };
}

/* Appends a line without the blanks around it. */
static void add_line(GString *out, const char *line, size_t length)
{
    size_t space;
    while (length > 0 && (space = jutu_space_at(line)) > 0 && space <= length) {
        line += space;
        length -= space;
    }
    size_t end = 0;
    for (size_t i = 0; i < length;) {
        space = jutu_space_at(line + i);
        i += space ? space : 1;
        end = space ? end : i;
    }
    g_string_append_len(out, line, (gssize)end);
}

static const char *lines_of(JutuValue value, const char *line_break, JutuArena *arena)
{
    if (jutu_is_nullish(value))
        return "";
    g_autoptr(GString) out = g_string_new(NULL);
    if (value.type == JUTU_ARRAY) {
        for (uint32_t i = 0; i < value.length; i++) {
            const char *line = jutu_is_nullish(value.items[i])
                                   ? ""
                                   : jutu_to_text(value.items[i], arena);
            g_string_append(out, i ? "\n" : "");
            add_line(out, line, strlen(line));
        }
        return jutu_arena_strdup(arena, out->str);
    }
    const char *text = jutu_to_text(value, arena), *next;
    while (line_break && *line_break && (next = strstr(text, line_break))) {
        add_line(out, text, (size_t)(next - text));
        g_string_append_c(out, '\n');
        text = next + strlen(line_break);
    }
    add_line(out, text, strlen(text));
    return jutu_arena_strdup(arena, out->str);
}

static JutuStrings text_column(JutuEncoder *encoder, const JutuRef *ref)
{
    JutuStrings breaks = string_column(encoder, encoder->refs[JUTU_P_LINE_BREAK]
                                                    ? encoder->refs[JUTU_P_LINE_BREAK]
                                                    : jutu_ref_value(encoder, jutu_null()));
    JutuValues values = jutu_ref_values(encoder, ref);
    size_t stride = values.stride || breaks.stride;
    size_t n = stride ? encoder->table->n_rows : 1;
    const char **out = jutu_new(encoder->arena, const char *, n + 1);
    for (size_t i = 0; i < n; i++)
        out[i] = lines_of(values.data[i * values.stride], breaks.data[i * breaks.stride],
                          encoder->arena);
    return (JutuStrings){ out, stride };
}

static JutuDash dash_of(JutuValue value, JutuArena *arena)
{
    if (value.type != JUTU_ARRAY || value.length == 0)
        return (JutuDash){ 0 };
    double *lengths = jutu_new(arena, double, value.length);
    for (uint32_t i = 0; i < value.length; i++)
        lengths[i] = jutu_to_number(value.items[i]);
    return (JutuDash){ lengths, value.length };
}

static JutuDashes dash_column(JutuEncoder *encoder, const JutuRef *ref)
{
    JutuValues values = jutu_ref_values(encoder, ref);
    size_t n = values.stride ? encoder->table->n_rows : 1;
    JutuDash *out = jutu_new(encoder->arena, JutuDash, n + 1);
    JutuValue last = jutu_undefined();
    for (size_t i = 0; i < n; i++) {
        JutuValue value = values.data[i * values.stride];
        bool same = i > 0 && value.type == last.type && value.items == last.items;
        out[i] = same ? out[i - 1] : dash_of(value, encoder->arena);
        last = value;
    }
    return (JutuDashes){ out, values.stride };
}

static void fill_column(JutuEncoder *encoder, JutuProperty property, JutuItems *out)
{
    const JutuPropertyType *type = &jutu_properties[property];
    const JutuRef *ref = encoder->refs[property];
    switch (type->kind) {
    case JUTU_PROPERTY_PLAIN:
        out->number[type->column] = jutu_ref_numbers(encoder, ref, 0);
        break;
    case JUTU_PROPERTY_NUMBER:
        out->number[type->column] = jutu_ref_numbers(encoder, ref, NAN);
        break;
    case JUTU_PROPERTY_WEIGHT:
        out->number[type->column] = weight_column(encoder, ref);
        break;
    case JUTU_PROPERTY_STRING:
        out->string[type->column] = string_column(encoder, ref);
        break;
    case JUTU_PROPERTY_TEXT:
        out->string[type->column] = text_column(encoder, ref);
        break;
    case JUTU_PROPERTY_PAINT:
        *(property == JUTU_P_FILL ? &out->fill : &out->stroke) = jutu_ref_paints(encoder, ref);
        break;
    case JUTU_PROPERTY_DASH:
        out->dash = dash_column(encoder, ref);
        break;
    case JUTU_PROPERTY_PLACE:
    case JUTU_PROPERTY_NOTE:
        break;
    }
}

/* One value for all items: the first's. */
static bool flag_of(JutuEncoder *encoder, JutuProperty property)
{
    JutuValues values = jutu_ref_values(encoder, encoder->refs[property]);
    if (!values.data || encoder->table->n_rows == 0)
        return true;
    return values.data[0].type != JUTU_BOOLEAN || values.data[0].boolean;
}

/* The first row of each series, which has the style of the whole. */
static const JutuTable *first_rows(const JutuEncoder *encoder, const JutuItems *items)
{
    return jutu_table_gather(encoder->table, items->series, items->n_series, encoder->arena);
}

void jutu_encode_columns(JutuEncoder *encoder, JutuItems *out)
{
    const JutuTable *all = encoder->table;
    bool path = encoder->unit->mark->path;
    bool by_point = path && out->kind == JUTU_ITEM_TRAIL;
    jutu_encode_places(encoder, out);
    if (by_point && encoder->refs[JUTU_P_SIZE])
        fill_column(encoder, JUTU_P_SIZE, out);
    if (path) {
        jutu_encode_defined(encoder, out);
        encoder->table = first_rows(encoder, out);
    }
    for (int p = 0; p < JUTU_N_PROPERTIES; p++) {
        if (encoder->refs[p] && !(path && p == JUTU_P_SIZE))
            fill_column(encoder, (JutuProperty)p, out);
    }
    out->aspect = flag_of(encoder, JUTU_P_ASPECT);
    out->smooth = flag_of(encoder, JUTU_P_SMOOTH);
    encoder->table = all;
}
