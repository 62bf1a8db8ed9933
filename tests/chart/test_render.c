#include "chart/chart.h"

#include "check.h"

static const char spec_text[] =
    "{\"data\": {\"values\": [{\"a\": \"x\", \"b\": 1}, {\"a\": \"y\", \"b\": 3}]}, \"mark\": "
    "\"bar\", \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"nominal\"}, \"y\": {\"field\": "
    "\"b\", \"type\": \"quantitative\"}}}";

static void test_stages(void)
{
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autoptr(JutuSpec) spec = jutu_spec_parse(spec_text, -1, NULL, NULL);
    for (const char *const *stage = jutu_stages(); *stage; stage++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *json = jutu_explain(spec, &options, *stage, &error);
        CHECK_TRUE(*stage, json && json[0] == (strcmp(*stage, "why") == 0 ? '\0' : '{'));
        g_autofree char *again = jutu_explain(spec, &options, *stage, &error);
        CHECK_STR(*stage, again ? again : "", json ? json : "");
    }
    g_autoptr(GError) error = NULL;
    CHECK_TRUE("no such stage", !jutu_explain(spec, &options, "stages", &error) && error);
}

/* One spec, rendered by several threads at a time, gives the same picture to each. */
static gpointer render(gpointer spec)
{
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    return jutu_explain(spec, &options, "marks", NULL);
}

static void test_threads(void)
{
    g_autoptr(JutuSpec) spec = jutu_spec_parse(spec_text, -1, NULL, NULL);
    GThread *threads[4];
    for (size_t i = 0; i < ROWS(threads); i++)
        threads[i] = g_thread_new("render", render, spec);
    g_autofree char *want = render(spec);
    for (size_t i = 0; i < ROWS(threads); i++) {
        g_autofree char *got = g_thread_join(threads[i]);
        CHECK_STR("the same picture", got, want);
    }
}

static void test_errors(void)
{
    static const struct {
        const char *row, *spec, *want;
        size_t line, column;
    } table[] = {
        { "an unknown function",
          "{\"data\": {\"values\": [1]},\n \"transform\": [{\"filter\": "
          "\"nosuch(1)\"}], \"mark\": \"point\", \"encoding\": {\"x\": "
          "{\"field\": \"data\"}}}",
          "nosuch", 2, 17 },
        { "a filter by no parameter, of no rows",
          "{\"data\": {\"values\": []},\n \"transform\": [{\"filter\": {\"param\": \"p\"}}],"
          " \"mark\": \"point\", \"encoding\": {\"x\": {\"field\": \"a\"}}}",
          "no parameter is called \"p\"", 2, 17 },
        { "a condition by none",
          "{\"data\": {\"values\": [{}]},\n \"mark\": \"point\", \"encoding\": {\"color\": {"
          "\"condition\": {\"param\": \"p\", \"value\": \"red\"}}}}",
          "no parameter is called \"p\"", 2, 42 },
        { "no mark", "{\"data\": {\"values\": [1]}}", "a view needs", 1, 1 },
        { "a mark that isn't drawn", "{\"mark\": \"geoshape\"}", "geoshape", 1, 2 },
        { "no JSON", "{\"mark\": }", "", 1, 10 },
    };
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(JutuSpec) spec = jutu_spec_parse(table[i].spec, -1, NULL, &error);
        g_autoptr(JutuScene) scene = spec ? jutu_scene_new(spec, &options, &error) : NULL;
        CHECK_TRUE(table[i].row, !scene && error);
        if (!error)
            continue;
        JutuNote note;
        CHECK_TRUE(table[i].row, jutu_error_note(error, &note));
        CHECK_(strstr(note.text, table[i].want) != NULL, "%s: \"%s\" lacks \"%s\"", table[i].row,
               note.text, table[i].want);
        CHECK_SIZE(table[i].row, note.line, table[i].line);
        CHECK_SIZE(table[i].row, note.column, table[i].column);
    }
}

/* What is read without a word of the caller's, and with one. */
static void test_files(void)
{
    static const char root[] = JUTU_TESTS_DIR "/..";
    static const struct {
        const char *row, *origin, *url, *base, *allowed;
        bool shallow, want;
    } table[] = {
        { "below the spec", "s.vl.json", "datasets/funds.csv", NULL, NULL, false, true },
        { "not where only what is beside it counts", "s.vl.json", "datasets/funds.csv", NULL, NULL,
          true, false },
        { "beside it", "datasets/s.vl.json", "funds.csv", NULL, NULL, true, true },
        { "above it", "charts/s.vl.json", "../datasets/funds.csv", NULL, NULL, false, false },
        { "allowed", "charts/s.vl.json", "../datasets/funds.csv", NULL, "datasets", false, true },
        { "the base", "charts/s.vl.json", "funds.csv", "datasets", NULL, false, true },
        { "above the base", "datasets/s.vl.json", "../datasets/funds.csv", "charts", NULL, false,
          true },
        { "above both", "docs/s.vl.json", "../datasets/funds.csv", "charts", NULL, false, false },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *text = g_strdup_printf("{\"data\": {\"url\": \"%s\"}, \"mark\": \"bar\"}",
                                                table[i].url);
        g_autofree char *origin = g_build_filename(root, table[i].origin, NULL);
        g_autofree char *base = g_build_filename(root, table[i].base, NULL);
        g_autofree char *allowed = g_build_filename(root, table[i].allowed, NULL);
        const char *const folders[] = { allowed, NULL };
        JutuOptions options = { .size = sizeof(options),
                                .estimate = true,
                                .base_dir = table[i].base ? base : NULL,
                                .allow_read = table[i].allowed ? folders : NULL,
                                .shallow = table[i].shallow };
        g_autoptr(GError) error = NULL;
        g_autoptr(JutuSpec) spec = jutu_spec_parse(text, -1, origin, NULL);
        g_autoptr(JutuScene) scene = jutu_scene_new(spec, &options, &error);
        CHECK_TRUE(table[i].row, (scene != NULL) == table[i].want);
        CHECK_TRUE(table[i].row, scene || strstr(error->message, "--allow-read"));
    }
}

SUITE(render, { "stages", test_stages }, { "threads", test_threads }, { "errors", test_errors },
      { "files", test_files });
