#include "base/rules.h"

#include <string.h>

#include "base/closest.h"

const JutuRuleRow jutu_rules[] = {
#define JUTU_RULE(id, name, kind, doc) { name, JUTU_RULE_##kind, doc },
#include "base/rules.def"
#undef JUTU_RULE
    { 0 },
};

JutuRule jutu_rule_find(const char *name)
{
    int rule = 0;
    while (rule < JUTU_N_RULES && strcmp(jutu_rules[rule].name, name) != 0)
        rule++;
    return (JutuRule)rule;
}

const char *jutu_rule_closest(const char *name)
{
    static const char *const names[] = {
#define JUTU_RULE(id, name, kind, doc) name,
#include "base/rules.def"
#undef JUTU_RULE
        NULL,
    };
    return jutu_closest(name, names);
}
