/* Where the images of a run go, by one rule: JUTU_OUTPUT_RULE has it in words. */
#pragma once
#include "cli/cli.h"

#define JUTU_OUTPUT_RULE \
    "Where images go (-o):\n" \
    "  DIR/, or a folder  each image by its spec's name; made if the folder above is there\n" \
    "  FILE.svg           one image; the ending (.svg, .png, .pdf, in any case) is the format\n" \
    "  FILE               without an ending: a file, pipe or device that there is\n" \
    "  -                  standard output\n" \
    "A file is replaced whole, with its mode kept and links followed; pipes, devices and " \
    "standard\n" \
    "output are written to. What the run reads is never written.\n"

/* What is known of a run before it is drawn; borrowed. */
typedef struct {
    const char *output, *format, *depfile; /* as given; NULL: not */
    bool mkdir;                            /* folders above may be made, too */
    char **specs;
    const char *const *others; /* other files that are read, NULL-terminated */
} JutuOutputRequest;

typedef struct JutuOutputs JutuOutputs;

/* Settles where every image goes, and makes the folder.
 * @param code  what to exit with if that can't be: nothing is written then, a message is printed
 * @return owned, NULL then */
JutuOutputs *jutu_outputs_new(const JutuOutputRequest *request, int *code);

/* @param failed  folders that were made and are empty are removed */
void jutu_outputs_free(JutuOutputs *outputs, bool failed);

char *const *jutu_outputs_formats(const JutuOutputs *outputs);
/* A spec's images, one for each format. */
char *const *jutu_outputs_of(const JutuOutputs *outputs, size_t spec);

/* Whether a file is none that is read by another spec of the run: there is none yet, or it is a
 * picture. Others are written when all inputs are known. */
bool jutu_outputs_is_free(const char *path);

/* Tells that a file is read; for any thread. @return false with error set if the run writes it */
bool jutu_outputs_read(JutuOutputs *outputs, const char *path, GError **error);
