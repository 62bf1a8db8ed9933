#include "mark/property.h"

/* clang-format off */
#define PLACE(column) JUTU_N_##column
#define PLAIN(column) JUTU_N_##column
#define NUMBER(column) JUTU_N_##column
#define WEIGHT(column) JUTU_N_##column
#define STRING(column) JUTU_S_##column
#define TEXT(column) JUTU_S_##column
#define PAINT(column) 0
#define DASH(column) 0
#define NOTE(column) 0

const JutuPropertyType jutu_properties[JUTU_N_PROPERTIES] = {
#define JUTU_PROPERTY(id, name_, kind_, column_, of_mark_) \
    [JUTU_P_##id] = { name_, JUTU_PROPERTY_##kind_, kind_(column_), of_mark_ },
#include "mark/properties.def"
#undef JUTU_PROPERTY
};
/* clang-format on */
