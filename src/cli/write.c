/* Writing: a regular file is replaced whole, all else is written to as it is. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/output.h"

enum { MOST_LINKS = 40, MOST_NAMES = 10000 };

static const struct {
    int code;
    const char *text;
} reasons[] = {
    { ENOENT, "there is no such folder; make it, or give --mkdir" },
    { ENOTDIR, "a part of the path isn't a folder" },
    { EISDIR, "it is a folder" },
    { EACCES, "permission is denied" },
    { EPERM, "permission is denied" },
    { EROFS, "the file system can only be read" },
    { ENOSPC, "the disk is full; make room there, or write elsewhere" },
    { EDQUOT, "the quota is used up; make room there, or write elsewhere" },
    { EFBIG, "it is larger than files may be here (ulimit -f)" },
    { EPIPE, "nobody reads it any more" },
    { EBADF, "it is closed" },
    { EIO, "the disk fails" },
    { ELOOP, "its symbolic links lead in a circle" },
    { ENAMETOOLONG, "the name is too long" },
};

bool jutu_cli_write_failed(const char *path, int code, GError **error)
{
    const char *name = strcmp(path, "-") == 0 ? "standard output" : path;
    const char *text = g_strerror(code);
    for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++) {
        if (reasons[i].code == code)
            text = reasons[i].text;
    }
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(code), "%s can't be written: %s", name,
                text);
    return false;
}

char *jutu_cli_resolve(const char *path)
{
    g_autofree char *at = g_strdup(path);
    for (int i = 0; i < MOST_LINKS; i++) {
        g_autofree char *folder = g_path_get_dirname(at), *name = g_path_get_basename(at);
        char *real = realpath(folder, NULL);
        if (!real)
            return NULL;
        g_autofree char *whole = g_build_filename(real, name, NULL);
        /* what /proc has are open files: they have no better name */
        bool is_open = g_str_has_prefix(whole, "/proc/");
        g_autofree char *target = is_open ? NULL : g_file_read_link(whole, NULL);
        char *next = target ? g_canonicalize_filename(target, real) : NULL;
        free(real);
        if (!next)
            return g_steal_pointer(&whole);
        g_free(at);
        at = next;
    }
    errno = ELOOP;
    return NULL;
}

/* @return 0, or what went wrong */
static int write_all(int file, const char *bytes, gsize size)
{
    while (size > 0) {
        ssize_t n = write(file, bytes, size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n < 0 ? errno : EIO;
        bytes += n;
        size -= (gsize)n;
    }
    return 0;
}

/* The number of a path such as /proc/1/fd/3 of this process; -1 if it is none. */
static int open_file_of(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path), *name = g_path_get_basename(path);
    char *own = realpath("/proc/self/fd", NULL);
    bool is_own = own && strcmp(own, folder) == 0;
    free(own);
    return is_own ? (int)g_ascii_strtoll(name, NULL, 10) : -1;
}

/* A pipe or a device, or a file that is open already. */
static int write_directly(const char *path, const char *bytes, gsize size)
{
    int own = open_file_of(path);
    if (own >= 0)
        return write_all(own, bytes, size);
    int file = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0)
        return errno;
    int code = write_all(file, bytes, size);
    if (close(file) != 0 && code == 0)
        code = errno;
    return code;
}

/* == Regular files == */

/* A file beside the place where it is to be. */
typedef struct {
    const char *path;         /* of that place */
    const struct stat *about; /* of what is there now; NULL: nothing */
    char *folder;
    char *name; /* its own path; NULL: it has none yet */
    int file;
} Beside;

/* Names that are short, so that one can stand beside any name; tried until one is free. */
static char *free_name(const Beside *beside, int i)
{
    g_autofree char *name = g_strdup_printf(".jutu-%d-%d", (int)getpid(), i);
    return g_build_filename(beside->folder, name, NULL);
}

