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
    JUTU_ARG_TEXT, /* never empty */
    JUTU_ARG_NUMBER,
    JUTU_ARG_INT,
    JUTU_ARG_FLAG,
    JUTU_ARG_LIST /* of texts: the option may be repeated; of others the last counts */
} JutuArgType;

/* One option of a command; parameters are filled in through its offset. */
typedef struct {
    const char *name;
    char short_name;  /* 0: none */
    JutuArgType type; /* of the field: const char *, double, int, gboolean, char ** */
    size_t offset;
    const char *value, *doc; /* "FILE", "What it does." */
    double least, most;      /* of a number */
    /* Of a text: whether it makes sense; false with what to do instead set. NULL: any does. */
    bool (*check)(const char *text, GError **error);
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

/* Parses a command's options through its table, and runs it. @param arguments its name first;
 * emptied @return what to exit with */
int jutu_cli_run(const JutuCommand *command, char ***arguments);
char *jutu_cli_help(const JutuCommand *command); /* owned */

enum { JUTU_EXIT_OK = 0, JUTU_EXIT_ERROR = 1, JUTU_EXIT_USAGE = 2 };

/* Options that several commands have; their tables begin with JUTU_COMMON_ARGS. */
typedef struct {
    char *base, *lang, *theme, *config, *timezone, *encoding;
    char **allow_read, **font_dirs;
    int strict, header;
    double timeout;    /* seconds; 0: none */
    char *config_text; /* read from `config` */
    JutuInput *input;  /* standard input */
} JutuCommon;

#define JUTU_FONT_ARG(T) \
    { \
        "font-dir", 0, JUTU_ARG_LIST, offsetof(T, common.font_dirs), "DIR", \
            "Use the fonts of this folder, too (may be repeated).", .check = jutu_cli_check_folder \
    }

/* Gives up after so many seconds. */
#define JUTU_TIMEOUT_ARG(T) \
    { \
        "timeout", 0, JUTU_ARG_NUMBER, offsetof(T, common.timeout), "S", \
            "Gives up after so many seconds, with exit status 1.", 0.01, 86400 \
    }

/* How files of data are read. */
#define JUTU_READING_ARGS(T) \
    { "encoding", \
      0, \
      JUTU_ARG_TEXT, \
      offsetof(T, common.encoding), \
      "NAME", \
      "Of all CSV files, such as gbk or big5; else as they say, or look.", \
      .check = jutu_cli_check_encoding }, \
    { \
        "header", 0, JUTU_ARG_INT, offsetof(T, common.header), "N", \
            "The line of the column names in CSV files: a title stands above.", 1, 1000000 \
    }

#define JUTU_COMMON_ARGS(T) \
    JUTU_TIMEOUT_ARG(T), \
        { "base", \
          0, \
          JUTU_ARG_TEXT, \
          offsetof(T, common.base), \
          "DIR", \
          "Relative data URLs start here instead of the spec's folder.", \
          .check = jutu_cli_check_folder }, \
        { "lang", \
          0, \
          JUTU_ARG_TEXT, \
          offsetof(T, common.lang), \
          "TAG", \
          "Language of the text, such as zh-Hans or zh-Hant-TW: picks glyph forms.", \
          .check = jutu_cli_check_lang }, \
        { "theme",       0, \
          JUTU_ARG_TEXT, offsetof(T, common.theme), \
          "NAME|FILE",   "A built-in theme, or a JSON file with a Vega-Lite config." }, \
        { "config",      0, \
          JUTU_ARG_TEXT, offsetof(T, common.config), \
          "FILE",        "A JSON file with a Vega-Lite config, laid over the theme." }, \
        { "timezone", \
          0, \
          JUTU_ARG_TEXT, \
          offsetof(T, common.timezone), \
          "TZ", \
          "What local time is, such as Asia/Shanghai; UTC unless given.", \
          .check = jutu_cli_check_zone }, \
        JUTU_READING_ARGS(T), \
        { "allow-read", \
          0, \
          JUTU_ARG_LIST, \
          offsetof(T, common.allow_read), \
          "DIR", \
          "Reads files from this folder, too (may be repeated), besides the spec's project, the " \
          "current folder and --base; / is all of them.", \
          .check = jutu_cli_check_path }, \
        JUTU_FONT_ARG(T), \
    { \
        "strict", 0, JUTU_ARG_FLAG, offsetof(T, common.strict), NULL, "Warnings are errors." \
    }

/* What texts of options must be: a folder, or any path, that there is; a language's tag; a time
 * zone's, an encoding's name; one of some names. */
bool jutu_cli_check_folder(const char *text, GError **error);
bool jutu_cli_check_path(const char *text, GError **error);
bool jutu_cli_check_lang(const char *text, GError **error);
bool jutu_cli_check_zone(const char *text, GError **error);
bool jutu_cli_check_encoding(const char *text, GError **error);
bool jutu_cli_check_name(const char *text, const char *const *names, GError **error);

/* Fills in options; prints what is wrong. @return false then
 * @param specs  one that is "-" leaves no standard input for data; NULL: there are none */
bool jutu_common_options(JutuCommon *common, char **specs, JutuOptions *out);
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

/* Lets the options read what a spec may: its project (the nearest folder above it with a .git; else
 * the outermost with a datapackage.json or CMakeLists.txt; never the home folder, the root, or what
 * is between), the current folder, and what they allow already.
 * @param spec  its path; "-": standard input, that has the current folder only
 * @return what the options then borrow, owned: g_strfreev() it */
char **jutu_cli_allow(const char *spec, JutuOptions *options);

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

/* Whether a file is a data package, or a table by its ending: no spec. */
bool jutu_cli_is_data(const char *path);

/* Looks at data and says what isn't as it should be. */
void jutu_cli_look(JutuReport *report, const JutuOptions *options);

/* Replaces a file whole, with its mode kept and links followed, or leaves it as it was; pipes,
 * devices and "-" (standard output) are written to. */
bool jutu_cli_write(const char *path, const void *bytes, gsize size, GError **error);
/* The message that a path can't be written, from an errno. @return false */
bool jutu_cli_write_failed(const char *path, int code, GError **error);
/* Where a path leads, links followed, whether there is a file or not. Owned; NULL with errno set if
 * there is no such folder. */
char *jutu_cli_resolve(const char *path);
