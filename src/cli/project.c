/* Where a spec's files come from: its project. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

/* Owned; as given where there is no such folder. */
static char *real_folder(const char *folder)
{
    char *real = realpath(folder, NULL);
    char *copy = g_strdup(real ? real : folder);
    free(real);
    return copy;
}

/* The user's home, the root, and what lies between: they hold more than a project. */
static bool is_too_wide(const char *folder, const char *home)
{
    size_t length = strlen(folder);
    return strcmp(folder, "/") == 0 ||
           (strncmp(home, folder, length) == 0 && (home[length] == '/' || home[length] == '\0'));
}

static bool has(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

/* The nearest folder with a .git; else the outermost with a package or a build; NULL: none. */
static char *project_of(const char *folder, const char *home)
{
    g_autofree char *at = g_strdup(folder), *outermost = NULL;
    while (!is_too_wide(at, home)) {
        if (has(at, ".git"))
            return g_steal_pointer(&at);
        if (has(at, "datapackage.json") || has(at, "CMakeLists.txt")) {
            g_free(outermost);
            outermost = g_strdup(at);
        }
        char *parent = g_path_get_dirname(at);
        g_free(at);
        at = parent;
    }
    return g_steal_pointer(&outermost);
}

char **jutu_cli_allow(const char *spec, JutuOptions *options)
{
    g_autoptr(GStrvBuilder) folders = g_strv_builder_new();
    for (const char *const *given = options->allow_read; given && *given; given++)
        g_strv_builder_add(folders, *given);
    g_strv_builder_add(folders, ".");
    if (strcmp(spec, "-") != 0) {
        g_autofree char *given = g_path_get_dirname(spec), *folder = real_folder(given);
        g_autofree char *home = real_folder(g_get_home_dir());
        g_autofree char *project = project_of(folder, home);
        if (project)
            g_strv_builder_add(folders, project);
        options->shallow = is_too_wide(folder, home);
    }
    char **all = g_strv_builder_end(folders);
    options->allow_read = (const char *const *)all;
    return all;
}
