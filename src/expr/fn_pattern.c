/* Functions that search: regular expressions, replace, split. */
#include <math.h>
#include <string.h>

#include "expr/eval.h"
#include "expr/regexp.h"

enum { COMPILE_COST = 4096 }; /* bytes of the budget that an expression from text costs */

static JutuValue regexp_value(const JutuRegexp *regexp)
{
    return (JutuValue){ .type = JUTU_REGEXP, .regexp = regexp };
}

/* Compiles once what rows share. */
static const JutuRegexp *compile(JutuEval *eval, JutuValue pattern, const char *flags)
{
    const char *key = jutu_arena_printf(eval->arena, "%s/%s", flags, pattern.string);
    if (!eval->regexps)
        eval->regexps = g_hash_table_new(g_str_hash, g_str_equal);
    const JutuRegexp *regexp = g_hash_table_lookup(eval->regexps, key);
    if (regexp || !jutu_eval_charge(eval, COMPILE_COST + pattern.length))
        return regexp;
    const char *problem;
    regexp = jutu_regexp_new(pattern, flags, eval->arena, &problem);
    if (!regexp)
        jutu_eval_fail(eval, "invalid regular expression /%s/: %s",
                       jutu_eval_excerpt(pattern.string, eval->arena), problem);
    else
        g_hash_table_insert(eval->regexps, (gpointer)key, (gpointer)regexp);
    return regexp;
}

/* RegExp(pattern, flags) */
static const JutuRegexp *make_regexp(JutuEval *eval, JutuValue pattern, JutuValue flags)
{
    if (pattern.type == JUTU_REGEXP && flags.type == JUTU_UNDEFINED)
        return pattern.regexp;
    const char *names = flags.type != JUTU_UNDEFINED  ? jutu_eval_string(eval, flags).string
                        : pattern.type == JUTU_REGEXP ? jutu_regexp_flags(pattern.regexp)
                                                      : "";
    JutuValue source = pattern.type == JUTU_REGEXP ? jutu_string(jutu_regexp_source(pattern.regexp))
                       : pattern.type == JUTU_UNDEFINED ? jutu_string("")
                                                        : jutu_eval_string(eval, pattern);
    return compile(eval, source, names);
}

/* The next match; with `sticky`, at `start` itself only. */
static JutuMatch search(JutuEval *eval, const JutuRegexp *regexp, JutuValue subject, size_t start,
                        bool sticky, const size_t **spans)
{
    JutuMatch found = JUTU_MATCH_NONE;
    if (jutu_eval_charge(eval, 16))
        found = jutu_regexp_match(regexp, subject, start, sticky, spans);
    if (found == JUTU_MATCH_TOO_HARD)
        jutu_eval_fail(eval, "the regular expression /%s/ takes too long",
                       jutu_eval_excerpt(jutu_regexp_source(regexp), eval->arena));
    return found;
}

static JutuValue regexp(JutuEval *eval, const JutuValue *args, size_t n)
{
    const JutuRegexp *made = make_regexp(eval, jutu_arg(args, n, 0), jutu_arg(args, n, 1));
    return made ? regexp_value(made) : jutu_undefined();
}

static JutuValue test(JutuEval *eval, const JutuValue *args, size_t n)
{
    const JutuRegexp *made = make_regexp(eval, args[0], jutu_undefined());
    if (!made)
        return jutu_undefined();
    const size_t *spans;
    JutuValue text = jutu_eval_string(eval, jutu_arg(args, n, 1));
    JutuValue subject = jutu_regexp_subject(made, text, eval->arena);
    return jutu_boolean(search(eval, made, subject, 0, jutu_regexp_is_sticky(made), &spans) ==
                        JUTU_MATCH_FOUND);
}

/* == Replacing == */

/* The match that a replacement's `$` refers to. */
typedef struct {
    JutuEval *eval;
    JutuValue subject;
    const size_t *spans; /* of the match, then of each group */
    size_t groups;
    const JutuRegexp *regexp; /* NULL: a plain text was searched */
    JutuText out;
} Replacer;

static bool add_bytes(Replacer *r, const char *bytes, size_t length)
{
    if (r->out.length + length > JUTU_MOST_TEXT_BYTES)
        return jutu_eval_charge_text(r->eval, r->out.length + length);
    if (!jutu_eval_charge(r->eval, length))
        return false;
    jutu_text_add(&r->out, bytes, length);
    return true;
}

static void add_span(Replacer *r, size_t group)
{
    if (r->spans[2 * group] != (size_t)-1)
        add_bytes(r, r->subject.string + r->spans[2 * group],
                  r->spans[2 * group + 1] - r->spans[2 * group]);
}

