/* Gathering furniture's texts from the spec, the chart and its data packages. */
#include "page/furniture_facts.h"

#include <string.h>

#include "base/json.h"
#include "data/data.h"
#include "flow/units.h"

typedef struct {
    const JutuFurniture *furniture;
    const JutuWords *words;
    JutuArena *arena;
    const JutuTables *tables;
    GPtrArray *sources; /* of texts, each once */
    GPtrArray *units;   /* of texts, each once */
    GError *error;
} Search;

static void add_once(GPtrArray *list, const char *text)
{
    for (guint i = 0; i < list->len; i++) {
        if (strcmp(list->pdata[i], text) == 0)
            return;
    }
    if (*text)
        g_ptr_array_add(list, (void *)text);
}

/* Publisher, title and dates as the language cites them. */
static const char *citation(const Search *search, const JutuDataOrigin *origin)
{
    const JutuWords *words = search->words;
    const char *publisher = origin->publisher ? origin->publisher : "";
    const char *dates = jutu_words_dates(words, origin->date, origin->accessed, search->arena);
    if (!origin->title && !*publisher)
        return origin->path ? origin->path : "";
    const char *title = origin->title ? jutu_words_quote(words, origin->title, search->arena) : "";
    return jutu_arena_printf(search->arena, "%s%s%s%s", publisher,
                             *publisher && *title ? words->before_title : "", title, dates);
}

/* A text stands as it is; {"title", "publisher"} is cited. */
static void add_given_source(Search *search, const json_t *json)
{
    if (json_is_string(json)) {
        add_once(search->sources, json_string_value(json));
        return;
    }
    JutuDataOrigin origin = { .title = jutu_json_string(json, "title", NULL),
                              .publisher = jutu_json_string(json, "publisher", NULL),
                              .path = jutu_json_string(json, "path", NULL),
                              .date = jutu_json_string(json, "date", NULL),
                              .accessed = jutu_json_string(json, "accessed", NULL) };
    add_once(search->sources, citation(search, &origin));
}

/* Marks the origins that a cell names: one, or several with a comma, semicolon or blank between. */
static size_t mark_named(const JutuDataResource *resource, const char *cell, bool *named)
{
    g_autoptr(GString) list = g_string_new(cell);
    static const char *const between[] = { ",", ";", "，", "；", "、", " " };
    for (size_t i = 0; i < G_N_ELEMENTS(between); i++)
        g_string_replace(list, between[i], "\n", 0);
    g_auto(GStrv) names = g_strsplit(list->str, "\n", -1);
    size_t n = 0;
    for (size_t i = 0; i < resource->n_origins; i++) {
        const JutuDataOrigin *origin = &resource->origins[i];
        bool is_named = (origin->name &&
                         g_strv_contains((const char *const *)names, origin->name)) ||
                        g_strcmp0(origin->title, cell) == 0;
        named[i] |= is_named;
        n += is_named;
    }
    return n;
}

/* Which origins the rows drawn name in their column of sources. @return false if they name none */
static bool find_named(const Search *search, const JutuView *view, const JutuDataResource *resource,
                       bool *named)
{
    const JutuSchemaField *role = resource->schema ? jutu_schema_role(resource->schema, "source")
                                                   : NULL;
    const JutuTable *rows = role ? jutu_tables_drawn(search->tables, view) : NULL;
    const JutuColumn *column = rows ? jutu_table_find(rows, role->name) : NULL;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    size_t n = 0;
    for (size_t row = 0; column && row < rows->n_rows; row++) {
        JutuValue cell = column->cells[row];
        if (cell.type == JUTU_STRING && g_hash_table_add(seen, (gpointer)cell.string))
            n += mark_named(resource, cell.string, named);
    }
    return n > 0;
}

static void search_view(Search *search, const JutuView *view)
{
    for (size_t i = 0; i < view->n_children; i++)
        search_view(search, view->children[i]);
    if (view->kind != JUTU_VIEW_UNIT)
        return;
    const JutuDataResource *resource = search->error ? NULL
                                                     : jutu_tables_resource(search->tables, view,
                                                                            &search->error);
    if (!resource)
        return;
    bool *named = jutu_new(search->arena, bool, resource->n_origins);
    bool some = find_named(search, view, resource, named);
    for (size_t i = 0; i < resource->n_origins; i++) {
        if (named[i] || !some)
            add_once(search->sources, citation(search, &resource->origins[i]));
    }
}

static bool says(const char *text, const char *word)
{
    return text && strstr(text, word);
}

