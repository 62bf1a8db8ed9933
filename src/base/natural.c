#include "base/natural.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/weeks.h"

enum { MOST_NUMBERS = 6 };

bool jutu_is_rest(const char *name)
{
    static const char *const names[] = { "其他", "其它", "其余", "其餘", "その他", "기타" };
    static const char *const words[] = { "other", "others" };
    bool found = false;
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        found |= strcmp(name, names[i]) == 0;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        found |= g_ascii_strcasecmp(name, words[i]) == 0;
    return found;
}

/* The numbers of a name in their order, and the rest of it, which all names must share. */
typedef struct {
    double numbers[MOST_NUMBERS];
    size_t n;
    int side; /* -1: below the number (5岁以下), 1: above it (100岁以上) */
    GString *rest;
    size_t index; /* as given */
    bool left_over;
} Name;

/* == Numerals == */

static int han_digit(gunichar character)
{
    static const char *const digits[] = { "〇零", "一壹", "二贰两兩", "三叁", "四肆",
                                          "五伍", "六陆", "七柒",     "八捌", "九玖" };
    for (int i = 0; i < 10; i++) {
        if (g_utf8_strchr(digits[i], -1, character))
            return i;
    }
    return -1;
}

/* 十二, 二十, 一百零五; and 二〇二四, digit by digit. @return how many bytes, 0: none */
static size_t read_han(const char *text, double *out)
{
    const gunichar ten = g_utf8_get_char("十"), hundred = g_utf8_get_char("百");
    double sum = 0, digit = -1;
    const char *at = text;
    size_t n = 0;
    for (gunichar c; (c = g_utf8_get_char(at)); at = g_utf8_next_char(at), n++) {
        int one = han_digit(c);
        if (one >= 0) {
            digit = digit > 0 && sum == 0 ? digit * 10 + one : one;
        } else if (c == ten || c == hundred) {
            sum += (digit < 0 ? 1 : digit) * (c == ten ? 10 : 100);
            digit = -1;
        } else {
            break;
        }
    }
    *out = sum + (digit > 0 ? digit : 0);
    return n ? (size_t)(at - text) : 0;
}

/* 1,200.5 */
static size_t read_digits(const char *text, double *out)
{
    g_autoptr(GString) plain = g_string_new(NULL);
    const char *at = text;
    for (; g_ascii_isdigit(*at) ||
           ((*at == '.' || *at == ',') && g_ascii_isdigit(at[1]) && at > text);
         at++) {
        if (*at != ',')
            g_string_append_c(plain, *at);
    }
    *out = g_ascii_strtod(plain->str, NULL);
    return (size_t)(at - text);
}

/* What a number is in: 500万. */
static size_t read_multiple(const char *text, double *number)
{
    static const struct {
        const char *text;
        double factor;
    } multiples[] = {
        { "万亿", 1e12 }, { "亿", 1e8 }, { "万", 1e4 }, { "億", 1e8 }, { "萬", 1e4 }
    };
    for (size_t i = 0; i < G_N_ELEMENTS(multiples); i++) {
        if (!g_str_has_prefix(text, multiples[i].text))
            continue;
        *number *= multiples[i].factor;
        return strlen(multiples[i].text);
    }
    return 0;
}

/* == Names == */

/* Words about a number that are no part of what names share: ranges and their ends. */
static const struct {
    const char *text;
    int side;
} range_words[] = {
    { "及以上", 1 },    { "及以下", -1 }, { "以上", 1 },  { "以下", -1 },    { "以内", -1 },
    { "以內", -1 },     { "不满", -1 },   { "不滿", -1 }, { "未满", -1 },    { "未滿", -1 },
    { "不到", -1 },     { "不足", -1 },   { "超过", 1 },  { "超過", 1 },     { "大于", 1 },
    { "小于", -1 },     { "至", 0 },      { "到", 0 },    { "and over", 1 }, { "or more", 1 },
    { "and above", 1 }, { "under ", -1 }, { "over ", 1 }, { "≥", 1 },        { "≤", -1 },
    { "＜", -1 },       { "＞", 1 },      { "<", -1 },    { ">", 1 },        { "=", 0 },
    { "+", 1 },         { "—", 0 },       { "–", 0 },     { "－", 0 },       { "−", 0 },
    { "-", 0 },         { "～", 0 },      { "~", 0 },     { "〜", 0 },       { " to ", 0 },
    { " ", 0 },         { "　", 0 },
};

