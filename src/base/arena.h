/* Memory that lives as long as one render. Nothing in it is freed on its own. */
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct JutuArena JutuArena;

/* Owned: jutu_arena_free() it, which frees and destroys all that it holds. */
JutuArena *jutu_arena_new(void);
void jutu_arena_free(JutuArena *arena);

/* Has `handle` destroyed with the arena, last in first out: for what a library allocates and a
 * render keeps (a hash table, a JSON tree). @return handle */
void *jutu_arena_own(JutuArena *arena, void *handle, void (*destroy)(void *handle));
/* Zeroed memory for `count` things of a size; see jutu_new(). The others: texts, copied. */
void *jutu_arena_alloc(JutuArena *arena, size_t count, size_t size, size_t align);
char *jutu_arena_printf(JutuArena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *jutu_arena_strdup(JutuArena *arena, const char *text);

/* The number, from 1, of a text that lives in the arena: equal texts have one number. For values,
 * which have no room for a pointer: see base/written.h. */
uint32_t jutu_arena_number(JutuArena *arena, const char *text);
/* The text of this number; NULL: there is none. */
const char *jutu_arena_numbered(const JutuArena *arena, uint32_t number);

/* A zeroed array of `count` elements of a type, e.g. jutu_new(arena, double, n). */
#define jutu_new(arena, type, count) \
    ((type *)jutu_arena_alloc((arena), (count), sizeof(type), _Alignof(type)))

/* Copies `count` elements of a type into the arena. */
#define jutu_copy(arena, type, from, count) \
    ((type *)memcpy(jutu_new((arena), type, (count)), (from), (count) * sizeof(type)))
