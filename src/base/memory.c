#include "base/memory.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void jutu_out_of_memory(size_t size)
{
    char text[64]; /* nothing is allocated for it */
    int length = snprintf(text, sizeof(text), "out of memory: %zu bytes were asked for\n", size);
    if (write(STDERR_FILENO, text, (size_t)length) < 0)
        abort(); /* as below: there is nobody to tell */
    abort();
}

void *jutu_alloc(size_t size)
{
    void *memory = calloc(1, size > 0 ? size : 1);
    if (!memory)
        jutu_out_of_memory(size);
    return memory;
}

static void *give(size_t size)
{
    void *memory = malloc(size > 0 ? size : 1);
    if (!memory)
        jutu_out_of_memory(size);
    return memory;
}

/* Before main(), so that a program may still give jansson an allocator of its own. */
__attribute__((constructor)) static void guard_jansson(void)
{
    json_set_alloc_funcs(give, free);
}
