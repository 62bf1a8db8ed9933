/* What Vega calls the choices of styles and texts: caps, joins, aligns and baselines by their
 * numbers.
 */
#pragma once

extern const char *const jutu_cap_names[], *const jutu_join_names[]; /* each ends with NULL */
extern const char *const jutu_align_names[], *const jutu_baseline_names[];

/* The number of a name; 0, the default, if it is none of them or NULL. */
int jutu_choice(const char *const *names, const char *name);
