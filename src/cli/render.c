/* jutu render: specs to images, several at a time. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/output.h"

typedef struct {
    JutuCommon common;
    char *output, *format, *depfile;
    double scale, ppi;
    int jobs, mkdir;
} Params;

/* One spec's work and what came of it; filled in by one thread, printed in order. */
typedef struct {
    const char *path;
    char *const *outputs; /* one for each format */
    GBytes **waiting;     /* likewise: images for files that others may yet read; NULL: none */
    GString *messages, *files;
    bool failed, clashes; /* it reads what the run writes */
} Job;

typedef struct {
    const Params *params;
    JutuOptions options;
    JutuOutputs *outputs;
    char *const *formats;
    Job *jobs;
    guint n;
    gint next, done; /* atomic */
    bool progress;
} Batch;

/* Now, or once all has been read, if it isn't sure that nobody reads what is there. */
static bool write_or_keep(const Batch *batch, Job *job, size_t f, GBytes *bytes, GError **error)
{
    if (batch->n > 1 && !jutu_outputs_is_free(job->outputs[f])) {
        job->waiting[f] = g_bytes_ref(bytes);
        return true;
    }
    return jutu_cli_write(job->outputs[f], g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes),
                          error);
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
        if (!write_or_keep(batch, job, f, encoded->pdata[f], error))
            return false;
    }
    return true;
}

/* @return false with error set if one of the files is an image of this run */
static bool list_files(const Batch *batch, Job *job, const JutuScene *scene, GError **error)
{
    for (const char *const *file = jutu_scene_files(scene); file && *file; file++) {
        g_string_append_printf(job->files, "%s\n", *file);
        job->clashes = !jutu_outputs_read(batch->outputs, *file, error);
        if (job->clashes)
            return false;
    }
    return true;
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
    bool ok = scene && list_files(batch, job, scene, &error) &&
              (report.failed || encode_all(batch, job, scene, &options, &error));
    if (scene && !ok)
        jutu_report_error(&report, text, error);
    job->failed = report.failed;
}

