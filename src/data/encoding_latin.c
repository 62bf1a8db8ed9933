#include "data/encoding_latin.h"

#include <math.h>
#include <string.h>

typedef struct {
    gunichar c, before, after;
    gunichar second; /* the one before that before */
} Place;

static Place place_of(const JutuCharSeen *text, size_t n, size_t at)
{
    return (Place){
        .c = text[at].c,
        .before = at > 0 ? text[at - 1].c : '\n',
        .after = at + 1 < n ? text[at + 1].c : '\n',
        .second = at > 1 ? text[at - 2].c : '\n',
    };
}

static bool is_ascii_letter(gunichar c)
{
    return c < 0x80 && g_ascii_isalpha((char)c);
}

static bool is_digit(gunichar c)
{
    return c >= '0' && c <= '9';
}

/* Letters beyond ASCII: not ª, º and µ, which are used as symbols. */
static bool is_accented(gunichar c)
{
    return c >= 0xc0 && c < 0x250 && g_unichar_isalpha(c);
}

static bool is_letter(gunichar c)
{
    return is_ascii_letter(c) || is_accented(c);
}

static bool is_among(gunichar c, const char *chars)
{
    for (; *chars; chars = g_utf8_next_char(chars)) {
        if (g_utf8_get_char(chars) == c)
            return true;
    }
    return false;
}

/* Two accented letters side by side that are usual: "ção", "créée", "sää". */
static bool is_pair(gunichar a, gunichar b)
{
    return (a == 0xe7 && (b == 0xe3 || b == 0xf5)) || (a == b && is_among(a, "éäöü"));
}

/* How a letter is spelt: before which characters it stands, or doesn't; elsewhere it is as much
 * rarer as `factor` says. "E" is the end of a word. */
typedef struct {
    const char *letter, *before;
    bool stands;
    double factor;
} Spelling;

static const Spelling western_spelling[] = {
    { "õ", "e", true, 0.1 },
    { "ìù", "E", true, 0.05 },
    { "ñ", "aeiouáéíóú", true, 0.05 },
    { "è", "aiouy", false, 0.1 },
    { "ê", "aeiouy", false, 0.2 },
    { "œ", "u", true, 0.1 },
    { NULL },
};

static const Spelling central_spelling[] = { { NULL } };

/* Small letters of a group of languages. Others are between the common and the rare. */
typedef struct {
    const char *common, *rare;
    const Spelling *spelling;
    const char *shared; /* of the common ones: less common than in other languages */
} Letters;

static const Letters western = { "éüöäóíáãçñèåêàøœ", "ýÿðþšžƒ", western_spelling, "" };
static const Letters central = { "éáíóöüőýžščřěąęłśż", "ñãåèêàõòìùûïøæðþÿƒĺŕţđşă", central_spelling,
                                 "éáíóöü" };

static double spelling_factor(const Spelling *rule, gunichar small, gunichar after)
{
    for (; rule->letter; rule++) {
        bool stands = is_letter(after) ? is_among(g_unichar_tolower(after), rule->before)
                                       : is_among('E', rule->before);
        if (is_among(small, rule->letter) && stands != rule->stands)
            return rule->factor;
    }
    return 1;
}

static double score_letter(const Place *place, const Letters *letters)
{
    gunichar small = g_unichar_tolower(place->c);
    bool is_small = small == place->c;
    double p = is_among(small, letters->rare)        ? 1.0 / 500
               : !is_small                           ? 1.0 / 150
               : is_among(place->c, letters->shared) ? 1.0 / 30
               : is_among(place->c, letters->common) ? 1.0 / 20
                                                     : 1.0 / 70;
    p *= spelling_factor(letters->spelling, small, place->after);
    bool alone = !is_letter(place->before) && !is_letter(place->after);
    if (alone && is_among(place->c, "àéèóÀÉ") && (place->before == ' ' || place->after == ' '))
        p *= 0.3; /* a word by itself */
    else if ((is_accented(place->before) && !is_pair(place->before, place->c)) ||
             (is_accented(place->after) && !is_pair(place->c, place->after)) || alone)
        p *= 0.03;
    if (!is_small && is_letter(place->before) && g_unichar_islower(place->before))
        p *= 0.002;
    else if (!is_small && is_letter(place->before) && g_unichar_islower(place->after))
        p *= 0.02;
    if (is_digit(place->before) || is_digit(place->after))
        p *= 0.05;
    return log(p);
}

