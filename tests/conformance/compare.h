/* Says where two scenes, or two layouts, of `jutu explain` differ by more than can be seen. */
#pragma once
#include <glib.h>
#include <jansson.h>

/*
 * Compares two scenes of the stage "marks". Positions may differ by half a pixel, colours by 2 of
 * 255; the items of a mark may come in another order; what isn't seen doesn't count.
 *
 * @param out  gets a line for each difference
 * @return how many there are
 */
size_t conform_compare(const json_t *want, const json_t *got, GString *out);

/* Compares two layouts: what the wanted one names must be there, within half a pixel. */
size_t conform_compare_layout(const json_t *want, const json_t *got, GString *out);
