/* Chinese punctuation, after CLREQ (Requirements for Chinese Text Layout) and GB/T 15834. */
#include "text/punctuation.h"

static bool among(gunichar c, const gunichar *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (list[i] == c)
            return true;
    return false;
}

bool jutu_mark_opens(gunichar c)
{
    static const gunichar marks[] = { U'（', U'《', U'「', U'『', U'【', U'〔',
                                      U'〖', U'〈', U'［', U'｛', U'“',  U'‘' };
    return among(c, marks, G_N_ELEMENTS(marks));
}

bool jutu_mark_closes(gunichar c)
{
    static const gunichar marks[] = { U'）', U'》', U'」', U'』', U'】', U'〕', U'〗', U'〉', U'］',
                                      U'｝', U'”',  U'’',  U'，', U'。', U'、', U'；', U'：' };
    return among(c, marks, G_N_ELEMENTS(marks));
}

bool jutu_mark_is_narrow(gunichar before, gunichar mark, gunichar after)
{
    if (jutu_mark_opens(mark))
        return before == 0 || jutu_mark_opens(before);
    if (jutu_mark_closes(mark))
        return after == 0 || jutu_mark_opens(after) || jutu_mark_closes(after);
    return false;
}

bool jutu_char_is_han(gunichar c)
{
    return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || c == 0x3005 ||
           c == 0x3007 || (c >= 0x3041 && c <= 0x30ff) || (c >= 0xac00 && c <= 0xd7a3) ||
           (c >= 0x20000 && c <= 0x3ffff);
}

/* A letter that isn't full-width. */
static bool is_latin(gunichar c)
{
    return c < 0x2000 && g_unichar_isalpha(c);
}

bool jutu_scripts_meet(gunichar before, gunichar after)
{
    return (jutu_char_is_han(before) && is_latin(after)) ||
           (is_latin(before) && jutu_char_is_han(after));
}
