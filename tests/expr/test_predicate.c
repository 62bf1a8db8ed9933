#include "expr/expressions.h"

/* Single quotes stand for double ones. */
static json_t *parse(const char *text)
{
    g_autofree char *quoted = g_strdelimit(g_strdup(text), "'", '"');
    return json_loads(quoted, JSON_DECODE_ANY, NULL);
}

static const char *run(const char *predicate, const char *datum, const JutuObject *params,
                       JutuContext *context)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    json_t *json = parse(predicate), *row = parse(datum);
    const JutuScope scope = { .context = context,
                              .datum = jutu_value_from_json(row, context->arena),
                              .params = params };
    const JutuExpr *expr = jutu_predicate_parse(json, "/filter", context, &error);
    JutuValue value = expr ? jutu_expr_eval(expr, &scope, &error) : jutu_undefined();
    if (error)
        g_string_printf(out, "%s %s", jutu_error_where(error)->pointer, error->message);
    else
        print_value(out, value, context->arena);
    json_decref(json);
    json_decref(row);
    return jutu_arena_strdup(context->arena, out->str);
}

typedef struct {
    const char *predicate, *datum, *want;
} Row;

static void check(const Row *rows, size_t n, const char *zone_name)
{
    g_autoptr(JutuZone) zone = zone_name ? jutu_zone_new(zone_name, NULL) : NULL;
    const JutuObject params = { 3, (const char *const[]){ "on", "off", "five" },
                                (const JutuValue[]){ jutu_boolean(true), jutu_number(0),
                                                     jutu_number(5) } };
    for (size_t i = 0; i < n; i++) {
        JutuArena *arena = jutu_arena_new();
        g_autoptr(JutuContext) context = jutu_context_new(arena);
        context->zone = zone;
        const char *got = run(rows[i].predicate, rows[i].datum, &params, context);
        CHECK_(g_str_has_prefix(got, rows[i].want), "%s of %s: got \"%s\", want \"%s\"",
               rows[i].predicate, rows[i].datum, got, rows[i].want);
        jutu_arena_free(arena);
    }
}

static void test_comparisons(void)
{
    static const Row rows[] = {
        { "{'field': 'a', 'equal': 5}", "{'a': 5}", "true" },
        { "{'field': 'a', 'equal': 5}", "{'a': '5'}", "false" },
        { "{'field': 'a', 'equal': null}", "{'a': null}", "true" },
        { "{'field': 'a', 'equal': true}", "{'a': true}", "true" },
        { "{'field': 'a', 'equal': '中\\n\\u2028'}", "{'a': '中\\n\\u2028'}", "true" },
        { "{'field': 'a', 'equal': -0.1}", "{'a': -0.1}", "true" },
        { "{'field': 'a', 'equal': {'expr': 'five'}}", "{'a': 5}", "true" },
        { "{'field': 'a', 'lt': 5}", "{'a': 5}", "false" },
        { "{'field': 'a', 'lte': 5}", "{'a': 5}", "true" },
        { "{'field': 'a', 'gt': 5}", "{'a': 5}", "false" },
        { "{'field': 'a', 'gte': {'signal': 'five'}}", "{'a': 5}", "true" },
        { "{'field': 'a', 'lt': 'b'}", "{'a': 'a'}", "true" },
        { "{'field': 'a', 'equal': 1, 'gt': 0}", "{'a': 2}", "false" },
        { "{'field': 'a', 'oneOf': [1, 'x', null]}", "{'a': 'x'}", "true" },
        { "{'field': 'a', 'oneOf': [1, 'x', null]}", "{'a': '1'}", "false" },
        { "{'field': 'a', 'oneOf': []}", "{'a': 1}", "false" },
        { "{'field': 'a', 'in': [1]}", "{'a': 1}", "true" },
        { "{'field': 'a', 'range': [1, 3]}", "{'a': 3}", "true" },
        { "{'field': 'a', 'range': [3, 1]}", "{'a': 2}", "true" },
        { "{'field': 'a', 'range': [null, 3]}", "{'a': 4}", "false" },
        { "{'field': 'a', 'range': [null, 3]}", "{'a': -9}", "true" },
        { "{'field': 'a', 'range': [1, null]}", "{'a': 1}", "true" },
        { "{'field': 'a', 'range': [null, null]}", "{}", "true" },
        { "{'field': 'a', 'range': {'expr': '[1, five]'}}", "{'a': 5}", "true" },
        { "{'field': 'a', 'range': [{'expr': 'five'}, 9]}", "{'a': 4}", "false" },
        { "{'field': 'a', 'valid': true}", "{'a': 0}", "true" },
        { "{'field': 'a', 'valid': true}", "{'a': null}", "false" },
        { "{'field': 'a', 'valid': true}", "{'a': 'x'}", "false" },
        { "{'field': 'a', 'valid': true}", "{}", "false" },
        { "{'field': 'a', 'valid': false}", "{'a': 'x'}", "true" },
        { "{'field': 'a', 'valid': false}", "{'a': 1}", "false" },
    };
    check(rows, ROWS(rows), NULL);
}

