/* jutu render: specs to images, several at a time. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

typedef struct {
    JutuCommon common;
    char *output, *format, *depfile;
    double scale, ppi;
    int jobs;
} Params;

/* One spec's work and what came of it; filled in by one thread, printed in order. */
typedef struct {
    const char *path;
    char **outputs; /* one for each format */
    GString *messages, *files;
    bool failed;
} Job;

typedef struct {
    const Params *params;
    JutuOptions options;
    char **formats;
    Job *jobs;
    guint n;
    gint next, done; /* atomic */
    bool progress;
} Batch;

/* "charts/rd.vl.json" → "rd". */
static char *stem_of(const char *path)
{
    char *name = g_path_get_basename(strcmp(path, "-") == 0 ? "chart" : path);
    static const char *const endings[] = { ".vl.json", ".vg.json", ".json" };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        if (g_str_has_suffix(name, endings[i])) {
            name[strlen(name) - strlen(endings[i])] = '\0';
            break;
        }
    }
    return name;
}

static bool encode_all(const Batch *batch, Job *job, const JutuScene *scene,
                       const JutuOptions *options, GError **error)
{
    g_autoptr(GPtrArray) encoded = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
    for (size_t f = 0; batch->formats[f]; f++) {
        GBytes *bytes = jutu_scene_encode(scene, batch->formats[f], options, error);
        if (!bytes)
            return false;
        g_ptr_array_add(encoded, bytes);
    }
    for (guint f = 0; f < encoded->len; f++) {
        gsize size;
        const void *data = g_bytes_get_data(encoded->pdata[f], &size);
        if (!jutu_cli_write(job->outputs[f], data, size, error))
            return false;
    }
    return true;
}

static void list_files(Job *job, const JutuScene *scene)
{
    for (const char *const *file = jutu_scene_files(scene); file && *file; file++)
        g_string_append_printf(job->files, "%s\n", *file);
}

static void render(const Batch *batch, Job *job, JutuFonts *fonts)
{
    JutuOptions options = batch->options;
    options.fonts = fonts;
    JutuReport report = { .path = job->path,
                          .out = job->messages,
                          .strict = batch->params->common.strict };
    g_autofree char *text = NULL;
    g_autoptr(JutuScene) scene = jutu_cli_draw(&report, &options, &text);
    g_autoptr(GError) error = NULL;
    if (scene)
        list_files(job, scene);
    if (scene && !report.failed && !encode_all(batch, job, scene, &options, &error))
        jutu_report_error(&report, text, error);
    job->failed = report.failed;
}

static gpointer work(gpointer data)
{
    Batch *batch = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(&error);
    for (guint i; (i = (guint)g_atomic_int_add(&batch->next, 1)) < batch->n;) {
        if (fonts) {
            render(batch, &batch->jobs[i], fonts);
        } else {
            jutu_cli_error(batch->jobs[i].messages, batch->jobs[i].path, NULL, error);
            batch->jobs[i].failed = true;
        }
        int done = g_atomic_int_add(&batch->done, 1) + 1;
        if (batch->progress)
            fprintf(stderr, "\r%d/%u", done, batch->n);
    }
    return NULL;
}

static void run_batch(Batch *batch)
{
    guint n = (guint)CLAMP(batch->params->jobs, 1, (int)batch->n);
    g_autoptr(GPtrArray) threads = g_ptr_array_new();
    for (guint i = 1; i < n; i++)
        g_ptr_array_add(threads, g_thread_new("render", work, batch));
    work(batch);
    for (guint i = 0; i < threads->len; i++)
        g_thread_join(threads->pdata[i]);
    if (batch->progress)
        fprintf(stderr, "\r\033[K");
}

/* A name as depfiles have it: blanks, # and $ are escaped. */
static void append_escaped(GString *out, const char *path)
{
    for (; *path; path++) {
        if (*path == ' ' || *path == '#' || *path == '\\')
            g_string_append_c(out, '\\');
        if (*path == '$')
            g_string_append_c(out, '$');
        g_string_append_c(out, *path);
    }
}

static bool write_depfile(const Batch *batch, const char *path, GError **error)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < batch->n; i++) {
        const Job *job = &batch->jobs[i];
        for (size_t f = 0; batch->formats[f]; f++) {
            append_escaped(out, job->outputs[f]);
            g_string_append(out, batch->formats[f + 1] ? " " : ":");
        }
        g_string_append_c(out, ' ');
        append_escaped(out, job->path);
        g_auto(GStrv) files = g_strsplit(job->files->str, "\n", -1);
        for (char **file = files; *file; file++) {
            if (!**file)
                continue;
            g_string_append_c(out, ' ');
            append_escaped(out, *file);
        }
        g_string_append_c(out, '\n');
    }
    return jutu_cli_write(path, out->str, out->len, error);
}

/* Formats as asked for, else by the output's ending, else SVG. NULL after a message. */
static char **formats_of(const Params *params)
{
    const char *dot = params->output ? strrchr(params->output, '.') : NULL;
    bool known = dot && g_strv_contains(jutu_formats(), dot + 1);
    g_auto(GStrv) formats = g_strsplit(params->format ? params->format
                                       : known        ? dot + 1
                                                      : "svg",
                                       ",", -1);
    for (char **format = formats; *format; format++) {
        if (g_strv_contains(jutu_formats(), *format))
            continue;
        g_autofree char *all = g_strjoinv(", ", (char **)jutu_formats());
        fprintf(stderr, "jutu render: unknown format \"%s\"; there are %s\n", *format, all);
        return NULL;
    }
    return g_steal_pointer(&formats);
}

