#include "base/arena.h"

#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

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
    GPtrArray *texts;    /* by number; NULL: none yet */
    GHashTable *numbers; /* text -> number */
};

JutuArena *jutu_arena_new(void)
{
    return jutu_alloc(sizeof(JutuArena));
}

void jutu_arena_free(JutuArena *arena)
{
    if (!arena)
        return;
    for (Handle *own = arena->handles; own; own = own->next)
        own->destroy(own->handle);
    g_clear_pointer(&arena->texts, g_ptr_array_unref);
    g_clear_pointer(&arena->numbers, g_hash_table_unref);
    for (Block *block = arena->blocks, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    free(arena);
}

void *jutu_arena_alloc(JutuArena *arena, size_t count, size_t size, size_t align)
{
    size_t need;
    if (!g_size_checked_mul(&need, count, size))
        jutu_out_of_memory(SIZE_MAX);

    Block *block = arena->blocks;
    size_t start = block ? (block->used + align - 1) & ~(align - 1) : 0;
    if (!block || start + need > block->size) {
        size_t room = MAX(need, BLOCK_SIZE);
        block = jutu_alloc(sizeof(Block) + room);
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

uint32_t jutu_arena_number(JutuArena *arena, const char *text)
{
    if (!arena->texts) {
        arena->texts = g_ptr_array_new();
        arena->numbers = g_hash_table_new(g_str_hash, g_str_equal);
    }
    GPtrArray *texts = arena->texts;
    if (texts->len > 0 && texts->pdata[texts->len - 1] == text)
        return texts->len;
    uint32_t known = GPOINTER_TO_UINT(g_hash_table_lookup(arena->numbers, text));
    if (known > 0)
        return known;
    g_ptr_array_add(texts, (gpointer)text);
    g_hash_table_insert(arena->numbers, (gpointer)text, GUINT_TO_POINTER(texts->len));
    return texts->len;
}

const char *jutu_arena_numbered(const JutuArena *arena, uint32_t number)
{
    bool known = arena->texts && number > 0 && number <= arena->texts->len;
    return known ? arena->texts->pdata[number - 1] : NULL;
}
