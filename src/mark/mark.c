#include "mark/encode.h"

#define JUTU_MARK(name, ...) extern const JutuMarkEncoder jutu_mark_##name;
#include "view/marks.def"
#undef JUTU_MARK

const JutuMarkEncoder *const jutu_mark_encoders[JUTU_N_MARKS] = {
#define JUTU_MARK(name, ...) &jutu_mark_##name,
#include "view/marks.def"
#undef JUTU_MARK
};
