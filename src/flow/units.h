/* The units of what a chart shows, as the data packages of its files know them. */
#pragma once
#include "flow/tables.h"
#include "plan/plan.h"
#include "transform/transform.h"

/* The transform of the spec that makes a field which a view reads; NULL: it is the data's. */
const JutuTransform *jutu_made_by(const JutuView *view, const char *field, const json_t **def);

/*
 * Adds the units of what shares a scale, each once: those of its fields, or those that the rows
 * drawn have in the column whose role is "unit". Counts have none, nor have shares of a stack.
 * @param tables  a cell's, or those outside of facets
 * @param units   of const char *
 * @return false with error set if a package can't be used
 */
bool jutu_units_of_scale(const JutuTables *tables, const JutuPlan *plan, const JutuScalePlan *scale,
                         GPtrArray *units, GError **error);

/* The unit that all rows drawn have in the column whose role it is; NULL: none, or several. */
const char *jutu_unit_of_rows(const JutuTables *tables, const JutuView *unit,
                              const JutuSchema *schema);

/* The same of all that is drawn. */
bool jutu_units_of_all(const JutuTables *tables, const JutuView *root, GPtrArray *units,
                       GError **error);

/* Whether numbers of this unit have none, such as a share or an index. */
bool jutu_unit_is_none(const char *unit);
