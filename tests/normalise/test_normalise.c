#include "normalise/normalise.h"

#include "base/json.h"
#include "check.h"
#include "fixture.h"
#include "theme/config.h"

static json_t *normalise(const json_t *spec, JutuContext *context, GError **error)
{
    json_auto_t *config = jutu_config_new(json_object_get(spec, "config"), NULL);
    return jutu_normalise(spec, config, context, error);
}

/* `want` is what Vega-Lite's normalize() gives for the spec. */
static void test_rewrites(void)
{
    json_auto_t *rows = fixture_load("normalise/normalise.json");
    json_t *row;
    size_t i;
    CHECK_TRUE("the fixture is there", json_array_size(rows) > 90);
    json_array_foreach (rows, i, row) {
        const char *name = jutu_json_string(row, "row", "?");
        const json_t *spec = json_object_get(row, "spec");
        g_autoptr(GString) place = g_string_new(NULL);
        g_autoptr(GError) error = NULL;
        JutuArena *arena = jutu_arena_new();
        JutuContext *context = jutu_context_new(arena);
        json_auto_t *before = json_deep_copy(spec);
        json_auto_t *got = normalise(spec, context, &error);
        CHECK_(got != NULL, "%s: %s", name, error ? error->message : "no error set");
        bool equal = fixture_equal(got, json_object_get(row, "want"), place);
        CHECK_(equal, "%s: differs at %s", name, place->str);
        CHECK_(json_equal(before, spec), "%s: the input was changed", name);
        jutu_context_free(context);
        jutu_arena_free(arena);
    }
}

