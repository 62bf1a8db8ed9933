/*
 * The form of a data package: what data/package.def says of its members, and what the standard
 * asks for beyond that.
 */
#pragma once
#include <glib.h>
#include <jansson.h>
#include <stdbool.h>

typedef enum {
    JUTU_PACKAGE_VAIN,    /* it says something in vain */
    JUTU_PACKAGE_INVALID, /* the standard asks for something else, but it can be used */
    JUTU_PACKAGE_BROKEN
} JutuPackageGrade;

typedef struct {
    JutuPackageGrade grade;
    char *pointer; /* where in the descriptor */
    char *text;    /* what is wrong; what to do */
} JutuPackageFault;

typedef enum {
    JUTU_PACKAGE_WHOLE,   /* a package with all of its resources */
    JUTU_PACKAGE_ITSELF,  /* without them */
    JUTU_PACKAGE_RESOURCE /* one of them */
} JutuPackagePart;

/*
 * What is wrong with a part of a package, in the order in which it stands.
 * @param resource  its index, for JUTU_PACKAGE_RESOURCE
 * @return owned, of JutuPackageFault
 */
GArray *jutu_package_check(const json_t *package, JutuPackagePart part, size_t resource);

/* The same of a schema in a file of its own. */
GArray *jutu_package_check_schema(const json_t *schema);
