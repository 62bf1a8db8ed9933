/* Code units of UTF-16 over UTF-8 text: counting, cutting, joining. */
#include "expr/utf16.h"

#include <glib.h>
#include <string.h>

static bool is_high(const char *at)
{
    const unsigned char *byte = (const unsigned char *)at;
    return byte[0] == 0xED && byte[1] >= 0xA0 && byte[1] <= 0xAF;
}

static bool is_low(const char *at)
{
    const unsigned char *byte = (const unsigned char *)at;
    return byte[0] == 0xED && byte[1] >= 0xB0;
}

static size_t size_of(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

uint32_t jutu_utf16_next(const char *text, size_t length, size_t *size)
{
    const unsigned char *byte = (const unsigned char *)text;
    *size = MIN(size_of(byte[0]), length);
    switch (*size) {
    case 1:
        return byte[0];
    case 2:
        return (byte[0] & 0x1Fu) << 6 | (byte[1] & 0x3Fu);
    case 3:
        return (byte[0] & 0x0Fu) << 12 | (byte[1] & 0x3Fu) << 6 | (byte[2] & 0x3Fu);
    default:
        return (byte[0] & 0x07u) << 18 | (byte[1] & 0x3Fu) << 12 | (byte[2] & 0x3Fu) << 6 |
               (byte[3] & 0x3Fu);
    }
}

size_t jutu_utf16_count(const char *text, size_t length)
{
    size_t units = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        units += (byte & 0xC0) != 0x80;
        units += byte >= 0xF0; /* beyond the first plane: a pair */
    }
    return units;
}

size_t jutu_utf16_offset(const char *text, size_t length, size_t unit)
{
    size_t at = 0;
    while (at < length && unit > 0) {
        size_t size = size_of((unsigned char)text[at]), units = size == 4 ? 2 : 1;
        if (units > unit)
            break;
        unit -= units;
        at += size;
    }
    return MIN(at, length);
}

JutuText jutu_text_new(JutuArena *arena, size_t room)
{
    return (JutuText){ jutu_new(arena, char, room + 1), 0, room, arena };
}

static void make_room(JutuText *text, size_t more)
{
    if (text->length + more <= text->room)
        return;
    size_t room = MAX(text->room * 2, text->length + more);
    char *bytes = jutu_new(text->arena, char, room + 1);
    memcpy(bytes, text->bytes, text->length);
    text->bytes = bytes;
    text->room = room;
}

static void append_bytes(JutuText *text, const char *bytes, size_t length)
{
    if (length == 0)
        return;
    make_room(text, length);
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
}

void jutu_text_add_unichar(JutuText *text, uint32_t c)
{
    char bytes[8];
    int n = g_unichar_to_utf8(c, bytes);
    jutu_text_add(text, bytes, (size_t)n);
}

void jutu_text_add(JutuText *text, const char *bytes, size_t length)
{
    if (length >= 3 && text->length >= 3 && is_low(bytes) &&
        is_high(text->bytes + text->length - 3)) {
        size_t size;
        uint32_t high = jutu_utf16_next(text->bytes + text->length - 3, 3, &size);
        uint32_t low = jutu_utf16_next(bytes, 3, &size);
        char joined[8];
        int n = g_unichar_to_utf8(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), joined);
        text->length -= 3;
        append_bytes(text, joined, (size_t)n);
        append_bytes(text, bytes + 3, length - 3);
        return;
    }
    append_bytes(text, bytes, length);
}

JutuValue jutu_text_end(JutuText *text)
{
    text->bytes[text->length] = '\0';
    return jutu_string_n(text->bytes, text->length);
}

/* One half of the pair that a character beyond the first plane is. */
static void add_half(JutuText *text, const char *at, bool second)
{
    size_t size;
    uint32_t c = jutu_utf16_next(at, 4, &size) - 0x10000;
    jutu_text_add_unichar(text, second ? 0xDC00 + (c & 0x3FF) : 0xD800 + (c >> 10));
}