static size_t read_range_word(const char *text, Name *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(range_words); i++) {
        size_t length = strlen(range_words[i].text);
        if (g_ascii_strncasecmp(text, range_words[i].text, length) != 0)
            continue;
        name->side = range_words[i].side ? range_words[i].side : name->side;
        return length;
    }
    return 0;
}

/* Jan, January: as many letters as stand together. */
static size_t read_month(const char *text, double *out)
{
    static const char *const months[] = { "january",   "february", "march",    "april",
                                          "may",       "june",     "july",     "august",
                                          "september", "october",  "november", "december" };
    size_t length = 0;
    while (g_ascii_isalpha(text[length]))
        length++;
    for (int i = 0; i < 12; i++) {
        size_t whole = strlen(months[i]);
        bool same = length >= 3 && length <= whole &&
                    g_ascii_strncasecmp(text, months[i], length) == 0;
        if (same && (length == 3 || length == whole || (i == 8 && length == 4))) {
            *out = i + 1;
            return length;
        }
    }
    return 0;
}

static size_t read_number(const char *text, bool starts, Name *name)
{
    double number = 0, sign = 1;
    size_t length = 0, shift = 0;
    if (starts && (*text == '-' || g_str_has_prefix(text, "−"))) {
        shift = *text == '-' ? 1 : strlen("−");
        sign = -1;
    }
    length = read_digits(text + shift, &number);
    if (length == 0) {
        shift = 0;
        sign = 1;
        length = read_han(text, &number);
    }
    if (length == 0)
        length = read_month(text, &number);
    if (length == 0 || name->n == MOST_NUMBERS)
        return 0;
    length += shift;
    length += read_multiple(text + length, &number);
    name->numbers[name->n++] = sign * number;
    return length;
}

/* A year stands before the month or quarter in it: Q1 2024. */
static void put_year_first(Name *name)
{
    double last = name->n > 1 ? name->numbers[name->n - 1] : 0;
    if (last < 1500 || last > 2200 || name->numbers[0] > 366)
        return;
    memmove(name->numbers + 1, name->numbers, (name->n - 1) * sizeof(double));
    name->numbers[0] = last;
}

static void read_name(const char *text, Name *name)
{
    const char *at = text;
    name->rest = g_string_new(NULL);
    name->n = 0;
    while (*at) {
        size_t length = read_number(at, at == text, name);
        if (length == 0)
            length = read_range_word(at, name);
        if (length == 0) {
            length = (size_t)(g_utf8_next_char(at) - at);
            g_string_append_len(name->rest, at, (gssize)length);
        }
        at += length;
    }
    put_year_first(name);
}

/* == Weekdays == */

