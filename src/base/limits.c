#include "base/limits.h"

const JutuLimit jutu_limits[] = {
#define JUTU_LIMIT(id, value, name, doc) { name, value, doc },
#include "base/limits.def"
#undef JUTU_LIMIT
    { 0 },
};