/* $1, $12, $<name>: @return the bytes that it takes; 0 if it refers to nothing */
static size_t add_group(Replacer *r, const char *at)
{
    size_t one = g_ascii_isdigit(at[1]) ? (size_t)(at[1] - '0') : 0;
    size_t two = g_ascii_isdigit(at[1]) && g_ascii_isdigit(at[2]) ? one * 10 + (size_t)(at[2] - '0')
                                                                  : 0;
    if (two > 0 && two <= r->groups) {
        add_span(r, two);
        return 3;
    }
    if (one > 0 && one <= r->groups) {
        add_span(r, one);
        return 2;
    }
    const char *close = at[1] == '<' ? strchr(at, '>') : NULL;
    if (!close || !r->regexp || !jutu_regexp_has_names(r->regexp))
        return 0;
    g_autofree char *name = g_strndup(at + 2, (gsize)(close - at - 2));
    size_t group = jutu_regexp_group(r->regexp, name);
    if (group > 0)
        add_span(r, group);
    return (size_t)(close - at) + 1;
}

/* A replacement with its `$` patterns filled in. */
static void add_replacement(Replacer *r, JutuValue text)
{
    const char *at = text.string, *end = at + text.length;
    while (at < end && !r->eval->failed) {
        size_t plain = 0, taken = 2;
        while (at + plain < end && at[plain] != '$')
            plain++;
        add_bytes(r, at, plain);
        at += plain;
        if (at >= end)
            break;
        if (at[1] == '$')
            add_bytes(r, "$", 1);
        else if (at[1] == '&')
            add_span(r, 0);
        else if (at[1] == '`')
            add_bytes(r, r->subject.string, r->spans[0]);
        else if (at[1] == '\'')
            add_bytes(r, r->subject.string + r->spans[1], r->subject.length - r->spans[1]);
        else
            taken = add_group(r, at);
        if (taken == 0) {
            add_bytes(r, "$", 1);
            taken = 1;
        }
        at += taken;
    }
}

/* The byte after the character at `at`; past the end it is one more. */
static size_t step_over(JutuValue subject, size_t at)
{
    size_t size = 1;
    if (at < subject.length)
        jutu_utf16_next(subject.string + at, subject.length - at, &size);
    return at + size;
}

static JutuValue replace_matches(Replacer *r, JutuValue replacement)
{
    size_t copied = 0, from = 0;
    bool sticky = jutu_regexp_is_sticky(r->regexp);
    while (from <= r->subject.length &&
           search(r->eval, r->regexp, r->subject, from, sticky, &r->spans) == JUTU_MATCH_FOUND) {
        size_t start = r->spans[0], end = r->spans[1];
        add_bytes(r, r->subject.string + copied, start - copied);
        add_replacement(r, replacement);
        copied = end;
        if (!jutu_regexp_is_global(r->regexp))
            break;
        from = end > start ? end : step_over(r->subject, end);
    }
    add_bytes(r, r->subject.string + copied, r->subject.length - copied);
    if (r->eval->failed)
        return jutu_undefined();
    JutuValue text = jutu_utf16_join_pairs(jutu_text_end(&r->out), r->eval->arena);
    r->eval->broken |= jutu_utf16_is_broken(text.string, text.length);
    return text;
}

static JutuValue replace_text(Replacer *r, JutuValue pattern, JutuValue replacement)
{
    const char *at = memmem(r->subject.string, r->subject.length, pattern.string, pattern.length);
    if (!at)
        return r->subject;
    const size_t start = (size_t)(at - r->subject.string);
    const size_t spans[] = { start, start + pattern.length };
    r->spans = spans;
    add_bytes(r, r->subject.string, start);
    add_replacement(r, replacement);
    add_bytes(r, r->subject.string + spans[1], r->subject.length - spans[1]);
    r->spans = NULL;
    return r->eval->failed ? jutu_undefined() : jutu_text_end(&r->out);
}

static JutuValue replace(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue text = jutu_eval_string(eval, jutu_arg(args, n, 0));
    JutuValue pattern = jutu_arg(args, n, 1);
    JutuValue replacement = jutu_eval_string(eval, jutu_arg(args, n, 2));
    Replacer r = { .eval = eval, .subject = text };
    r.out = jutu_text_new(eval->arena, text.length);
    if (pattern.type == JUTU_STRING)
        return replace_text(&r, pattern, replacement);
    if (pattern.type != JUTU_REGEXP)
        return jutu_eval_fail(eval, "replace() needs text or a regular expression to look for");
    r.regexp = pattern.regexp;
    r.groups = jutu_regexp_groups(r.regexp);
    r.subject = jutu_regexp_subject(r.regexp, text, eval->arena);
    return replace_matches(&r, replacement);
}

/* == Splitting == */

typedef struct {
    JutuEval *eval;
    GArray *pieces; /* of JutuValue */
    double limit;
} Splitter;

