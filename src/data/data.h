/*
 * data/ makes tables of files and of rows in the spec, and knows no expression, no transform
 * and no view. Here: Vega-Lite's `data` objects, each read once, however many views use it.
 */
#pragma once
#include "base/context.h"
#include "data/datapackage.h"
#include "data/reader.h"
#include "data/table.h"

typedef struct JutuDataSources JutuDataSources;

typedef struct {
    JutuReader *reader;     /* borrowed; NULL: files can't be read */
    const json_t *datasets; /* the spec's "datasets": tables by name; NULL: none */
    const char *encoding; /* of all delimited files, whatever is said of them; NULL: as they say */
    size_t header;        /* the line of their column names; 0: as they say */
    size_t max_cells;     /* 0: the context's limit */
    const json_t *spec;   /* writes names of columns, some maybe with spaces around; NULL */
} JutuDataOptions;

/* In the context's arena. The JSON trees must live as long as that. */
JutuDataSources *jutu_data_sources_new(JutuContext *context, const JutuDataOptions *options);

/* The reader of files; NULL: none are read. */
JutuReader *jutu_data_reader(const JutuDataSources *sources);

/* Has others refer to the data by its "name", if it has one. Loading does so too; this is for data
 * that are referred to before. */
void jutu_data_define(JutuDataSources *sources, const json_t *data);

/*
 * The rows of a `data` object: {"url"}, {"values"}, {"name"} of a data set or of data defined
 * before, {"sequence"}. A file that a datapackage.json describes has the types of its schema, and
 * a cell that is not as the schema says is a warning, and null if it isn't of its type; cells of
 * other files are texts, unless typed-cells acts: see data/typed.h. Its format
 * (type, delimiter, property, encoding) is obeyed; `parse` is not: see jutu_parse_columns(). Null
 * or no data are no rows.
 *
 * @param data     NULL or JSON null: none
 * @param pointer  of `data` in the spec
 * @return NULL with error set
 */
const JutuTable *jutu_data_load(JutuDataSources *sources, const json_t *data, const char *pointer,
                                GError **error);

/*
 * Checks a data package, whose tables are then looked at with it: jutu_data_packages_check().
 */
const char *const *jutu_data_check_package(JutuDataSources *sources, const char *path,
                                           GError **error);

/*
 * The facts in a datapackage.json about the file of a `data` object: title, sources, units.
 * @return NULL, without an error, if it says nothing or the data aren't in a file
 */
const JutuDataResource *jutu_data_resource(JutuDataSources *sources, const json_t *data,
                                           GError **error);
