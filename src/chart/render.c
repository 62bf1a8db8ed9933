/* The pipeline: what docs/architecture.md draws, as code. */
#include <math.h>
#include <string.h>

#include "backend/backend.h"
#include "base/json.h"
#include "base/limits.h"
#include "chart/chart.h"
#include "check/check.h"
#include "flow/flow.h"
#include "normalise/normalise.h"
#include "page/furniture.h"
#include "theme/config.h"
#include "theme/locale.h"
#include "theme/themes.h"

static void free_context(void *context)
{
    jutu_context_free(context);
}

static void free_reader(void *reader)
{
    jutu_file_reader_free(reader);
}

static void free_fonts(void *fonts)
{
    jutu_fonts_free(fonts);
}

/* The folder of the spec's file. */
static const char *folder_of(const JutuSpec *spec, JutuArena *arena)
{
    g_autofree char *folder = spec->origin ? g_path_get_dirname(spec->origin) : g_strdup(".");
    return jutu_arena_strdup(arena, folder);
}

/* Data come from the spec's folder, the base, and what the caller allows. */
static JutuReader *reader_new(const JutuSpec *spec, const JutuOptions *options, JutuArena *arena)
{
    const char *base = JUTU_OPTION(options, base_dir, NULL), *folder = folder_of(spec, arena);
    const char *const *more = JUTU_OPTION(options, allow_read, NULL);
    bool shallow = JUTU_OPTION(options, shallow, false);
    size_t n = more ? g_strv_length((char **)more) : 0, at = 0;
    const char **allowed = jutu_new(arena, const char *, n + 3);
    if (!shallow)
        allowed[at++] = folder;
    if (base)
        allowed[at++] = base;
    for (size_t i = 0; i < n; i++)
        allowed[at++] = more[i];
    JutuFileReaderOptions files = { .base = base ? base : folder,
                                    .allowed = allowed,
                                    .beside = shallow ? folder : NULL,
                                    .max_bytes = JUTU_MOST_FILE_BYTES,
                                    .input = JUTU_OPTION(options, input, NULL) };
    return jutu_arena_own(arena, jutu_file_reader_new(&files), free_reader);
}

/* Whether the spec counts in UTC anywhere: "utcyear", a scale "utc". */
static bool says_utc(const json_t *json)
{
    const char *text = json_string_value(json), *name;
    json_t *member;
    bool found = text && strstr(text, "utc");
    for (size_t i = 0; i < json_array_size(json) && !found; i++)
        found = says_utc(json_array_get(json, i));
    json_object_foreach ((json_t *)json, name, member)
        found = found ||
                (strcmp(name, "values") != 0 && strcmp(name, "datasets") != 0 && says_utc(member));
    return found;
}

static bool set_context(JutuRender *render, const JutuSpec *spec, const JutuOptions *options,
                        GError **error)
{
    const char *zone = JUTU_OPTION(options, timezone, NULL);
    const char *lang = JUTU_OPTION(options, lang, NULL);
    render->context = jutu_arena_own(render->arena, jutu_context_new(render->arena), free_context);
    if (!lang)
        lang = jutu_json_string(render->furniture, "lang", NULL);
    if (lang)
        render->context->lang = jutu_arena_strdup(render->arena, lang);
    if (zone && !jutu_context_set_zone(render->context, zone, error))
        return false;
    render->context->zone_given = zone != NULL;
    render->context->dates_in_utc = says_utc(spec->root);
    render->context->all_faults = JUTU_OPTION(options, all_faults, false);
    render->reader = reader_new(spec, options, render->arena);
    render->encoding = JUTU_OPTION(options, encoding, NULL);
    render->header = (size_t)MAX(JUTU_OPTION(options, header, 0), 0);
    return true;
}

static bool set_measure(JutuRender *render, const JutuOptions *options, GError **error)
{
    render->measure = jutu_measure_estimate();
    if (JUTU_OPTION(options, estimate, false))
        return true;
    render->fonts = JUTU_OPTION(options, fonts, NULL);
    if (!render->fonts) {
        render->fonts = jutu_fonts_new_with(JUTU_OPTION(options, font_dirs, NULL), error);
        if (!render->fonts)
            return false;
        jutu_arena_own(render->arena, render->fonts, free_fonts);
    }
    render->measure = jutu_fonts_measure(render->fonts, render->context->lang);
    return true;
}

