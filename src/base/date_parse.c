/*
 * Date.parse() as V8 has it: the ISO 8601 forms of ECMAScript, and beyond them
 * whatever words and numbers can be made out: "Jan 5 2024", "12/25/1995 13:30".
 */
#include <glib.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/date.h"
#include "base/space.h"

#define NONE INT_MAX
#define MAX_DIGITS 9 /* of a number; further ones are skipped */

typedef enum { END, NUMBER, SIGN, SYMBOL, SPACE, OTHER, MONTH, AM_PM, ZONE, T, WORD } Kind;

typedef struct {
    Kind kind;
    int value; /* of a number or a keyword; the character of a SIGN (+1 or -1) or SYMBOL */
    int length;
} Token;

typedef struct {
    const char *at;
    Token next;
} Scanner;

/* The parts of a date found so far. */
typedef struct {
    int days[3], n_days, month;  /* numbers of the date; a month by name, or NONE */
    int times[4], n_times, half; /* hours to ms; 0 for am, 12 for pm, or NONE */
    int sign, hours, minutes;    /* distance from UTC, each may be NONE */
    bool iso;                    /* the date is year, month, day */
} Found;

static const struct {
    char text[4];
    Kind kind;
    int value;
} keywords[] = {
    { "jan", MONTH, 1 }, { "feb", MONTH, 2 },  { "mar", MONTH, 3 },  { "apr", MONTH, 4 },
    { "may", MONTH, 5 }, { "jun", MONTH, 6 },  { "jul", MONTH, 7 },  { "aug", MONTH, 8 },
    { "sep", MONTH, 9 }, { "oct", MONTH, 10 }, { "nov", MONTH, 11 }, { "dec", MONTH, 12 },
    { "am", AM_PM, 0 },  { "pm", AM_PM, 12 },  { "ut", ZONE, 0 },    { "utc", ZONE, 0 },
    { "z", ZONE, 0 },    { "gmt", ZONE, 0 },   { "cdt", ZONE, -5 },  { "cst", ZONE, -6 },
    { "edt", ZONE, -4 }, { "est", ZONE, -5 },  { "mdt", ZONE, -6 },  { "mst", ZONE, -7 },
    { "pdt", ZONE, -7 }, { "pst", ZONE, -8 },  { "t", T, 0 },
};

/* Letters, and all that isn't ASCII or white space. */
static bool is_word(const char *at)
{
    return (unsigned char)*at >= 'A' && !jutu_blank_at(at);
}

static Token read_number(const char **at)
{
    Token token = { NUMBER, 0, 0 };
    int significant = 0; /* digits from the first that isn't 0 */
    for (; g_ascii_isdigit(**at); ++*at, token.length++) {
        significant += significant > 0 || **at != '0';
        if (significant <= MAX_DIGITS)
            token.value = token.value * 10 + (**at - '0');
    }
    return token;
}

/* Only months may be longer than their first three letters. */
static Token read_word(const char **at)
{
    char start[4] = { 0 };
    int length = 0;
    for (; is_word(*at); ++*at, length++) {
        if (length < 3)
            start[length] = (char)(**at | 0x20);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(keywords); i++) {
        if (memcmp(start, keywords[i].text, 4) == 0 && (length <= 3 || keywords[i].kind == MONTH))
            return (Token){ keywords[i].kind, keywords[i].value, length };
    }
    return (Token){ WORD, 0, length };
}

static Token scan(const char **at)
{
    char c = **at;
    if (!c)
        return (Token){ END, 0, 0 };
    if (g_ascii_isdigit(c))
        return read_number(at);
    if (is_word(*at))
        return read_word(at);
    size_t space = jutu_blank_at(*at);
    *at += MAX(space, 1);
    if (space)
        return (Token){ SPACE, 0, 1 };
    if (c == '+' || c == '-')
        return (Token){ SIGN, c == '+' ? 1 : -1, 1 };
    if (c == ':' || c == '.' || c == ')')
        return (Token){ SYMBOL, c, 1 };
    if (c == '(') { /* a comment; one that isn't closed goes to the end */
        for (int depth = 1; depth > 0 && **at; ++*at)
            depth += (**at == '(') - (**at == ')');
    }
    return (Token){ OTHER, 0, 1 };
}

