/* Figures with what belongs to them: signs, powers of ten, units; ranges and dates. */
#pragma once
#include <glib.h>

/* Raises breaks[i], one of JUTU_BREAK_… for the place before character i, within such groups. */
void jutu_figures_glue(const gunichar *text, size_t n, guint8 *breaks);
