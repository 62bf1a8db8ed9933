/* jutu check: all that render would say, without drawing. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

typedef struct {
    JutuCommon common;
    char *format;
} Params;

static void check_one(JutuReport *report, const JutuOptions *options)
{
    g_autofree char *text = NULL;
    if (jutu_cli_is_data(report->path))
        jutu_cli_look(report, options);
    else
        jutu_scene_free(jutu_cli_draw(report, options, &text));
}

/* Lays each spec out, whether or not those before it could be. */
static bool check_all(const Params *params, JutuOptions *options, char **specs, GString *out)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(JutuFonts) fonts = jutu_fonts_new_with(options->font_dirs, &error);
    if (!fonts) {
        g_string_append_printf(out, "jutu check: error: %s\n", error->message);
        return false;
    }
    options->fonts = fonts;
    options->all_faults = true;
    bool ok = true;
    for (; *specs; specs++) {
        JutuReport report = { .path = *specs,
                              .out = out,
                              .strict = params->common.strict,
                              .json = g_strcmp0(params->format, "json") == 0 };
        check_one(&report, options);
        ok &= !report.failed && !report.form;
    }
    return ok;
}

static bool check_format(const char *name, GError **error)
{
    static const char *const formats[] = { "text", "json", NULL };
    return jutu_cli_check_name(name, formats, error);
}

static int run(void *data, char **specs)
{
    Params *params = data;
    JutuOptions options;
    if (!*specs) {
        fprintf(stderr, "jutu check: name at least one spec, table or data package\n");
        return JUTU_EXIT_USAGE;
    }
    if (!jutu_common_options(&params->common, specs, &options))
        return JUTU_EXIT_USAGE;
    jutu_fonts_quick_start();
    g_autoptr(GString) out = g_string_new(NULL);
    bool ok = check_all(params, &options, specs, out);
    fputs(out->str, g_strcmp0(params->format, "json") == 0 ? stdout : stderr);
    jutu_common_clear(&params->common);
    return ok ? JUTU_EXIT_OK : JUTU_EXIT_ERROR;
}

static const JutuArg args[] = {
    { "format", 'f', JUTU_ARG_TEXT, offsetof(Params, format), "text|json",
      "How messages are written: for people, or an object a line on standard output.",
      .check = check_format },
    JUTU_COMMON_ARGS(Params),
    { 0 },
};

const JutuCommand jutu_command_check = {
    .name = "check",
    .usage = "SPEC|DATA…",
    .doc = "Says all that render would say of specs and their data, without drawing them.",
    .examples = "Examples:\n"
                "  jutu check charts/*.vl.json\n"
                "  jutu check --strict --format json chart.vl.json\n"
                "  jutu check data.csv                 as the datapackage.json beside it says\n"
                "  jutu check datapackage.json         the package, and all of its tables\n"
                "\n"
                "It ends with 1 where there is an error or a member that Vega-Lite doesn't have,\n"
                "and under --strict where there is a warning; notes never count.\n",
    .args = args,
    .params_size = sizeof(Params),
    .run = run,
};
