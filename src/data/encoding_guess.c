#include "data/encoding_guess.h"

#include <math.h>
#include <string.h>

#include "data/encoding_model.h"

/* Of the text only lines with bytes from 80 are weighed, up to so many bytes. */
enum { SAMPLE = 3000 };

static const double ascii_cost = -3.4, bad_cost = -9, last_bad_cost = -5, sure_margin = 8,
                    sure_if_bad_margin = 25, doubtful_margin = 2;

typedef struct {
    JutuEncoding encoding;
    double prior, usual; /* ln P, and the least mean by byte of a text that is really so */
    JutuLevelOne level;
    struct {
        JutuCharScore score;
        double prior; /* beside the encoding's */
    } scripts[3];     /* up to a NULL */
} Candidate;

static const Candidate candidates[] = {
    { JUTU_GB18030,
      -0.92,
      -4.6,
      { 0xb0, 0xd7, 0xa1 },
      { { jutu_char_simplified, 0 }, { jutu_char_traditional, -4 }, { jutu_char_japanese, -5 } } },
    { JUTU_BIG5, -2.12, -5.1, { 0xa4, 0xc6, 0 }, { { jutu_char_traditional, 0 } } },
    { JUTU_SHIFT_JIS, -2.53, -4.7, { 0x88, 0x98, 0 }, { { jutu_char_japanese, 0 } } },
    { JUTU_EUC_JP, -2.81, -4.7, { 0xb0, 0xcf, 0 }, { { jutu_char_japanese, 0 } } },
    { JUTU_EUC_KR, -2.81, -4.7, { 0xb0, 0xc8, 0xa1 }, { { jutu_char_korean, 0 } } },
    { JUTU_WINDOWS_1252, -2.12, -4.5, { 0, 0, 0 }, { { jutu_char_latin, 0 } } },
    { JUTU_ISO_8859_15, -3.91, -4.7, { 0, 0, 0 }, { { jutu_char_latin, 0 } } },
    { JUTU_MAC_ROMAN, -4.2, -4.7, { 0, 0, 0 }, { { jutu_char_latin, 0 } } },
    { JUTU_WINDOWS_1251, -3.0, -3.65, { 0, 0, 0 }, { { jutu_char_cyrillic, 0 } } },
    { JUTU_KOI8_R, -5.3, -3.65, { 0, 0, 0 }, { { jutu_char_cyrillic, 0 } } },
    { JUTU_IBM866, -5.3, -3.65, { 0, 0, 0 }, { { jutu_char_cyrillic, 0 } } },
    { JUTU_MAC_CYRILLIC, -5.3, -3.65, { 0, 0, 0 }, { { jutu_char_cyrillic, 0 } } },
    { JUTU_WINDOWS_1250, -4.6, -3.8, { 0, 0, 0 }, { { jutu_char_central, 0 } } },
    { JUTU_ISO_8859_2, -5.3, -4.7, { 0, 0, 0 }, { { jutu_char_central, 0 } } },
    { JUTU_UTF_8, -4, -4.7, { 0, 0, 0 }, { { jutu_char_any, 0 } } },
};

/* What a candidate makes of the sample. */
typedef struct {
    const Candidate *candidate; /* NULL: it can't be so */
    GArray *text;               /* of JutuCharSeen */
    double score, mean;         /* ln P, and by byte from 80 */
    size_t n_bad;
} Reading;

static bool is_high(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] & 0x80)
            return true;
    }
    return false;
}

/* The lines to look at, whole as far as they fit.
 * @param cut  set if the last line isn't whole */
static GString *sample_of(const char *text, size_t length, bool *cut)
{
    GString *sample = g_string_sized_new(MIN(length, SAMPLE));
    *cut = false;
    for (const char *at = text, *end = text + length; at < end && !*cut;) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        size_t size = feed ? (size_t)(feed - at) + 1 : (size_t)(end - at);
        if (is_high(at, size)) {
            *cut = sample->len + size > SAMPLE;
            g_string_append_len(sample, at, (gssize)MIN(size, SAMPLE - sample->len));
        }
        at += size;
    }
    return sample;
}

/* Reads it to the end, but for a character that the cut has cut. */
static void read_sample(Reading *reading, JutuDecoder *decoder, const GString *sample, bool cut)
{
    const unsigned char *at = (const unsigned char *)sample->str, *end = at + sample->len;
    double penalty = 0;
    while (at < end) {
        size_t left = (size_t)(end - at);
        JutuCharacter character = jutu_decoder_next(decoder, at, left);
        bool last = character.bad && left < 4 && !memchr(at, '\n', left);
        if (last && cut)
            break;
        penalty += last ? last_bad_cost : character.bad ? bad_cost : 0;
        reading->n_bad += character.bad;
        JutuCharSeen seen = { character.c, (uint8_t)character.size, at[0], left > 1 ? at[1] : 0,
                              character.bad };
        g_array_append_val(reading->text, seen);
        at += character.size;
    }
    reading->score = penalty;
}

static double score_text(const Reading *reading, const JutuCharModel *model, JutuCharScore score,
                         double *mean)
{
    const JutuCharSeen *text = (const JutuCharSeen *)(const void *)reading->text->data;
    size_t n = reading->text->len, bytes = 0;
    double high = 0, ascii = 0;
    for (size_t i = 0; i < n; i++) {
        if (text[i].bad)
            continue;
        if (text[i].c < 0x80) {
            ascii += ascii_cost;
        } else {
            high += score(model, text, n, i, reading->candidate->level);
            bytes += text[i].size;
        }
    }
    *mean = bytes > 0 ? high / (double)bytes : 0;
    return high + ascii;
}

