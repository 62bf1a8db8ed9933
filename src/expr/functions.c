/* The functions of the language, by name. */
#include <string.h>

#include "base/closest.h"
#include "expr/eval.h"

#define JUTU_FAMILY(name) extern const JutuFunction jutu_functions_##name[];
#include "expr/families.def"
#undef JUTU_FAMILY

const JutuFunction *const jutu_function_families[] = {
#define JUTU_FAMILY(name) jutu_functions_##name,
#include "expr/families.def"
#undef JUTU_FAMILY
    NULL,
};

static const char *closest_name(const char *name)
{
    unsigned best = (unsigned)strlen(name) / 3 + 1; /* farther away it is no help */
    const char *closest = NULL;
    for (size_t f = 0; jutu_function_families[f]; f++)
        for (const JutuFunction *row = jutu_function_families[f]; row->name; row++) {
            unsigned apart = jutu_distance(name, row->name);
            if (apart < best && !(row->flags & JUTU_INTERNAL)) {
                best = apart;
                closest = row->name;
            }
        }
    return closest;
}

const JutuFunction *jutu_function_find(const char *name, const char **closest)
{
    *closest = NULL;
    for (size_t f = 0; jutu_function_families[f]; f++)
        for (const JutuFunction *row = jutu_function_families[f]; row->name; row++) {
            if (strcmp(row->name, name) == 0)
                return row;
        }
    *closest = closest_name(name);
    return NULL;
}
