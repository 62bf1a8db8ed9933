#include "view/asked.h"

#include <string.h>

static bool is_same(const JutuAsked *a, const JutuAsked *b)
{
    return a->what == b->what && a->part == b->part;
}

/* "width → domain of x → width": from the value by those that it asked for back to itself. */
static void write_circle(const JutuAsked *asked, const JutuAsked *last, GString *out)
{
    const JutuAsked *outer = last->outer;
    if (!is_same(last, asked) && outer)
        write_circle(asked, outer, out);
    bool again = out->len && g_str_has_suffix(out->str, last->name);
    if (!again)
        g_string_append_printf(out, "%s%s", out->len ? " → " : "", last->name);
}

bool jutu_asked_begin(JutuChart *chart, JutuAsked *asked, GError **error)
{
    const JutuAsked *at = chart->asked;
    while (at && !is_same(at, asked))
        at = at->outer;
    asked->outer = chart->asked;
    if (!at) {
        chart->asked = asked;
        return true;
    }
    bool broken = false;
    for (const JutuAsked *in = chart->asked; in != at->outer; in = in->outer) {
        if (in->broken)
            *in->broken = broken = true;
    }
    if (broken)
        return false;
    g_autoptr(GString) circle = g_string_new(NULL);
    write_circle(asked, chart->asked, circle);
    const json_t *where = asked->where ? asked->where : chart->spec;
    jutu_chart_error(chart, where, JUTU_ERROR_SPEC, error,
                     "\"%s\" depends on itself: %s → %s; break the circle", asked->name,
                     circle->str, asked->name);
    return false;
}

void jutu_asked_end(JutuChart *chart, const JutuAsked *asked)
{
    chart->asked = asked->outer;
}