/* Of ’ between two letters: in "women’s", "d’eau", "qu’il" it belongs, elsewhere hardly. */
static double apostrophe_factor(const Place *place)
{
    bool elided = is_among(g_unichar_tolower(place->before), "dlnsjmtc") &&
                  !is_letter(place->second);
    bool que = place->before == 'u' && g_unichar_tolower(place->second) == 'q';
    return place->after == 's' || elided || que ? 0.6 : 0.03;
}

static double score_mark(const Place *place)
{
    double p = is_among(place->c, "£€°²–’")                     ? 1.0 / 60
               : is_among(place->c, "“”‘…«»·ºª×±½¼³µ§™®©•‰—¿¡") ? 1.0 / 250
               : place->c == 0xa0                               ? 1.0 / 250
               : is_among(place->c, "¤¦¨¸")                     ? 1.0 / 30000
                                                                : 1.0 / 3000;
    bool between = is_letter(place->before) && is_letter(place->after);
    bool beside = is_letter(place->before) || is_letter(place->after);
    bool digits = is_digit(place->before) && is_digit(place->after);
    bool opens = !is_letter(place->before) && is_letter(place->after) && is_among(place->c, "¿¡");
    if (opens || (place->c == 0xa0 && digits)) /* thousands, as in French */
        p *= 4;
    else if (place->c == 0x2019 && between)
        p *= apostrophe_factor(place);
    else if ((place->c == 0x2013 || place->c == 0x2014) && between)
        p *= 0.02;
    else if (between)
        p *= 0.01;
    else if (beside && is_among(place->c, "½¼¾"))
        p *= 0.05;
    return log(p);
}

static double score_latin(const JutuCharSeen *text, size_t n, size_t at, const Letters *letters)
{
    Place place = place_of(text, n, at);
    return is_accented(place.c) ? score_letter(&place, letters) : score_mark(&place);
}

double jutu_latin_score(const JutuCharSeen *text, size_t n, size_t at)
{
    return score_latin(text, n, at, &western);
}

double jutu_central_score(const JutuCharSeen *text, size_t n, size_t at)
{
    return score_latin(text, n, at, &central);
}

static bool is_cyrillic(gunichar c)
{
    return c >= 0x400 && c < 0x460;
}

/* Russian letters by how often they come, in ten thousandths; а first. */
static const uint16_t russian[] = { 801, 159, 454, 170,  298, 845, 94,  165, 735, 121, 349,
                                    440, 321, 670, 1097, 281, 473, 547, 626, 262, 26,  97,
                                    48,  144, 73,  36,   4,   190, 174, 32,  64,  201 };

static double score_cyrillic(const Place *place)
{
    gunichar small = g_unichar_tolower(place->c);
    bool is_small = small == place->c;
    double p = small >= 0x430 && small <= 0x44f ? russian[small - 0x430] / 10000.0 : 0.0006;
    if (!is_small)
        p *= 0.1;
    if (is_ascii_letter(place->before) || is_ascii_letter(place->after))
        p *= 0.003;
    if (!is_cyrillic(place->before) && !is_cyrillic(place->after))
        p *= 0.2;
    if (!is_small && is_cyrillic(place->before) && g_unichar_islower(place->before))
        p *= 0.003;
    return log(p);
}

double jutu_cyrillic_score(const JutuCharSeen *text, size_t n, size_t at)
{
    Place place = place_of(text, n, at);
    if (is_cyrillic(place.c))
        return score_cyrillic(&place);
    double p = is_among(place.c, "№«»—–°") ? 1.0 / 200 : place.c == 0xa0 ? 1.0 / 400 : 1.0 / 4000;
    if ((is_cyrillic(place.before) || is_ascii_letter(place.before)) &&
        (is_cyrillic(place.after) || is_ascii_letter(place.after)))
        p *= 0.02;
    return log(p);
}
