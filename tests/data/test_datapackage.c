#include "data/datapackage.h"

#include "base/error.h"
#include "check.h"

static const char *const files[][2] = {
    { "datapackage.json",
      "{\"title\": \"统计\", \"created\": \"2024-10-01\", \"version\": \"1.0\","
      " \"contributors\": [{\"title\": \"x\", \"role\": \"author\"},"
      "                    {\"title\": \"国家统计局\", \"roles\": [\"publisher\"]}],"
      " \"sources\": [{\"title\": \"中国统计年鉴\", \"path\": \"https://example.org\"}],"
      " \"licenses\": [{\"name\": \"CC-BY-4.0\"}],"
      " \"resources\": ["
      "  {\"path\": \"./a.csv\", \"encoding\": \"gbk\"},"
      "  {\"path\": [\"d/b.csv\"], \"title\": \"B\", \"sources\": [{\"title\": \"S\","
      "   \"publisher\": \"P\", \"date\": \"2023\", \"version\": \"2\"}],"
      "   \"schema\": \"schemas/b.json\"},"
      "  {\"path\": [\"c1.csv\", \"c2.csv\"]},"
      "  {\"path\": \"odd.csv\", \"dialect\": {\"commentChar\": \"#\"}},"
      "  {\"path\": \"lost.csv\", \"schema\": \"none.json\"}]}" },
    { "schemas/b.json", "{\"fields\": [{\"name\": \"v\", \"type\": \"number\"}]}" },
    { "d/e/datapackage.json", "{\"resources\": [{\"path\": \"x.csv\", \"title\": \"X\"}]}" },
    { "bad/datapackage.json", "[1,\n 2" },
};

static GBytes *read_shelf(JutuReader *self, const char *path, GError **error)
{
    (void)self;
    for (size_t i = 0; i < ROWS(files); i++) {
        if (strcmp(files[i][0], path) == 0)
            return g_bytes_new_static(files[i][1], strlen(files[i][1]));
    }
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "%s: there is no such file", path);
    return NULL;
}

static const char *or_none(const char *text)
{
    return text ? text : "-";
}

/* What is known of a file, or the message. */
static char *found(const char *path)
{
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    g_autoptr(GError) error = NULL;
    JutuReader reader = { .read = read_shelf };
    JutuDataPackages *packages = jutu_data_packages_new(&reader, context);
    const JutuDataResource *it = jutu_data_packages_find(packages, path, &error);
    GString *out = g_string_new(error ? error->message : it ? "" : "nothing");
    if (it)
        g_string_append_printf(out, "%s %s %s %s", it->package, or_none(it->title),
                               or_none(it->license), or_none(it->encoding));
    for (size_t i = 0; it && i < it->n_origins; i++)
        g_string_append_printf(out, " | %s, %s, %s, %s, %s", or_none(it->origins[i].title),
                               or_none(it->origins[i].publisher), or_none(it->origins[i].date),
                               or_none(it->origins[i].version), or_none(it->origins[i].path));
    if (it && it->schema)
        g_string_append_printf(out, " | %s", it->schema->fields[0].name);
    jutu_arena_free(arena);
    return g_string_free(out, false);
}

static void test_find(void)
{
    static const char *const table[][2] = {
        { "a.csv", "datapackage.json 统计 CC-BY-4.0 gbk | 中国统计年鉴, 国家统计局, -, "
                   "1.0, https://example.org" },
        { "./d/b.csv", "datapackage.json B CC-BY-4.0 - | S, P, 2023, 2, - | v" },
        { "d/b.csv", "datapackage.json B CC-BY-4.0 - | S, P, 2023, 2, - | v" },
        { "d/e/x.csv", "d/e/datapackage.json X - -" },
        { "d/e/b.csv", "nothing" },
        { "c1.csv", "nothing" },
        { "/d/b.csv", "nothing" },
        { "none/x.csv", "nothing" },
        { "odd.csv", "datapackage.json: the dialect's \"commentChar\" can't be obeyed yet; write "
                     "the file without it" },
        { "lost.csv", "none.json: there is no such file" },
        { "bad/x.csv", "bad/datapackage.json:2:3: the text ends inside an array; add \"]\"" },
    };
    for (size_t i = 0; i < ROWS(table); i++) {
        g_autofree char *got = found(table[i][0]);
        CHECK_STR(table[i][0], got, table[i][1]);
    }
}

SUITE(datapackage, { "find", test_find });
