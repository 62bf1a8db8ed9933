/* point: a place on the page for each category: bands without width. */
#include "scale/band.h"

static void init(JutuScale *scale)
{
    scale->padding_inner = 1;
}

const JutuScaleType jutu_scale_point = {
    .name = "point",
    .doc = "A place on the page for each category.",
    .precedence = 10,
    .takes = JUTU_TAKES_BANDED,
    .discrete = true,
    .banded = true,
    .thin = true,
    .init = init,
    .prepare = jutu_band_prepare,
    .map = jutu_band_map,
    .invert = jutu_band_invert,
};
