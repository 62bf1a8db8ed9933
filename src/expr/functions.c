/* The functions of the language, by name. */
#include <string.h>

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

enum { LONGEST_NAME = 40 };

/* How many letters must be changed, added, removed or swapped to make b of a. */
static unsigned distance(const char *a, const char *b)
{
    unsigned rows[3][LONGEST_NAME + 1];
    size_t n = strlen(a), m = strlen(b);
    if (n > LONGEST_NAME || m > LONGEST_NAME)
        return LONGEST_NAME;
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = (unsigned)j;
    for (size_t i = 1; i <= n; i++) {
        unsigned *row = rows[i % 3], *above = rows[(i - 1) % 3], *higher = rows[(i + 1) % 3];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= m; j++) {
            unsigned change = g_ascii_tolower(a[i - 1]) != g_ascii_tolower(b[j - 1]);
            row[j] = MIN(MIN(row[j - 1], above[j]) + 1, above[j - 1] + change);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = MIN(row[j], higher[j - 2] + 1);
        }
    }
    return rows[n % 3][m];
}

const JutuFunction *jutu_function_find(const char *name, const char **closest)
{
    unsigned best = (unsigned)strlen(name) / 3 + 1; /* farther away it is no help */
    *closest = NULL;
    for (size_t f = 0; jutu_function_families[f]; f++)
        for (const JutuFunction *row = jutu_function_families[f]; row->name; row++) {
            if (strcmp(row->name, name) == 0)
                return row;
            unsigned apart = distance(name, row->name);
            if (apart < best && !(row->flags & JUTU_INTERNAL)) {
                best = apart;
                *closest = row->name;
            }
        }
    return NULL;
}
