#include "data/reader.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "check.h"

/* A folder with in/a.csv, in/link.csv -> ../out/b.csv, in/sub/, in/pipe and out/b.csv. */
static char *make_folder(void)
{
    char *root = g_dir_make_tmp("jutu-test-XXXXXX", NULL);
    static const char *const folders[] = { "in", "in/sub", "out" };
    static const char *const files[][2] = { { "in/a.csv", "a\n1\n" }, { "out/b.csv", "b\n" } };
    for (size_t i = 0; i < ROWS(folders); i++) {
        g_autofree char *path = g_build_filename(root, folders[i], NULL);
        g_mkdir(path, 0700);
    }
    for (size_t i = 0; i < ROWS(files); i++) {
        g_autofree char *path = g_build_filename(root, files[i][0], NULL);
        g_file_set_contents(path, files[i][1], -1, NULL);
    }
    g_autofree char *link = g_build_filename(root, "in/link.csv", NULL);
    g_autofree char *pipe = g_build_filename(root, "in/pipe", NULL);
    CHECK_TRUE("link", symlink("../out/b.csv", link) == 0);
    CHECK_TRUE("pipe", mkfifo(pipe, 0600) == 0);
    return root;
}

static void remove_folder(const char *root)
{
    static const char *const paths[] = { "in/a.csv", "in/link.csv", "in/pipe", "in/sub",
                                         "in",       "out/b.csv",   "out",     "" };
    for (size_t i = 0; i < ROWS(paths); i++) {
        g_autofree char *path = g_build_filename(root, paths[i], NULL);
        g_remove(path);
    }
}

/* A text that was read, or the message without the folder's name. */
static char *read_text(JutuReader *reader, const char *path, const char *root)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = reader->read(reader, path, &error);
    if (bytes)
        return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    g_auto(GStrv) parts = g_strsplit(error->message, root, -1);
    return g_strjoinv("ROOT", parts);
}

static void test_read(void)
{
    static const char network[] = ": data come from local files only; download it and give the "
                                  "file's path";
    static const char outside[] = ": it is outside of the folders that may be read; move it there "
                                  "or allow its folder (--allow-read)";
    static const struct {
        const char *path;
        bool restricted;
        const char *want, *more;
    } table[] = {
        { "a.csv", true, "a\n1\n", "" },
        { "./sub/../a.csv", true, "a\n1\n", "" },
        { "link.csv", false, "b\n", "" },
        { "link.csv", true, "link.csv", outside },
        { "../out/b.csv", true, "../out/b.csv", outside },
        { "../out/b.csv", false, "b\n", "" },
        { "none.csv", true, "ROOT/in/none.csv: there is no such file", "" },
        { "a.csv/x", true, "ROOT/in/a.csv/x: a part of the path isn't a folder", "" },
        { "sub", true, "ROOT/in/sub: it is a folder", "" },
        { "pipe", true, "ROOT/in/pipe: it isn't a regular file", "" },
        { "/dev/null", true, "/dev/null", outside },
        { "/dev/null", false, "/dev/null: it isn't a regular file", "" },
        { "http://example.org/a.csv", false, "http://example.org/a.csv", network },
        { "//example.org/a.csv", false, "//example.org/a.csv", network },
        { "s3+x://b/a.csv", false, "s3+x://b/a.csv", network },
        { "data:text/csv,a", false, "data:text/csv,a", network },
    };
    g_autofree char *root = make_folder(), *base = g_build_filename(root, "in", NULL);
    for (size_t i = 0; i < ROWS(table); i++) {
        const char *const allowed[] = { table[i].restricted ? base : "/", NULL };
        JutuReader *reader = jutu_file_reader_new(
            &(JutuFileReaderOptions){ .base = base, .allowed = allowed });
        g_autofree char *got = read_text(reader, table[i].path, root);
        g_autofree char *want = g_strconcat(table[i].want, table[i].more, NULL);
        CHECK_STR(table[i].path, got, want);
        jutu_file_reader_free(reader);
    }
    remove_folder(root);
}