static int open_named(Beside *beside)
{
    for (int i = 0; i < MOST_NAMES; i++) {
        g_autofree char *name = free_name(beside, i);
        beside->file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (beside->file >= 0)
            beside->name = g_steal_pointer(&name);
        if (beside->file >= 0 || errno != EEXIST)
            break;
    }
    return beside->file >= 0 ? 0 : errno;
}

static int open_unnamed(Beside *beside)
{
    beside->file = open(beside->folder, O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666);
    return beside->file >= 0 ? 0 : errno;
}

/* Gives an unnamed file its place's name, if that is free, else another. */
static int give_name(Beside *beside)
{
    char source[32];
    g_snprintf(source, sizeof(source), "/proc/self/fd/%d", beside->file);
    if (!beside->about && linkat(AT_FDCWD, source, AT_FDCWD, beside->path, AT_SYMLINK_FOLLOW) == 0)
        return 0;
    for (int i = 0; i < MOST_NAMES; i++) {
        g_autofree char *name = free_name(beside, i);
        if (linkat(AT_FDCWD, source, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0) {
            beside->name = g_steal_pointer(&name);
            return 0;
        }
        if (errno != EEXIST)
            break;
    }
    return errno;
}

/* Owner and mode of what was there; who may not give a file away keeps it. */
static int keep_mode(const Beside *beside)
{
    if (!beside->about)
        return 0;
    if (fchown(beside->file, beside->about->st_uid, beside->about->st_gid) != 0)
        errno = 0;
    return fchmod(beside->file, beside->about->st_mode & 0777) == 0 ? 0 : errno;
}

/* Some file systems tell only at the end what they couldn't write. */
static int settle(const Beside *beside)
{
    if (beside->about && fsync(beside->file) != 0 && errno != EINVAL)
        return errno;
    int twin = dup(beside->file);
    return twin >= 0 && close(twin) == 0 ? 0 : errno;
}

static int put(const char *path, const struct stat *about, const char *bytes, gsize size,
               int (*open_beside)(Beside *beside))
{
    Beside beside = { path, about, g_path_get_dirname(path), NULL, -1 };
    int code = open_beside(&beside);
    if (code == 0)
        code = write_all(beside.file, bytes, size);
    if (code == 0)
        code = keep_mode(&beside);
    if (code == 0)
        code = settle(&beside);
    if (code == 0 && !beside.name)
        code = give_name(&beside);
    if (code == 0 && beside.name && rename(beside.name, path) != 0)
        code = errno;
    if (code != 0 && beside.name)
        unlink(beside.name);
    if (beside.file >= 0)
        close(beside.file);
    g_free(beside.name);
    g_free(beside.folder);
    return code;
}

static int replace(const char *path, const struct stat *about, const char *bytes, gsize size)
{
    int code = put(path, about, bytes, size, open_unnamed);
    /* not on every file system, nor without /proc */
    bool unknown = code == EOPNOTSUPP || code == EISDIR || code == EINVAL || code == ENOENT;
    return unknown ? put(path, about, bytes, size, open_named) : code;
}

bool jutu_cli_write(const char *path, const void *bytes, gsize size, GError **error)
{
    if (strcmp(path, "-") == 0) {
        int code = fflush(stdout) == 0 ? write_all(STDOUT_FILENO, bytes, size) : errno;
        return code == 0 || jutu_cli_write_failed(path, code, error);
    }
    g_autofree char *real = jutu_cli_resolve(path);
    if (!real)
        return jutu_cli_write_failed(path, errno, error);
    struct stat about;
    bool exists = stat(real, &about) == 0;
    bool direct = exists && (!S_ISREG(about.st_mode) || g_str_has_prefix(real, "/proc/"));
    int code = direct ? write_directly(real, bytes, size)
                      : replace(real, exists ? &about : NULL, bytes, size);
    return code == 0 || jutu_cli_write_failed(path, code, error);
}
