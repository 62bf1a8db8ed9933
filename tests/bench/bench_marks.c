/* jutu-bench-marks [rows]: how long it takes to encode and draw that many marks, a million by
 * default. Not a test: it judges nothing. */
#include <stdio.h>
#include <stdlib.h>

#include "chart/chart.h"
#include "mark/items_draw.h"
#include "mark/mark.h"

static const struct {
    const char *name, *mark, *encoding;
} charts[] = {
    { "points", "'circle'", "" },
    { "points by a ramp", "'circle'", ",'color':{'field':'x','type':'quantitative'}" },
    { "points by category and size", "'circle'",
      ",'color':{'field':'c','type':'nominal'},'size':{'field':'y','type':'quantitative'}" },
    { "points by a condition", "'circle'",
      ",'color':{'condition':{'test':'datum.x > 0.5','value':'red'},'value':'gray'}" },
    { "points by an expression", "{'type':'circle','size':{'expr':'datum.x * 100'}}", "" },
    { "a line", "'line'", "" },
    { "a thousand lines", "'line'", ",'detail':{'field':'g','type':'nominal'}" },
    { "an area", "'area'", "" },
    { "rules between two values", "'rule'", ",'y2':{'field':'x'}" },
    { "texts", "'text'", ",'text':{'field':'y','type':'quantitative','format':'.2f'}" },
};

static double seconds_since(gint64 start)
{
    return (double)(g_get_monotonic_time() - start) / G_USEC_PER_SEC;
}

static bool run(size_t i, size_t rows)
{
    g_autofree char *text = g_strdup_printf(
        "{'data':{'sequence':{'start':0,'stop':%zu,'as':'i'}},'transform':["
        "{'calculate':'random()','as':'x'},{'calculate':'random()','as':'y'},"
        "{'calculate':'`c` + datum.i %% 7','as':'c'},{'calculate':'datum.i %% 1000','as':'g'}],"
        "'mark':%s,'encoding':{'x':{'field':'x','type':'quantitative'},"
        "'y':{'field':'y','type':'quantitative'}%s}}",
        rows, charts[i].mark, charts[i].encoding);
    g_strdelimit(g_strdelimit(text, "'", '"'), "`", '\'');
    g_autoptr(GError) error = NULL;
    g_autoptr(JutuSpec) spec = jutu_spec_parse(text, -1, NULL, &error);
    JutuOptions options = { .size = sizeof(options), .estimate = true };
    g_autoptr(JutuRender) render = spec ? jutu_render_new(spec, &options, false, &error) : NULL;
    bool made = render && jutu_render_frames(render, &error);
    size_t n_shapes = 0;
    gint64 start = g_get_monotonic_time();
    JutuItems *items = made ? jutu_marks_make(render->view, render->frame, &n_shapes, &error)
                            : NULL;
    if (!items) {
        fprintf(stderr, "%s: %s\n", charts[i].name, error ? error->message : "?");
        return false;
    }
    double encoding = seconds_since(start);
    start = g_get_monotonic_time();
    g_autoptr(JutuSceneBuilder) out = jutu_scene_builder_new(render->arena);
    jutu_items_draw(items, out);
    printf("%-30s %8.3f s to encode %8.3f s to draw\n", charts[i].name, encoding,
           seconds_since(start));
    return true;
}

int main(int argc, char **argv)
{
    size_t rows = argc > 1 ? strtoul(argv[1], NULL, 10) : (size_t)1000 * 1000;
    bool ok = true;
    for (size_t i = 0; i < G_N_ELEMENTS(charts); i++)
        ok &= run(i, rows);
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
