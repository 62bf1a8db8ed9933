/* The themes. report: a book page: left-aligned, hairline grid, few colours. */
#include <stddef.h>

#include "theme/themes.h"

static const char report[] =
    "{\"background\":\"#ffffff\",\"font\":\"Noto Sans CJK SC\",\"padding\":0,"
    "\"view\":{\"stroke\":null,\"continuousWidth\":560,\"continuousHeight\":300},"
    "\"axis\":{\"labelFontSize\":12,\"labelColor\":\"#5c6570\",\"titleFontSize\":12,"
    "\"titleColor\":\"#5c6570\",\"titleFontWeight\":\"normal\",\"gridColor\":\"#e4e7ea\","
    "\"gridWidth\":1,\"domainColor\":\"#16191d\",\"tickColor\":\"#b9c0c7\",\"labelPadding\":6,"
    "\"labelSeparation\":6,"
    "\"tickSize\":4},"
    "\"axisQuantitative\":{\"domain\":false,\"ticks\":false,\"tickCount\":5},"
    "\"axisBand\":{\"zindex\":1,\"ticks\":false,\"labelPadding\":12,\"labelFontSize\":13,"
    "\"labelColor\":\"#16191d\",\"labelAngle\":0,\"grid\":false},"
    "\"axisPoint\":{\"ticks\":false,\"labelAngle\":0,\"labelFontSize\":13,"
    "\"labelColor\":\"#16191d\"},"
    "\"axisTemporal\":{\"grid\":false},"
    "\"legend\":{\"orient\":\"top\",\"direction\":\"horizontal\",\"title\":null,"
    "\"labelFontSize\":12,\"labelColor\":\"#16191d\",\"symbolType\":\"square\",\"symbolSize\":110,"
    "\"offset\":10,\"columnPadding\":18,\"rowPadding\":5,"
    "\"symbolLimit\":200},"
    "\"header\":{\"title\":null,\"labelFontSize\":14,\"labelFontWeight\":\"bold\","
    "\"labelAnchor\":\"start\",\"labelColor\":\"#16191d\"},"
    "\"title\":{\"anchor\":\"start\",\"fontSize\":14,\"color\":\"#16191d\",\"offset\":10},"
    "\"scale\":{\"barBandPaddingInner\":0.3333,\"bandPaddingOuter\":0.16667},"
    "\"mark\":{\"invalid\":\"break-paths-show-domains\"},"
    "\"mark\":{\"color\":\"#1f5a93\"},\"line\":{\"strokeWidth\":2.5},"
    "\"text\":{\"fontSize\":14,\"color\":\"#16191d\"},\"rule\":{\"color\":\"#b9c0c7\"},"
    "\"range\":{\"category\":[\"#1f5a93\",\"#cf6515\",\"#33a2aa\",\"#84222f\",\"#807e7a\","
    "\"#d6aa32\",\"#7d6acc\",\"#7cb0d5\"],\"ordinal\":{\"scheme\":\"blues\"},"
    "\"ramp\":{\"scheme\":\"blues\"},\"diverging\":[\"#a83b45\",\"#f1ede6\",\"#1f5a93\"]}}";

const JutuTheme jutu_theme_rows[] = {
    { "report", "A page of a book: left-aligned, hairline grid, a restrained palette.", report,
      true },
#define JUTU_THEME(name, doc, config) { #name, doc, config, false },
#include "theme/themes.def"
#undef JUTU_THEME
    { 0 },
};

const char *const jutu_theme_names[] = {
    "report",
#define JUTU_THEME(name, doc, config) #name,
#include "theme/themes.def"
#undef JUTU_THEME
    NULL,
};