static gpointer work(gpointer data)
{
    Batch *batch = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(JutuFonts) fonts = jutu_fonts_new_with(batch->options.font_dirs, &error);
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

/* Where there is no room for another thread, those that there are do the work. */
static void add_thread(GPtrArray *threads, Batch *batch)
{
    GThread *thread = g_thread_try_new("render", work, batch, NULL);
    if (thread)
        g_ptr_array_add(threads, thread);
}

static void run_batch(Batch *batch)
{
    guint n = (guint)CLAMP(batch->params->jobs, 1, (int)batch->n);
    g_autoptr(GPtrArray) threads = g_ptr_array_new();
    for (guint i = 1; i < n; i++)
        add_thread(threads, batch);
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

static void set_up(Batch *batch, char **specs)
{
    batch->n = g_strv_length(specs);
    batch->jobs = g_new0(Job, batch->n);
    batch->progress = batch->n > 8 && isatty(STDERR_FILENO);
    batch->formats = jutu_outputs_formats(batch->outputs);
    for (guint i = 0; i < batch->n; i++)
        batch->jobs[i] = (Job){ .path = specs[i],
                                .outputs = jutu_outputs_of(batch->outputs, i),
                                .waiting = g_new0(GBytes *, g_strv_length((char **)batch->formats)),
                                .messages = g_string_new(NULL),
                                .files = g_string_new(NULL) };
}

/* Writes what has waited, unless a spec failed: then what it reads isn't known. */
static void write_waiting(Batch *batch, Job *job, bool all_read)
{
    for (size_t f = 0; batch->formats[f]; f++) {
        g_autoptr(GBytes) bytes = job->waiting[f];
        g_autoptr(GError) error = NULL;
        if (!bytes)
            continue;
        if (!all_read)
            g_set_error(
                &error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                "%s isn't overwritten: it may be what another spec reads, and not all could "
                "be drawn",
                job->outputs[f]);
        else
            jutu_cli_write(job->outputs[f], g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes),
                           &error);
        if (error)
            jutu_cli_error(job->messages, job->path, NULL, error);
        job->failed |= error != NULL;
    }
}

static int finish(Batch *batch)
{
    bool failed = false, clashes = false;
    for (guint i = 0; i < batch->n; i++) {
        failed |= batch->jobs[i].failed;
        clashes |= batch->jobs[i].clashes;
    }
    for (guint i = 0, all_read = !failed; i < batch->n; i++)
        write_waiting(batch, &batch->jobs[i], all_read);
    g_autoptr(GError) error = NULL;
    if (batch->params->depfile && !clashes &&
        !write_depfile(batch, batch->params->depfile, &error)) {
        fprintf(stderr, "jutu render: %s\n", error->message);
        failed = true;
    }
    for (guint i = 0; i < batch->n; i++) {
        Job *job = &batch->jobs[i];
        fputs(job->messages->str, stderr);
        failed |= job->failed;
        g_string_free(job->messages, true);
        g_string_free(job->files, true);
        g_free(job->waiting);
    }
    g_free(batch->jobs);
    jutu_outputs_free(batch->outputs, failed);
    return failed ? JUTU_EXIT_ERROR : JUTU_EXIT_OK;
}

/* Where all goes, and what beside specs and data is read. @return what to exit with */
static int plan_outputs(Batch *batch, char **specs)
{
    const Params *params = batch->params;
    const char *others[3] = { NULL };
    size_t n = 0;
    if (params->common.theme && !batch->options.theme)
        others[n++] = params->common.theme;
    if (params->common.config)
        others[n] = params->common.config;
    JutuOutputRequest request = { .output = params->output,
                                  .format = params->format,
                                  .depfile = params->depfile,
                                  .mkdir = params->mkdir,
                                  .specs = specs,
                                  .others = others };
    int code;
    batch->outputs = jutu_outputs_new(&request, &code);
    return code;
}

/* SOURCE_DATE_EPOCH, as reproducible builds have it. @return false after a message */
static bool read_date(gint64 *date)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    g_autoptr(GError) error = NULL;
    *date = 0;
    if (!epoch || g_ascii_string_to_signed(epoch, 10, 0, G_MAXINT64, date, &error))
        return true;
    fprintf(stderr, "jutu render: SOURCE_DATE_EPOCH must be seconds since 1970: %s\n",
            error->message);
    return false;
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
    if (!jutu_common_options(&params->common, specs, &batch.options))
        return JUTU_EXIT_USAGE;
    batch.options.scale = params->scale > 0 ? params->scale
                          : params->ppi > 0 ? params->ppi / 96
                                            : 1;
    batch.options.ppi = params->ppi;
    int code = read_date(&batch.options.date) ? plan_outputs(&batch, specs) : JUTU_EXIT_USAGE;
    if (code == JUTU_EXIT_OK) {
        set_up(&batch, specs);
        jutu_fonts_quick_start();
        run_batch(&batch);
        code = finish(&batch);
    }
    jutu_common_clear(&params->common);
    return code;
}

static const JutuArg args[] = {
    { "output", 'o', JUTU_ARG_TEXT, offsetof(Params, output), "FILE|DIR",
      "Where images go: see below; the current folder unless given." },
    { "mkdir", 0, JUTU_ARG_FLAG, offsetof(Params, mkdir), NULL,
      "Makes the folders above the output, too." },
    { "format", 'f', JUTU_ARG_TEXT, offsetof(Params, format), "LIST",
      "Formats, by commas: svg, png, pdf." },
    { "scale", 's', JUTU_ARG_NUMBER, offsetof(Params, scale), "N", "Pixels of a PNG for one px.",
      0.01, 100 },
    { "ppi", 0, JUTU_ARG_NUMBER, offsetof(Params, ppi), "N",
      "Pixels an inch of a PNG; sets the scale to N/96.", 1, 9600 },
    { "depfile", 0, JUTU_ARG_TEXT, offsetof(Params, depfile), "FILE",
      "Writes what each image was made from, for make and ninja." },
    { "jobs", 'j', JUTU_ARG_INT, offsetof(Params, jobs), "N", "Specs drawn at a time.", 1, 1024 },
    JUTU_COMMON_ARGS(Params),
    { 0 },
};

const JutuCommand jutu_command_render = {
    .name = "render",
    .usage = "SPEC…",
    .doc = "Draws specs as SVG, PNG or PDF.",
    .examples = JUTU_OUTPUT_RULE
    "\nExamples:\n"
    "  jutu render chart.vl.json                         chart.svg\n"
    "  jutu render chart.vl.json -o out.png --ppi 300    for Word\n"
    "  jutu render charts/*.vl.json -o out/ -f svg,pdf   all of them\n"
    "  jutu render - -o - <chart.vl.json >chart.svg      as a filter\n",
    .args = args,
    .params_size = sizeof(Params),
    .run = run,
};