static Token take(Scanner *scanner)
{
    Token token = scanner->next;
    scanner->next = scan(&scanner->at);
    return token;
}

static bool peek_token(const Scanner *scanner, Kind kind, int value)
{
    return scanner->next.kind == kind && scanner->next.value == value;
}

static bool skip(Scanner *scanner, Kind kind, int value)
{
    bool found = peek_token(scanner, kind, value);
    if (found)
        take(scanner);
    return found;
}

/* Whether a number of exactly so many digits, from min to max, comes next. */
static bool peek_digits(const Scanner *scanner, int length, int min, int max)
{
    Token next = scanner->next;
    return next.kind == NUMBER && next.length == length && next.value >= min && next.value <= max;
}

static bool add_day(Found *found, int n)
{
    if (found->n_days == 3)
        return false;
    found->days[found->n_days++] = n;
    return true;
}

static bool add_time(Found *found, int n)
{
    if (found->n_times == 4)
        return false;
    found->times[found->n_times++] = n;
    return true;
}

/* The last number of a time: what follows is 0. */
static bool end_time(Found *found, int n)
{
    bool ok = add_time(found, n);
    found->n_times = 4;
    return ok;
}

/* Whether a time has begun that `n` can go on with. */
static bool expects_time(const Found *found, int n)
{
    static const int max[] = { -1, 59, 59, 999, -1 };
    return n <= max[found->n_times];
}

static void set_zone(Found *found, int sign, int hours, int minutes)
{
    found->sign = sign;
    found->hours = hours;
    found->minutes = minutes;
}

/* ".5" is 500, and digits after the third count for nothing. */
static int milliseconds(Token number)
{
    int value = number.value, length = MIN(number.length, MAX_DIGITS);
    for (; length < 3; length++)
        value *= 10;
    for (; length > 3; length--)
        value /= 10;
    return value;
}

/* The rest after "T" must be ISO to its end. 24:00 is midnight at the end of the day. */
static bool read_iso_time(Scanner *scanner, Found *found)
{
    if (!peek_digits(scanner, 2, 0, 24))
        return false;
    bool full = scanner->next.value == 24;
    add_time(found, take(scanner).value);
    for (int i = 1; i < 3; i++) {
        if (!skip(scanner, SYMBOL, ':')) {
            if (i == 1)
                return false;
            break;
        }
        if (!peek_digits(scanner, 2, 0, full ? 0 : 59))
            return false;
        add_time(found, take(scanner).value);
    }
    if (found->n_times == 3 && skip(scanner, SYMBOL, '.')) {
        if (scanner->next.kind != NUMBER || (full && scanner->next.value > 0))
            return false;
        add_time(found, milliseconds(take(scanner)));
    }
    return true;
}

/* "Z", "+hh:mm" or "+hhmm" */
static bool read_iso_zone(Scanner *scanner, Found *found)
{
    if (scanner->next.kind == ZONE && scanner->next.length == 1) {
        take(scanner);
        set_zone(found, 1, 0, 0);
        return true;
    }
    if (scanner->next.kind != SIGN)
        return true;
    int sign = take(scanner).value;
    if (peek_digits(scanner, 4, 0, 2359)) {
        int n = take(scanner).value;
        set_zone(found, sign, n / 100, n % 100);
        return n % 100 <= 59;
    }
    if (!peek_digits(scanner, 2, 0, 23))
        return false;
    int hours = take(scanner).value;
    if (!skip(scanner, SYMBOL, ':') || !peek_digits(scanner, 2, 0, 59))
        return false;
    set_zone(found, sign, hours, take(scanner).value);
    return true;
}