static void test_files(void)
{
    g_autofree char *root = make_folder(), *base = g_build_filename(root, "in", NULL);
    g_autofree char *out = g_build_filename(root, "out", NULL);
    g_autofree char *url = g_strconcat("file://", root, "/out/b.csv", NULL);
    const char *const allowed[] = { base, out, NULL };
    JutuReader *reader = jutu_file_reader_new(
        &(JutuFileReaderOptions){ .base = base, .allowed = allowed, .max_bytes = 3 });
    g_free(read_text(reader, "../in/a.csv", root));
    CHECK_TRUE("too large is not read", jutu_file_reader_files(reader)[0] == NULL);
    JutuReader *larger = jutu_file_reader_new(
        &(JutuFileReaderOptions){ .base = base, .allowed = allowed, .max_bytes = 4 });
    g_autofree char *fits = read_text(larger, "a.csv", root);
    CHECK_STR("as large as may be", fits, "a\n1\n");
    jutu_file_reader_free(larger);
    g_autofree char *large = read_text(reader, "a.csv", root);
    CHECK_STR("too large", large, "ROOT/in/a.csv: 4 bytes are more than 3");
    g_autofree char *first = read_text(reader, url, root);
    CHECK_STR("a folder allowed besides, a file URL", first, "b\n");
    g_free(read_text(reader, "link.csv", root));
    g_autofree char *third = read_text(reader, "link.csv", root);
    CHECK_STR("a link to there", third, "b\n");
    const char *const *files = jutu_file_reader_files(reader);
    CHECK_STR("first file", files[0], url + strlen("file://"));
    CHECK_TRUE("second file", g_str_has_suffix(files[1], "/in/link.csv"));
    CHECK_TRUE("each once, only what was read", files[2] == NULL);
    jutu_file_reader_free(reader);

    g_autoptr(GError) error = NULL;
    reader = jutu_file_reader_new(&(JutuFileReaderOptions){ .base = base, .allowed = allowed });
    CHECK_TRUE("missing", reader->read(reader, "no.csv", &error) == NULL);
    CHECK_TRUE("told apart", g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT));
    jutu_file_reader_free(reader);
    remove_folder(root);
}

/* What each way of allowing lets through. */
static void test_allowed(void)
{
    static const struct {
        const char *name, *allowed, *beside, *path;
        bool want;
    } table[] = {
        { "nothing is by itself", NULL, NULL, "in/a.csv", false },
        { "a folder", "in", NULL, "in/a.csv", true },
        { "what is below it", "", NULL, "in/a.csv", true },
        { "a file", "in/a.csv", NULL, "in/a.csv", true },
        { "that file only", "in/a.csv", NULL, "out/b.csv", false },
        { "a name that only begins like it", "in/a.cs", NULL, "in/a.csv", false },
        { "where its link leads", "in/link.csv", NULL, "out/b.csv", true },
        { "beside", NULL, "in", "in/a.csv", true },
        { "not below", NULL, "", "in/a.csv", false },
        { "not through a link", NULL, "in", "in/link.csv", false },
    };
    g_autofree char *root = make_folder();
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *path = g_build_filename(root, table[i].path, NULL);
        g_autofree char *allowed = g_build_filename(root, table[i].allowed, NULL);
        g_autofree char *beside = g_build_filename(root, table[i].beside, NULL);
        const char *const list[] = { table[i].allowed ? allowed : NULL, NULL };
        JutuReader *reader = jutu_file_reader_new(
            &(JutuFileReaderOptions){ .allowed = list, .beside = table[i].beside ? beside : NULL });
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) bytes = reader->read(reader, path, &error);
        CHECK_TRUE(table[i].name, (bytes != NULL) == table[i].want);
        CHECK_TRUE(table[i].name, bytes || g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_PERM));
        jutu_file_reader_free(reader);
    }
    remove_folder(root);
}

SUITE(reader, { "allowed", test_allowed }, { "read", test_read }, { "files", test_files });
