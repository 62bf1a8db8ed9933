/*
 * Preloaded into the program: FAULT=call:error,… makes calls on regular files fail, such as
 * write:EIO; open:EOPNOTSUPP refuses files without a name.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))

static const struct {
    const char *name;
    int code;
} errors[] = {
    { "EIO", EIO }, { "ENOSPC", ENOSPC }, { "EDQUOT", EDQUOT }, { "EOPNOTSUPP", EOPNOTSUPP }
};

/* The error that a call is to fail with; 0: none. */
static int fault_of(const char *call)
{
    const char *fault = getenv("FAULT");
    size_t length = strlen(call);
    for (; fault; fault = strchr(fault, ',') ? strchr(fault, ',') + 1 : NULL) {
        if (strncmp(fault, call, length) != 0 || fault[length] != ':')
            continue;
        const char *name = fault + length + 1;
        for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++) {
            if (strncmp(name, errors[i].name, strlen(errors[i].name)) == 0)
                return errors[i].code;
        }
    }
    return 0;
}

static bool is_written(int file)
{
    struct stat about;
    int flags = fcntl(file, F_GETFL);
    return flags >= 0 && (flags & O_ACCMODE) != O_RDONLY && fstat(file, &about) == 0 &&
           S_ISREG(about.st_mode) && file > 2;
}

static bool fails(const char *call, int file)
{
    int code = fault_of(call);
    if (code == 0 || !is_written(file))
        return false;
    errno = code;
    return true;
}

/* The next function of a name, without a cast that ISO C doesn't know. */
#define NEXT(type, name) \
    type next; \
    void *symbol = dlsym(RTLD_NEXT, (name)); \
    memcpy(&next, &symbol, sizeof(next))

typedef ssize_t (*Write)(int file, const void *bytes, size_t size);
typedef int (*OnFile)(int file);
typedef int (*Open)(const char *path, int flags, ...);

EXPORT ssize_t write(int file, const void *bytes, size_t size)
{
    NEXT(Write, "write");
    return fails("write", file) ? -1 : next(file, bytes, size);
}

EXPORT int close(int file)
{
    bool bad = fails("close", file);
    int code = errno;
    NEXT(OnFile, "close");
    int result = next(file);
    if (!bad)
        return result;
    errno = code;
    return -1;
}

EXPORT int fsync(int file)
{
    NEXT(OnFile, "fsync");
    return fails("fsync", file) ? -1 : next(file);
}

static int open_file(const char *path, int flags, mode_t mode)
{
    int code = fault_of("open");
    if ((flags & O_TMPFILE) == O_TMPFILE && code != 0) {
        errno = code;
        return -1;
    }
    NEXT(Open, "open");
    return next(path, flags, mode);
}

/* The mode that isn't given isn't looked at, either. */
EXPORT int open_with_mode(const char *path, int flags, mode_t mode) __asm__("open");
EXPORT int open64_with_mode(const char *path, int flags, mode_t mode) __asm__("open64");

EXPORT int open_with_mode(const char *path, int flags, mode_t mode)
{
    return open_file(path, flags, mode);
}

EXPORT int open64_with_mode(const char *path, int flags, mode_t mode)
{
    return open_file(path, flags, mode);
}
