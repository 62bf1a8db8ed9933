/* Checks of scales that are written as a user would type them. */
#pragma once
#include <stdlib.h>

#include "base/number.h"
#include "check.h"
#include "scale_json.h"

/* A context that a test has for itself. */
typedef struct {
    JutuArena *arena;
    JutuContext *context;
} Bench;

static inline Bench bench_new(void)
{
    Bench bench = { .arena = jutu_arena_new() };
    bench.context = jutu_context_new(bench.arena);
    return bench;
}

static inline void bench_free(Bench bench)
{
    jutu_context_free(bench.context);
    jutu_arena_free(bench.arena);
}

/* JSON in single quotes, to be readable in C. */
static inline json_t *read_json(const char *text)
{
    char *copy = g_strdup(text);
    for (char *at = copy; *at; at++)
        if (*at == '\'')
            *at = '"';
    json_t *json = json_loads(copy, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    CHECK_(json != NULL, "no JSON: %s", text);
    g_free(copy);
    return json;
}

static inline JutuScale *scale_of(const char *text, Bench bench)
{
    json_t *json = read_json(text);
    JutuScale *scale = read_scale(json, jutu_value_from_json, bench.context);
    CHECK_(scale != NULL, "no such scale: %s", text);
    json_decref(json);
    return scale;
}

static inline void print_value(GString *out, JutuValue value, JutuArena *arena)
{
    if (value.type == JUTU_STRING)
        g_string_append_printf(out, "'%s'", value.string);
    else if (value.type == JUTU_NUMBER && isfinite(value.number)) {
        /* ten digits: what the libraries agree on, bit or no bit */
        char digits[JUTU_NUMBER_SIZE];
        g_ascii_formatd(digits, sizeof(digits), "%.10g", value.number);
        jutu_number_print(g_ascii_strtod(digits, NULL), digits);
        g_string_append(out, digits);
    } else if (value.type == JUTU_ARRAY) {
        g_string_append_c(out, '[');
        for (size_t i = 0; i < value.length; i++) {
            if (i)
                g_string_append(out, ", ");
            print_value(out, value.items[i], arena);
        }
        g_string_append_c(out, ']');
    } else {
        g_string_append(out, jutu_to_text(value, arena));
    }
}

/* Values as a JSON list in single quotes; dates and what JSON hasn't as JavaScript prints them. */
static inline void check_values(const char *row, const JutuValue *got, size_t n, const char *want,
                                JutuArena *arena)
{
    g_autoptr(GString) text = g_string_new(NULL);
    print_value(text, jutu_array(got, n), arena);
    CHECK_STR(row, text->str, want);
}

/* Maps a list of values. */
static inline void check_map(const char *scale_text, const char *in, const char *want)
{
    Bench bench = bench_new();
    JutuScale *scale = scale_of(scale_text, bench);
    json_t *list = read_json(in);
    size_t n = json_array_size(list);
    const JutuValue *values = read_values(list, jutu_value_from_json, bench.arena);
    JutuValue *mapped = jutu_new(bench.arena, JutuValue, n);
    for (size_t i = 0; i < n; i++)
        mapped[i] = jutu_scale_map(scale, values[i]);
    check_values(scale_text, mapped, n, want, bench.arena);
    json_decref(list);
    bench_free(bench);
}

static inline void check_maps(const char *const table[][3], size_t n)
{
    for (size_t i = 0; i < n; i++)
        check_map(table[i][0], table[i][1], table[i][2]);
}
