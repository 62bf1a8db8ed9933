/*
 * Shared by the files of this folder: the tree of an expression, one evaluation of it, and the
 * tables of functions. For others: expr.h.
 */
#pragma once
#include "base/limits.h"
#include "expr/expr.h"
#include "expr/utf16.h"

typedef struct JutuNode JutuNode;
typedef struct JutuEval JutuEval;
typedef struct JutuFunction JutuFunction;

struct JutuNode {
    JutuValue (*run)(const JutuNode *node, JutuEval *eval);
    const JutuNode *a, *b, *c;    /* operands; of a call, none */
    const JutuNode *const *items; /* arguments, elements, or the values of `names` */
    size_t n_items;
    const char *const *names;     /* an object's members */
    const JutuFunction *function; /* a call's */
    JutuValue value;              /* a literal's */
    size_t slot;                  /* of fields or signals */
    unsigned height;
    bool constant; /* gives the same each time: replaced by its value */
    bool fresh;    /* makes a new object each time, equal to no other */
};

struct JutuExpr {
    const JutuNode *root;
    const char *source, *pointer;
    const char *const *fields; /* members of datum, NULL-terminated; a node's slot is an index */
    size_t n_fields;
    const char *const *signals; /* likewise */
    size_t n_signals;
    const char *const *params; /* of predicates: selections or variables; NULL: none */
    bool broken;               /* a literal has a lone half of a surrogate pair */
    bool nested;               /* a field "a.b" is also looked for as b in a: predicates */
};

enum { JUTU_EVAL_SLOTS = 16 };

/* One run of an expression, over one row or all. */
struct JutuEval {
    JutuContext *context;
    JutuArena *arena;
    const JutuExpr *expr;
    const JutuScope *scope;
    size_t row;
    const JutuValue **columns; /* per field: its cells, or NULL if it isn't a column */
    JutuValue *signals;
    const JutuFunction *called;
    JutuValue datum; /* of this row, where it is used as a whole; else undefined */
    size_t budget;   /* bytes that may still be made */
    bool in_rows;    /* the row belongs in messages */
    bool failed;     /* the first error is set; what follows has no meaning */
    bool broken;     /* a surrogate pair was cut */
    GError **error;
    GHashTable *regexps; /* made from text in this run; NULL: none yet */
    const JutuValue *column_slots[JUTU_EVAL_SLOTS];
    JutuValue signal_slots[JUTU_EVAL_SLOTS];
};

/* Sets the error unless there is one. @return undefined */
JutuValue jutu_eval_fail(JutuEval *eval, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The beginning of a text, for messages. In the arena. */
const char *jutu_eval_excerpt(const char *text, JutuArena *arena);

/* Counts bytes that are about to be made. @return false with the error set if it is too much */
bool jutu_eval_charge(JutuEval *eval, size_t bytes);
/* The same for a text, which has a limit of its own; and for an array. */
bool jutu_eval_charge_text(JutuEval *eval, size_t bytes);
bool jutu_eval_charge_items(JutuEval *eval, size_t items);

/* An array of the arena, or undefined if that is too many. */
JutuValue *jutu_eval_items(JutuEval *eval, size_t n);

/* A copy of values in the arena; NULL is allowed if there are none. */
JutuValue *jutu_eval_copy(JutuArena *arena, const void *values, size_t n);

/* ToString with dates in local time; ToNumber; ToPrimitive. */
JutuValue jutu_eval_string(JutuEval *eval, JutuValue value);
double jutu_eval_number(JutuEval *eval, JutuValue value);
/* What to compare with another value: a cell beside a text is as it was written. */
JutuValue jutu_eval_beside(JutuEval *eval, JutuValue value, JutuValue other);
JutuValue jutu_eval_slice(JutuEval *eval, JutuValue string, size_t start, size_t end);

/* object[key], object.name */
JutuValue jutu_eval_member(JutuEval *eval, JutuValue object, JutuValue key);
JutuValue jutu_eval_named(JutuEval *eval, JutuValue object, const char *name);

/* The current row as an object. */
JutuValue jutu_eval_datum(JutuEval *eval);

/* The value of a parameter or signal. @return false if there is none of this name */
bool jutu_eval_signal(JutuEval *eval, const char *name, JutuValue *out);

/* Evaluates for the scope's row; *broken tells whether halves of pairs are left in the result. */
JutuValue jutu_expr_run(const JutuExpr *expr, const JutuScope *scope, bool *broken, GError **error);

/* Parses in the dialect of predicates: nested fields, and functions whose names begin with _. */
/* @param params  names that must be selections or variables, NULL-terminated, borrowed */
const JutuExpr *jutu_expr_parse_internal(const char *source, const char *const *params,
                                         const char *pointer, JutuContext *context, GError **error);

/* Whether there is a selection or variable of this name. */
bool jutu_eval_has_param(JutuEval *eval, const char *name);

/* == Functions == */

enum {
    JUTU_IMPURE = 1,   /* not the same each time: never folded */
    JUTU_FRESH = 2,    /* its dates are objects of their own */
    JUTU_INTERNAL = 4, /* not for users */
    JUTU_ONE = 8,      /* further arguments aren't even evaluated, as in Vega */
    JUTU_LITERAL = 16, /* its first argument must be known beforehand */
};

enum { JUTU_ANY = 255 };

struct JutuFunction {
    const char *name;
    const char *doc; /* one sentence, with the arguments */
    unsigned char min_args, max_args, flags;
    double (*math)(double number); /* of one number, in place of fn */
    /* NULL in a row without math: Vega has it, but it makes no sense here; doc says why */
    JutuValue (*fn)(JutuEval *eval, const JutuValue *args, size_t n);
};

/* Families of functions, each ending with a row without a name. NULL-terminated. */
extern const JutuFunction *const jutu_function_families[];

/* @return NULL if there is none of this name; then *closest is a similar name or NULL */
const JutuFunction *jutu_function_find(const char *name, const char **closest);

/* args[i], undefined where there are fewer. */
static inline JutuValue jutu_arg(const JutuValue *args, size_t n, size_t i)
{
    return i < n ? args[i] : jutu_undefined();
}

/* == Operators == */

typedef JutuValue (*JutuRun)(const JutuNode *node, JutuEval *eval);

/* How a binary or a unary operator is run, NULL if there is none of this text. */
JutuRun jutu_operator_binary(const char *text, int *precedence);
JutuRun jutu_operator_unary(const char *text);

/* What a node of each kind does; jutu_operator_*() have those of operators. */
JutuValue jutu_run_literal(const JutuNode *node, JutuEval *eval);
JutuValue jutu_run_datum(const JutuNode *node, JutuEval *eval);
JutuValue jutu_run_field(const JutuNode *node, JutuEval *eval);
JutuValue jutu_run_signal(const JutuNode *node, JutuEval *eval);
JutuValue jutu_run_member(const JutuNode *node, JutuEval *eval);
JutuValue jutu_run_array(const JutuNode *node, JutuEval *eval);
JutuValue jutu_run_object(const JutuNode *node, JutuEval *eval);
JutuValue jutu_run_conditional(const JutuNode *node, JutuEval *eval);
JutuValue jutu_run_call(const JutuNode *node, JutuEval *eval);
JutuValue jutu_run_math(const JutuNode *node, JutuEval *eval);

/* Runs a node without a row or signals, to fold a constant; undefined and *failed if it can't. */
JutuValue jutu_expr_fold(const JutuNode *node, JutuContext *context, bool *failed);
