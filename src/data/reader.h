/* Files behind a callback: the only way in which data come in from outside. */
#pragma once
#include <glib.h>
#include <stdbool.h>

#include "jutu/jutu.h"

typedef struct JutuReader JutuReader;
struct JutuReader {
    /*
     * Reads a whole file.
     * @param path  as written in the spec, or made from that
     * @return owned bytes; NULL with G_FILE_ERROR_NOENT set if there is no such file,
     * G_FILE_ERROR_PERM if it may not be read, JUTU_ERROR_DATA if it can't be had
     */
    GBytes *(*read)(JutuReader *self, const char *path, GError **error);
};

typedef struct {
    const char *base;           /* relative paths start here; NULL: the current folder */
    const char *const *allowed; /* NULL-terminated: only these files, and those in these folders and
                                   below, are read, symbolic links followed; NULL: none */
    const char *beside;         /* files in this folder are, too, but none below; NULL: none */
    size_t max_bytes;           /* a larger file is an error; 0: no limit */
    JutuInput *input;           /* borrowed: what "-" is; NULL: nothing */
} JutuFileReaderOptions;

/* Reads regular files of the local disk. `options` are copied. The reader is for one thread. */
JutuReader *jutu_file_reader_new(const JutuFileReaderOptions *options);
void jutu_file_reader_free(JutuReader *reader); /* NULL is allowed */

/* All files read so far, each once, as opened (the base folder before a relative path): what a
 * depfile lists. NULL-terminated, borrowed until the next read. */
const char *const *jutu_file_reader_files(const JutuReader *reader);