static void test_fields(void)
{
    static const Row rows[] = {
        { "{'field': 'a.b', 'equal': 1}", "{'a': {'b': 1}}", "true" },
        { "{'field': 'a.b', 'equal': 1}", "{'a.b': 1, 'a': {'b': 2}}", "true" },
        { "{'field': 'a[\\\"b\\\"]', 'equal': 1}", "{'a': {'b': 1}}", "true" },
        { "{'field': 'a.b.c', 'equal': null}", "{'a': {'b': null}}", "true" },
        { "{'field': 'a.b', 'valid': true}", "{}", "false" },
        { "{'field': 'a b\\\\.c', 'equal': 1}", "{'a b.c': 1}", "true" },
        { "{'field': '中文', 'equal': 1}", "{'中文': 1}", "true" },
    };
    check(rows, ROWS(rows), NULL);
}

static void test_compositions(void)
{
    static const Row rows[] = {
        { "'datum.a > 1 && datum.a < 5'", "{'a': 3}", "true" },
        { "{'not': 'datum.a > 1 || datum.a < 0'}", "{'a': 3}", "false" },
        { "{'and': ['datum.a', {'field': 'b', 'equal': 2}]}", "{'a': 1, 'b': 2}", "true" },
        { "{'and': ['datum.a || datum.b', 'datum.c']}", "{'a': 1}", "undefined" },
        { "{'or': ['datum.a', {'not': {'field': 'b', 'equal': 2}}]}", "{'a': 0, 'b': 2}", "false" },
        { "{'or': [{'and': ['1', '0']}, '7']}", "{}", "7" },
        { "{'param': 'on'}", "{}", "true" },
        { "{'param': 'off'}", "{}", "false" },
    };
    check(rows, ROWS(rows), NULL);
}

