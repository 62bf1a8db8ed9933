/* Preloaded into the program: FAULT=N lets the N-th allocation fail. */
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))

static bool fails(void)
{
    static atomic_long allocations;
    const char *fault = getenv("FAULT");
    return fault && atomic_fetch_add(&allocations, 1) + 1 == strtol(fault, NULL, 10);
}

/* The next function of a name, found once, without a cast that ISO C doesn't know. */
#define NEXT(type, name) \
    static type next; \
    if (!next) { \
        void *symbol = dlsym(RTLD_NEXT, (name)); \
        memcpy(&next, &symbol, sizeof(next)); \
    }

EXPORT void *malloc(size_t size)
{
    typedef void *(*Malloc)(size_t size);
    NEXT(Malloc, "malloc")
    return fails() ? NULL : next(size);
}

EXPORT void *calloc(size_t n, size_t size)
{
    typedef void *(*Calloc)(size_t n, size_t size);
    NEXT(Calloc, "calloc")
    return fails() ? NULL : next(n, size);
}

EXPORT void *realloc(void *memory, size_t size)
{
    typedef void *(*Realloc)(void *memory, size_t size);
    NEXT(Realloc, "realloc")
    return fails() ? NULL : next(memory, size);
}
