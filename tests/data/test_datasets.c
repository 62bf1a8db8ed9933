/* The project's own datasets: every file is in the data package and keeps what its schema says. */
#include "base/error.h"
#include "base/json.h"
#include "check.h"
#include "data/csv.h"
#include "data/datapackage.h"

static const char folder[] = JUTU_TESTS_DIR "/../datasets";

typedef struct {
    JutuArena *arena;
    JutuContext *context;
    JutuReader *reader;
    JutuDataPackages *packages;
} Shelf;

static Shelf shelf_new(void)
{
    Shelf shelf = { .arena = jutu_arena_new() };
    static const char *const allowed[] = { folder, NULL };
    JutuFileReaderOptions options = { .base = folder, .allowed = allowed };
    shelf.context = jutu_context_new(shelf.arena);
    shelf.reader = jutu_file_reader_new(&options);
    shelf.packages = jutu_data_packages_new(shelf.reader, shelf.context);
    return shelf;
}

static void shelf_clear(Shelf *shelf)
{
    jutu_file_reader_free(shelf->reader);
    jutu_context_free(shelf->context);
    jutu_arena_free(shelf->arena);
}

static const JutuCsv *csv_of(const Shelf *shelf, const char *file)
{
    g_autoptr(GBytes) bytes = shelf->reader->read(shelf->reader, file, NULL);
    if (!bytes)
        return NULL;
    JutuCsvOptions options = { 0 };
    return jutu_csv_read(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), &options,
                         shelf->arena, NULL);
}

/* Calls `check` for each CSV file of the folder; returns how many there are. */
static size_t each_file(void (*check)(const Shelf *shelf, const char *file,
                                      const JutuDataResource *resource, const JutuCsv *csv))
{
    Shelf shelf = shelf_new();
    size_t n = 0;
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *file; dir && (file = g_dir_read_name(dir));) {
        if (!g_str_has_suffix(file, ".csv"))
            continue;
        const JutuDataResource *resource = jutu_data_packages_find(shelf.packages, file, NULL);
        const JutuCsv *csv = csv_of(&shelf, file);
        CHECK_TRUE(file, resource && resource->schema && csv);
        if (resource && resource->schema && csv)
            check(&shelf, file, resource, csv);
        n++;
    }
    if (dir)
        g_dir_close(dir);
    shelf_clear(&shelf);
    return n;
}

static void check_described(const Shelf *shelf, const char *file, const JutuDataResource *resource,
                            const JutuCsv *csv)
{
    (void)shelf;
    CHECK_TRUE(file, resource->title && resource->license && resource->n_origins > 0);
    for (size_t i = 0; i < resource->n_origins; i++)
        CHECK_TRUE(file, resource->origins[i].title != NULL);
    CHECK_SIZE(file, csv->n_names, resource->schema->n_fields);
    for (size_t i = 0; i < csv->n_names && i < resource->schema->n_fields; i++)
        CHECK_STR(file, csv->names[i].string, resource->schema->fields[i].name);
    CHECK_SIZE(file, csv->shorter.n + csv->longer.n + csv->blank.n + csv->open_quote.line,
               (size_t)0);
}

static void check_schema(const Shelf *shelf, const char *file, const JutuDataResource *resource,
                         const JutuCsv *csv)
{
    g_autoptr(GArray) faults = g_array_new(false, false, sizeof(JutuSchemaFault));
    jutu_schema_apply(resource->schema, csv->table, shelf->context, faults);
    for (guint i = 0; i < faults->len; i++)
        CHECK_STR(file, g_array_index(faults, JutuSchemaFault, i).text, "no fault");
}

/* What a figure needs to be cited: the last six columns of every file. */
static void check_columns(const Shelf *shelf, const char *file, const JutuDataResource *resource,
                          const JutuCsv *csv)
{
    static const char *const last[] = { "value",     "unit",   "as_written",
                                        "qualifier", "source", "locator" };
    (void)shelf, (void)resource;
    CHECK_TRUE(file, csv->n_names > ROWS(last));
    for (size_t i = 0; i < ROWS(last) && csv->n_names > ROWS(last); i++)
        CHECK_STR(file, csv->names[csv->n_names - ROWS(last) + i].string, last[i]);
}

static void test_described(void)
{
    CHECK_TRUE("files", each_file(check_described) > 15);
}

static void test_schema(void)
{
    CHECK_TRUE("files", each_file(check_schema) > 15);
}

static void test_columns(void)
{
    CHECK_TRUE("files", each_file(check_columns) > 15);
}

/* A resource without a file is a promise that nobody keeps. */
static void test_resources(void)
{
    Shelf shelf = shelf_new();
    g_autoptr(GBytes) bytes = shelf.reader->read(shelf.reader, "datapackage.json", NULL);
    json_t *package = bytes ? jutu_json_parse(g_bytes_get_data(bytes, NULL),
                                              g_bytes_get_size(bytes), NULL)
                            : NULL;
    const json_t *resources = json_object_get(package, "resources");
    CHECK_TRUE("resources", json_array_size(resources) > 15);
    for (size_t i = 0; i < json_array_size(resources); i++) {
        const char *path = jutu_json_string(json_array_get(resources, i), "path", "no path");
        CHECK_TRUE(path, csv_of(&shelf, path) != NULL);
    }
    json_decref(package);
    shelf_clear(&shelf);
}

SUITE(datasets, { "described", test_described }, { "schema", test_schema },
      { "columns", test_columns }, { "resources", test_resources });
