/* How wide a mark is within its band, as the definition and config say. */
#pragma once
#include "mark/encode.h"

typedef struct {
    enum { JUTU_BAND_NONE, JUTU_BAND_RELATIVE, JUTU_BAND_PX } kind;
    double band;        /* RELATIVE: of the whole band; NaN where the config leaves it out */
    const json_t *json; /* PX: a number or {"expr"} */
} JutuBandSize;

/* Whether JSON is {"band": …}. */
bool jutu_is_relative_size(const json_t *json);

/* getBandSize. @param by_size  whether the channel `size` is what gives the width */
JutuBandSize jutu_band_size(const JutuEncoder *encoder, JutuChannel channel,
                            const JutuChannelDef *def, const JutuScaleType *type, bool by_size);

/* defaultSizeRef: the width in px that a band size comes to. */
const JutuRef *jutu_band_size_ref(JutuEncoder *encoder, JutuChannel channel,
                                  const JutuChannelDef *def, JutuBandSize size);
