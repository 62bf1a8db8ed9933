/* jutu check: every error of form, without drawing. */
#include <stdio.h>

#include "cli/cli.h"

typedef struct {
    JutuCommon common;
} Params;

/* All messages of one spec; warnings count as errors. @return false if there are any */
static bool check_spec(const char *path, GString *out)
{
    g_autoptr(GError) error = NULL;
    gsize length;
    g_autofree char *text = jutu_cli_read(path, &length, &error);
    g_autoptr(JutuSpec) spec = text ? jutu_spec_parse(text, (gssize)length, path, &error) : NULL;
    if (!spec) {
        jutu_cli_error(out, path, text, error);
        return false;
    }
    size_t n;
    const JutuNote *notes = jutu_spec_notes(spec, &n);
    for (size_t i = 0; i < n; i++) {
        JutuNote note = notes[i];
        note.warning = false;
        jutu_cli_note(out, path, text, &note);
    }
    return n == 0;
}

static int run(void *data, char **specs)
{
    Params *params = data;
    if (!*specs) {
        fprintf(stderr, "jutu check: name at least one spec\n");
        return JUTU_EXIT_USAGE;
    }
    g_autoptr(GString) out = g_string_new(NULL);
    bool ok = true;
    for (; *specs; specs++)
        ok &= check_spec(*specs, out);
    fputs(out->str, stderr);
    jutu_common_clear(&params->common);
    return ok ? JUTU_EXIT_OK : JUTU_EXIT_ERROR;
}

static const JutuArg args[] = { { 0 } };

const JutuCommand jutu_command_check = {
    .name = "check",
    .usage = "SPEC…",
    .doc = "Reports every error of form of specs without drawing them.",
    .examples = "Example:\n  jutu check charts/*.vl.json\n",
    .args = args,
    .params_size = sizeof(Params),
    .run = run,
};
