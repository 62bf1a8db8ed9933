/* jutu-bench-transform [rows]: how long lists of transforms take on that many rows, a million by
 * default. Not a test: it judges nothing. */
#include <stdio.h>
#include <stdlib.h>

#include "transforms.h"

static const struct {
    const char *name, *transform;
} lists[] = {
    { "filter, calculate, aggregate",
      "[{'filter':'datum.value > 0.1 && datum.city != `c7`'},"
      "{'calculate':'datum.value * 2 + datum.year','as':'score'},"
      "{'aggregate':[{'op':'mean','field':'score','as':'mean'},{'op':'count','as':'n'},"
      "{'op':'max','field':'value','as':'max'}],'groupby':['city','year']}]" },
    { "filter", "[{'filter':'datum.value > 0.1 && datum.city != `c7`'}]" },
    { "filter by predicate", "[{'filter':{'field':'value','gt':0.1}}]" },
    { "calculate", "[{'calculate':'datum.value * 2 + datum.year','as':'score'}]" },
    { "aggregate",
      "[{'aggregate':[{'op':'mean','field':'value','as':'mean'},{'op':'count','as':'n'},"
      "{'op':'max','field':'value','as':'max'}],'groupby':['city','year']}]" },
    { "medians", "[{'aggregate':[{'op':'median','field':'value','as':'m'}],'groupby':['city']}]" },
    { "joinaggregate",
      "[{'joinaggregate':[{'op':'sum','field':'value','as':'s'}],'groupby':['city']}]" },
    { "bin", "[{'bin':true,'field':'value','as':'b'}]" },
    { "timeUnit", "[{'timeUnit':'yearmonth','field':'date','as':'month'}]" },
    { "stack", "[{'stack':'value','groupby':['year'],'sort':[{'field':'city'}],'as':'y'}]" },
    { "ranks", "[{'window':[{'op':'rank','as':'r'}],'sort':[{'field':'value'}]}]" },
    { "running sums by group",
      "[{'window':[{'op':'sum','field':'value','as':'s'}],'sort':[{'field':'date'}],"
      "'groupby':['city']}]" },
    { "sliding medians",
      "[{'window':[{'op':'median','field':'value','as':'m'}],'frame':[-50,50]}]" },
    { "sliding minima to the end",
      "[{'window':[{'op':'min','field':'value','as':'m'}],'frame':[0,null]}]" },
    { "running distinct", "[{'window':[{'op':'distinct','field':'city','as':'d'}]}]" },
    { "pivot", "[{'pivot':'city','value':'value','groupby':['year']}]" },
    { "fold", "[{'fold':['value','year']}]" },
    { "impute", "[{'impute':'value','key':'year','groupby':['city']}]" },
    { "loess", "[{'sample':10000},{'loess':'value','on':'date'}]" },
    { "density", "[{'density':'value','bandwidth':0.1}]" },
};

static const JutuTable *rows_new(size_t n, JutuContext *context)
{
    enum { CITIES = 40, YEARS = 25 };
    JutuArena *arena = context->arena;
    JutuValue *city = jutu_new(arena, JutuValue, n), *year = jutu_new(arena, JutuValue, n);
    JutuValue *value = jutu_new(arena, JutuValue, n), *date = jutu_new(arena, JutuValue, n);
    JutuValue names[CITIES];
    for (int i = 0; i < CITIES; i++)
        names[i] = jutu_string(jutu_arena_printf(arena, "c%d", i));
    for (size_t row = 0; row < n; row++) {
        city[row] = names[(int)(jutu_random(context) * CITIES)];
        year[row] = jutu_number(2000 + (int)(jutu_random(context) * YEARS));
        value[row] = jutu_number(jutu_random(context));
        date[row] = jutu_number(1e12 * jutu_random(context));
    }
    JutuColumn columns[] = {
        { "city", city }, { "year", year }, { "value", value }, { "date", date }
    };
    JutuTable *table = jutu_new(arena, JutuTable, 1);
    *table = (JutuTable){ n, 4, jutu_copy(arena, JutuColumn, columns, 4) };
    return table;
}

static void measure(size_t list, size_t n)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    g_autoptr(GError) error = NULL;
    const JutuTable *in = rows_new(n, context);
    g_autofree char *text = g_strdelimit(g_strdup(lists[list].transform), "'", '"');
    json_t *json = json_loads(g_strdelimit(text, "`", '\''), 0, NULL);
    JutuTransformScope scope = { .context = context, .pointer = "" };
    gint64 start = g_get_monotonic_time();
    const JutuTable *out = transforms_run(json, in, &scope, &error);
    double seconds = (double)(g_get_monotonic_time() - start) / G_USEC_PER_SEC;
    printf("%-32s %7.3f s  %zu rows%s%s\n", lists[list].name, seconds, out ? out->n_rows : 0,
           error ? ": " : "", error ? error->message : "");
    json_decref(json);
    jutu_arena_free(arena);
}

int main(int argc, char **argv)
{
    size_t n = argc > 1 ? strtoul(argv[1], NULL, 10) : (size_t)1000 * 1000;
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        measure(i, n);
    return 0;
}