static void test_errors(void)
{
    static const struct {
        const char *row, *spec, *want;
    } table[] = {
        { "nothing to draw", "{\"data\": {}}",
          " a view needs \"mark\", \"layer\", \"facet\", \"repeat\", \"concat\", \"hconcat\" or "
          "\"vconcat\"" },
        { "no view in a concat", "{\"hconcat\": [{\"mark\": \"bar\"}, {\"encoding\": {}}]}",
          "/hconcat/1 a view needs \"mark\", \"layer\", \"facet\", \"repeat\", \"concat\", "
          "\"hconcat\" or \"vconcat\"" },
        { "a concat in a layer", "{\"layer\": [{\"concat\": []}]}",
          "/layer/0 a layer needs \"mark\" or \"layer\"" },
        { "a condition without a test",
          "{\"mark\": \"bar\", \"encoding\": {\"color\": {\"condition\": {\"value\": 1}}}}",
          "/encoding/color/condition a condition needs \"param\" or \"test\"" },
        { "a boxplot of categories",
          "{\"mark\": \"boxplot\", \"encoding\": {\"x\": {\"field\": \"a\"}}}",
          "/mark boxplot needs a quantitative or temporal field on x or y" },
        { "a boxplot with nothing on its axis",
          "{\"mark\": {\"type\": \"boxplot\", \"orient\": \"vertical\"},"
          " \"encoding\": {\"x\": {\"field\": \"a\"}}}",
          "/mark this boxplot needs a field on \"y\"" },
        { "an extent that is none",
          "{\"mark\": {\"type\": \"boxplot\", \"extent\": \"all\"}, \"encoding\":"
          " {\"x\": {\"field\": \"a\", \"type\": \"quantitative\"}}}",
          "/mark/extent the extent of a boxplot is a number or \"min-max\"" },
        { "errors in both directions",
          "{\"mark\": \"errorbar\", \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"Q\"},"
          " \"y\": {\"field\": \"b\", \"type\": \"Q\"}, \"xError\": {\"field\": \"c\"},"
          " \"yError\": {\"field\": \"d\"}}}",
          "/mark errorbar can't have both xError and yError" },
        { "ends and errors",
          "{\"mark\": \"errorband\", \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"Q\"},"
          " \"x2\": {\"field\": \"b\"}, \"xError\": {\"field\": \"c\"}}}",
          "/mark errorband takes either second ends (x2, y2) or errors (xError, yError)" },
        { "a second error alone",
          "{\"mark\": \"errorbar\", \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"Q\"},"
          " \"xError2\": {\"field\": \"b\"}}}",
          "/mark errorbar needs xError or yError for its second" },
        { "an errorbar without a part",
          "{\"mark\": {\"type\": \"errorbar\", \"rule\": false}, \"encoding\":"
          " {\"x\": {\"field\": \"a\", \"type\": \"quantitative\"}}}",
          " nothing is left to draw of this view; show one of its parts" },
        { "a repeat of numbers", "{\"repeat\": [\"a\", 1], \"spec\": {\"mark\": \"bar\"}}",
          "/repeat/1 a repeated field must be text" },
        { "a repeat of one name", "{\"repeat\": {\"row\": \"a\"}, \"spec\": {\"mark\": \"bar\"}}",
          "/repeat/row a repeat needs a list of fields" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        JutuContext *context = jutu_context_new(arena);
        g_autoptr(GError) error = NULL;
        json_auto_t *spec = json_loads(table[i].spec, 0, NULL);
        json_auto_t *got = normalise(spec, context, &error);
        CHECK_TRUE(table[i].row, spec && !got && error);
        if (error) {
            g_autofree char *text = g_strdup_printf("%s %s", jutu_error_where(error)->pointer,
                                                    error->message);
            CHECK_STR(table[i].row, text, table[i].want);
        }
        jutu_context_free(context);
        jutu_arena_free(arena);
    }
}

static void test_warnings(void)
{
    static const struct {
        const char *row, *spec, *want;
    } table[] = {
        { "columns of a grid",
          "{\"facet\": {\"row\": {}}, \"columns\": 2, \"spec\": {\"mark\": \"bar\"}}",
          "/columns \"columns\" has no effect on a facet with row or column" },
        { "facet and row",
          "{\"mark\": \"bar\", \"encoding\": {\"row\": {\"field\": \"a\"}, \"facet\": {\"field\": "
          "\"b\"}}}",
          "/encoding/facet \"facet\" is dropped, as row or column is also given" },
        { "an unknown repeat",
          "{\"repeat\": {\"layer\": [\"a\"]}, \"spec\": {\"mark\": \"bar\", \"encoding\":"
          " {\"x\": {\"field\": {\"repeat\": \"row\"}}}}}",
          "/spec/encoding/x/field/repeat \"row\" isn't repeated here; the channel is dropped" },
        { "a line with two ends",
          "{\"mark\": \"line\", \"encoding\": {\"x\": {\"field\": \"a\"}, \"x2\": {\"field\": "
          "\"b\"}}}",
          "/mark a line can't have a second end; rules are drawn instead" },
        { "a width that needs a window", "{\"width\": \"container\", \"hconcat\": []}",
          "/width width \"container\" only works for single and layered views" },
        { "selections of a boxplot",
          "{\"mark\": \"boxplot\", \"params\": [{\"name\": \"p\", \"select\": \"point\"}],"
          " \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"quantitative\"}}}",
          "/params boxplot takes no selections" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        JutuArena *arena = jutu_arena_new();
        JutuContext *context = jutu_context_new(arena);
        json_auto_t *spec = json_loads(table[i].spec, 0, NULL);
        json_auto_t *got = normalise(spec, context, NULL);
        CHECK_TRUE(table[i].row, got != NULL);
        CHECK_SIZE(table[i].row, context->messages->len, 1);
        if (context->messages->len > 0) {
            const JutuMessage *message = context->messages->pdata[0];
            g_autofree char *text = g_strdup_printf("%s %s", message->pointer, message->text);
            CHECK_STR(table[i].row, text, table[i].want);
        }
        jutu_context_free(context);
        jutu_arena_free(arena);
    }
}

/* What wasn't changed is the user's own node, which is how errors of later stages find their
 * place. */
static void test_places(void)
{
    static const char text[] =
        "{\"hconcat\": [{\"encoding\": {\"x\": {\"field\": \"a\", \"axis\": {\"grid\": true}}},"
        " \"layer\": [{\"mark\": {\"type\": \"line\", \"point\": true},"
        " \"encoding\": {\"y\": {\"field\": \"b\", \"type\": \"quantitative\", \"scale\": {}}}}]},"
        " {\"mark\": \"boxplot\", \"encoding\": {\"y\": {\"field\": \"b\", \"type\":"
        " \"quantitative\", \"axis\": {}}}}]}";
    JutuArena *arena = jutu_arena_new();
    JutuContext *context = jutu_context_new(arena);
    json_auto_t *spec = json_loads(text, 0, NULL);
    json_auto_t *got = normalise(spec, context, NULL);
    const json_t *view = json_array_get(json_object_get(got, "hconcat"), 0);
    const json_t *overlaid = json_array_get(json_object_get(view, "layer"), 0);
    const json_t *points = json_array_get(json_object_get(overlaid, "layer"), 1);
    const json_t *axis = jutu_json_path(points, "encoding", "x", "axis", NULL);
    const json_t *scale = jutu_json_path(points, "encoding", "y", "scale", NULL);
    CHECK_STR("an axis shared by layers", jutu_pointer_of(spec, axis, arena),
              "/hconcat/0/encoding/x/axis");
    CHECK_STR("a scale below an overlay", jutu_pointer_of(spec, scale, arena),
              "/hconcat/0/layer/0/encoding/y/scale");
    jutu_context_free(context);
    jutu_arena_free(arena);
}

/* Repeats multiply: the bound is on their product. */
static void test_too_many(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int depth = 0; depth < 12; depth++)
        g_string_append(text, "{\"repeat\": [\"a\", \"b\", \"c\", \"d\"], \"spec\": ");
    g_string_append(text, "{\"mark\": \"bar\"}");
    for (int depth = 0; depth < 12; depth++)
        g_string_append_c(text, '}');
    JutuArena *arena = jutu_arena_new();
    JutuContext *context = jutu_context_new(arena);
    g_autoptr(GError) error = NULL;
    json_auto_t *spec = json_loads(text->str, 0, NULL);
    json_auto_t *got = normalise(spec, context, &error);
    CHECK_TRUE("refused", spec && !got && error);
    if (error)
        CHECK_STR("says so", error->message, "more than 10000 views; repeat fewer fields");
    jutu_context_free(context);
    jutu_arena_free(arena);
}

SUITE(normalise_normalise, { "rewrites", test_rewrites }, { "errors", test_errors },
      { "warnings", test_warnings }, { "places", test_places }, { "too_many", test_too_many });