/* Scores by the script that suits the text best. */
static void score_reading(Reading *reading, const JutuCharModel *model)
{
    double best = -INFINITY;
    for (size_t s = 0; s < G_N_ELEMENTS(reading->candidate->scripts); s++) {
        if (!reading->candidate->scripts[s].score)
            break;
        double mean,
            score = score_text(reading, model, reading->candidate->scripts[s].score, &mean) +
                    reading->candidate->scripts[s].prior;
        if (score > best) {
            best = score;
            reading->mean = mean;
        }
    }
    reading->score += best + reading->candidate->prior;
}

/* Where two readings part, in bytes of the sample; SIZE_MAX: nowhere. */
static size_t parting(const Reading *one, const Reading *other)
{
    size_t at = 0, length = MIN(one->text->len, other->text->len);
    for (size_t i = 0; i < length; i++) {
        const JutuCharSeen *a = &g_array_index(one->text, JutuCharSeen, i);
        const JutuCharSeen *b = &g_array_index(other->text, JutuCharSeen, i);
        if (a->c != b->c || a->size != b->size)
            return at;
        at += a->size;
    }
    return one->text->len == other->text->len ? SIZE_MAX : at;
}

/* The place in the file of a byte of the sample. */
static size_t place_in(const char *text, size_t length, size_t wanted)
{
    size_t seen = 0;
    for (const char *at = text, *end = text + length; at < end;) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        size_t size = feed ? (size_t)(feed - at) + 1 : (size_t)(end - at);
        if (is_high(at, size)) {
            if (wanted < seen + size)
                return (size_t)(at - text) + wanted - seen;
            seen += size;
        }
        at += size;
    }
    return length;
}

static const Reading *best_of(const Reading *readings, const Reading *but)
{
    const Reading *best = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(candidates); i++) {
        const Reading *reading = &readings[i];
        if (!reading->candidate || (but && parting(reading, but) == SIZE_MAX))
            continue;
        if (!best || reading->score > best->score)
            best = reading;
    }
    return best;
}

static JutuEncodingGuess guess_of(const Reading *readings, const char *text, size_t length)
{
    JutuEncodingGuess guess = { JUTU_N_ENCODINGS, false, JUTU_N_ENCODINGS, JUTU_N_ENCODINGS, 0, 0 };
    const Reading *best = best_of(readings, NULL);
    if (!best)
        return guess;
    const Reading *second = best_of(readings, best);
    guess.encoding = best->candidate->encoding;
    guess.margin = INFINITY;
    if (second) {
        guess.runner_up = second->candidate->encoding;
        guess.margin = best->score - second->score;
        guess.differs = place_in(text, length, parting(best, second));
    }
    guess.sure = guess.margin >= (best->n_bad > 0 ? sure_if_bad_margin : sure_margin) &&
                 best->mean >= best->candidate->usual;
    return guess;
}

/* Whether it holds more controls than any text does. */
static bool is_binary(const GString *sample)
{
    size_t n = 0;
    for (size_t i = 0; i < sample->len; i++)
        n += (unsigned char)sample->str[i] < ' ' && !memchr("\t\n\r\f\x1a", sample->str[i], 5);
    return n > sample->len / 20;
}

/* Reads the sample in all encodings. @return one that this system can't read, if there is any */
static JutuEncoding read_all(Reading *readings, const char *text, size_t length)
{
    bool cut;
    g_autoptr(JutuCharModel) model = jutu_char_model_new();
    GString *sample = sample_of(text, length, &cut);
    JutuEncoding missing = JUTU_N_ENCODINGS;
    bool binary = is_binary(sample);
    for (size_t i = 0; i < G_N_ELEMENTS(candidates); i++) {
        readings[i].text = g_array_new(false, false, sizeof(JutuCharSeen));
        g_autoptr(JutuDecoder) decoder = jutu_decoder_new(candidates[i].encoding);
        if (!decoder) {
            missing = candidates[i].encoding;
            continue;
        }
        read_sample(&readings[i], decoder, sample, cut);
        if (binary || readings[i].n_bad > 3 + sample->len / 40)
            continue;
        readings[i].candidate = &candidates[i];
        score_reading(&readings[i], model);
    }
    g_string_free(sample, true);
    return missing;
}

static void clear(Reading *readings)
{
    for (size_t i = 0; i < G_N_ELEMENTS(candidates); i++)
        g_array_unref(readings[i].text);
}

JutuEncodingGuess jutu_encoding_guess(const char *text, size_t length)
{
    Reading readings[G_N_ELEMENTS(candidates)] = { 0 };
    JutuEncoding missing = read_all(readings, text, length);
    JutuEncodingGuess guess = guess_of(readings, text, length);
    guess.missing = missing;
    guess.sure &= missing == JUTU_N_ENCODINGS;
    clear(readings);
    return guess;
}

JutuEncoding jutu_encoding_doubt(const char *text, size_t length)
{
    Reading readings[G_N_ELEMENTS(candidates)] = { 0 };
    read_all(readings, text, length);
    const Reading *own = NULL, *other = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(candidates); i++) {
        if (candidates[i].encoding == JUTU_UTF_8)
            own = &readings[i];
        else if (readings[i].candidate && (!other || readings[i].score > other->score))
            other = &readings[i];
    }
    bool doubtful = own && other &&
                    other->score - other->candidate->prior >
                        own->score - own->candidate->prior - doubtful_margin;
    JutuEncoding encoding = doubtful ? other->candidate->encoding : JUTU_N_ENCODINGS;
    clear(readings);
    return encoding;
}
