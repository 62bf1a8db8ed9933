#include "data/datapackage.h"

#include <string.h>

#include "base/json.h"
#include "data/text.h"

struct JutuDataPackages {
    JutuReader *reader;
    JutuContext *context;
    GHashTable *found;     /* path of a datapackage.json -> json_t, or NULL if there is none */
    GHashTable *described; /* json_t of a resource -> JutuDataResource */
};

JutuDataPackages *jutu_data_packages_new(JutuReader *reader, JutuContext *context)
{
    JutuDataPackages *packages = jutu_new(context->arena, JutuDataPackages, 1);
    GHashTable *described = g_hash_table_new(NULL, NULL);
    *packages = (JutuDataPackages){
        .reader = reader,
        .context = context,
        .found = jutu_arena_own(context->arena, g_hash_table_new(g_str_hash, g_str_equal),
                                (void (*)(void *))g_hash_table_unref),
        .described = jutu_arena_own(context->arena, described,
                                    (void (*)(void *))g_hash_table_unref),
    };
    return packages;
}

/* A JSON file, owned by the arena. NULL with G_FILE_ERROR_NOENT set if there is none. */
static json_t *read_json(const JutuDataPackages *packages, const char *path, GError **error)
{
    g_autoptr(GBytes) bytes = packages->reader->read(packages->reader, path, error);
    g_autoptr(GBytes) text = bytes ? jutu_text_decode(bytes, NULL, path, error) : NULL;
    if (!text)
        return NULL;
    size_t length = g_bytes_get_size(text);
    g_autofree char *copy = g_strndup(g_bytes_get_data(text, NULL), length);
    g_autoptr(GError) reason = NULL;
    json_t *json = jutu_json_parse(copy, length, &reason);
    if (json)
        return jutu_json_own(packages->context->arena, json);
    const JutuWhere *where = jutu_error_where(reason);
    jutu_error_set(error, JUTU_ERROR_DATA, NULL, "%s:%zu:%zu: %s", path, where->line, where->column,
                   reason->message);
    return NULL;
}

/* The package of this path, NULL without an error if there is none. */
static const json_t *package_at(JutuDataPackages *packages, const char *path, GError **error)
{
    gpointer known;
    if (g_hash_table_lookup_extended(packages->found, path, NULL, &known))
        return known;
    g_autoptr(GError) reason = NULL;
    json_t *json = read_json(packages, path, &reason);
    if (!json && reason->domain != G_FILE_ERROR) { /* neither missing nor out of reach */
        g_propagate_error(error, g_steal_pointer(&reason));
        return NULL;
    }
    g_hash_table_insert(packages->found, (gpointer)path, json);
    return json;
}

static const char *skip_dot(const char *path)
{
    return g_str_has_prefix(path, "./") ? path + 2 : path;
}

static bool has_path(const json_t *resource, const char *file)
{
    const json_t *path = json_object_get(resource, "path");
    if (json_is_array(path)) /* a file in several parts is none that a chart names */
        path = json_array_size(path) == 1 ? json_array_get(path, 0) : NULL;
    return json_is_string(path) && strcmp(skip_dot(json_string_value(path)), file) == 0;
}

/* The resource that describes a file, by its path from the package's folder. */
static const json_t *resource_of(const json_t *package, const char *file)
{
    const json_t *resources = json_object_get(package, "resources");
    for (size_t i = 0; i < json_array_size(resources); i++) {
        const json_t *resource = json_array_get(resources, i);
        if (has_path(resource, skip_dot(file)))
            return resource;
    }
    return NULL;
}

/* A member of the resource, or what the package says for all of them. */
static const json_t *inherited(const json_t *resource, const json_t *package, const char *name)
{
    const json_t *own = json_object_get(resource, name);
    return own ? own : json_object_get(package, name);
}

/* Who published all of it, where a source doesn't say. */
static const char *publisher_of(const json_t *package)
{
    const json_t *list = json_object_get(package, "contributors");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *contributor = json_array_get(list, i);
        const json_t *roles = json_object_get(contributor, "roles");
        const char *role = jutu_json_string(contributor, "role", "");
        bool is_publisher = strcmp(role, "publisher") == 0;
        for (size_t r = 0; r < json_array_size(roles); r++) {
            const char *text = json_string_value(json_array_get(roles, r));
            is_publisher |= text && strcmp(text, "publisher") == 0;
        }
        if (is_publisher)
            return jutu_json_string(contributor, "title", NULL);
    }
    return NULL;
}