static bool is_full(const Splitter *s)
{
    return s->eval->failed || s->pieces->len >= s->limit;
}

static void add_piece(Splitter *s, const char *bytes, size_t length)
{
    if (is_full(s) || !jutu_eval_charge(s->eval, length + sizeof(JutuValue)))
        return;
    if (s->pieces->len >= JUTU_MOST_ITEMS) {
        jutu_eval_charge_items(s->eval, (size_t)s->pieces->len + 1);
        return;
    }
    char *copy = jutu_new(s->eval->arena, char, length + 1);
    memcpy(copy, bytes, length);
    JutuValue piece = jutu_utf16_join_pairs(jutu_string_n(copy, length), s->eval->arena);
    s->eval->broken |= jutu_utf16_is_broken(piece.string, piece.length);
    g_array_append_val(s->pieces, piece);
}

static void add_group_piece(Splitter *s, JutuValue subject, const size_t *span)
{
    if (is_full(s))
        return;
    if (span[0] == (size_t)-1)
        g_array_append_val(s->pieces, (JutuValue){ 0 });
    else
        add_piece(s, subject.string + span[0], span[1] - span[0]);
}

static void split_by_regexp(Splitter *s, JutuValue text, const JutuRegexp *regexp)
{
    JutuValue subject = jutu_regexp_subject(regexp, text, s->eval->arena);
    const size_t *spans;
    if (subject.length == 0) {
        if (search(s->eval, regexp, subject, 0, true, &spans) != JUTU_MATCH_FOUND)
            add_piece(s, "", 0);
        return;
    }
    size_t begun = 0, from = 0, groups = jutu_regexp_groups(regexp);
    while (!is_full(s) && from < subject.length &&
           search(s->eval, regexp, subject, from, false, &spans) == JUTU_MATCH_FOUND) {
        size_t start = spans[0], end = spans[1];
        if (start >= subject.length)
            break;
        if (end == begun) { /* empty, where a piece has just begun */
            from = step_over(subject, start);
            continue;
        }
        add_piece(s, subject.string + begun, start - begun);
        for (size_t group = 1; group <= groups; group++)
            add_group_piece(s, subject, spans + 2 * group);
        begun = from = end;
    }
    add_piece(s, subject.string + begun, subject.length - begun);
}

/* Each code unit is a piece. */
static void split_units(Splitter *s, JutuValue text)
{
    JutuValue halves = jutu_utf16_split_pairs(text, s->eval->arena);
    for (size_t at = 0, next; at < halves.length && !is_full(s); at = next) {
        next = step_over(halves, at);
        add_piece(s, halves.string + at, next - at);
    }
}

static void split_by_text(Splitter *s, JutuValue text, JutuValue separator)
{
    const char *at = text.string, *end = at + text.length, *found;
    if (separator.length == 0) {
        split_units(s, text);
        return;
    }
    while (!is_full(s) &&
           (found = memmem(at, (size_t)(end - at), separator.string, separator.length))) {
        add_piece(s, at, (size_t)(found - at));
        at = found + separator.length;
    }
    add_piece(s, at, (size_t)(end - at));
}

static JutuValue split(JutuEval *eval, const JutuValue *args, size_t n)
{
    JutuValue text = jutu_eval_string(eval, args[0]);
    JutuValue separator = jutu_arg(args, n, 1), limit = jutu_arg(args, n, 2);
    g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(JutuValue));
    double most = jutu_eval_number(eval, limit);
    Splitter s = { eval, pieces, 4294967295.0 };
    if (limit.type != JUTU_UNDEFINED) /* modulo 2^32: -1 is no limit */
        s.limit = (double)(uint32_t)(int64_t)(fabs(most) < 9e15 ? most : 0);
    if (separator.type == JUTU_UNDEFINED)
        add_piece(&s, text.string, text.length);
    else if (separator.type == JUTU_REGEXP)
        split_by_regexp(&s, text, separator.regexp);
    else
        split_by_text(&s, text, jutu_eval_string(eval, separator));
    if (eval->failed)
        return jutu_undefined();
    return jutu_array(jutu_eval_copy(eval->arena, pieces->data, pieces->len), pieces->len);
}

const JutuFunction jutu_functions_pattern[] = {
    { "regexp", "regexp(pattern, flags): a regular expression from text.", 0, JUTU_ANY, JUTU_FRESH,
      .fn = regexp },
    { "test", "test(regexp, text): whether it matches.", 1, JUTU_ANY, .fn = test },
    { "replace", "replace(text, pattern, replacement): with $1, $& … filled in.", 0, JUTU_ANY,
      .fn = replace },
    { "split", "split(text, separator, limit): its parts.", 1, JUTU_ANY, .fn = split },
    { 0 },
};