/* Where a spec's image goes: the file that -o names, or the folder. */
static char *output_of(const Params *params, const char *spec, const char *format, bool single)
{
    const char *output = params->output ? params->output : ".";
    if (strcmp(output, "-") == 0)
        return g_strdup("-");
    const char *dot = strrchr(output, '.');
    bool named = dot && g_strv_contains(jutu_formats(), dot + 1) && !strchr(dot, '/');
    if (named && single)
        return g_strdup_printf("%.*s.%s", (int)(dot - output), output, format);
    g_autofree char *stem = stem_of(spec);
    g_autofree char *name = g_strdup_printf("%s.%s", stem, format);
    return g_build_filename(output, name, NULL);
}

static bool set_up(Batch *batch, char **specs)
{
    const char *output = batch->params->output;
    batch->n = g_strv_length(specs);
    size_t n_formats = g_strv_length(batch->formats);
    if (output && strcmp(output, "-") == 0 && (batch->n > 1 || n_formats > 1)) {
        fprintf(stderr, "jutu render: standard output takes one image; give -o a folder\n");
        return false;
    }
    batch->jobs = g_new0(Job, batch->n);
    batch->progress = batch->n > 8 && isatty(STDERR_FILENO);
    for (guint i = 0; i < batch->n; i++) {
        Job *job = &batch->jobs[i];
        *job = (Job){ .path = specs[i],
                      .outputs = g_new0(char *, n_formats + 1),
                      .messages = g_string_new(NULL),
                      .files = g_string_new(NULL) };
        for (size_t f = 0; f < n_formats; f++)
            job->outputs[f] = output_of(batch->params, specs[i], batch->formats[f], batch->n == 1);
    }
    const char *first = batch->n ? batch->jobs[0].outputs[0] : NULL;
    if (first && strcmp(first, "-") != 0) {
        g_autofree char *folder = g_path_get_dirname(first);
        g_mkdir_with_parents(folder, 0777);
    }
    return true;
}

static int finish(Batch *batch)
{
    bool failed = false;
    g_autoptr(GError) error = NULL;
    if (batch->params->depfile && !write_depfile(batch, batch->params->depfile, &error)) {
        fprintf(stderr, "jutu render: %s\n", error->message);
        failed = true;
    }
    for (guint i = 0; i < batch->n; i++) {
        Job *job = &batch->jobs[i];
        fputs(job->messages->str, stderr);
        failed |= job->failed;
        g_string_free(job->messages, true);
        g_string_free(job->files, true);
        g_strfreev(job->outputs);
    }
    g_free(batch->jobs);
    return failed ? JUTU_EXIT_ERROR : JUTU_EXIT_OK;
}

static int run(void *data, char **specs)
{
    Params *params = data;
    Batch batch = { .params = params };
    if (!*specs) {
        fprintf(stderr, "jutu render: name at least one spec; see `jutu render --help`\n");
        return JUTU_EXIT_USAGE;
    }
    if (params->jobs <= 0)
        params->jobs = (int)g_get_num_processors();
    if (!jutu_common_options(&params->common, &batch.options))
        return JUTU_EXIT_USAGE;
    batch.options.scale = params->scale > 0 ? params->scale
                          : params->ppi > 0 ? params->ppi / 96
                                            : 1;
    batch.options.ppi = params->ppi;
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    batch.options.date = epoch ? g_ascii_strtoll(epoch, NULL, 10) : 0;
    batch.formats = formats_of(params);
    int code = JUTU_EXIT_USAGE;
    if (batch.formats && set_up(&batch, specs)) {
        jutu_fonts_quick_start();
        run_batch(&batch);
        code = finish(&batch);
    }
    g_strfreev(batch.formats);
    jutu_common_clear(&params->common);
    return code;
}

static const JutuArg args[] = {
    { "output", 'o', JUTU_ARG_TEXT, offsetof(Params, output), "FILE|DIR",
      "Where images go: a file whose ending tells the format, a folder, or - for standard "
      "output." },
    { "format", 'f', JUTU_ARG_TEXT, offsetof(Params, format), "LIST",
      "Formats, by commas: svg, png, pdf." },
    { "scale", 's', JUTU_ARG_NUMBER, offsetof(Params, scale), "N", "Pixels of a PNG for one px." },
    { "ppi", 0, JUTU_ARG_NUMBER, offsetof(Params, ppi), "N",
      "Pixels an inch of a PNG; sets the scale to N/96." },
    { "depfile", 0, JUTU_ARG_TEXT, offsetof(Params, depfile), "FILE",
      "Writes what each image was made from, for make and ninja." },
    { "jobs", 'j', JUTU_ARG_INT, offsetof(Params, jobs), "N", "Specs drawn at a time." },
    JUTU_COMMON_ARGS(Params),
    { 0 },
};

const JutuCommand jutu_command_render = {
    .name = "render",
    .usage = "SPEC…",
    .doc = "Draws specs as SVG, PNG or PDF.",
    .examples = "Examples:\n"
                "  jutu render chart.vl.json                         chart.svg\n"
                "  jutu render chart.vl.json -o out.png --ppi 300    for Word\n"
                "  jutu render charts/*.vl.json -o out -f svg,pdf    all of them\n"
                "  jutu render - -o - <chart.vl.json >chart.svg      as a filter\n",
    .args = args,
    .params_size = sizeof(Params),
    .run = run,
};
