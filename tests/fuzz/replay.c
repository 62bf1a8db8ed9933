/*
 * Runs a fuzz target without libFuzzer: `replay SEEDS COUNT` feeds it each line
 * of a file, then COUNT mixtures of the lines, the same ones each time.
 */
#include <glib.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void feed(const GString *input)
{
    LLVMFuzzerTestOneInput((const uint8_t *)input->str, input->len);
}

static const char *pick(char **lines, guint n, GRand *rand)
{
    return lines[g_rand_int_range(rand, 0, (gint32)n)];
}

/* A piece of one line within another, a few bytes changed or cut. */
static void mix(GString *input, char **lines, guint n, GRand *rand)
{
    g_string_assign(input, pick(lines, n, rand));
    const char *other = pick(lines, n, rand);
    gint32 length = (gint32)strlen(other);
    gint32 from = g_rand_int_range(rand, 0, length + 1);
    gint32 to = g_rand_int_range(rand, from, length + 1);
    g_string_insert_len(input, g_rand_int_range(rand, 0, (gint32)input->len + 1), other + from,
                        to - from);
    for (int changes = g_rand_int_range(rand, 0, 4); changes > 0 && input->len > 1; changes--) {
        gssize at = g_rand_int_range(rand, 0, (gint32)input->len);
        if (g_rand_boolean(rand))
            input->str[at] = (char)g_rand_int_range(rand, 1, 256);
        else
            g_string_erase(input, at, MIN(3, (gssize)input->len - at));
    }
}

int main(int argc, char **argv)
{
    g_autofree char *text = NULL;
    if (argc != 3 || !g_file_get_contents(argv[1], &text, NULL, NULL)) {
        fputs("usage: replay SEEDS COUNT\n", stderr);
        return 2;
    }
    g_auto(GStrv) lines = g_strsplit(g_strchomp(text), "\n", -1);
    guint n = g_strv_length(lines);
    g_autoptr(GRand) rand = g_rand_new_with_seed(1);
    g_autoptr(GString) input = g_string_new(NULL);
    for (guint i = 0; i < n; i++) {
        g_string_assign(input, lines[i]);
        feed(input);
    }
    for (long count = strtol(argv[2], NULL, 10); count > 0; count--) {
        mix(input, lines, n, rand);
        feed(input);
    }
    return 0;
}