/* The theme below the caller's config below the spec's. */
static bool set_config(JutuRender *render, const JutuOptions *options, GError **error)
{
    JutuChart *chart = render->chart;
    json_t *theme = NULL, *given = NULL;
    render->theme = JUTU_OPTION(options, theme, NULL);
    if (!render->theme)
        render->theme = jutu_json_string(render->furniture, "theme", NULL);
    if (render->theme) {
        theme = jutu_json_own(chart->arena, jutu_theme_config(render->theme));
        if (!theme) {
            jutu_error_set(error, JUTU_ERROR_SPEC, "/usermeta/jutu/theme",
                           "there is no theme \"%s\"; `jutu help themes` lists them",
                           render->theme);
            return false;
        }
    }
    if (!jutu_rules_read(render->context, render->furniture,
                         render->theme && jutu_theme_edits(render->theme), error))
        return false;
    const char *config = JUTU_OPTION(options, config, NULL);
    const JutuTimeLocale *locale = jutu_rule_acts(render->context, JUTU_RULE_dates)
                                       ? jutu_time_locale_find(render->context->lang)
                                       : NULL;
    if (locale && locale->unit_formats) /* else dates are English, as in Vega-Lite */
        json_object_set_new(theme, "timeFormat", json_string(locale->date));
    if (config) {
        given = jutu_json_own(chart->arena, jutu_json_parse(config, strlen(config), error));
        if (!given)
            return false;
        theme = jutu_json_own(chart->arena, jutu_config_merge(theme, given));
    }
    chart->config = jutu_json_own(chart->arena,
                                  jutu_config_new(json_object_get(chart->source, "config"), theme));
    chart->vega_config = jutu_json_own(chart->arena, jutu_config_for_vega(chart->config));
    jutu_locale_read(json_object_get(chart->config, "locale"), render->context);
    if (!render->context->time_locale)
        render->context->time_locale = locale;
    return true;
}

/* From the normalised spec to all that is decided before there are data. */
static bool set_view(JutuRender *render, bool whole, GError **error)
{
    JutuChart *chart = render->chart;
    chart->spec = jutu_json_own(
        chart->arena, jutu_normalise(chart->source, chart->config, render->context, error));
    render->params = chart->spec ? jutu_params_read(chart, error) : NULL;
    if (!render->params)
        return false;
    size_t n_views;
    render->view = jutu_view_build(chart, jutu_params_scope(render->params), &n_views, error);
    if (!render->view)
        return false;
    render->plan = jutu_plan_new(chart, render->params, render->view, n_views);
    render->guides = jutu_guide_plan_new(render->plan);
    if (render->room.page)
        jutu_room_open(&render->room, render->plan);
    JutuDataOptions data = { .reader = render->reader,
                             .datasets = json_object_get(chart->source, "datasets"),
                             .spec = chart->source,

                             .encoding = render->encoding,
                             .header = render->header };
    render->sources = jutu_data_sources_new(render->context, &data);
    render->flow = jutu_flow_build(render->plan, render->sources, whole);
    render->tables = jutu_tables_new(render->flow, render->sources);
    return true;
}

JutuRender *jutu_render_new(const JutuSpec *spec, const JutuOptions *options, unsigned ask,
                            GError **error)
{
    JutuArena *arena = jutu_arena_new();
    JutuRender *render = jutu_new(arena, JutuRender, 1);
    JutuChart *chart = jutu_new(arena, JutuChart, 1);
    *render = (JutuRender){ .arena = arena, .spec = spec, .chart = chart };
    /* a copy of its own, as jansson's counts of references aren't for several threads */
    const json_t *source = jutu_json_own(arena, json_deep_copy(spec->root));
    render->furniture = jutu_json_path(source, "usermeta", "jutu", NULL);
    GError *problem = NULL;
    bool ok = set_context(render, spec, options, &problem) &&
              set_measure(render, options, &problem);
    if (ask & JUTU_ASK_WHY)
        jutu_why_start(render->context);
    *chart = (JutuChart){ .context = render->context, .arena = arena, .source = source };
    ok = ok && set_config(render, options, &problem);
    render->room.across = jutu_furniture_room(render->furniture, render->theme);
    render->room.page = ok && render->room.across > 0 &&
                        jutu_rule_acts(render->context, JUTU_RULE_page_width);
    if (ok && set_view(render, ask & JUTU_ASK_WHOLE, &problem))
        return render;
    jutu_spec_locate(spec, &problem);
    g_propagate_error(error, problem);
    jutu_render_free(render);
    return NULL;
}

void jutu_render_free(JutuRender *render)
{
    if (render)
        jutu_arena_free(render->arena);
}

bool jutu_render_frames(JutuRender *render, GError **error)
{
    JutuFrameInput input = { render->plan, render->tables, &render->room };
    render->frame = jutu_frames_make(&input, error);
    return render->frame != NULL;
}

