/* How likely characters are in tables of figures, by script: what a guess of the encoding weighs.
 * For this folder's files. */
#pragma once
#include "data/encoding.h"

typedef struct JutuCharModel JutuCharModel;

JutuCharModel *jutu_char_model_new(void);
void jutu_char_model_free(JutuCharModel *model); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JutuCharModel, jutu_char_model_free)

/* A character as an encoding reads it. */
typedef struct {
    gunichar c;
    uint8_t size, first, second; /* in bytes, and the first two of them */
    bool bad;
} JutuCharSeen;

/* The codes that the encoding's makers held for common: of these leads. */
typedef struct {
    uint8_t first, last; /* 0, 0: none */
    uint8_t second;      /* least second byte */
} JutuLevelOne;

/* ln P of a character that isn't ASCII, in its place in the text. */
typedef double (*JutuCharScore)(const JutuCharModel *model, const JutuCharSeen *text, size_t n,
                                size_t at, JutuLevelOne level);

double jutu_char_simplified(const JutuCharModel *model, const JutuCharSeen *text, size_t n,
                            size_t at, JutuLevelOne level);
double jutu_char_traditional(const JutuCharModel *model, const JutuCharSeen *text, size_t n,
                             size_t at, JutuLevelOne level);
double jutu_char_japanese(const JutuCharModel *model, const JutuCharSeen *text, size_t n, size_t at,
                          JutuLevelOne level);
double jutu_char_korean(const JutuCharModel *model, const JutuCharSeen *text, size_t n, size_t at,
                        JutuLevelOne level);
double jutu_char_latin(const JutuCharModel *model, const JutuCharSeen *text, size_t n, size_t at,
                       JutuLevelOne level);
double jutu_char_central(const JutuCharModel *model, const JutuCharSeen *text, size_t n, size_t at,
                         JutuLevelOne level);
double jutu_char_cyrillic(const JutuCharModel *model, const JutuCharSeen *text, size_t n, size_t at,
                          JutuLevelOne level);
/* of any of these scripts */
double jutu_char_any(const JutuCharModel *model, const JutuCharSeen *text, size_t n, size_t at,
                     JutuLevelOne level);
