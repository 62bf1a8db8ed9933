#include "base/words.h"

#include <glib.h>
#include <string.h>

#include "base/lang.h"

static const char *const langs[] = { "en", "zh", "zh-Hant", "ja", "ko", "de", "fr", "es", "ru" };

static const struct {
    const char *name, *texts[G_N_ELEMENTS(langs)];
} words[] = {
#define JUTU_WORD(id, ...) { #id, { __VA_ARGS__ } },
#include "base/words.def"
#undef JUTU_WORD
};

const char *jutu_word(const char *lang, JutuWordId id)
{
    size_t found = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(langs); i++) {
        if (jutu_lang_is(lang, langs[i]))
            found = i;
    }
    return words[id].texts[found];
}

const char *jutu_word_with(const char *lang, JutuWordId id, const char *first, const char *second,
                           JutuArena *arena)
{
    g_auto(GStrv) parts = g_strsplit(jutu_word(lang, id), "{}", -1);
    const char *text = jutu_arena_printf(arena, "%s%s%s", parts[0], first, parts[1]);
    return second ? jutu_arena_printf(arena, "%s%s%s", text, second, parts[2]) : text;
}

JutuWordId jutu_word_find(const char *name)
{
    int id = 0;
    while (id < JUTU_N_WORDS && strcmp(words[id].name, name) != 0)
        id++;
    return (JutuWordId)id;
}