static JutuFurniture furniture_of(const JutuRender *render)
{
    return (JutuFurniture){ .chart = render->chart,
                            .room = render->room.across,
                            .def = render->furniture,
                            .theme = render->theme,
                            .measure = render->measure };
}

/* A page of the theme knows how high its plots may be once its other texts are known. */
static bool set_heights(JutuRender *render, GError **error)
{
    JutuFurniture furniture = furniture_of(render);
    JutuFurnitureHeights heights;
    if (!jutu_furniture_heights(&furniture, render->plot, &heights, error))
        return false;
    render->room.down = heights.down;
    if (jutu_rule_acts(render->context, JUTU_RULE_page_height))
        render->room.most_down = heights.most_down;
    return true;
}

bool jutu_render_plots(JutuRender *render, GError **error)
{
    enum { PASSES = 2, PAGE_PASSES = 4 };
    bool again = true, page = render->room.page;
    for (int pass = 0; pass < (page ? PAGE_PASSES : PASSES) && again; pass++) {
        JutuRoom next;
        bool made = jutu_render_frames(render, error);
        render->plot = made ? jutu_plot_new(render->frame, render->guides, render->measure, error)
                            : NULL;
        if (!render->plot || (page && pass == 0 && !set_heights(render, error)))
            return false;
        again = jutu_layout(render->plot, &render->page, &next);
        if (again)
            render->room = next;
    }
    if (page)
        jutu_page_explain(render->plot);
    return true;
}

JutuScene *jutu_render_scene(JutuRender *render, GError **error)
{
    g_autoptr(JutuSceneBuilder) builder = jutu_scene_builder_new(render->arena);
    JutuScene *scene = jutu_new(render->arena, JutuScene, 1);
    *scene = (JutuScene){ .arena = render->arena,
                          .background = render->frame->page->background,
                          .lang = render->context->lang };
    JutuFurniture furniture = furniture_of(render);
    if (!jutu_furniture_draw(&furniture, render->plot, &render->page, builder, scene, error))
        return NULL;
    if (builder->failed)
        jutu_warn(render->context, JUTU_RULE_out_of_range, "",
                  "something lies outside of what can be drawn");
    scene->nodes = jutu_scene_take(builder, &scene->n);
    return !render->fonts || jutu_missing_check(render, scene, error) ? scene : NULL;
}

JutuScene *jutu_scene_new(const JutuSpec *spec, const JutuOptions *options, GError **error)
{
    g_autoptr(JutuRender) render = jutu_render_new(spec, options, 0, error);
    if (!render)
        return NULL;
    GError *problem = NULL;
    bool plotted = jutu_render_plots(render, &problem);
    if (plotted)
        jutu_check_plot(render->plot);
    JutuScene *scene = plotted ? jutu_render_scene(render, &problem) : NULL;
    if (!scene) {
        jutu_spec_locate(spec, &problem);
        g_propagate_error(error, problem);
        return NULL;
    }
    scene->notes = jutu_notes(render->context, spec, render->arena, &scene->n_notes);
    scene->files = jutu_file_reader_files(render->reader);
    g_steal_pointer(&render); /* its arena is the scene's now */
    return scene;
}

void jutu_scene_free(JutuScene *scene)
{
    if (scene)
        jutu_arena_free(scene->arena);
}

const JutuNote *jutu_scene_notes(const JutuScene *scene, size_t *n)
{
    *n = scene->n_notes;
    return scene->notes;
}

const char *const *jutu_scene_files(const JutuScene *scene)
{
    return scene->files;
}

GBytes *jutu_scene_encode(const JutuScene *scene, const char *format, const JutuOptions *options,
                          GError **error)
{
    const JutuBackend *backend = jutu_backend_find(format);
    if (!backend) {
        jutu_error_set(error, JUTU_ERROR_SPEC, NULL, "there is no format \"%s\"", format);
        return NULL;
    }
    g_autoptr(JutuFonts) own = NULL;
    JutuFonts *fonts = JUTU_OPTION(options, fonts, NULL);
    if (!fonts) {
        own = jutu_fonts_new_with(JUTU_OPTION(options, font_dirs, NULL), error);
        fonts = own;
    }
    JutuEncodeOptions encode = JUTU_ENCODE_DEFAULTS;
    double scale = JUTU_OPTION(options, scale, 0);
    gint64 date = JUTU_OPTION(options, date, 0);
    encode.scale = scale > 0 ? scale : 1;
    encode.ppi = JUTU_OPTION(options, ppi, 0);
    encode.date = date > 0 ? date : -1;
    return fonts ? backend->encode(scene, fonts, &encode, error) : NULL;
}
