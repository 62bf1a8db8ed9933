/* Languages by their BCP 47 tags. */
#pragma once
#include <stdbool.h>

/* Whether a tag is a language or a variety of it: zh-Hant-TW is zh-Hant and zh. Traditional
 * characters go by their regions' tags, too: zh-TW, zh-HK and zh-MO are zh-Hant. */
bool jutu_lang_is(const char *tag, const char *language);
