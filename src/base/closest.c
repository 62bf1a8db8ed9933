#include "base/closest.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

enum { LONGEST = 40 };

/* The first characters of a text, in lower case; those of a broken text are its bytes.
 * @return how many there are: LONGEST + 1 if there are more */
static size_t read_letters(const char *text, gunichar out[LONGEST])
{
    bool whole = g_utf8_validate(text, -1, NULL);
    size_t n = 0;
    for (; *text && n < LONGEST; text = whole ? g_utf8_next_char(text) : text + 1)
        out[n++] = g_unichar_tolower(whole ? g_utf8_get_char(text) : (unsigned char)*text);
    return *text ? LONGEST + 1 : n;
}

unsigned jutu_distance(const char *a, const char *b)
{
    unsigned rows[3][LONGEST + 1];
    gunichar as[LONGEST], bs[LONGEST];
    size_t n = read_letters(a, as), m = read_letters(b, bs);
    if (n > LONGEST || m > LONGEST)
        return LONGEST;
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = (unsigned)j;
    for (size_t i = 1; i <= n; i++) {
        unsigned *row = rows[i % 3], *above = rows[(i - 1) % 3], *higher = rows[(i + 1) % 3];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= m; j++) {
            unsigned change = as[i - 1] != bs[j - 1];
            row[j] = MIN(MIN(row[j - 1], above[j]) + 1, above[j - 1] + change);
            if (i > 1 && j > 1 && as[i - 1] == bs[j - 2] && as[i - 2] == bs[j - 1])
                row[j] = MIN(row[j], higher[j - 2] + 1);
        }
    }
    return rows[n % 3][m];
}

/* Without spaces and differences of width, case and form. Owned. */
static char *fold(const char *text)
{
    g_autofree char *whole = g_utf8_make_valid(text, -1);
    g_autofree char *plain = g_utf8_normalize(whole, -1, G_NORMALIZE_ALL_COMPOSE);
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *at = plain; *at; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (!g_unichar_isspace(letter) && !g_unichar_iszerowidth(letter))
            g_string_append_unichar(out, g_unichar_tolower(letter));
    }
    return g_string_free(g_steal_pointer(&out), false);
}

/* Whether two names differ by nothing but space, width, case and the form of characters. */
static bool looks_alike(const char *a, const char *b)
{
    g_autofree char *first = fold(a), *second = fold(b);
    return strcmp(first, second) == 0;
}

const char *jutu_closest(const char *word, const char *const *names)
{
    const char *closest = NULL;
    gunichar letters[LONGEST];
    size_t n = read_letters(word, letters);
    bool dense = n > 0 && letters[0] > 0x2e80; /* of Han, one of two characters may be wrong */
    unsigned best = (unsigned)n / (dense ? 2 : 3) + 1; /* farther away it is no help */
    for (; *names; names++) {
        unsigned apart = looks_alike(word, *names) ? 0 : jutu_distance(word, *names);
        if (apart < best) {
            best = apart;
            closest = *names;
        }
    }
    return closest;
}
