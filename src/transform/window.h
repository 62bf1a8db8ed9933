/* window: what can be said of a row among those around it. */
#pragma once
#include "transform/aggregates.h"
#include "transform/sort.h"

typedef struct {
    const char *op;    /* a window operation or an aggregate */
    const char *field; /* a path; NULL: none */
    const char *as;
    double param; /* NaN: not given */
} JutuWindowMeasure;

typedef struct {
    const JutuWindowMeasure *measures;
    size_t n_measures;
    const char *const *groupby;
    size_t n_groupby;
    const JutuSortKey *sort;
    size_t n_sort;
    double frame[2];   /* rows before (negative) and after; NaN: all of them */
    bool ignore_peers; /* false: rows that sort alike are in the frame together */
} JutuWindowParams;

/* Errors point at `window`/i of the transform. Rows keep their order. */
const JutuTable *jutu_window_run(const JutuWindowParams *params, const JutuTable *in,
                                 const JutuTransformScope *scope, GError **error);

/* A partition's rows in order, and the frame of the current one. */
typedef struct {
    const uint32_t *rows;
    size_t n, index;
    size_t start, end;      /* the frame: rows[start] to rows[end - 1] */
    const JutuOrder *order; /* NULL: every row differs from its neighbour */
    const JutuValue *cells; /* of the operation's field; NULL: it has none */
    double param;
    /* the operation's memory; set to 0 before each partition */
    double number;
    size_t seen;
    JutuValue value;
} JutuWindow;

typedef struct {
    const char *name;
    const char *doc;
    bool positive; /* param must be above 0 */
    bool field;    /* needs a field */
    JutuValue (*next)(JutuWindow *window);
} JutuWindowOp;

extern const JutuWindowOp jutu_window_ops[]; /* ends with a NULL name */
const JutuWindowOp *jutu_window_op_find(const char *name);
