/* The table of languages. */
#include "page/furniture_words.h"

#include <glib.h>

#include "base/lang.h"

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
