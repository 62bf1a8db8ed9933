#include "param/agenda.h"

#include <string.h>

#include "base/json.h"

typedef enum { NEW, RUNNING, DONE, FAILED } State;

typedef struct {
    JutuAgendaNode node;
    GArray *reads; /* of size_t; NULL: none */
    State state;
    bool broken;
    GError *error; /* of FAILED */
} Entry;

struct JutuAgenda {
    const JutuChart *chart;
    const JutuScope *base;
    GArray *entries;   /* of Entry */
    GHashTable *names; /* name → number + 1 */
    GArray *way;       /* of size_t: the nodes that are being computed */
    JutuObject values; /* names that nothing hides */
    size_t room;
    const char *signals[2]; /* names that views hide */
    JutuValue signal_values[2];
    JutuScope scope;
    JutuExprHost host;
};

static Entry *entry_of(const JutuAgenda *agenda, size_t node)
{
    return &g_array_index(agenda->entries, Entry, node);
}

static void agenda_free(void *data)
{
    JutuAgenda *agenda = data;
    for (guint i = 0; i < agenda->entries->len; i++) {
        Entry *entry = entry_of(agenda, i);
        if (entry->reads)
            g_array_unref(entry->reads);
        g_clear_error(&entry->error);
    }
    g_array_unref(agenda->entries);
    g_hash_table_unref(agenda->names);
    g_array_unref(agenda->way);
}

/* == What expressions see == */

static bool host_signal(void *self, const char *name, JutuValue *out, GError **error)
{
    const JutuAgenda *agenda = self;
    for (size_t i = 0; i < G_N_ELEMENTS(agenda->signals); i++) {
        if (agenda->signals[i] && strcmp(agenda->signals[i], name) == 0) {
            *out = agenda->signal_values[i];
            return true;
        }
    }
    gpointer number = g_hash_table_lookup(agenda->names, name);
    *out = jutu_undefined();
    if (number) {
        const Entry *entry = entry_of(agenda, GPOINTER_TO_SIZE(number) - 1);
        if (entry->error && error)
            *error = g_error_copy(entry->error);
        return true;
    }
    const JutuExprHost *base = agenda->base->host;
    return base && base->signal && base->signal(base->self, name, out, error);
}

static bool host_call(void *self, const char *function, const JutuValue *args, size_t n,
                      JutuContext *context, JutuValue *out)
{
    const JutuAgenda *agenda = self;
    const JutuExprHost *base = agenda->base->host;
    return base && base->call && base->call(base->self, function, args, n, context, out);
}

void jutu_agenda_set(JutuAgenda *agenda, const char *name, JutuValue value)
{
    JutuObject *values = &agenda->values;
    if (values->n == agenda->room) {
        JutuArena *arena = agenda->chart->arena;
        size_t room = 2 * agenda->room + 8;
        const char **names = jutu_new(arena, const char *, room);
        JutuValue *cells = jutu_new(arena, JutuValue, room);
        if (values->n) {
            memcpy(names, values->names, values->n * sizeof(*names));
            memcpy(cells, values->values, values->n * sizeof(*cells));
        }
        agenda->room = room;
        values->names = names;
        values->values = cells;
    }
    ((const char **)values->names)[values->n] = name;
    ((JutuValue *)values->values)[values->n++] = value;
}

void jutu_agenda_set_signal(JutuAgenda *agenda, const char *name, JutuValue value)
{
    size_t i = 0;
    while (agenda->signals[i] && strcmp(agenda->signals[i], name) != 0)
        i++;
    agenda->signals[i] = name;
    agenda->signal_values[i] = value;
}

const JutuScope *jutu_agenda_scope(const JutuAgenda *agenda)
{
    return &agenda->scope;
}

JutuAgenda *jutu_agenda_new(const JutuChart *chart, const JutuScope *base)
{
    JutuAgenda *agenda = jutu_new(chart->arena, JutuAgenda, 1);
    *agenda = (JutuAgenda){
        .chart = chart,
        .base = base,
        .entries = g_array_new(false, true, sizeof(Entry)),
        .names = g_hash_table_new(g_str_hash, g_str_equal),
        .way = g_array_new(false, false, sizeof(size_t)),
    };
    agenda->host = (JutuExprHost){ host_call, host_signal, agenda };
    agenda->scope = (JutuScope){ .context = chart->context,
                                 .params = &agenda->values,
                                 .host = &agenda->host };
    for (size_t i = 0; base->params && i < base->params->n; i++)
        jutu_agenda_set(agenda, base->params->names[i], base->params->values[i]);
    return jutu_arena_own(chart->arena, agenda, agenda_free);
}

/* == Nodes and what they read == */

size_t jutu_agenda_add(JutuAgenda *agenda, const JutuAgendaNode *node)
{
    Entry entry = { .node = *node };
    g_array_append_val(agenda->entries, entry);
    return agenda->entries->len - 1;
}

void jutu_agenda_reads(JutuAgenda *agenda, size_t node, size_t other)
{
    Entry *entry = entry_of(agenda, node);
    if (!entry->reads)
        entry->reads = g_array_new(false, false, sizeof(size_t));
    g_array_append_val(entry->reads, other);
}

void jutu_agenda_name(JutuAgenda *agenda, const char *name, size_t node)
{
    g_hash_table_insert(agenda->names, (char *)name, GSIZE_TO_POINTER(node + 1));
}

void jutu_agenda_reads_name(JutuAgenda *agenda, size_t node, const char *name)
{
    gpointer number = name ? g_hash_table_lookup(agenda->names, name) : NULL;
    if (number)
        jutu_agenda_reads(agenda, node, GPOINTER_TO_SIZE(number) - 1);
}

typedef struct {
    JutuAgenda *agenda;
    size_t node;
} Reader;

