/* Limits that would take long to reach are lowered here; tests/cli/limits.sh has the others. */
#include "backend/backend.h"
#include "chart/chart.h"
#include "check.h"

/* Draws a spec with these limits. @return whether it could be; else `error` is set */
static bool draws(const char *text, size_t most_rows, size_t most_marks, GError **error)
{
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autofree char *quoted = g_strdelimit(g_strdup(text), "'", '"');
    g_autoptr(JutuSpec) spec = jutu_spec_parse(quoted, -1, NULL, error);
    g_autoptr(JutuRender) render = spec ? jutu_render_new(spec, &options, 0, error) : NULL;
    if (!render)
        return false;
    render->context->most_rows = most_rows;
    render->context->most_marks = most_marks;
    return jutu_render_plots(render, error);
}

#define POINTS "'mark': 'point', 'encoding': {'x': {'field': 'a', 'type': 'quantitative'}}}"
#define TEN "'data': {'sequence': {'start': 0, 'stop': 10, 'as': 'a'}}, "

static void test_rows_and_marks(void)
{
    static const struct {
        const char *name, *spec;
        size_t most_rows, most_marks;
        const char *want; /* NULL: it draws */
    } table[] = {
        { "rows of a sequence", "{" TEN POINTS, 10, 100, NULL },
        { "one more", "{" TEN POINTS, 9, 100, "10 rows are more than 9" },
        { "rows of values", "{'data': {'values': [1, 2]}, " POINTS, 2, 100, NULL },
        { "one more", "{'data': {'values': [1, 2]}, " POINTS, 1, 100, "2 rows are more than 1" },
        { "rows of CSV", "{'data': {'values': 'a\\n1\\n2', 'format': {'type': 'csv'}}, " POINTS, 2,
          100, NULL },
        { "one more", "{'data': {'values': 'a\\n1\\n2', 'format': {'type': 'csv'}}, " POINTS, 1,
          100, "2 rows are more than 1" },
        { "rows that a transform makes",
          "{" TEN "'transform': [{'calculate': '[1, 2]', 'as': 'b'}, {'flatten': ['b']}], " POINTS,
          20, 100, NULL },
        { "one more",
          "{" TEN "'transform': [{'calculate': '[1, 2]', 'as': 'b'}, {'flatten': ['b']}], " POINTS,
          19, 100, "more than 19" },
        { "marks", "{" TEN POINTS, 100, 10, NULL },
        { "one more", "{" TEN POINTS, 100, 9, "more than 9" },
        { "marks of two views", "{" TEN "'hconcat': [{" POINTS ", {" POINTS "]}", 100, 20, NULL },
        { "one more", "{" TEN "'hconcat': [{" POINTS ", {" POINTS "]}", 100, 19, "more than 19" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(GError) error = NULL;
        bool ok = draws(table[i].spec, table[i].most_rows, table[i].most_marks, &error);
        CHECK_(ok == !table[i].want, "%s: %s", table[i].name, error ? error->message : "drawn");
        if (error && table[i].want)
            CHECK_(strstr(error->message, table[i].want) != NULL, "%s: %s", table[i].name,
                   error->message);
    }
}

static void test_pixels(void)
{
    static const struct {
        const char *name;
        size_t most;
        bool want;
    } table[] = { { "as many", 200, true }, { "one fewer", 199, false } };
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    JutuArena *arena = jutu_arena_new();
    JutuScene scene = { .arena = arena, .width = 20, .height = 10 };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(GError) error = NULL;
        JutuEncodeOptions options = JUTU_ENCODE_DEFAULTS;
        options.most_pixels = table[i].most;
        g_autoptr(GBytes) png = jutu_backend_find("png")->encode(&scene, fonts, &options, &error);
        CHECK_TRUE(table[i].name, (png != NULL) == table[i].want);
        CHECK_TRUE(table[i].name, png || strstr(error->message, "20 × 10 pixels, more than 199"));
    }
    jutu_arena_free(arena);
}

SUITE(chart_limits, { "rows and marks", test_rows_and_marks }, { "pixels", test_pixels });
