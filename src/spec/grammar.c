#include "spec/grammar.h"

#include <stddef.h>

#define NUMBER JUTU_KIND_NUMBER
#define STRING JUTU_KIND_STRING
#define BOOLEAN JUTU_KIND_BOOLEAN
#define NONE JUTU_KIND_NONE
#define EXPR JUTU_KIND_EXPR
#define ARRAY JUTU_KIND_ARRAY
#define MAP JUTU_KIND_OBJECT
#define ANY JUTU_KIND_ANY

/* First all objects are declared, as they refer to each other; then their members; then themselves.
 */
#define MEMBER(...)
#define END
#define OBJECT(id, is_open, definitions) extern const JutuObjectType jutu_object_##id;
#include "spec/grammar.def"
#undef OBJECT
#undef MEMBER
#undef END

#define OBJECT(id, is_open, definitions) static const JutuMember members_##id[] = {
#define MEMBER(text, own, words, type, each, each_words, each_type, state) \
    { text, \
      { own, words, &jutu_object_##type }, \
      { each, each_words, &jutu_object_##each_type }, \
      JUTU_##state },
#define END \
    { \
        NULL, { 0, NULL, NULL }, { 0, NULL, NULL }, JUTU_SUPPORTED \
    } \
    } \
    ;
#include "spec/grammar.def"
#undef OBJECT
#undef MEMBER
#undef END

#define MEMBER(...)
#define END
#define OBJECT(id, is_open, definitions) \
    const JutuObjectType jutu_object_##id = { #id, is_open, definitions, members_##id };
#include "spec/grammar.def"
#undef OBJECT

#define OBJECT(id, is_open, definitions) &jutu_object_##id,
const JutuObjectType *const jutu_object_types[] = {
#include "spec/grammar.def"
    NULL,
};
