/*
 * References: where a property's value comes from, Vega's value references with
 * their production rules. They are made once for a mark and then read for all rows.
 */
#pragma once
#include "expr/expr.h"
#include "mark/property.h"
#include "scale/scale.h"

typedef struct JutuEncoder JutuEncoder;

typedef enum {
    JUTU_REF_VALUE,
    JUTU_REF_FIELD,
    JUTU_REF_BETWEEN, /* a place between two fields */
    JUTU_REF_EXPR,
    JUTU_REF_NUMBERS, /* computed for all rows */
} JutuRefKind;

typedef struct JutuRef JutuRef;
struct JutuRef {
    JutuRefKind kind;
    JutuValue value;         /* VALUE */
    const char *field, *end; /* FIELD, BETWEEN: paths */
    double at, plus;         /* BETWEEN: from field (0) to end (1), and what is added before
                                scaling; without `end` just that */
    const JutuExpr *expr;    /* EXPR */
    void (*numbers)(JutuEncoder *encoder, const void *data, double *out); /* NUMBERS */
    const void *data;

    const JutuScale *scale; /* what it then goes through; NULL: nothing */
    double band;            /* of the scale's bandwidth, added; 0: nothing */
    const JutuRef *offset;  /* added last; NULL: nothing */

    /* A rule: this holds where the test is true, or where a field is no finite number, else the
     * next one does; null where none is left. */
    const JutuExpr *test;
    const char *invalid;
    const JutuRef *next;
};

JutuRef *jutu_ref_value(JutuEncoder *encoder, JutuValue value);
JutuRef *jutu_ref_number(JutuEncoder *encoder, double number);
JutuRef *jutu_ref_field(JutuEncoder *encoder, const char *path, const JutuScale *scale);
/* @param where  the node of the spec that the source comes from */
JutuRef *jutu_ref_expr(JutuEncoder *encoder, const char *source, const json_t *where);
/* A constant, or {"expr"}; NULL for NULL. */
JutuRef *jutu_ref_json(JutuEncoder *encoder, const json_t *json);

/* A column of values; stride 0: one for all rows. */
typedef struct {
    const JutuValue *data;
    size_t stride;
} JutuValues;

/* References read for all rows of the encoder's table; NULL gives no column. Failures are kept in
 * the encoder. */
JutuValues jutu_ref_values(JutuEncoder *encoder, const JutuRef *ref);
/* @param null  what null is: 0, or NaN */
JutuNumbers jutu_ref_numbers(JutuEncoder *encoder, const JutuRef *ref, double null);
JutuPaints jutu_ref_paints(JutuEncoder *encoder, const JutuRef *ref);
