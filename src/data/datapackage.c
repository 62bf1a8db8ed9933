#include "data/datapackage.h"

#include <string.h>

#include "base/json.h"
#include "data/package_check.h"
#include "data/text.h"

/* A JSON file, and its text, which says where its members are. */
typedef struct {
    const char *path, *text;
    const json_t *json;
} Descriptor;

struct JutuDataPackages {
    JutuReader *reader;
    JutuContext *context;
    GHashTable *found;     /* path of a datapackage.json -> Descriptor, or NULL if there is none */
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

/* In the arena. NULL with G_FILE_ERROR_NOENT set if there is none. */
static Descriptor *read_json(const JutuDataPackages *packages, const char *path, GError **error)
{
    JutuArena *arena = packages->context->arena;
    g_autoptr(GBytes) bytes = packages->reader->read(packages->reader, path, error);
    g_autoptr(GBytes) text = bytes ? jutu_text_decode(bytes, NULL, path, error) : NULL;
    if (!text)
        return NULL;
    size_t length = g_bytes_get_size(text);
    char *copy = jutu_new(arena, char, length + 1);
    if (length > 0)
        memcpy(copy, g_bytes_get_data(text, NULL), length);
    g_autoptr(GError) reason = NULL;
    json_t *json = jutu_json_parse(copy, length, &reason);
    if (!json) {
        const JutuWhere *where = jutu_error_where(reason);
        jutu_error_set(error, JUTU_ERROR_DATA, NULL, "%s:%zu:%zu: %s", path, where->line,
                       where->column, reason->message);
        return NULL;
    }
    Descriptor *descriptor = jutu_new(arena, Descriptor, 1);
    *descriptor = (Descriptor){ jutu_arena_strdup(arena, path), copy, jutu_json_own(arena, json) };
    return descriptor;
}

static JutuPlace place_of(const Descriptor *descriptor, const JutuPackageFault *fault)
{
    g_autoptr(GError) error = NULL;
    jutu_error_set(&error, JUTU_ERROR_DATA, fault->pointer, "%s", fault->text);
    jutu_error_locate(error, descriptor->text);
    const JutuWhere *where = jutu_error_where(error);
    return (JutuPlace){ descriptor->path, where->line, where->column };
}

/* Says what isn't as it should be, but no error. @param worst  of what is none
 * @return how many errors there are, the first set */
static size_t warn_of(const JutuDataPackages *packages, const Descriptor *descriptor,
                      const GArray *faults, JutuPackageGrade worst, const JutuPackageFault **first)
{
    size_t n = 0;
    for (guint i = 0; i < faults->len; i++) {
        const JutuPackageFault *fault = &g_array_index(faults, JutuPackageFault, i);
        if (fault->grade <= worst)
            jutu_warn_at(packages->context, JUTU_RULE_package, place_of(descriptor, fault), "",
                         "%s", fault->text);
        else if (n++ == 0)
            *first = fault;
    }
    return n;
}

/* Whether a package, or a part of it, can be used; takes the faults over. The first error stands
 * for all. */
static bool accept(const JutuDataPackages *packages, const Descriptor *descriptor, GArray *faults,
                   GError **error)
{
    const JutuPackageFault *first = NULL;
    size_t n = warn_of(packages, descriptor, faults, JUTU_PACKAGE_INVALID, &first);
    if (first) {
        JutuPlace place = place_of(descriptor, first);
        g_autofree char *more = n > 1 ? g_strdup_printf(" (and %zu more; `jutu check %s` lists "
                                                        "them)",
                                                        n - 1, descriptor->path)
                                      : g_strdup("");
        jutu_error_set(error, JUTU_ERROR_DATA, NULL, "%s:%zu:%zu: %s%s", place.file, place.line,
                       place.column, first->text, more);
    }
    g_array_unref(faults);
    return !first;
}

/* The package of this path, NULL without an error if there is none. */
static const Descriptor *package_at(JutuDataPackages *packages, const char *path, GError **error)
{
    gpointer known;
    if (g_hash_table_lookup_extended(packages->found, path, NULL, &known))
        return known;
    g_autoptr(GError) reason = NULL;
    Descriptor *descriptor = read_json(packages, path, &reason);
    if (!descriptor && reason->domain != G_FILE_ERROR) { /* neither missing nor out of reach */
        g_propagate_error(error, g_steal_pointer(&reason));
        return NULL;
    }
    if (descriptor && !accept(packages, descriptor,
                              jutu_package_check(descriptor->json, JUTU_PACKAGE_ITSELF, 0), error))
        return NULL;
    g_hash_table_insert(packages->found, (gpointer)path, descriptor);
    return descriptor;
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

/* Which resource describes a file, by its path from the package's folder; SIZE_MAX: none. */
static size_t resource_of(const json_t *package, const char *file)
{
    const json_t *resources = json_object_get(package, "resources");
    for (size_t i = 0; i < json_array_size(resources); i++) {
        if (has_path(json_array_get(resources, i), skip_dot(file)))
            return i;
    }
    return SIZE_MAX;
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

/* A member of a source, or of the package's source of the same name: it says more of it. */
static const char *text_of(const json_t *source, const json_t *twin, const char *name)
{
    return jutu_json_string(source, name, jutu_json_string(twin, name, NULL));
}

static const json_t *twin_of(const json_t *source, const json_t *package)
{
    const char *name = jutu_json_string(source, "name", NULL);
    const json_t *list = json_object_get(package, "sources");
    for (size_t i = 0; name && i < json_array_size(list); i++) {
        const json_t *other = json_array_get(list, i);
        if (g_strcmp0(jutu_json_string(other, "name", NULL), name) == 0)
            return other;
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
        const json_t *source = json_array_get(list, i), *twin = twin_of(source, package);
        const char *publisher = text_of(source, twin, "publisher");
        const char *path = text_of(source, twin, "path");
        const char *version = text_of(source, twin, "version");
        origins[i] = (JutuDataOrigin){
            .name = jutu_json_string(source, "name", NULL),
            .title = text_of(source, twin, "title"),
            .publisher = publisher ? publisher : publisher_of(package),
            .date = text_of(source, twin, "date"),
            .accessed = text_of(source, twin, "accessed"),
            .path = path ? path : jutu_json_string(source, "web", NULL),
            .version = version ? version : jutu_json_string(package, "version", NULL),
        };
    }
    out->origins = origins;
}

/* A member that may stand in a file of its own, beside the package: that file. NULL with error set.
 */
static Descriptor *read_beside(const JutuDataPackages *packages, const char *package,
                               const json_t *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(package);
    g_autofree char *file = strcmp(folder, ".") == 0
                                ? g_strdup(json_string_value(path))
                                : g_build_filename(folder, json_string_value(path), NULL);
    return read_json(packages, file, error);
}

static bool set_schema(JutuDataResource *out, const JutuDataPackages *packages,
                       const json_t *resource, GError **error)
{
    const json_t *schema = json_object_get(resource, "schema");
    const char *file = out->package;
    if (json_is_string(schema)) {
        const Descriptor *beside = read_beside(packages, file, schema, error);
        if (!beside || !accept(packages, beside, jutu_package_check_schema(beside->json), error))
            return false;
        file = beside->path;
        schema = beside->json;
    }
    if (schema)
        out->schema = jutu_schema_new(schema, file, packages->context->arena, error);
    return !schema || out->schema;
}

/* Reads a text as `delimiter` says is all that is done of a dialect. */
static bool set_dialect(JutuDataResource *out, const JutuDataPackages *packages,
                        const json_t *resource, GError **error)
{
    static const struct {
        const char *name, *only;
    } fixed[] = { { "quoteChar", "\"" }, { "commentChar", "" }, { "escapeChar", "" } };
    const json_t *dialect = json_object_get(resource, "dialect");
    if (json_is_string(dialect)) {
        const Descriptor *beside = read_beside(packages, out->package, dialect, error);
        if (!beside)
            return false;
        dialect = beside->json;
    }
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
    const json_t *rows = json_object_get(dialect, "headerRows");
    double row = json_number_value(json_array_get(rows, 0));
    if (json_array_size(rows) > 1) {
        jutu_error_set(error, JUTU_ERROR_UNSUPPORTED, NULL,
                       "%s: names in several \"headerRows\" can't be read yet; give one row",
                       out->package);
        return false;
    }
    out->header_row = row >= 1 && row <= G_MAXINT ? (size_t)row : 0;
    return true;
}

static const JutuDataResource *describe(const JutuDataPackages *packages,
                                        const Descriptor *descriptor, size_t index, GError **error)
{
    JutuArena *arena = packages->context->arena;
    const json_t *package = descriptor->json;
    const json_t *resource = json_array_get(json_object_get(package, "resources"), index);
    const JutuDataResource *known = g_hash_table_lookup(packages->described, resource);
    if (known)
        return known;
    if (!accept(packages, descriptor, jutu_package_check(package, JUTU_PACKAGE_RESOURCE, index),
                error))
        return NULL;
    const json_t *license = json_array_get(inherited(resource, package, "licenses"), 0);
    JutuDataResource *out = jutu_new(arena, JutuDataResource, 1);
    *out = (JutuDataResource){
        .package = descriptor->path,
        .title = jutu_json_string(resource, "title", jutu_json_string(package, "title", NULL)),
        .description = jutu_json_string(resource, "description",
                                        jutu_json_string(package, "description", NULL)),
        .license = jutu_json_string(license, "title", jutu_json_string(license, "name", NULL)),
        .encoding = jutu_json_string(resource, "encoding", NULL),
    };
    set_origins(out, resource, package, arena);
    if (!set_dialect(out, packages, resource, error) || !set_schema(out, packages, resource, error))
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
        const Descriptor *package = package_at(packages, file, &reason);
        if (reason) {
            g_propagate_error(error, g_steal_pointer(&reason));
            return NULL;
        }
        size_t resource = package ? resource_of(package->json, path + length) : SIZE_MAX;
        if (resource != SIZE_MAX)
            return describe(packages, package, resource, error);
        if (length == 0 || is_absolute)
            return NULL;
        length--;
    }
}

/* Says all that is wrong: where the package itself is looked at, it is to keep the standard.
 * @return whether it does */
static bool report_all(const JutuDataPackages *packages, const Descriptor *descriptor)
{
    g_autoptr(GArray) faults = jutu_package_check(descriptor->json, JUTU_PACKAGE_WHOLE, 0);
    const JutuPackageFault *first = NULL;
    warn_of(packages, descriptor, faults, JUTU_PACKAGE_VAIN, &first);
    for (guint i = 0; i < faults->len; i++) {
        const JutuPackageFault *fault = &g_array_index(faults, JutuPackageFault, i);
        if (fault->grade > JUTU_PACKAGE_VAIN)
            jutu_report_at(packages->context, JUTU_ERROR_DATA, place_of(descriptor, fault), "",
                           "%s", fault->text);
    }
    return !first;
}

/* The files of resources that are tables on this disk, in one part. */
static const char *const *files_of(const Descriptor *descriptor, JutuArena *arena)
{
    const json_t *resources = json_object_get(descriptor->json, "resources");
    size_t n = json_array_size(resources), folder = strlen(descriptor->path);
    const char **files = jutu_new(arena, const char *, n + 1);
    while (folder > 0 && descriptor->path[folder - 1] != '/')
        folder--;
    for (size_t i = 0, out = 0; i < n; i++) {
        const json_t *resource = json_array_get(resources, i), *path = NULL;
        path = json_object_get(resource, "path");
        if (json_array_size(path) == 1)
            path = json_array_get(path, 0);
        const char *file = json_string_value(path);
        bool table = json_object_get(resource, "schema") ||
                     strcmp(jutu_json_string(resource, "type", ""), "table") == 0;
        if (file && table && !strstr(file, "://"))
            files[out++] = jutu_arena_printf(arena, "%.*s%s", (int)folder, descriptor->path,
                                             skip_dot(file));
    }
    return files;
}

const char *const *jutu_data_packages_check(JutuDataPackages *packages, const char *path,
                                            GError **error)
{
    JutuArena *arena = packages->context->arena;
    Descriptor *descriptor = read_json(packages, path, error);
    if (!descriptor)
        return NULL;
    if (!report_all(packages, descriptor))
        return jutu_new(arena, const char *, 1);
    g_autofree char *folder = g_path_get_dirname(path);
    const char *name = strchr(path, '/') ? jutu_arena_printf(arena, "%s/datapackage.json", folder)
                                         : "datapackage.json";
    g_hash_table_insert(packages->found, (gpointer)name, descriptor);
    return files_of(descriptor, arena);
}