/* "domain of x", "scale of x": the names that a frame gives its values for these functions. */
static void reads_scale(const char *function, const char *name, void *data)
{
    const Reader *reader = data;
    bool domain = strcmp(function, "domain") == 0;
    GHashTableIter at;
    gpointer key, number;
    g_autofree char *wanted = g_strdup_printf("%s of %s", domain ? "domain" : "scale",
                                              name ? name : "");
    g_hash_table_iter_init(&at, reader->agenda->names);
    while (g_hash_table_iter_next(&at, &key, &number)) {
        const char *known = key;
        bool fits = name ? strcmp(known, wanted) == 0 : g_str_has_prefix(known, wanted);
        if (fits)
            jutu_agenda_reads(reader->agenda, reader->node, GPOINTER_TO_SIZE(number) - 1);
    }
}

void jutu_agenda_reads_names(JutuAgenda *agenda, size_t node, const JutuExpr *expr)
{
    Reader reader = { agenda, node };
    for (const char *const *name = jutu_expr_signals(expr); *name; name++)
        jutu_agenda_reads_name(agenda, node, *name);
    jutu_expr_scales(expr, reads_scale, &reader);
}

static bool is_part_of_name(char c)
{
    return g_ascii_isalnum(c) || c == '_' || c == '$';
}

/* Whether a name stands in a text, not as a part of a longer one. */
static bool has_word(const char *text, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = strstr(text, word); at; at = strstr(at + 1, word)) {
        if ((at == text || !is_part_of_name(at[-1])) && !is_part_of_name(at[length]))
            return true;
    }
    return false;
}

/* Whether a text may read anything. */
static bool mentions_name(const char *source, void *data)
{
    static const char *const functions[] = { "scale",     "invert", "domain",  "range",
                                             "bandwidth", "copy",   "gradient" };
    const Reader *reader = data;
    GHashTableIter at;
    gpointer key, number;
    for (size_t i = 0; i < G_N_ELEMENTS(functions); i++) {
        if (has_word(source, functions[i]))
            return true;
    }
    g_hash_table_iter_init(&at, reader->agenda->names);
    while (g_hash_table_iter_next(&at, &key, &number)) {
        if (!strchr(key, ' ') && has_word(source, key))
            return true;
    }
    return false;
}

static void visit_name(const char *name, void *data)
{
    const Reader *reader = data;
    jutu_agenda_reads_name(reader->agenda, reader->node, name);
}

static void visit_expr(const JutuExpr *expr, void *data)
{
    const Reader *reader = data;
    jutu_agenda_reads_names(reader->agenda, reader->node, expr);
}

void jutu_agenda_reads_json(JutuAgenda *agenda, size_t node, const json_t *json)
{
    Reader reader = { agenda, node };
    JutuExprVisitor visitor = { agenda->chart->context, mentions_name, visit_name, visit_expr,
                                &reader };
    jutu_json_exprs(json, &visitor);
}

/* == Running == */

/* Where a node stands on the way; the way's length if it isn't on it. */
static guint place_on_way(const JutuAgenda *agenda, size_t node)
{
    guint i = 0;
    while (i < agenda->way->len && g_array_index(agenda->way, size_t, i) != node)
        i++;
    return i;
}

/* A circle from the way's node i on: open nodes break it. */
static bool close_circle(JutuAgenda *agenda, guint start, GError **error)
{
    bool broken = false;
    const json_t *where = NULL;
    const char *first = entry_of(agenda, g_array_index(agenda->way, size_t, start))->node.name;
    const char *last = "";
    g_autoptr(GString) circle = g_string_new(NULL);
    for (guint i = start; i < agenda->way->len; i++) {
        Entry *entry = entry_of(agenda, g_array_index(agenda->way, size_t, i));
        const char *name = entry->node.name;
        entry->broken |= entry->node.open;
        broken |= entry->broken;
        where = where ? where : entry->node.where;
        if (strcmp(last, name) != 0) /* tables one after the other are all "data" */
            g_string_append_printf(circle, "%s → ", name);
        last = name;
    }
    if (strcmp(last, first) == 0 && start + 1 < agenda->way->len)
        g_string_truncate(circle, circle->len - strlen(last) - strlen(" → "));
    if (!broken)
        jutu_chart_error(agenda->chart, where ? where : agenda->chart->spec, JUTU_ERROR_SPEC, error,
                         "\"%s\" depends on itself: %s%s; break the circle", first, circle->str,
                         first);
    return broken;
}

static bool compute_node(JutuAgenda *agenda, size_t node, GError **error)
{
    Entry *entry = entry_of(agenda, node);
    for (guint i = 0; entry->reads && i < entry->reads->len; i++) {
        if (!jutu_agenda_run(agenda, g_array_index(entry->reads, size_t, i), error))
            return false;
    }
    return entry->node.compute(entry->node.self, error);
}

bool jutu_agenda_run(JutuAgenda *agenda, size_t node, GError **error)
{
    Entry *entry = entry_of(agenda, node);
    if (entry->state == DONE)
        return true;
    if (entry->state == RUNNING)
        return close_circle(agenda, place_on_way(agenda, node), error);
    if (entry->state == NEW) {
        entry->state = RUNNING;
        g_array_append_val(agenda->way, node);
        bool ok = compute_node(agenda, node, &entry->error);
        g_array_set_size(agenda->way, agenda->way->len - 1);
        entry->state = ok ? DONE : FAILED;
    }
    if (entry->state == FAILED && error)
        *error = g_error_copy(entry->error);
    return entry->state == DONE;
}

bool jutu_agenda_is_broken(const JutuAgenda *agenda, size_t node)
{
    return entry_of(agenda, node)->broken;
}
