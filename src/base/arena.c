#include "base/arena.h"

#include <glib.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)64 * 1024)

typedef struct Block {
    struct Block *next;
    size_t used, size;
    _Alignas(max_align_t) unsigned char bytes[];
} Block;

typedef struct Handle {
    struct Handle *next;
    void *handle;
    void (*destroy)(void *handle);
} Handle;

struct JutuArena {
    Block *blocks;
    Handle *handles;
};

JutuArena *jutu_arena_new(void)
{
    return g_new0(JutuArena, 1);
}

void jutu_arena_free(JutuArena *arena)
{
    if (!arena)
        return;
    for (Handle *own = arena->handles; own; own = own->next)
        own->destroy(own->handle);
    for (Block *block = arena->blocks, *next; block; block = next) {
        next = block->next;
        g_free(block);
    }
    g_free(arena);
}

void *jutu_arena_alloc(JutuArena *arena, size_t count, size_t size, size_t align)
{
    size_t need;
    if (!g_size_checked_mul(&need, count, size))
        g_error("arena: %zu x %zu bytes overflow", count, size);

    Block *block = arena->blocks;
    size_t start = block ? (block->used + align - 1) & ~(align - 1) : 0;
    if (!block || start + need > block->size) {
        size_t room = MAX(need, BLOCK_SIZE);
        block = g_malloc0(sizeof(Block) + room);
        block->size = room;
        block->next = arena->blocks;
        arena->blocks = block;
        start = 0;
    }
    block->used = start + need;
    return block->bytes + start;
}

void *jutu_arena_own(JutuArena *arena, void *handle, void (*destroy)(void *handle))
{
    Handle *own = jutu_new(arena, Handle, 1);
    *own = (Handle){ arena->handles, handle, destroy };
    arena->handles = own;
    return handle;
}

char *jutu_arena_strdup(JutuArena *arena, const char *text)
{
    size_t length = strlen(text) + 1;
    return memcpy(jutu_new(arena, char, length), text, length);
}

char *jutu_arena_printf(JutuArena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    return jutu_arena_strdup(arena, text);
}
