#include "data/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

struct JutuInput {
    int fd;
    GMutex lock;
    GBytes *bytes; /* NULL: not read yet */
};

typedef struct {
    JutuReader reader;
    char *base; /* NULL: the current folder */
    char **allowed;
    char *beside; /* NULL: none */
    size_t max_bytes;
    JutuInput *input; /* NULL: none */
    GPtrArray *files; /* of char *, NULL-terminated */
} FileReader;

/* strerror() speaks the user's language; messages are the same everywhere. */
static const struct {
    int code;
    const char *text;
} reasons[] = {
    { ENOENT, "there is no such file" },
    { ENOTDIR, "a part of the path isn't a folder" },
    { EACCES, "permission is denied" },
    { EPERM, "permission is denied" },
    { ELOOP, "its symbolic links lead in a circle" },
    { ENAMETOOLONG, "the name is too long" },
    { ENXIO, "it isn't a regular file" },
    { EISDIR, "it is a folder" },
    { EIO, "the disk fails" },
};

static void fail_read(GError **error, const char *path, int code)
{
    for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++) {
        if (reasons[i].code != code)
            continue;
        if (code == ENOENT)
            g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "%s: %s", path, reasons[i].text);
        else
            jutu_error_set(error, JUTU_ERROR_DATA, NULL, "%s: %s", path, reasons[i].text);
        return;
    }
    jutu_error_set(error, JUTU_ERROR_DATA, NULL, "%s: can't be read (error %d)", path, code);
}

/* Whether a path is that of a file, or of something in a folder, right there or below it. */
static bool is_in(const char *path, const char *folder, bool below_it)
{
    char *real = realpath(folder, NULL);
    size_t length = real ? strlen(real) : 0;
    while (length > 0 && real[length - 1] == '/')
        length--; /* the root folder */
    bool is = real && strncmp(path, real, length) == 0;
    if (is && below_it)
        is = path[length] == '/' || path[length] == '\0';
    else if (is)
        is = path[length] == '/' && !strchr(path + length + 1, '/');
    free(real);
    return is;
}

static bool is_allowed(const FileReader *reader, const char *path)
{
    for (char **folder = reader->allowed; folder && *folder; folder++) {
        if (is_in(path, *folder, true))
            return true;
    }
    return reader->beside && is_in(path, reader->beside, false);
}

static GBytes *read_all(int file, const FileReader *reader, const char *path, GError **error)
{
    struct stat about;
    if (fstat(file, &about) != 0) {
        fail_read(error, path, errno);
        return NULL;
    }
    if (!S_ISREG(about.st_mode)) {
        fail_read(error, path, S_ISDIR(about.st_mode) ? EISDIR : ENXIO);
        return NULL;
    }
    size_t size = (size_t)about.st_size, n = 0;
    if (reader->max_bytes > 0 && size > reader->max_bytes) {
        jutu_error_set(error, JUTU_ERROR_DATA, NULL, "%s: %zu bytes are more than %zu", path, size,
                       reader->max_bytes);
        return NULL;
    }
    g_autofree char *bytes = g_malloc(size + 1);
    while (n < size) {
        ssize_t got = read(file, bytes + n, size - n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            fail_read(error, path, errno);
            return NULL;
        }
        if (got == 0)
            break; /* it has become shorter */
        n += (size_t)got;
    }
    bytes[n] = '\0'; /* whoever reads it as a text may rely on that */
    return g_bytes_new_take(g_steal_pointer(&bytes), n);
}

/* To its end, or to `max_bytes` and a bit more. NULL with error set. */
static GBytes *read_stream(int fd, size_t max_bytes, GError **error)
{
    enum { BLOCK = 65536 };
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    for (;;) {
        guint had = bytes->len;
        g_byte_array_set_size(bytes, had + BLOCK);
        ssize_t got = read(fd, bytes->data + had, BLOCK);
        g_byte_array_set_size(bytes, had + (guint)MAX(got, 0));
        if (got == 0 || (got > 0 && bytes->len > max_bytes))
            return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
        if (got < 0 && errno != EINTR) {
            fail_read(error, "-", errno);
            return NULL;
        }
    }
}