static void test_times(void)
{
    static const Row rows[] = {
        { "{'field': 'a', 'gt': {'year': 2010}}", "{'a': 1293840000000}", "true" },
        { "{'field': 'a', 'lt': {'year': 2010, 'month': 'feb', 'date': 2}}", "{'a': 1265020000000}",
          "true" },
        { "{'field': 'a', 'equal': {'year': 2020, 'month': 3, 'utc': true}}",
          "{'a': 1583020800000}", "true" },
        { "{'timeUnit': 'year', 'field': 'a', 'equal': 2020}", "{'a': '2020-06-15T00:00'}",
          "true" },
        { "{'timeUnit': 'year', 'field': 'a', 'equal': 2020}", "{'a': '2019-12-31T23:59'}",
          "false" },
        { "{'timeUnit': 'year', 'field': 'a', 'equal': '2020'}", "{'a': '2020-06-15T00:00'}",
          "false" },
        { "{'timeUnit': 'month', 'field': 'a', 'equal': 'March'}", "{'a': '2020-03-15T00:00'}",
          "true" },
        { "{'timeUnit': 'month', 'field': 'a', 'oneOf': [2, 'mar']}", "{'a': '2020-03-15T00:00'}",
          "true" },
        { "{'timeUnit': 'day', 'field': 'a', 'equal': 'sun'}", "{'a': '2024-01-07T10:00'}",
          "true" },
        { "{'timeUnit': 'quarter', 'field': 'a', 'gte': 3}", "{'a': '2024-07-07T10:00'}", "true" },
        { "{'timeUnit': 'hours', 'field': 'a', 'range': [9, 11]}", "{'a': '2024-01-07T10:59'}",
          "true" },
        { "{'timeUnit': 'yearmonth', 'field': 'a', 'equal': {'year': 2024, 'month': 1}}",
          "{'a': '2024-01-07T10:00'}", "true" },
        { "{'timeUnit': {'unit': 'yearmonth'}, 'field': 'a', 'lt': {'year': 2024, 'month': 1}}",
          "{'a': '2024-01-07T10:00'}", "false" },
        { "{'timeUnit': 'binnedyearmonth', 'field': 'a', 'equal': {'year': 2024, 'month': 1}}",
          "{'a': '2024-01-01T00:00'}", "true" },
        { "{'timeUnit': 'utcyear', 'field': 'a', 'equal': 2020}", "{'a': '2020-01-01T01:00'}",
          "true" },
        { "{'timeUnit': 'year', 'field': 'a', 'valid': true}", "{'a': 'x'}", "false" },
    };
    check(rows, ROWS(rows), "America/New_York");
    check(rows, 2, NULL);
}

static void test_errors(void)
{
    static const Row rows[] = {
        { "5", "{}", "/filter a predicate is an expression or an object" },
        { "{}", "{}", "/filter a predicate needs a \"field\", \"param\", \"and\"" },
        { "{'field': 'a'}", "{}", "/filter a predicate of a field needs one of \"equal\"" },
        { "{'field': 'a', 'range': [1]}", "{}", "/filter \"range\" needs two values" },
        { "{'field': 'a', 'oneOf': 1}", "{}", "/filter \"oneOf\" needs an array" },
        { "{'field': 'a[', 'equal': 1}", "{}", "" },
        { "{'and': []}", "{}", "/filter/and \"and\" and \"or\" need an array" },
        { "{'and': ['1', 'foo(']}", "{}", "/filter/and/1 there is no function \"foo\"" },
        { "{'and': ['1) || (1', '0']}", "{}", "/filter/and/0 unexpected )" },
        { "{'or': [{'not': 'datum.'}]}", "{}",
          "/filter/or/0/not the expression ends too early, at character 7" },
        { "{'param': 5}", "{}", "/filter \"param\" needs the name of a parameter" },
        { "{'field': 'a', 'equal': {'month': 'Foo'}}", "{}",
          "/filter \"Foo\" is no month; write a number or an English name" },
        { "{'field': 'a', 'equal': {'hours': 'x'}}", "{}",
          "/filter \"x\" is no hours; write a number" },
        { "{'field': 'a', 'timeUnit': 'eon', 'equal': 1}", "{}",
          "/filter \"timeUnit\" needs a unit" },
        { "{'field': 'a', 'equal': {'expr': 'foo'}}", "{}",
          "/filter no parameter is called \"foo\"" },
        { "{'param': 'brush'}", "{}", "/filter no parameter is called \"brush\"" },
        { "{'not': {'param': 'brush', 'empty': false}}", "{}", "/filter no parameter is called" },
        { "{'or': [{'param': 'on'}, {'param': 'brush'}]}", "{}",
          "/filter no parameter is called \"brush\"" },
    };
    check(rows, ROWS(rows), NULL);
}

static void test_warnings(void)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    run("{'field': 'a', 'lt': {'year': 2020, 'day': 1}}", "{'a': 0}", NULL, context);
    CHECK_SIZE("a day with a year is left out", context->messages->len, 1);
    jutu_arena_free(arena);
}

SUITE(expr_predicate, { "comparisons", test_comparisons }, { "fields", test_fields },
      { "compositions", test_compositions }, { "times", test_times }, { "errors", test_errors },
      { "warnings", test_warnings });