typedef enum { DONE, INVALID, LEGACY } Verdict;

/*
 * [+-yy]yyyy[-MM[-dd]][THH:mm[:ss[.sss]][zone]]. @return LEGACY where it leaves
 * that path, with the token that did so in *rest: what was found remains
 */
static Verdict read_iso(Scanner *scanner, Found *found, Token *rest)
{
    static const int max[] = { 0, 12, 31 };
    *rest = scanner->next;
    if (scanner->next.kind == SIGN) {
        int sign = take(scanner).value;
        if (!peek_digits(scanner, 6, 0, NONE))
            return LEGACY;
        int year = take(scanner).value;
        if (sign < 0 && year == 0)
            return LEGACY;
        add_day(found, sign * year);
    } else {
        take(scanner);
        if (rest->kind != NUMBER || rest->length != 4)
            return LEGACY;
        add_day(found, rest->value);
    }
    while (found->n_days < 3 && skip(scanner, SIGN, -1)) {
        bool fits = peek_digits(scanner, 2, 1, max[found->n_days]);
        *rest = take(scanner);
        if (!fits)
            return LEGACY;
        add_day(found, rest->value);
    }
    if (scanner->next.kind == T) {
        take(scanner);
        if (!read_iso_time(scanner, found) || !read_iso_zone(scanner, found) ||
            scanner->next.kind != END)
            return INVALID;
    } else if (scanner->next.kind != END) {
        *rest = take(scanner);
        return LEGACY;
    } else {
        set_zone(found, 1, 0, 0); /* a date alone is UTC, a date with a time is local */
    }
    found->iso = true;
    return DONE;
}

/* A number of the free forms: what follows it says whether it is of a time or of a date. */
static bool take_number(Scanner *scanner, Found *found, int n)
{
    if (skip(scanner, SYMBOL, ':')) {
        if (skip(scanner, SYMBOL, ':')) /* "12::" is 12:00 */
            return found->n_times == 0 && add_time(found, n) && add_time(found, 0);
        if (!add_time(found, n))
            return false;
        skip(scanner, SYMBOL, '.');
        return true;
    }
    if (skip(scanner, SYMBOL, '.') && expects_time(found, n)) {
        add_time(found, n);
        if (scanner->next.kind != NUMBER)
            return false;
        end_time(found, milliseconds(take(scanner)));
        return true;
    }
    if (found->hours != NONE && found->minutes == NONE && n <= 59) {
        found->minutes = n;
        return true;
    }
    if (expects_time(found, n)) {
        end_time(found, n);
        Token next = scanner->next;
        return next.kind == END || next.kind == SPACE || next.kind == SIGN ||
               (next.kind == ZONE && next.length == 1);
    }
    if (!add_day(found, n))
        return false;
    skip(scanner, SIGN, -1);
    return true;
}

static bool take_word(Scanner *scanner, Found *found, Token word, bool has_number)
{
    if (word.kind == AM_PM && found->n_times > 0) {
        found->half = word.value;
    } else if (word.kind == MONTH) {
        found->month = word.value;
        skip(scanner, SIGN, -1);
    } else if (word.kind == ZONE && has_number) {
        set_zone(found, word.value < 0 ? -1 : 1, ABS(word.value), 0);
    } else {
        /* Other words may only come before the first number, and apart from it. */
        return !has_number && scanner->next.kind != NUMBER;
    }
    return true;
}

/* "+8", "+08", "+830", "+0830"; after "+8:" the minutes are a number of their own. */
static bool take_offset(Scanner *scanner, Found *found, int sign)
{
    Token number = { 0 };
    if (scanner->next.kind == NUMBER)
        number = take(scanner);
    int n = number.value;
    if (peek_token(scanner, SYMBOL, ':'))
        set_zone(found, sign, n, NONE);
    else if (number.length == 1 || number.length == 2)
        set_zone(found, sign, n, 0);
    else if (number.length == 3 || number.length == 4)
        set_zone(found, sign, n / 100, n % 100);
    else
        return false;
    return true;
}

