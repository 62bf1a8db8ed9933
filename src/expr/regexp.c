/* JavaScript's regular expressions, matched by PCRE2. */
#include "expr/regexp.h"

#include <glib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/limits.h"

/* Enough for any sane pattern; a catastrophic one stops within a fraction of a second. */
enum { DEPTH_LIMIT = 100000, HEAP_LIMIT = 20000 /* KiB */ };

struct JutuRegexp {
    JutuRegexpHead head;
    const char *source, *flags;
    bool global, unicode, sticky;
    pcre2_code *code;
    pcre2_match_data *data; /* scratch: a render has one thread */
    pcre2_match_context *limits;
};

static bool has_flag(const char *flags, char flag)
{
    return strchr(flags, flag) != NULL;
}

static const char *check_flags(const char *flags)
{
    for (const char *at = flags; *at; at++)
        if (!strchr("dgimsuvy", *at) || strchr(at + 1, *at))
            return "its flags must be of d, g, i, m, s, u, v, y, each once";
    return has_flag(flags, 'u') && has_flag(flags, 'v') ? "the flags u and v exclude each other"
                                                        : NULL;
}

static void free_code(void *code)
{
    pcre2_code_free(code);
}

static void free_data(void *data)
{
    pcre2_match_data_free(data);
}

static void free_limits(void *limits)
{
    pcre2_match_context_free(limits);
}

static pcre2_code *compile(const char *pattern, const char *flags, JutuArena *arena,
                           const char **problem)
{
    uint32_t options = PCRE2_UTF | PCRE2_ALLOW_EMPTY_CLASS | PCRE2_MATCH_UNSET_BACKREF |
                       PCRE2_NEVER_BACKSLASH_C | PCRE2_DOTALL;
    options |= has_flag(flags, 'i') ? PCRE2_CASELESS : 0;
    pcre2_compile_context *context = pcre2_compile_context_create(NULL);
    pcre2_set_compile_extra_options(context, PCRE2_EXTRA_ALLOW_SURROGATE_ESCAPES);
    pcre2_set_parens_nest_limit(context, 200);
    int error;
    size_t at;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, options, &error,
                                     &at, context);
    pcre2_compile_context_free(context);
    if (!code) {
        PCRE2_UCHAR text[160];
        pcre2_get_error_message(error, text, sizeof(text));
        *problem = jutu_arena_strdup(arena, (const char *)text);
    }
    return code;
}

/* The text of `source`: a pattern as it would stand between slashes. */
static const char *show(JutuValue pattern, JutuArena *arena)
{
    bool in_class = false;
    JutuText text = jutu_text_new(arena, (size_t)pattern.length + 8);
    for (size_t i = 0; i < pattern.length; i++) {
        char c = pattern.string[i];
        size_t bytes = c == '\\' && i + 1 < pattern.length ? 2 : 1;
        if (c == '[' || c == ']')
            in_class = c == '[';
        if (c == '/' && !in_class)
            jutu_text_add(&text, "\\", 1);
        if (c == '\n')
            jutu_text_add(&text, "\\n", 2);
        else
            jutu_text_add(&text, pattern.string + i, bytes);
        i += bytes - 1;
    }
    return pattern.length > 0 ? jutu_text_end(&text).string : "(?:)";
}

