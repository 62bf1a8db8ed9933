/* Nodes are computed once, after what they read; circles are errors, or broken where they may be.
 */
#include "param/agenda.h"

#include <string.h>

#include "check.h"

typedef struct {
    GString *log;
    char name;
    bool fails;
} Node;

static bool compute(void *self, GError **error)
{
    const Node *node = self;
    g_string_append_c(node->log, node->name);
    if (node->fails)
        jutu_error_set(error, JUTU_ERROR_DATA, "", "%c fails", node->name);
    return !node->fails;
}

/* Runs a; edges are pairs of letters, "ab": a reads b. @return the order, or the message */
static char *order_of(const char *edges, const char *failing, const char *open)
{
    JutuArena *arena = jutu_arena_new();
    JutuContext *context = jutu_context_new(arena);
    json_t *spec = json_object();
    JutuChart chart = { .context = context, .arena = arena, .source = spec, .spec = spec };
    JutuScope base = { .context = context };
    JutuAgenda *agenda = jutu_agenda_new(&chart, &base);
    g_autoptr(GString) log = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    Node nodes[4];
    for (size_t i = 0; i < ROWS(nodes); i++) {
        static const char *const names[] = { "a", "b", "c", "d" };
        nodes[i] = (Node){ log, names[i][0], strchr(failing, names[i][0]) != NULL };
        JutuAgendaNode node = { .name = names[i],
                                .open = strchr(open, names[i][0]) != NULL,
                                .compute = compute,
                                .self = &nodes[i] };
        jutu_agenda_add(agenda, &node);
    }
    for (const char *edge = edges; *edge; edge += 2)
        jutu_agenda_reads(agenda, (size_t)(edge[0] - 'a'), (size_t)(edge[1] - 'a'));
    bool ok = jutu_agenda_run(agenda, 0, &error) && jutu_agenda_run(agenda, 0, &error);
    char *got = g_strdup(ok ? log->str : error->message);
    json_decref(spec);
    jutu_context_free(context);
    jutu_arena_free(arena);
    return got;
}

static void test_order(void)
{
    static const struct {
        const char *row, *edges, *failing, *open, *want;
    } table[] = {
        { "alone, and once", "", "", "", "a" },
        { "after what it reads", "abbc", "", "", "cba" },
        { "what two read is computed once", "abacbdcd", "", "", "dbca" },
        { "an error of what it reads is its own", "abbc", "c", "", "c fails" },
        { "itself", "aa", "", "", "\"a\" depends on itself: a → a; break the circle" },
        { "a circle names all of it", "abbcca", "", "",
          "\"a\" depends on itself: a → b → c → a; break the circle" },
        { "a circle farther on", "abbccb", "", "",
          "\"b\" depends on itself: b → c → b; break the circle" },
        { "a circle that is broken", "abbcca", "", "c", "cba" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *got = order_of(table[i].edges, table[i].failing, table[i].open);
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

SUITE(param_agenda, { "order", test_order });
