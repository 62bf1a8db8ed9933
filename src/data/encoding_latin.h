/* How likely letters and symbols of Latin and Cyrillic texts are; for encoding_model.c. */
#pragma once
#include "data/encoding_model.h"

/* ln P of a character that isn't ASCII, by what stands beside it: in western Europe, between
 * Poland and Hungary, in Russia. */
double jutu_latin_score(const JutuCharSeen *text, size_t n, size_t at);
double jutu_central_score(const JutuCharSeen *text, size_t n, size_t at);
double jutu_cyrillic_score(const JutuCharSeen *text, size_t n, size_t at);
