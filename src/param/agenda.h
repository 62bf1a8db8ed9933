/*
 * The agenda: in which order what has a name is computed: variables, the extents of
 * columns, tables, and the sizes, domains and scales of a chart that is one view.
 * Whoever owns a value adds a node for it; each is computed once, after all that it
 * reads. Knows nothing of what the values are.
 */
#pragma once
#include "normalise/chart.h"

typedef struct JutuAgenda JutuAgenda;

typedef struct {
    const char *name;    /* as messages call it */
    const json_t *where; /* the user's node, for messages; NULL: the whole chart */
    bool open;           /* a circle that goes through it is no error; then it has no value */
    bool (*compute)(void *self, GError **error); /* sets the value where it belongs */
    void *self;
} JutuAgendaNode;

/* @param base  what is known before: values by name, and functions of data sets
 * @return an empty agenda, in the chart's arena */
JutuAgenda *jutu_agenda_new(const JutuChart *chart, const JutuScope *base);

/* @return the node's number */
size_t jutu_agenda_add(JutuAgenda *agenda, const JutuAgendaNode *node);
/* The node is computed after another. */
void jutu_agenda_reads(JutuAgenda *agenda, size_t node, size_t other);

/* Makes a node's value known to expressions by this name. */
void jutu_agenda_name(JutuAgenda *agenda, const char *name, size_t node);
/* The node is computed after what has this name, if anything has. */
void jutu_agenda_reads_name(JutuAgenda *agenda, size_t node, const char *name);
/* The node is computed after all that an expression reads by name. */
void jutu_agenda_reads_names(JutuAgenda *agenda, size_t node, const JutuExpr *expr);
/* Likewise of all expressions in a piece of a spec: {"expr"}, {"signal"}, {"param"}, "calculate",
 * "filter", "test". */
void jutu_agenda_reads_json(JutuAgenda *agenda, size_t node, const json_t *json);

/* Sets the value of a name; what isn't set is undefined. */
void jutu_agenda_set(JutuAgenda *agenda, const char *name, JutuValue value);
/* The same for names that a view's own hide: "width", "height". */
void jutu_agenda_set_signal(JutuAgenda *agenda, const char *name, JutuValue value);

/* Computes a node and, before it, all that it reads. A node that was met on its own way is an
 * error that names the circle, unless one of the circle is open. @return false with error set */
bool jutu_agenda_run(JutuAgenda *agenda, size_t node, GError **error);
/* Whether a circle was broken at this node. */
bool jutu_agenda_is_broken(const JutuAgenda *agenda, size_t node);

/* The scope of expressions: values by name as far as they are computed. Reading one that failed
 * raises its error. */
const JutuScope *jutu_agenda_scope(const JutuAgenda *agenda);