static GBytes *read_input(JutuInput *input, size_t max_bytes, GError **error)
{
    if (!input) {
        jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                       "-: there are no data on standard input here; if the spec comes from there, "
                       "put the data into a file");
        return NULL;
    }
    size_t most = max_bytes > 0 ? max_bytes : G_MAXINT;
    g_mutex_lock(&input->lock);
    if (!input->bytes)
        input->bytes = read_stream(input->fd, most, error);
    GBytes *bytes = input->bytes ? g_bytes_ref(input->bytes) : NULL;
    g_mutex_unlock(&input->lock);
    if (bytes && g_bytes_get_size(bytes) > most) {
        jutu_error_set(error, JUTU_ERROR_DATA, NULL, "-: more than %zu bytes", most);
        g_clear_pointer(&bytes, g_bytes_unref);
    }
    return bytes;
}

JutuInput *jutu_input_new(int fd)
{
    JutuInput *input = g_new0(JutuInput, 1);
    input->fd = fd;
    g_mutex_init(&input->lock);
    return input;
}

void jutu_input_free(JutuInput *input)
{
    if (!input)
        return;
    if (input->bytes)
        g_bytes_unref(input->bytes);
    g_mutex_clear(&input->lock);
    g_free(input);
}

static void remember(FileReader *reader, const char *path)
{
    for (guint i = 0; i + 1 < reader->files->len; i++) {
        if (strcmp(reader->files->pdata[i], path) == 0)
            return;
    }
    g_ptr_array_insert(reader->files, (int)reader->files->len - 1, g_strdup(path));
}

/* The path on disk; NULL if it is a URL of something else. */
static char *local_path(const FileReader *reader, const char *path)
{
    const char *scheme_end = strstr(path, "://");
    if (g_str_has_prefix(path, "file://"))
        return g_strdup(path + strlen("file://"));
    if (g_str_has_prefix(path, "//") || g_str_has_prefix(path, "data:") ||
        (scheme_end && strcspn(path, ":/") == (size_t)(scheme_end - path)))
        return NULL;
    if (!reader->base || g_path_is_absolute(path))
        return g_strdup(path);
    return g_build_filename(reader->base, path, NULL);
}

static GBytes *read_file(JutuReader *self, const char *path, GError **error)
{
    FileReader *reader = (FileReader *)self;
    if (strcmp(path, "-") == 0)
        return read_input(reader->input, reader->max_bytes, error);
    g_autofree char *local = local_path(reader, path);
    if (!local) {
        jutu_error_set(error, JUTU_ERROR_DATA, NULL,
                       "%s: data come from local files only; download it and give the file's path",
                       path);
        return NULL;
    }
    char *real = realpath(local, NULL);
    if (!real) {
        fail_read(error, local, errno);
        return NULL;
    }
    GBytes *bytes = NULL;
    int file = -1;
    if (!is_allowed(reader, real))
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_PERM,
                    "%s: it is outside of the folders that may be read; move it there or allow its "
                    "folder (--allow-read)",
                    path);
    else if ((file = open(real, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)) < 0)
        fail_read(error, local, errno);
    else
        bytes = read_all(file, reader, local, error);
    if (file >= 0)
        close(file);
    if (bytes)
        remember(reader, local);
    free(real);
    return bytes;
}

JutuReader *jutu_file_reader_new(const JutuFileReaderOptions *options)
{
    FileReader *reader = g_new(FileReader, 1);
    *reader = (FileReader){
        .reader.read = read_file,
        .base = g_strdup(options->base),
        .allowed = g_strdupv((char **)options->allowed),
        .beside = g_strdup(options->beside),
        .max_bytes = options->max_bytes,
        .input = options->input,
        .files = g_ptr_array_new_with_free_func(g_free),
    };
    g_ptr_array_add(reader->files, NULL);
    return &reader->reader;
}

void jutu_file_reader_free(JutuReader *reader)
{
    if (!reader)
        return;
    FileReader *own = (FileReader *)reader;
    g_ptr_array_unref(own->files);
    g_strfreev(own->allowed);
    g_free(own->beside);
    g_free(own->base);
    g_free(own);
}

const char *const *jutu_file_reader_files(const JutuReader *reader)
{
    return (const char *const *)((const FileReader *)reader)->files->pdata;
}
