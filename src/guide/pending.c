/* Weak placeholders of stages that are being written; each goes when the real one lands. */
#include <string.h>

#include "guide/guide.h"
#include "scene/path.h"

#define WEAK __attribute__((weak))

WEAK bool jutu_headers_parse(JutuModel *root, GError **error)
{
    (void)root, (void)error;
    return true;
}
WEAK bool jutu_headers_make(JutuPlot *plot, GError **error)
{
    (void)plot, (void)error;
    return true;
}
WEAK JutuRect jutu_header_draw(const JutuHeader *header, const JutuMeasure *measure,
                               JutuSceneBuilder *out)
{
    (void)header, (void)measure, (void)out;
    return (JutuRect){ 0, 0, 0, 0 };
}
