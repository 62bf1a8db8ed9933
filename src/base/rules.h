/*
 * The table of rules: what jutu remarks on, and what a theme decides, each by a name. Messages
 * carry it as their id; `usermeta.jutu.allow` silences a rule, `usermeta.jutu.without` switches a
 * theme's off.
 */
#pragma once
#include <stdbool.h>

typedef enum {
#define JUTU_RULE(id, name, kind, doc) JUTU_RULE_##id,
#include "base/rules.def"
#undef JUTU_RULE
    JUTU_N_RULES
} JutuRule;

typedef enum {
    JUTU_RULE_NOTE,    /* what it says never counts, not even under --strict */
    JUTU_RULE_WARNING, /* what it says is a warning */
    JUTU_RULE_FAULT,   /* likewise, and where faults are looked for, all are listed */
    JUTU_RULE_ERROR,   /* it refuses, unless it is allowed: jutu_refuse() */
    JUTU_RULE_DEFAULT  /* of a theme; what it says is a warning */
} JutuRuleKind;

typedef struct {
    const char *name; /* "unknown-member" */
    JutuRuleKind kind;
    const char *doc; /* a sentence */
} JutuRuleRow;

extern const JutuRuleRow jutu_rules[JUTU_N_RULES + 1]; /* ends with a NULL name */

/* The rule of this name; JUTU_N_RULES if there is none. */
JutuRule jutu_rule_find(const char *name);

/* The name of a rule that is most like this one, for "did you mean"; NULL if none is. */
const char *jutu_rule_closest(const char *name);