const JutuRegexp *jutu_regexp_new(JutuValue pattern, const char *flags, JutuArena *arena,
                                  const char **problem)
{
    *problem = check_flags(flags);
    if (*problem)
        return NULL;
    if (memchr(pattern.string, '\0', pattern.length)) {
        *problem = "a NUL in it; write \\0";
        return NULL;
    }
    const char *translated = jutu_regexp_translate(pattern, flags, arena, problem);
    pcre2_code *code = translated ? compile(translated, flags, arena, problem) : NULL;
    if (!code)
        return NULL;
    const char *source = show(pattern, arena);
    JutuRegexp *regexp = jutu_new(arena, JutuRegexp, 1);
    *regexp = (JutuRegexp){
        .head = { jutu_arena_printf(arena, "/%s/%s", source, flags) },
        .source = source,
        .flags = jutu_arena_strdup(arena, flags),
        .global = has_flag(flags, 'g'),
        .unicode = has_flag(flags, 'u') || has_flag(flags, 'v'),
        .sticky = has_flag(flags, 'y'),
        .code = jutu_arena_own(arena, code, free_code),
        .data = jutu_arena_own(arena, pcre2_match_data_create_from_pattern(code, NULL), free_data),
        .limits = jutu_arena_own(arena, pcre2_match_context_create(NULL), free_limits),
    };
    pcre2_set_match_limit(regexp->limits, JUTU_MOST_MATCH_STEPS);
    pcre2_set_depth_limit(regexp->limits, DEPTH_LIMIT);
    pcre2_set_heap_limit(regexp->limits, HEAP_LIMIT);
    return regexp;
}

JutuValue jutu_regexp_subject(const JutuRegexp *regexp, JutuValue string, JutuArena *arena)
{
    return regexp->unicode ? string : jutu_utf16_split_pairs(string, arena);
}

JutuMatch jutu_regexp_match(const JutuRegexp *regexp, JutuValue subject, size_t start, bool sticky,
                            const size_t **spans)
{
    if (start == 0 && !jutu_utf16_is_valid(subject.string, subject.length))
        return JUTU_MATCH_NONE;
    uint32_t options = PCRE2_NO_UTF_CHECK | (sticky ? PCRE2_ANCHORED : 0);
    int found = pcre2_match(regexp->code, (PCRE2_SPTR)subject.string, subject.length, start,
                            options, regexp->data, regexp->limits);
    if (found < 0)
        return found == PCRE2_ERROR_NOMATCH ? JUTU_MATCH_NONE : JUTU_MATCH_TOO_HARD;
    *spans = pcre2_get_ovector_pointer(regexp->data);
    return JUTU_MATCH_FOUND;
}

size_t jutu_regexp_groups(const JutuRegexp *regexp)
{
    return pcre2_get_ovector_count(regexp->data) - 1;
}

bool jutu_regexp_has_names(const JutuRegexp *regexp)
{
    uint32_t names = 0;
    pcre2_pattern_info(regexp->code, PCRE2_INFO_NAMECOUNT, &names);
    return names > 0;
}

size_t jutu_regexp_group(const JutuRegexp *regexp, const char *name)
{
    int group = pcre2_substring_number_from_name(regexp->code, (PCRE2_SPTR)name);
    return group > 0 ? (size_t)group : 0;
}

bool jutu_regexp_is_global(const JutuRegexp *regexp)
{
    return regexp->global;
}

bool jutu_regexp_is_sticky(const JutuRegexp *regexp)
{
    return regexp->sticky;
}

const char *jutu_regexp_source(const JutuRegexp *regexp)
{
    return regexp->source;
}

const char *jutu_regexp_flags(const JutuRegexp *regexp)
{
    return regexp->flags;
}

JutuValue jutu_regexp_member(const JutuRegexp *regexp, const char *name)
{
    static const struct {
        const char *name;
        char flag;
    } flags[] = {
        { "global", 'g' }, { "ignoreCase", 'i' }, { "multiline", 'm' },   { "dotAll", 's' },
        { "sticky", 'y' }, { "unicode", 'u' },    { "unicodeSets", 'v' }, { "hasIndices", 'd' },
    };
    if (strcmp(name, "source") == 0)
        return jutu_string(regexp->source);
    if (strcmp(name, "flags") == 0)
        return jutu_string(regexp->flags);
    if (strcmp(name, "lastIndex") == 0)
        return jutu_number(0);
    for (size_t i = 0; i < G_N_ELEMENTS(flags); i++)
        if (strcmp(name, flags[i].name) == 0)
            return jutu_boolean(has_flag(regexp->flags, flags[i].flag));
    return jutu_undefined();
}
