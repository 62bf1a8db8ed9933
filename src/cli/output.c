#include "cli/output.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef enum { STREAM, FILE_NAME, FOLDER } Kind;

struct JutuOutputs {
    Kind kind;
    char *folder; /* of all images but a stream; owned */
    char **formats;
    char ***paths;     /* of each spec, one for each format */
    GHashTable *taken; /* who an output is -> its path */
    GPtrArray *made;   /* folders, outermost first */
};

/* == Who a file is == */

/* Its place, links followed, and its number on the disk, so that it is known by any path. What
 * isn't a regular file is nobody: it isn't lost when it is written. NULL-terminated. */
static char **identities(const char *path, int stream)
{
    g_autoptr(GStrvBuilder) all = g_strv_builder_new();
    bool is_stream = strcmp(path, "-") == 0;
    struct stat about;
    bool exists = (is_stream ? fstat(stream, &about) : stat(path, &about)) == 0;
    if (exists && S_ISREG(about.st_mode)) {
        g_autofree char *number = g_strdup_printf("%ju:%ju", (uintmax_t)about.st_dev,
                                                  (uintmax_t)about.st_ino);
        g_strv_builder_add(all, number);
    }
    g_autofree char *place = is_stream ? NULL : jutu_cli_resolve(path);
    if (place && (!exists || S_ISREG(about.st_mode)))
        g_strv_builder_add(all, place);
    return g_strv_builder_end(all);
}

static const char *find(const JutuOutputs *outputs, const char *path, int stream)
{
    g_auto(GStrv) who = identities(path, stream);
    const char *other = NULL;
    for (char **name = who; *name && !other; name++)
        other = g_hash_table_lookup(outputs->taken, *name);
    return other;
}

static void take(JutuOutputs *outputs, const char *path)
{
    char **who = identities(path, STDOUT_FILENO);
    for (char **name = who; *name; name++)
        g_hash_table_insert(outputs->taken, *name, g_strdup(path));
    g_free(who);
}

bool jutu_outputs_read(JutuOutputs *outputs, const char *path, GError **error)
{
    const char *output = find(outputs, path, STDIN_FILENO);
    if (output)
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                    "%s is read, and would be overwritten by %s; give the output another name",
                    strcmp(path, "-") == 0 ? "standard input" : path,
                    strcmp(output, "-") == 0 ? "standard output" : output);
    return !output;
}

bool jutu_outputs_is_free(const char *path)
{
    static const char *const beginnings[] = { "<svg", "<?xml", "\x89PNG", "%PDF" };
    char start[5] = "";
    struct stat about;
    if (stat(path, &about) != 0 || !S_ISREG(about.st_mode) || about.st_size == 0)
        return true;
    FILE *file = fopen(path, "rbe");
    size_t n = file ? fread(start, 1, sizeof(start), file) : 0;
    if (file)
        fclose(file);
    bool is_image = false;
    for (size_t i = 0; i < G_N_ELEMENTS(beginnings); i++)
        is_image |= n >= strlen(beginnings[i]) &&
                    memcmp(start, beginnings[i], strlen(beginnings[i])) == 0;
    return is_image;
}

/* == The rule == */

static int complain(int code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    fprintf(stderr, "jutu render: %s\n", text);
    return code;
}

/* What follows the last dot of a name that doesn't begin with it; NULL: nothing. */
static char *ending_of(const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    const char *dot = strrchr(name + 1, '.');
    return dot ? g_ascii_strdown(dot + 1, -1) : NULL;
}

static bool is_format(const char *name)
{
    return g_strv_contains(jutu_formats(), name);
}

static int no_format(const char *complaint, const char *name)
{
    g_autofree char *all = g_strjoinv(", ", (char **)jutu_formats());
    g_autofree char *otherwise = g_strdup_printf("; there are %s", all);
    jutu_cli_unknown(complaint, name, jutu_formats(), otherwise);
    return JUTU_EXIT_USAGE;
}

