/* jutu explain: a stage of the pipeline as JSON. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

typedef struct {
    JutuCommon common;
    char *stage;
    int fonts, estimate;
} Params;

static bool check_stage(const char *name, GError **error)
{
    return jutu_cli_check_name(name, jutu_stages(), error);
}

static int explain(const char *stage, JutuOptions *options, const char *path)
{
    G_GNUC_UNUSED g_auto(GStrv) folders = jutu_cli_allow(path, options);
    g_autoptr(GError) error = NULL;
    gsize length;
    g_autofree char *text = jutu_cli_read(path, &length, &error);
    const char *origin = strcmp(path, "-") == 0 ? NULL : path;
    g_autoptr(JutuSpec) spec = text ? jutu_spec_parse(text, (gssize)length, origin, &error) : NULL;
    g_autoptr(GString) messages = g_string_new(NULL);
    size_t n = 0;
    const JutuNote *notes = spec ? jutu_spec_notes(spec, &n) : NULL;
    bool failed = false;
    for (size_t i = 0; i < n; i++) {
        failed |= notes[i].severity == JUTU_SEVERITY_ERROR;
        if (notes[i].severity == JUTU_SEVERITY_ERROR)
            jutu_cli_note(messages, path, text, &notes[i]);
    }
    g_autofree char *json = spec && !failed ? jutu_explain(spec, options, stage, &error) : NULL;
    if (json)
        fputs(json, stdout);
    if (error)
        jutu_cli_error(messages, path, text, error);
    fputs(messages->str, stderr);
    return json ? JUTU_EXIT_OK : JUTU_EXIT_ERROR;
}

static int run(void *data, char **specs)
{
    Params *params = data;
    JutuOptions options;
    if (!specs[0] || specs[1]) {
        fprintf(stderr, "jutu explain: name one spec; see `jutu explain --help`\n");
        return JUTU_EXIT_USAGE;
    }
    if (params->fonts && params->estimate) {
        fprintf(stderr, "jutu explain: --fonts and --estimate exclude each other\n");
        return JUTU_EXIT_USAGE;
    }
    if (!jutu_common_options(&params->common, specs, &options))
        return JUTU_EXIT_USAGE;
    const char *stage = params->stage ? params->stage : "marks";
    options.estimate = params->estimate || !(params->fonts || jutu_stage_is_measured(stage));
    if (!options.estimate)
        jutu_fonts_quick_start();
    int code = explain(stage, &options, specs[0]);
    jutu_common_clear(&params->common);
    return code;
}

static const JutuArg args[] = {
    { "stage", 0, JUTU_ARG_TEXT, offsetof(Params, stage), "NAME",
      "view, tables, scales, layout, marks (the default) or scene.", .check = check_stage },
    { "fonts", 0, JUTU_ARG_FLAG, offsetof(Params, fonts), NULL,
      "Measures text with fonts, as images do: what layout and scene do anyway." },
    { "estimate", 0, JUTU_ARG_FLAG, offsetof(Params, estimate), NULL,
      "Measures text by an estimate, as the reference does without fonts, for comparisons: what "
      "scales and marks do unless --fonts is given." },
    JUTU_COMMON_ARGS(Params),
    { 0 },
};

const JutuCommand jutu_command_explain = {
    .name = "explain",
    .usage = "SPEC",
    .doc = "Prints a stage of the pipeline as JSON.",
    .examples = "Examples:\n"
                "  jutu explain chart.vl.json                  what is drawn, item by item\n"
                "  jutu explain --stage tables chart.vl.json   the data after all transforms\n",
    .args = args,
    .params_size = sizeof(Params),
    .run = run,
};
