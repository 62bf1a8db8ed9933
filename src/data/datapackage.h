/*
 * Frictionless Data Packages (v1 and v2): what datapackage.json says of a file,
 * its columns, and where the data come from.
 */
#pragma once
#include "base/context.h"
#include "data/reader.h"
#include "data/schema.h"

/* Who the data come from. What isn't known is NULL. */
typedef struct {
    const char *name; /* what a row's "source" calls it */
    const char *title, *publisher, *path, *version;
    const char *date, *accessed; /* as written: when it was published, when it was read */
} JutuDataOrigin;

typedef struct {
    const char *package;                       /* the datapackage.json that this stands in */
    const char *title, *description, *license; /* NULL: not given */
    const JutuDataOrigin *origins;
    size_t n_origins;
    const char *encoding, *delimiter; /* NULL: not given */
    bool has_header;
    size_t header_row;        /* the line of the names, from 1; 0: not given */
    const JutuSchema *schema; /* NULL: none */
} JutuDataResource;

typedef struct JutuDataPackages JutuDataPackages;

/* Packages by folder, each read once. @param reader  borrowed */
JutuDataPackages *jutu_data_packages_new(JutuReader *reader, JutuContext *context);

/*
 * Looks for a datapackage.json that describes a file: beside it and, of a relative path, in the
 * folders above, as far up as the path goes.
 * @return NULL without an error if there is none; NULL with one set if a package can't be used
 */
const JutuDataResource *jutu_data_packages_find(JutuDataPackages *packages, const char *path,
                                                GError **error);

/*
 * Checks a package against the standard; what is wrong goes to the context's messages. Under
 * whatever name, from then on it is that of its folder.
 * @return the files of its tables, to be looked at next, NULL-terminated: none if the package is
 *         broken; NULL with error set if it can't be read
 */
const char *const *jutu_data_packages_check(JutuDataPackages *packages, const char *path,
                                            GError **error);