/* 0 for Sunday; -1: no weekday */
static int weekday_of(const char *text)
{
    static const char *const before[] = { "周", "週", "星期", "礼拜", "禮拜" };
    static const char *const han[] = { "日天", "一", "二", "三", "四", "五", "六" };
    static const char *const english[] = { "sunday",   "monday", "tuesday", "wednesday",
                                           "thursday", "friday", "saturday" };
    static const char *const others[][7] = {
        { "日曜日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日" },
        { "일요일", "월요일", "화요일", "수요일", "목요일", "금요일", "토요일" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(before); i++) {
        const char *day = g_str_has_prefix(text, before[i]) ? text + strlen(before[i]) : "";
        for (int d = 0; *day && d < 7; d++) {
            if (!*g_utf8_next_char(day) && g_utf8_strchr(han[d], -1, g_utf8_get_char(day)))
                return d;
        }
    }
    for (int d = 0; d < 7; d++) {
        bool named = strcmp(text, others[0][d]) == 0 || strcmp(text, others[1][d]) == 0;
        g_autofree char *brief = g_strndup(english[d], 3);
        if (named || g_ascii_strcasecmp(text, english[d]) == 0 ||
            g_ascii_strcasecmp(text, brief) == 0)
            return d;
    }
    return -1;
}

static bool are_weekdays(const char *const *texts, Name *names, size_t n, const char *lang)
{
    bool monday = jutu_weeks_begin_on_monday(lang), any = false;
    for (size_t i = 0; i < n; i++) {
        int day = names[i].left_over ? 0 : weekday_of(texts[i]);
        if (day < 0)
            return false;
        any |= !names[i].left_over;
        names[i].numbers[0] = monday ? (day + 6) % 7 : day;
        names[i].n = 1;
    }
    return any;
}

/* == Orders == */

static bool is_year(const Name *name)
{
    return name->n == 1 && name->numbers[0] >= 1000 && name->numbers[0] < 3000 &&
           name->numbers[0] == (int)name->numbers[0];
}

/* Whether all names are numbers in the same words: one pattern. Bare digits may be codes. */
static bool are_numbered(const char *const *texts, Name *names, size_t n, bool numbers)
{
    const char *rest = NULL;
    bool bare = true, years = true, any = false;
    for (size_t i = 0; i < n; i++) {
        if (names[i].left_over)
            continue;
        read_name(texts[i], &names[i]);
        const char *own = names[i].rest->str;
        bare &= strspn(texts[i], "0123456789.,-") == strlen(texts[i]);
        years &= is_year(&names[i]);
        any = true;
        if (names[i].n == 0 || (rest && *rest && *own && strcmp(rest, own) != 0))
            return false;
        rest = rest && *rest ? rest : own;
    }
    return any && (!bare || numbers || years);
}

static int compare_numbers(const Name *one, const Name *other)
{
    for (size_t i = 0; i < one->n && i < other->n; i++) {
        if (one->numbers[i] != other->numbers[i])
            return one->numbers[i] < other->numbers[i] ? -1 : 1;
        if (i == 0 && one->side != other->side)
            return one->side < other->side ? -1 : 1;
    }
    return (one->n > other->n) - (one->n < other->n);
}

static int compare_names(const void *a, const void *b)
{
    const Name *one = *(const Name *const *)a, *other = *(const Name *const *)b;
    if (one->left_over != other->left_over)
        return one->left_over ? 1 : -1;
    int order = one->left_over ? 0 : compare_numbers(one, other);
    return order ? order : (one->index > other->index) - (one->index < other->index);
}

/* Whether the names come in the exact reverse. */
static bool falls(const Name *names, size_t n)
{
    const Name *before = NULL;
    for (size_t i = 0; i < n; i++) {
        if (names[i].left_over)
            continue;
        if (before && compare_numbers(before, &names[i]) <= 0)
            return false;
        before = &names[i];
    }
    return true;
}

static void sort_names(Name *names, size_t n, bool ordered, size_t *places)
{
    g_autofree const Name **sorted = g_new(const Name *, n + 1);
    for (size_t i = 0; i < n; i++) {
        sorted[i] = &names[i];
        if (!ordered)
            names[i].n = 0;
        names[i].side = ordered ? names[i].side : 0;
    }
    qsort(sorted, n, sizeof(*sorted), compare_names);
    for (size_t i = 0; i < n; i++)
        places[sorted[i]->index] = i;
}

JutuOwnOrder jutu_own_order(const char *const *names, size_t n, const char *lang, bool numbers,
                            size_t *places)
{
    g_autofree Name *list = g_new0(Name, n + 1);
    size_t n_own = 0;
    for (size_t i = 0; i < n; i++) {
        list[i].index = i;
        list[i].left_over = !names[i] || jutu_is_rest(names[i]);
        n_own += !list[i].left_over;
    }
    bool found = n_own > 1 &&
                 (are_weekdays(names, list, n, lang) || are_numbered(names, list, n, numbers));
    bool down = found && falls(list, n);
    sort_names(list, n, found && !down, places);
    for (size_t i = 0; i < n; i++) {
        if (list[i].rest)
            g_string_free(list[i].rest, true);
    }
    return !found ? JUTU_ORDER_NONE : down ? JUTU_ORDER_FALLS : JUTU_ORDER_RISES;
}
