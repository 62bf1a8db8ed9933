/* The table of languages. */
#include "page/furniture_words.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/lang.h"
#include "base/time_format.h"

static const JutuWords languages[] = {
    { "en", "Unit: ", "Note: ", "Source: ", "“", "”", "‘", "’", ", ", "; ", ". ", "\u2003" },
    { "zh", "单位：", "注：", "资料来源：", "《", "》", "〈", "〉", "", "；", "。", "　" },
    { "zh-Hant", "單位：", "註：", "資料來源：", "《", "》", "〈", "〉", "", "；", "。", "　" },
    { "ja", "単位：", "注：", "出典：", "『", "』", "「", "」", "", "；", "。", "　" },
    { "ko", "단위: ", "주: ", "자료: ", "「", "」", "『", "』", ", ", "; ", ". ", "\u2003" },
    { "de", "Einheit: ", "Anmerkung: ", "Quelle: ", "„", "“", "‚", "‘", ", ", "; ", ". ",
      "\u2003" },
    { "fr", "Unité\u202f: ", "Note\u202f: ", "Source\u202f: ", "«\u202f", "\u202f»", "“", "”", ", ",
      "\u202f; ", ". ", "\u2003" },
    { "es", "Unidad: ", "Nota: ", "Fuente: ", "«", "»", "“", "”", ", ", "; ", ". ", "\u2003" },
    { "ru", "Единица: ", "Примечание: ", "Источник: ", "«", "»", "„", "“", ", ", "; ", ". ",
      "\u2003" },
};

const JutuWords *jutu_words(const char *lang)
{
    const JutuWords *found = &languages[0];
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
        if (jutu_lang_is(lang, languages[i].lang))
            found = &languages[i];
    }
    return found;
}

const char *jutu_words_quote(const JutuWords *words, const char *title, JutuArena *arena)
{
    g_autoptr(GString) inner = g_string_new(title);
    g_string_replace(inner, words->open, words->inner_open, 0);
    g_string_replace(inner, words->close, words->inner_close, 0);
    return jutu_arena_printf(arena, "%s%s%s", words->open, inner->str, words->close);
}

/* How each language writes a year, a month and a day, and what it puts around dates of a source:
 * before and between them, around that of access, after them. */
static const struct {
    const char *lang, *year, *month, *day, *open, *between, *read, *end_read, *close;
} dates[] = {
    { "en", "%Y", "%B %Y", "%-d %B %Y", " (", "; ", "accessed ", "", ")" },
    { "zh", "%Y年", "%Y年%-m月", "%Y年%-m月%-d日", "（", "，", "", "访问", "）" },
    { "zh-Hant", "%Y年", "%Y年%-m月", "%Y年%-m月%-d日", "（", "，", "", "查閱", "）" },
    { "ja", "%Y年", "%Y年%-m月", "%Y年%-m月%-d日", "（", "、", "", "閲覧", "）" },
    { "ko", "%Y년", "%Y년 %-m월", "%Y년 %-m월 %-d일", " (", ", ", "", " 접속", ")" },
    { "de", "%Y", "%m/%Y", "%-d.%-m.%Y", " (", "; ", "abgerufen am ", "", ")" },
    { "fr", "%Y", "%m/%Y", "%d/%m/%Y", " (", "\u202f; ", "consulté le ", "", ")" },
    { "es", "%Y", "%m/%Y", "%-d/%-m/%Y", " (", "; ", "consultado el ", "", ")" },
    { "ru", "%Y", "%m.%Y", "%d.%m.%Y", " (", "; ", "дата обращения: ", "", ")" },
};

/* A date as a language writes it, as exactly as it is given. */
static const char *print_date(size_t row, const char *date, JutuArena *arena)
{
    const struct {
        const char *read, *print;
        size_t length;
    } kinds[] = {
        { "%Y", dates[row].year, 4 },
        { "%Y-%m", dates[row].month, 7 },
        { "%Y-%m-%d", dates[row].day, 10 },
    };
    size_t length = strcspn(date, "T");
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autofree char *part = g_strndup(date, length);
        double ms = length == kinds[i].length ? jutu_time_parse(kinds[i].read, part, NULL, NULL)
                                              : NAN;
        if (!isnan(ms))
            return jutu_time_format(kinds[i].print, ms, NULL, NULL, arena);
    }
    return date;
}

const char *jutu_words_dates(const JutuWords *words, const char *date, const char *accessed,
                             JutuArena *arena)
{
    size_t row = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(dates); i++)
        row = strcmp(dates[i].lang, words->lang) == 0 ? i : row;
    if (!date && !accessed)
        return "";
    g_autoptr(GString) out = g_string_new(dates[row].open);
    if (date)
        g_string_append(out, print_date(row, date, arena));
    if (date && accessed)
        g_string_append(out, dates[row].between);
    if (accessed)
        g_string_append_printf(out, "%s%s%s", dates[row].read, print_date(row, accessed, arena),
                               dates[row].end_read);
    g_string_append(out, dates[row].close);
    return jutu_arena_strdup(arena, out->str);
}