static bool read_legacy(Scanner *scanner, Found *found, Token token)
{
    bool has_number = found->n_days > 0;
    for (; token.kind != END; token = take(scanner)) {
        bool ok = true,
             after_time = found->n_times > 0 || (found->hours == 0 && found->minutes == 0);
        if (token.kind == NUMBER) {
            has_number = true;
            ok = take_number(scanner, found, token.value);
        } else if (token.kind >= MONTH) {
            ok = take_word(scanner, found, token, has_number);
        } else if (token.kind == SIGN && after_time) {
            has_number = true;
            ok = take_offset(scanner, found, token.value);
        } else if (token.kind == SIGN || (token.kind == SYMBOL && token.value == ')')) {
            ok = !has_number; /* any garbage may come before the first number */
        }
        if (!ok)
            return false;
    }
    return true;
}

static bool is_day(int n)
{
    return n >= 1 && n <= 31;
}

/*
 * Puts the date's numbers in order: what can't be a day is the year, else they
 * are as Americans write them. What is missing is 1: "Jan 5" is of 2001.
 */
static bool order_date(const Found *found, JutuDateParts *out)
{
    int n[3] = { 1, 1, 1 };
    memcpy(n, found->days, (size_t)found->n_days * sizeof(int));
    bool year_first = found->iso || !is_day(n[0]), named = found->month != NONE;
    int year = year_first ? n[0] : n[named ? 1 : 2];
    int month = named ? found->month : n[year_first ? 1 : 0];
    int day = n[(named ? 0 : 1) + (year_first ? 1 : 0)];
    if (!found->iso && year >= 0 && year <= 99)
        year += year < 50 ? 2000 : 1900;
    out->year = year;
    out->month = month - 1;
    out->day = day;
    return found->n_days > 0 && month >= 1 && month <= 12 && is_day(day);
}

static bool order_time(const Found *found, JutuDateParts *out)
{
    int n[4] = { 0 };
    memcpy(n, found->times, (size_t)found->n_times * sizeof(int));
    if (found->half != NONE) {
        if (n[0] > 12)
            return false;
        n[0] = n[0] % 12 + found->half;
    }
    out->hours = n[0];
    out->minutes = n[1];
    out->seconds = n[2];
    out->milliseconds = n[3];
    bool midnight = n[0] == 24 && !n[1] && !n[2] && !n[3];
    return midnight || (n[0] <= 23 && n[1] <= 59 && n[2] <= 59 && n[3] <= 999);
}

double jutu_date_parse(const char *text, const JutuZone *zone)
{
    Scanner scanner = { .at = text };
    Found found = { .month = NONE, .half = NONE, .sign = NONE, .hours = NONE, .minutes = NONE };
    take(&scanner);
    Token rest;
    Verdict verdict = read_iso(&scanner, &found, &rest);
    if (verdict == INVALID || (verdict == LEGACY && !read_legacy(&scanner, &found, rest)))
        return NAN;
    JutuDateParts parts;
    if (!order_date(&found, &parts) || !order_time(&found, &parts))
        return NAN;
    if (found.sign == NONE)
        return jutu_date_join(parts, zone);
    uint32_t hours = found.hours == NONE ? 0 : (uint32_t)found.hours;
    uint32_t minutes = found.minutes == NONE ? 0 : (uint32_t)found.minutes;
    uint32_t offset = hours * 3600 + minutes * 60; /* V8 counts in 32 bits: absurd hours wrap */
    if (offset > INT32_MAX)
        return NAN;
    return jutu_date_clip(jutu_date_join(parts, NULL) -
                          found.sign * (double)offset * JUTU_MS_PER_SECOND);
}