static void set_origins(JutuDataResource *out, const json_t *resource, const json_t *package,
                        JutuArena *arena)
{
    const json_t *list = inherited(resource, package, "sources");
    out->n_origins = json_array_size(list);
    JutuDataOrigin *origins = jutu_new(arena, JutuDataOrigin, out->n_origins);
    for (size_t i = 0; i < out->n_origins; i++) {
        const json_t *source = json_array_get(list, i);
        origins[i] = (JutuDataOrigin){
            .title = jutu_json_string(source, "title", NULL),
            .publisher = jutu_json_string(source, "publisher", publisher_of(package)),
            .date = jutu_json_string(source, "date", jutu_json_string(package, "created", NULL)),
            .path = jutu_json_string(source, "path", jutu_json_string(source, "web", NULL)),
            .version = jutu_json_string(source, "version",
                                        jutu_json_string(package, "version", NULL)),
        };
    }
    out->origins = origins;
}

static bool set_schema(JutuDataResource *out, const JutuDataPackages *packages,
                       const json_t *resource, GError **error)
{
    const json_t *schema = json_object_get(resource, "schema");
    const char *file = out->package;
    JutuArena *arena = packages->context->arena;
    if (json_is_string(schema)) { /* a file beside the package */
        g_autofree char *folder = g_path_get_dirname(file);
        file = strcmp(folder, ".") == 0
                   ? json_string_value(schema)
                   : jutu_arena_printf(arena, "%s/%s", folder, json_string_value(schema));
        schema = read_json(packages, file, error);
        if (!schema)
            return false;
    }
    if (schema)
        out->schema = jutu_schema_new(schema, file, arena, error);
    return !schema || out->schema;
}

/* Reads a text as `delimiter` says is all that is done of a dialect. */
static bool set_dialect(JutuDataResource *out, const json_t *resource, GError **error)
{
    static const struct {
        const char *name, *only;
    } fixed[] = { { "quoteChar", "\"" }, { "commentChar", "" }, { "escapeChar", "" } };
    const json_t *dialect = json_object_get(resource, "dialect");
    for (size_t i = 0; i < G_N_ELEMENTS(fixed); i++) {
        const char *given = jutu_json_string(dialect, fixed[i].name, fixed[i].only);
        if (strcmp(given, fixed[i].only) != 0) {
            jutu_error_set(
                error, JUTU_ERROR_UNSUPPORTED, NULL,
                "%s: the dialect's \"%s\" can't be obeyed yet; write the file without it",
                out->package, fixed[i].name);
            return false;
        }
    }
    out->delimiter = jutu_json_string(dialect, "delimiter", NULL);
    out->has_header = jutu_json_bool(dialect, "header", true);
    return true;
}

static const JutuDataResource *describe(const JutuDataPackages *packages, const json_t *package,
                                        const json_t *resource, const char *path, GError **error)
{
    JutuArena *arena = packages->context->arena;
    const JutuDataResource *known = g_hash_table_lookup(packages->described, resource);
    if (known)
        return known;
    const json_t *license = json_array_get(inherited(resource, package, "licenses"), 0);
    JutuDataResource *out = jutu_new(arena, JutuDataResource, 1);
    *out = (JutuDataResource){
        .package = path,
        .title = jutu_json_string(resource, "title", jutu_json_string(package, "title", NULL)),
        .description = jutu_json_string(resource, "description",
                                        jutu_json_string(package, "description", NULL)),
        .license = jutu_json_string(license, "title", jutu_json_string(license, "name", NULL)),
        .encoding = jutu_json_string(resource, "encoding", NULL),
    };
    set_origins(out, resource, package, arena);
    if (!set_dialect(out, resource, error) || !set_schema(out, packages, resource, error))
        return NULL;
    g_hash_table_insert(packages->described, (gpointer)resource, out);
    return out;
}

const JutuDataResource *jutu_data_packages_find(JutuDataPackages *packages, const char *path,
                                                GError **error)
{
    JutuArena *arena = packages->context->arena;
    bool is_absolute = g_path_is_absolute(path) || strstr(path, "://");
    size_t length = strlen(path);
    for (;;) { /* a/b/c.csv: a/b/, then a/, then the base folder */
        while (length > 0 && path[length - 1] != '/')
            length--;
        const char *file = jutu_arena_printf(arena, "%.*sdatapackage.json", (int)length, path);
        g_autoptr(GError) reason = NULL;
        const json_t *package = package_at(packages, file, &reason);
        if (reason) {
            g_propagate_error(error, g_steal_pointer(&reason));
            return NULL;
        }
        const json_t *resource = resource_of(package, path + length);
        if (resource)
            return describe(packages, package, resource, file, error);
        if (length == 0 || is_absolute)
            return NULL;
        length--;
    }
}
