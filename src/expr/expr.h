/*
 * expr/ parses Vega's expressions once and evaluates them once a row, and knows scales,
 * selections and variables only through the host that it is given. No host objects, no
 * assignment, no loops: every evaluation ends.
 */
#pragma once
#include "base/context.h"
#include "data/table.h"

typedef struct JutuExpr JutuExpr;
typedef struct JutuScope JutuScope;

/*
 * All that an expression can reach. `scale`, `invert`, `domain`, `range`, `bandwidth`, `data` … go
 * through the host, a view; without one they are as Vega has them for an unknown scale.
 */
typedef struct {
    /* a function that needs scales or data sets: true if it is known and *out is set */
    bool (*call)(void *self, const char *function, const JutuValue *args, size_t n,
                 JutuContext *context, JutuValue *out);
    /* a signal that isn't a param: "width", "height", "child_width" … : true if it is known, and
     * *out is set, or the error by which it has no value */
    bool (*signal)(void *self, const char *name, JutuValue *out, GError **error);
    void *self;
} JutuExprHost;

struct JutuScope {
    JutuContext *context;
    const JutuTable *table; /* datum is row `row` of it; NULL: datum is `datum` */
    size_t row;
    JutuValue datum;
    const JutuObject *params; /* name → value; NULL: none */
    const JutuExprHost *host; /* NULL: none */
};

/*
 * @param pointer  where the source stands in the spec, for messages
 * @return an expression in context's arena, or NULL with error set: syntax, an unknown function
 *         (with the closest known name), too long or too deep
 */
const JutuExpr *jutu_expr_parse(const char *source, const char *pointer, JutuContext *context,
                                GError **error);

/* @return the value; undefined with error set where JavaScript would throw or a limit is hit */
JutuValue jutu_expr_eval(const JutuExpr *expr, const JutuScope *scope, GError **error);

/* Evaluates for each row of scope->table into out[n_rows]; column look-ups are done once. */
bool jutu_expr_eval_rows(const JutuExpr *expr, const JutuScope *scope, JutuValue *out,
                         GError **error);

/* Whether it may give something else each time: it draws at random, or reads scales or data. */
bool jutu_expr_is_impure(const JutuExpr *expr);

/* The signals that the expression reads, NULL-terminated. */
const char *const *jutu_expr_signals(const JutuExpr *expr);

/* The fields of datum that it reads by a name that is known, NULL-terminated. */
const char *const *jutu_expr_fields(const JutuExpr *expr);

/* The scales that it reads by scale(), invert(), domain(), range() or bandwidth(): calls
 * found(function, name, data) for each, with name NULL where only a run will tell. */
void jutu_expr_scales(const JutuExpr *expr,
                      void (*found)(const char *function, const char *name, void *data),
                      void *data);

/* A search for the expressions in a piece of a spec. */
typedef struct {
    JutuContext *context;
    /* whether a text can be of interest: most can't, and needn't be parsed; NULL: any can */
    bool (*mentions)(const char *source, void *data);
    void (*name)(const char *name, void *data); /* a text that is a name alone, or a {"param"} */
    void (*expr)(const JutuExpr *expr, void *data);
    void *data;
} JutuExprVisitor;

/* Visits {"expr"}, {"signal"}, {"param"}, "calculate", "filter" and "test", at any depth. What is
 * no expression is passed over: who evaluates it says so. */
void jutu_json_exprs(const json_t *json, const JutuExprVisitor *visitor);

/* A JSON value with {"expr"} or {"signal"} evaluated in a scope, others as they are; undefined if
 * json is NULL. @param pointer  where it stands in the spec, for messages */
JutuValue jutu_json_value(const json_t *json, const JutuScope *scope, const char *pointer,
                          GError **error);

/*
 * A Vega-Lite predicate ({"field": …, "equal": …}, {"and": […]}, {"param": …}, a string) as an
 * expression. An empty selection is true.
 */
const JutuExpr *jutu_predicate_parse(const json_t *predicate, const char *pointer,
                                     JutuContext *context, GError **error);
