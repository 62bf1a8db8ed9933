#include "base/lang.h"

#include <glib.h>
#include <string.h>

static bool begins(const char *tag, const char *language)
{
    size_t length = strlen(language);
    return g_ascii_strncasecmp(tag, language, length) == 0 &&
           (tag[length] == '\0' || tag[length] == '-' || tag[length] == '_');
}

bool jutu_lang_is(const char *tag, const char *language)
{
    static const char *const traditional[] = { "zh-TW", "zh-HK", "zh-MO" };
    for (size_t i = 0; i < G_N_ELEMENTS(traditional); i++) {
        if (begins(tag, traditional[i]))
            tag = "zh-Hant";
    }
    return begins(tag, language);
}
