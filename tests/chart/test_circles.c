/* Values that ask for themselves, by way of others or at once: errors that name the circle. */
#include <glib.h>
#include <string.h>

#include "check.h"
#include "jutu/jutu.h"

/* What a chart of two rows (a: x, y; b: 1, 2) with these members says; "" if it is drawn. */
static char *message_of(const char *members)
{
    g_autofree char *spec = g_strdup_printf(
        "{'data': {'values': [{'a': 'x', 'b': 1}, {'a': 'y', 'b': 2}]}, %s}", members);
    for (char *c = spec; *c; c++)
        *c = *c == '\'' ? '"' : *c == '`' ? '\'' : *c;
    g_autoptr(GError) error = NULL;
    g_autoptr(JutuSpec) parsed = jutu_spec_parse(spec, -1, NULL, &error);
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autofree char *text = parsed ? jutu_explain(parsed, &options, "marks", &error) : NULL;
    return g_strdup(text ? "" : error ? error->message : "no error set");
}

#define BAR "'mark': 'bar', 'encoding': "

static void test_circles(void)
{
    static const struct {
        const char *row, *members, *want;
    } table[] = {
        { "rows by a width that their number makes",
          "'transform': [{'calculate': 'width', 'as': 'c'}], " BAR
          "{'x': {'field': 'a'}, 'y': {'field': 'c', 'type': 'quantitative'}}",
          "width → " },
        { "rows by a height that their number makes",
          "'transform': [{'filter': 'datum.b < height'}], " BAR
          "{'y': {'field': 'a'}, 'x': {'field': 'b', 'type': 'quantitative'}}",
          "height → " },
        { "a padding by the width that it makes",
          BAR "{'x': {'field': 'a', 'scale': {'padding': {'expr': 'width / 1000'}}}}",
          "width → width" },
        { "a domain by the width that it makes",
          BAR "{'x': {'field': 'a', 'scale': {'domain': {'expr': 'width > 10 ? [1] : [2]'}}}}",
          "domain of x" },
        { "a domain by itself",
          BAR "{'x': {'field': 'a', 'scale': {'domain': {'expr': 'domain(`x`)'}}}}",
          "domain of x → domain of x" },
        { "two domains by each other",
          BAR "{'x': {'field': 'a', 'scale': {'domain': {'expr': 'domain(`y`)'}}},"
              " 'y': {'field': 'a', 'scale': {'domain': {'expr': 'domain(`x`)'}}}}",
          "domain of x → domain of y → domain of x" },
        { "a step by the width that it makes",
          "'width': {'step': {'expr': 'width / 10'}}, " BAR "{'x': {'field': 'a'}}",
          "width → width" },
        { "by way of a variable",
          "'params': [{'name': 'p', 'expr': 'width / 10'}],"
          " 'width': {'step': {'expr': 'p'}}, " BAR "{'x': {'field': 'a'}}",
          "width → p → width" },
        { "by way of a variable and the rows",
          "'params': [{'name': 'p', 'expr': 'domain(`x`).length'}],"
          " 'transform': [{'calculate': 'p', 'as': 'c'}], " BAR
          "{'x': {'field': 'a'}, 'y': {'field': 'c', 'type': 'quantitative'}}",
          "p → domain of x" },
        { "in a cell of a facet",
          BAR "{'x': {'field': 'a', 'scale': {'padding': {'expr': 'width / 1000'}}},"
              " 'column': {'field': 'b', 'type': 'nominal'}}",
          "width → width" },
        { "a variable that doesn't react has no value",
          "'params': [{'name': 'd', 'expr': 'domain(`x`)'},"
          " {'name': 'e', 'expr': 'd', 'react': false}], " BAR
          "{'x': {'field': 'a', 'scale': {'domain': {'expr': 'e'}}}}",
          "" },
        { "no circle: another axis' domain",
          BAR "{'x': {'field': 'a'}, 'y': {'field': 'a', 'scale': {'domain': {'expr':"
              " 'domain(`x`)'}}}}",
          "" },
        { "no circle: rows by a width that is given",
          "'width': 120, 'transform': [{'calculate': 'width', 'as': 'c'}], " BAR
          "{'x': {'field': 'a'}, 'y': {'field': 'c', 'type': 'quantitative'}}",
          "" },
        { "a time unit without a scale",
          BAR "{'x': {'field': 'b', 'timeUnit': 'year', 'scale': null}}",
          "no place without a scale" },
        { "a bin without a scale",
          BAR "{'x': {'field': 'b', 'bin': true, 'type': 'quantitative', 'scale': null}}",
          "no place without a scale" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *got = message_of(table[i].members);
        if (*table[i].want)
            CHECK_TRUE(table[i].row, strstr(got, table[i].want) != NULL);
        else
            CHECK_STR(table[i].row, got, "");
    }
}

SUITE(chart_circles, { "circles", test_circles });