JutuValue jutu_utf16_slice(JutuValue string, size_t start, size_t end, JutuArena *arena)
{
    const char *bytes = string.string;
    size_t length = string.length, from = jutu_utf16_offset(bytes, length, start);
    size_t before = jutu_utf16_count(bytes, from);
    if (end <= start || from >= length)
        return jutu_string_n("", 0);

    bool tail = before < start; /* the first unit is the second half of a pair */
    size_t first = tail ? from + 4 : from;
    size_t skipped = before + (tail ? 2 : 0);
    size_t to = skipped >= end
                    ? first
                    : first + jutu_utf16_offset(bytes + first, length - first, end - skipped);
    size_t upto = skipped + jutu_utf16_count(bytes + first, to - first);
    bool head = upto < end && to < length; /* the last is a first half */
    if (!tail && !head && to == length)
        return jutu_string_n(bytes + from, to - from);

    JutuText text = jutu_text_new(arena, to - first + 6);
    if (tail)
        add_half(&text, bytes + from, true);
    append_bytes(&text, bytes + first, to - first);
    if (head)
        add_half(&text, bytes + to, false);
    return jutu_text_end(&text);
}

bool jutu_utf16_is_broken(const char *text, size_t length)
{
    const char *end = text + length;
    for (const char *at = text; (at = memchr(at, 0xED, (size_t)(end - at))); at++)
        if (is_high(at) || is_low(at))
            return true;
    return false;
}

JutuValue jutu_utf16_mend(JutuValue string, JutuArena *arena)
{
    if (!jutu_utf16_is_broken(string.string, string.length))
        return string;
    char *bytes = jutu_new(arena, char, (size_t)string.length + 1);
    memcpy(bytes, string.string, string.length);
    for (size_t i = 0; i + 2 < string.length; i++)
        if (is_high(bytes + i) || is_low(bytes + i))
            memcpy(bytes + i, "\xEF\xBF\xBD", 3); /* U+FFFD */
    return jutu_string_n(bytes, string.length);
}

JutuValue jutu_utf16_split_pairs(JutuValue string, JutuArena *arena)
{
    size_t pairs = 0, size;
    for (size_t i = 0; i < string.length; i++)
        pairs += (unsigned char)string.string[i] >= 0xF0;
    if (pairs == 0)
        return string;
    JutuText text = jutu_text_new(arena, string.length + pairs * 2);
    for (size_t i = 0; i < string.length; i += size) {
        size = MIN(size_of((unsigned char)string.string[i]), string.length - i);
        if (size < 4) {
            append_bytes(&text, string.string + i, size);
            continue;
        }
        uint32_t c = jutu_utf16_next(string.string + i, size, &size) - 0x10000;
        const uint32_t halves[] = { 0xD800 + (c >> 10), 0xDC00 + (c & 0x3FF) };
        char bytes[16];
        int n = g_unichar_to_utf8(halves[0], bytes);
        n += g_unichar_to_utf8(halves[1], bytes + n);
        append_bytes(&text, bytes, (size_t)n);
    }
    return jutu_text_end(&text);
}

JutuValue jutu_utf16_join_pairs(JutuValue string, JutuArena *arena)
{
    if (!jutu_utf16_is_broken(string.string, string.length))
        return string;
    JutuText text = jutu_text_new(arena, string.length);
    for (size_t i = 0; i < string.length;) {
        size_t size = MIN(size_of((unsigned char)string.string[i]), string.length - i);
        jutu_text_add(&text, string.string + i, size);
        i += size;
    }
    return jutu_text_end(&text);
}

bool jutu_utf16_is_valid(const char *text, size_t length)
{
    for (size_t i = 0, size; i < length; i += size) {
        unsigned char lead = (unsigned char)text[i];
        if (lead < 0x80) {
            size = 1;
            continue;
        }
        size = size_of(lead);
        if (lead < 0xC2 || lead > 0xF4 || size > length - i)
            return false;
        for (size_t k = 1; k < size; k++)
            if (((unsigned char)text[i + k] & 0xC0) != 0x80)
                return false;
        size_t same;
        uint32_t c = jutu_utf16_next(text + i, size, &same);
        if ((size == 3 && c < 0x800) || (size == 4 && (c < 0x10000 || c > 0x10FFFF)))
            return false;
    }
    return true;
}

bool jutu_utf16_is_space(uint32_t c)
{
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0xFEFF;
}