static int set_kind(JutuOutputs *outputs, const char *output)
{
    if (!*output)
        return complain(JUTU_EXIT_USAGE, "the output's name is empty; leave -o out for the current "
                                         "folder");
    bool is_folder = g_str_has_suffix(output, "/") || g_file_test(output, G_FILE_TEST_IS_DIR);
    outputs->kind = strcmp(output, "-") == 0 ? STREAM : is_folder ? FOLDER : FILE_NAME;
    if (outputs->kind != FILE_NAME) {
        outputs->folder = outputs->kind == FOLDER ? g_strdup(output) : NULL;
        return JUTU_EXIT_OK;
    }
    outputs->folder = g_path_get_dirname(output);
    g_autofree char *ending = ending_of(output);
    if (ending && !is_format(ending)) {
        g_autofree char *complaint = g_strdup_printf("jutu render: %s: there is no format", output);
        return no_format(complaint, ending);
    }
    if (!ending && !g_file_test(output, G_FILE_TEST_EXISTS))
        return complain(JUTU_EXIT_USAGE,
                        "%s: is it a folder or a file? End it in / or in .svg, .png or .pdf",
                        output);
    return JUTU_EXIT_OK;
}

/* As asked for, else as the file's ending says, else SVG. */
static int set_formats(JutuOutputs *outputs, const JutuOutputRequest *request)
{
    g_autofree char *ending = outputs->kind == FILE_NAME ? ending_of(request->output) : NULL;
    const char *list = request->format ? request->format : ending ? ending : "svg";
    outputs->formats = g_strsplit(*list ? list : ",", ",", -1);
    for (char **format = outputs->formats; *format; format++) {
        if (!is_format(*format))
            return no_format("jutu render: there is no format", *format);
        for (char **other = outputs->formats; other < format; other++) {
            if (strcmp(*other, *format) == 0)
                return complain(JUTU_EXIT_USAGE, "the format %s is asked for twice", *format);
        }
    }
    if (outputs->kind != FOLDER &&
        (g_strv_length(request->specs) > 1 || g_strv_length(outputs->formats) > 1))
        return complain(JUTU_EXIT_USAGE,
                        "%s takes one image, and this run has several; give -o a folder",
                        outputs->kind == STREAM ? "standard output" : request->output);
    if (ending && strcmp(ending, outputs->formats[0]) != 0)
        return complain(JUTU_EXIT_USAGE, "%s ends in .%s, but --format says %s; leave one out",
                        request->output, ending, outputs->formats[0]);
    return JUTU_EXIT_OK;
}

/* == Folders == */

static int make_folder(JutuOutputs *outputs, const char *path, bool above)
{
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
        return JUTU_EXIT_OK;
    g_autofree char *bare = g_strdup(path);
    for (size_t n = strlen(bare); n > 1 && bare[n - 1] == '/'; n--)
        bare[n - 1] = '\0';
    g_autofree char *parent = g_path_get_dirname(bare);
    int code = above ? make_folder(outputs, parent, true) : JUTU_EXIT_OK;
    if (code != JUTU_EXIT_OK)
        return code;
    if (g_mkdir(bare, 0777) == 0) {
        g_ptr_array_add(outputs->made, g_steal_pointer(&bare));
        return JUTU_EXIT_OK;
    }
    int reason = errno;
    if (reason == EEXIST && g_file_test(path, G_FILE_TEST_IS_DIR)) /* by another run, just now */
        return JUTU_EXIT_OK;
    if (reason == EEXIST)
        return complain(JUTU_EXIT_USAGE, "%s is no folder; take another name", bare);
    g_autoptr(GError) error = NULL;
    jutu_cli_write_failed(reason == ENOENT ? parent : bare, reason, &error);
    return complain(JUTU_EXIT_ERROR, "%s", error->message);
}

/* A folder for images is made; that of a file must be there, unless all may be. */
static int set_folder(JutuOutputs *outputs, bool above)
{
    if (outputs->kind == STREAM || g_file_test(outputs->folder, G_FILE_TEST_IS_DIR))
        return JUTU_EXIT_OK;
    if (outputs->kind == FOLDER || above)
        return make_folder(outputs, outputs->folder, above);
    g_autoptr(GError) error = NULL;
    jutu_cli_write_failed(outputs->folder, ENOENT, &error);
    return complain(JUTU_EXIT_ERROR, "%s", error->message);
}

