/*
 * jutu-conform FOLDER [PART]: draws every NAME.vl.json of a folder whose name has PART in it, and
 * compares the scene with NAME.json, and the layout with NAME.layout.json where there is one.
 */
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conformance/compare.h"
#include "jutu/jutu.h"

typedef size_t (*Compare)(const json_t *want, const json_t *got, GString *out);

static const char ending[] = ".vl.json";
enum { SHOWN = 4 }; /* differences of a spec */

/* Fontconfig keeps patterns behind encoded pointers. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\n";
}

static int by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* @return names without their ending, in order */
static GPtrArray *find_specs(const char *folder, const char *part)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *file;
    while (dir && (file = g_dir_read_name(dir)) != NULL) {
        if (g_str_has_suffix(file, ending) && strstr(file, part))
            g_ptr_array_add(names, g_strndup(file, strlen(file) - strlen(ending)));
    }
    g_ptr_array_sort(names, by_name);
    return names;
}

/* Compares what a stage prints with a file; a file that isn't there asks for nothing. */
static size_t compare_stage(const JutuSpec *spec, const JutuOptions *options, const char *stage,
                            const char *file, GString *out)
{
    json_t *want = json_load_file(file, 0, NULL);
    g_autoptr(GError) error = NULL;
    g_autofree char *text = jutu_explain(spec, options, stage, &error);
    json_t *got = text ? json_loads(text, 0, NULL) : NULL;
    Compare compare = strcmp(stage, "marks") == 0 ? conform_compare : conform_compare_layout;
    size_t n = 1;
    if (!got)
        g_string_append_printf(out, "%s\n", error ? error->message : "this is no JSON");
    else if (!want)
        g_string_append_printf(out, "no reference %s\n", file);
    else
        n = compare(want, got, out);
    json_decref(want);
    json_decref(got);
    return n;
}

static size_t check(const char *folder, const char *name, JutuFonts *fonts, GString *out)
{
    g_autofree char *path = g_strdup_printf("%s/%s%s", folder, name, ending);
    g_autofree char *scene = g_strdup_printf("%s/%s.json", folder, name);
    g_autofree char *layout = g_strdup_printf("%s/%s.layout.json", folder, name);
    JutuOptions options = {
        .size = sizeof(options), .base_dir = folder, .fonts = fonts, .estimate = true
    };
    g_autofree char *text = NULL;
    g_autoptr(GError) error = NULL;
    gsize length = 0;
    g_autoptr(JutuSpec) spec = g_file_get_contents(path, &text, &length, &error)
                                   ? jutu_spec_parse(text, (gssize)length, path, &error)
                                   : NULL;
    if (!spec) {
        g_string_append_printf(out, "%s\n", error->message);
        return 1;
    }
    size_t n = compare_stage(spec, &options, "marks", scene, out);
    if (g_file_test(layout, G_FILE_TEST_EXISTS))
        n += compare_stage(spec, &options, "layout", layout, out);
    return n;
}

static void print_first(const char *name, const char *lines)
{
    printf("%s\n", name);
    g_auto(GStrv) each = g_strsplit(lines, "\n", SHOWN + 1);
    for (size_t i = 0; each[i] && *each[i] && i < SHOWN; i++)
        printf("    %s\n", each[i]);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: jutu-conform FOLDER [PART]\n");
        return 2;
    }
    g_autoptr(GPtrArray) names = find_specs(argv[1], argc > 2 ? argv[2] : "");
    g_autoptr(JutuFonts) fonts = jutu_fonts_new(NULL);
    size_t failed = 0;
    for (guint i = 0; i < names->len; i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        if (check(argv[1], names->pdata[i], fonts, out)) {
            failed++;
            print_first(names->pdata[i], out->str);
        }
    }
    printf("%zu passed, %zu failed\n", names->len - failed, failed);
    return failed || !names->len;
}