/* Whether a plot says a unit by itself: in labels, titles of axes and legends, or texts. */
static bool plot_says(const JutuPlot *plot, const char *word)
{
    for (size_t i = 0; i < plot->n_children; i++) {
        if (plot_says(plot->children[i], word))
            return true;
    }
    for (size_t i = 0; i < plot->guides.n_axes; i++) {
        const JutuAxis *axis = plot->guides.axes[i];
        if (says(axis->title.text, word))
            return true;
        for (size_t l = 0; l < axis->n_labels; l++) {
            if (says(axis->labels[l].label.text, word))
                return true;
        }
    }
    for (size_t i = 0; i < plot->guides.n_legends; i++) {
        if (says(plot->guides.legends[i]->title.text, word))
            return true;
    }
    for (size_t i = 0; i < plot->n_marks; i++) {
        const JutuItems *items = plot->marks[i].items;
        for (size_t t = 0; items->kind == JUTU_ITEM_TEXT && t < items->n; t++) {
            if (says(jutu_item_string(items, JUTU_S_TEXT, t, NULL), word))
                return true;
        }
    }
    return plot->guides.title && (says(plot->guides.title->text.text, word) ||
                                  says(plot->guides.title->subtitle.text, word));
}

/* A given unit is shown; a package's only if nothing else tells it. */
static const char *unit_of(const Search *search, const JutuPlot *root)
{
    const json_t *given = json_object_get(search->furniture->def, "unit");
    if (root->has_unit)
        return root->unit;
    if (given)
        return json_is_string(given) && *json_string_value(given) ? json_string_value(given) : NULL;
    const char *unit = search->units->len == 1 ? search->units->pdata[0] : NULL;
    return unit && !jutu_unit_is_none(unit) && !plot_says(root, unit) ? unit : NULL;
}

static const char *source_of(const Search *search)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < search->sources->len; i++)
        g_string_append_printf(text, "%s%s", i ? search->words->between : "",
                               (const char *)search->sources->pdata[i]);
    return text->len ? jutu_arena_strdup(search->arena, text->str) : NULL;
}

/* Whether a text ends as a sentence does. */
static bool is_sentence(const char *text)
{
    static const char *const ends[] = { "。", "！", "？", ".", "!", "?", "…", "”", "）" };
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        if (g_str_has_suffix(text, ends[i]))
            return true;
    }
    return false;
}

/* Notes follow each other as sentences. */
static const char *note_of(const Search *search)
{
    const json_t *given = json_object_get(search->furniture->def, "note");
    if (!json_is_array(given))
        return json_is_string(given) && *json_string_value(given) ? json_string_value(given) : NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    const char *stop = search->words->stop, *blank = strchr(stop, ' ');
    for (size_t i = 0; i < json_array_size(given); i++) {
        const char *note = json_string_value(json_array_get(given, i));
        if (!note || !*note)
            continue;
        if (text->len)
            g_string_append(text, !is_sentence(text->str) ? stop : blank ? blank : "");
        g_string_append(text, note);
    }
    return text->len ? jutu_arena_strdup(search->arena, text->str) : NULL;
}

static const char *title_of(const Search *search, const JutuPlot *root)
{
    const char *figure = jutu_json_string(search->furniture->def, "figure", NULL);
    const char *title = root->guides.title && root->guides.title->text.text
                            ? root->guides.title->text.text
                            : "";
    if (!figure || !*figure)
        return title;
    return jutu_arena_printf(search->arena, "%s%s%s", figure,
                             *title ? search->words->after_figure : "", title);
}

bool jutu_facts_read(const JutuFurniture *furniture, const JutuPlot *root, const JutuWords *words,
                     JutuFacts *out, GError **error)
{
    g_autoptr(GPtrArray) sources = g_ptr_array_new(), units = g_ptr_array_new();
    Search search = { .furniture = furniture,
                      .words = words,
                      .arena = furniture->chart->arena,
                      .tables = root->frame->tables,
                      .sources = sources,
                      .units = units };
    search_view(&search, root->frame->view);
    if (!search.error)
        jutu_units_of_all(search.tables, root->frame->view, units, &search.error);
    if (search.error) {
        g_propagate_error(error, search.error);
        return false;
    }
    const json_t *given = json_object_get(furniture->def, "source");
    if (given) {
        g_ptr_array_set_size(sources, 0);
        for (size_t i = 0; i < json_array_size(given); i++)
            add_given_source(&search, json_array_get(given, i));
        if (!json_is_array(given))
            add_given_source(&search, given);
    }
    *out = (JutuFacts){
        .title = title_of(&search, root),
        .subtitle = root->guides.title && root->guides.title->subtitle.text
                        ? root->guides.title->subtitle.text
                        : "",
        .unit = unit_of(&search, root),
        .note = note_of(&search),
        .source = source_of(&search),
        .author = jutu_json_string(furniture->def, "author",
                                   jutu_json_string(furniture->def, "byline", NULL)),
    };
    return true;
}