/* == Paths == */

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

static char *path_of(const JutuOutputs *outputs, const char *output, const char *spec,
                     const char *format)
{
    if (outputs->kind != FOLDER)
        return g_strdup(output);
    g_autofree char *stem = stem_of(spec);
    g_autofree char *name = g_strdup_printf("%s.%s", stem, format);
    return g_build_filename(outputs->folder, name, NULL);
}

static int set_paths(JutuOutputs *outputs, const JutuOutputRequest *request, const char *output)
{
    size_t n_formats = g_strv_length(outputs->formats), n = g_strv_length(request->specs);
    outputs->paths = g_new0(char **, n + 1);
    for (size_t i = 0; i < n; i++) {
        outputs->paths[i] = g_new0(char *, n_formats + 1);
        for (size_t f = 0; f < n_formats; f++) {
            char *path = path_of(outputs, output, request->specs[i], outputs->formats[f]);
            outputs->paths[i][f] = path;
            if (find(outputs, path, STDOUT_FILENO))
                return complain(JUTU_EXIT_USAGE,
                                "%s would be written twice, the second time from %s; render them "
                                "into several folders",
                                path, request->specs[i]);
            take(outputs, path);
        }
    }
    if (request->depfile && find(outputs, request->depfile, STDOUT_FILENO))
        return complain(JUTU_EXIT_USAGE, "%s is the name of an image; give --depfile another",
                        request->depfile);
    if (request->depfile)
        take(outputs, request->depfile);
    return JUTU_EXIT_OK;
}

/* Nothing that is read may be written, as far as that is known by now. */
static int look_at_inputs(JutuOutputs *outputs, const JutuOutputRequest *request)
{
    g_autoptr(GError) error = NULL;
    bool ok = true;
    for (char **spec = request->specs; *spec && ok; spec++)
        ok = jutu_outputs_read(outputs, *spec, &error);
    for (const char *const *file = request->others; *file && ok; file++)
        ok = jutu_outputs_read(outputs, *file, &error);
    return ok ? JUTU_EXIT_OK : complain(JUTU_EXIT_USAGE, "%s", error->message);
}

JutuOutputs *jutu_outputs_new(const JutuOutputRequest *request, int *code)
{
    const char *output = request->output ? request->output : ".";
    JutuOutputs *outputs = g_new0(JutuOutputs, 1);
    outputs->taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    outputs->made = g_ptr_array_new_with_free_func(g_free);
    *code = set_kind(outputs, output);
    if (*code == JUTU_EXIT_OK)
        *code = set_formats(outputs, request);
    if (*code == JUTU_EXIT_OK)
        *code = set_folder(outputs, request->mkdir);
    if (*code == JUTU_EXIT_OK)
        *code = set_paths(outputs, request, output);
    if (*code == JUTU_EXIT_OK)
        *code = look_at_inputs(outputs, request);
    if (*code == JUTU_EXIT_OK)
        return outputs;
    jutu_outputs_free(outputs, true);
    return NULL;
}

void jutu_outputs_free(JutuOutputs *outputs, bool failed)
{
    if (!outputs)
        return;
    for (guint i = outputs->made->len; failed && i-- > 0;)
        g_rmdir(outputs->made->pdata[i]); /* those that hold something stay */
    for (size_t i = 0; outputs->paths && outputs->paths[i]; i++)
        g_strfreev(outputs->paths[i]);
    g_free(outputs->paths);
    g_strfreev(outputs->formats);
    g_ptr_array_unref(outputs->made);
    g_hash_table_unref(outputs->taken);
    g_free(outputs->folder);
    g_free(outputs);
}

char *const *jutu_outputs_formats(const JutuOutputs *outputs)
{
    return outputs->formats;
}

char *const *jutu_outputs_of(const JutuOutputs *outputs, size_t spec)
{
    return outputs->paths[spec];
}
