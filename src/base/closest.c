#include "base/closest.h"

#include <glib.h>
#include <string.h>

enum { LONGEST = 40 };

unsigned jutu_distance(const char *a, const char *b)
{
    unsigned rows[3][LONGEST + 1];
    size_t n = strlen(a), m = strlen(b);
    if (n > LONGEST || m > LONGEST)
        return LONGEST;
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

const char *jutu_closest(const char *word, const char *const *names)
{
    const char *closest = NULL;
    unsigned best = (unsigned)strlen(word) / 3 + 1; /* farther away it is no help */
    for (; *names; names++) {
        unsigned apart = jutu_distance(word, *names);
        if (apart < best) {
            best = apart;
            closest = *names;
        }
    }
    return closest;
}
