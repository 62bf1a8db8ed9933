/*
 * cli/ is the program around the library: options, files and messages; it draws nothing and
 * knows no stage, only what the library's header and its tables of names say. Commands, and
 * their options, are tables.
 */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#include "jutu/jutu.h"

typedef enum {
    JUTU_ARG_TEXT,
    JUTU_ARG_NUMBER,
    JUTU_ARG_INT,
    JUTU_ARG_FLAG,
    JUTU_ARG_LIST
} JutuArgType;

/* One option of a command; parameters are filled in through its offset. */
typedef struct {
    const char *name;
    char short_name;  /* 0: none */
    JutuArgType type; /* of the field: const char *, double, int, gboolean, char ** */
    size_t offset;
    const char *value, *doc; /* "FILE", "What it does." */
} JutuArg;

typedef struct {
    const char *name;
    const char *usage; /* "SPEC…" */
    const char *doc;   /* one sentence */
    const char *examples;
    const JutuArg *args; /* ends with a NULL name */
    size_t params_size;
    int (*run)(void *params, char **operands);
} JutuCommand;

extern const JutuCommand *const jutu_commands[]; /* ends with NULL */

enum { JUTU_EXIT_OK = 0, JUTU_EXIT_ERROR = 1, JUTU_EXIT_USAGE = 2 };

/* Options that several commands have; their tables begin with JUTU_COMMON_ARGS. */
typedef struct {
    char *base, *lang, *theme, *config, *timezone;
    char **allow_read;
    int strict;
    char *config_text; /* read from `config` */
} JutuCommon;

#define JUTU_COMMON_ARGS(T) \
    { "base",        0, \
      JUTU_ARG_TEXT, offsetof(T, common.base), \
      "DIR",         "Relative data URLs start here instead of the spec's folder." }, \
        { "lang",        0, \
          JUTU_ARG_TEXT, offsetof(T, common.lang), \
          "TAG",         "Language of the text, such as zh-Hans or zh-Hant-TW: picks glyph forms." }, \
        { "theme",       0, \
          JUTU_ARG_TEXT, offsetof(T, common.theme), \
          "NAME|FILE",   "A built-in theme, or a JSON file with a Vega-Lite config." }, \
        { "config",      0, \
          JUTU_ARG_TEXT, offsetof(T, common.config), \
          "FILE",        "A JSON file with a Vega-Lite config, laid over the theme." }, \
        { "timezone",    0, \
          JUTU_ARG_TEXT, offsetof(T, common.timezone), \
          "TZ",          "What local time is, such as Asia/Shanghai; UTC unless given." }, \
        { "allow-read", \
          0, \
          JUTU_ARG_LIST, \
          offsetof(T, common.allow_read), \
          "DIR", \
          "Read data from this folder, too (may be repeated): besides the spec's, the current " \
          "one and " \
          "--base, and all below them." }, \
    { \
        "strict", 0, JUTU_ARG_FLAG, offsetof(T, common.strict), NULL, "Warnings are errors." \
    }

/* Fills in options; prints what is wrong. @return false then */
bool jutu_common_options(JutuCommon *common, JutuOptions *out);
void jutu_common_clear(JutuCommon *common); /* what jutu_common_options() read */

/* Prints that a name is none of those there are, with the one that was meant, if one is near.
 * @param complaint  what is printed before the name
 * @param otherwise  what is printed if none is near, such as "; `jutu help` lists them" */
void jutu_cli_unknown(const char *complaint, const char *name, const char *const *names,
                      const char *otherwise);

/* Reads a file, or standard input for "-". Owned; NULL with error set. */
char *jutu_cli_read(const char *path, gsize *length, GError **error);

/* Prints messages as compilers do: file:line:column, source line and caret. */
void jutu_cli_note(GString *out, const char *file, const char *text, const JutuNote *note);
void jutu_cli_error(GString *out, const char *file, const char *text, const GError *error);
const char *jutu_cli_severity(const JutuNote *note); /* "note", "warning", "error" */

/* What is said of one spec. */
typedef struct {
    const char *path;
    GString *out;
    bool strict; /* warnings are errors */
    bool json;   /* an object a line instead of text for people */
    bool failed; /* set by the first error */
    bool form;   /* set by the first member that Vega-Lite doesn't have */
} JutuReport;

/* Says an error of reading or writing, with the spec's text (NULL: none) around its place. */
void jutu_report_error(JutuReport *report, const char *text, const GError *error);

/* Reads a spec and its data and lays it out, all that `render` and `check` have in common.
 * @param text  receives the spec's text, owned, even on failure
 * @return owned; NULL where an error has been said */
JutuScene *jutu_cli_draw(JutuReport *report, const JutuOptions *options, char **text);

/* Writes a file beside its place and renames it. "-" is standard output. */
bool jutu_cli_write(const char *path, const void *bytes, gsize size, GError **error);
