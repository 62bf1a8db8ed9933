#include "base/written.h"

#include <string.h>

#include "base/number.h"

/* Whether the text is that of a number of at most 15 digits as it would be printed: no zeros or
 * signs that needn't be, no exponent. It then needn't be printed to see that. */
static bool is_plain(const char *text)
{
    size_t length = strspn(text, "-0123456789."), sign = *text == '-';
    const char *point = memchr(text, '.', length);
    size_t whole = (point ? (size_t)(point - text) : length) - sign;
    bool leads = text[sign] == '0';
    if (text[length] || length > 16 + sign || whole == 0 || (whole > 1 && leads))
        return false;
    if (!point)
        return length <= 15 + sign && !(sign && leads) && !strchr(text + sign, '-');
    return !leads && text[length - 1] != '0' && point[1] && !strpbrk(text + sign, "-") &&
           !strchr(point + 1, '.');
}

/* Whether the text is what printing the number gives. */
static bool is_own_text(JutuValue value, const char *text)
{
    if (value.type == JUTU_NUMBER && is_plain(text))
        return true;
    char buffer[JUTU_NUMBER_SIZE];
    return value.type == JUTU_NUMBER && strcmp(jutu_number_print(value.number, buffer), text) == 0;
}

JutuValue jutu_written(JutuValue value, const char *text, JutuArena *arena)
{
    uint32_t number = is_own_text(value, text) ? 0 : jutu_arena_number(arena, text);
    value.length = number << 1 | JUTU_WRITTEN_SHOWN;
    return value;
}

JutuValue jutu_unread(JutuValue value, const char *text, JutuArena *arena)
{
    value.length = jutu_arena_number(arena, text) << 1;
    return value;
}

const char *jutu_written_text(JutuValue value, JutuArena *arena)
{
    if (!jutu_has_text(value))
        return NULL;
    const char *text = jutu_arena_numbered(arena, value.length >> 1);
    char buffer[JUTU_NUMBER_SIZE];
    if (!text && value.type == JUTU_NUMBER)
        return jutu_arena_strdup(arena, jutu_number_print(value.number, buffer));
    return text;
}
