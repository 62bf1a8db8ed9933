/*
 * The program's allocator: the C library's (or a preloaded one), but for that it never gives NULL.
 * Libraries are of many minds about that (some crash, some draw less); here the program ends with a
 * message. Replacing malloc() by a function of the program is what glibc provides for. Sanitizers
 * have an allocator of their own.
 */
#include <dlfcn.h>
#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || \
    __has_feature(thread_sanitizer)
#define JUTU_SANITIZED 1
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define JUTU_SANITIZED 1
#endif

#ifndef JUTU_SANITIZED

#define EXPORT __attribute__((visibility("default")))

static void end(size_t size)
{
    char text[80]; /* nothing is allocated for it */
    int length = snprintf(text, sizeof(text), "jutu: out of memory: %zu bytes were asked for\n",
                          size);
    if (write(STDERR_FILENO, text, (size_t)length) < 0)
        errno = 0; /* there is nobody else to tell */
    _exit(JUTU_EXIT_ERROR);
}

static void *checked(void *memory, size_t size)
{
    if (!memory && size > 0)
        end(size);
    return memory;
}

static size_t product(size_t n, size_t size)
{
    size_t all;
    if (__builtin_mul_overflow(n, size, &all))
        end(SIZE_MAX);
    return all;
}

/* Finds the next function of a name, once; ISO C has no cast for that. */
#define NEXT(type, name) \
    static type next; \
    if (!next) { \
        void *symbol = dlsym(RTLD_NEXT, (name)); \
        memcpy(&next, &symbol, sizeof(next)); \
    }

EXPORT void *malloc(size_t size)
{
    typedef void *(*Malloc)(size_t);
    NEXT(Malloc, "malloc")
    return checked(next(size), size);
}

EXPORT void *calloc(size_t n, size_t size)
{
    typedef void *(*Calloc)(size_t, size_t);
    NEXT(Calloc, "calloc")
    return checked(next(n, size), product(n, size));
}

EXPORT void *realloc(void *memory, size_t size)
{
    typedef void *(*Realloc)(void *, size_t);
    NEXT(Realloc, "realloc")
    return checked(next(memory, size), size);
}

EXPORT void *reallocarray(void *memory, size_t n, size_t size)
{
    return realloc(memory, product(n, size));
}

EXPORT void *memalign(size_t alignment, size_t size)
{
    typedef void *(*Memalign)(size_t, size_t);
    NEXT(Memalign, "memalign")
    return checked(next(alignment, size), size);
}

EXPORT void *aligned_alloc(size_t alignment, size_t size)
{
    typedef void *(*AlignedAlloc)(size_t, size_t);
    NEXT(AlignedAlloc, "aligned_alloc")
    return checked(next(alignment, size), size);
}

EXPORT int posix_memalign(void **out, size_t alignment, size_t size)
{
    typedef int (*PosixMemalign)(void **, size_t, size_t);
    NEXT(PosixMemalign, "posix_memalign")
    int code = next(out, alignment, size);
    if (code == ENOMEM)
        end(size);
    return code;
}

#endif
