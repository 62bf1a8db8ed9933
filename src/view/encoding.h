/* A unit's encoding and mark definition, with what doesn't fit dropped and defaults settled. */
#pragma once
#include "view/view.h"

/* vega-lite's initEncoding: reads view->spec's encoding into view->encoding. */
void jutu_encoding_read(JutuView *unit);

/* mark/init.ts: settles orient, filled, opacity and cornerRadiusEnd in view->mark_def. */
void jutu_mark_def_settle(JutuView *unit);

/* stack.ts; NULL: the unit doesn't stack. */
const JutuStack *jutu_stack_new(const JutuView *unit);

/* Reads width and height as given (layoutsize/init.ts). */
void jutu_sizes_init(JutuView *view, json_t *const inherited[2]);

/* isBinned(def.bin) of a field */
static inline bool jutu_is_binned(const JutuChannelDef *def)
{
    return def && def->is_field && def->binning == JUTU_BINNED;
}

/* Walks over all field definitions of an encoding, those inside conditions included, in the order
 * of channels: for (JutuFieldWalk w = { 0 }; (def = jutu_next_field(encoding, &w));) */
typedef struct {
    size_t channel, item;
} JutuFieldWalk;
const JutuChannelDef *jutu_next_field(const JutuEncoding *encoding, JutuFieldWalk *walk);
