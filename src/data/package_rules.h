/* What the standard asks for beyond the kinds of members; for data/package_check.c. */
#pragma once
#include "base/json.h"
#include "data/package_check.h"

typedef struct {
    GArray *faults;
    JutuPackagePart part;
    int version; /* of the standard, 0: it isn't said */
} JutuPackageCheck;

/* Adds a fault at the place that a way leads to. */
void jutu_package_fault(const JutuPackageCheck *check, JutuPackageGrade grade, const JutuStep *way,
                        const char *format, ...) __attribute__((format(printf, 4, 5)));

/* @param object  its name in data/package.def */
void jutu_package_check_rules(const JutuPackageCheck *check, const char *object, const json_t *json,
                              const JutuStep *way);
