/* Which encoding a text that isn't UTF-8 is in. For this folder's files. */
#pragma once
#include "data/encoding.h"

typedef struct {
    JutuEncoding encoding;  /* JUTU_N_ENCODINGS: it is no text */
    bool sure;              /* no other comes near, and its characters are usual ones */
    JutuEncoding runner_up; /* of those that read another text; JUTU_N_ENCODINGS: none */
    JutuEncoding missing;   /* one that this system can't read; JUTU_N_ENCODINGS: none */
    size_t differs;         /* where in the file the runner-up reads other characters */
    double margin;          /* to the runner-up, ln P; infinite without one */
} JutuEncodingGuess;

/* By the characters that encodings make of its lines: see the model. */
JutuEncodingGuess jutu_encoding_guess(const char *text, size_t length);

/* Another encoding that would read a text of valid UTF-8 as well; JUTU_N_ENCODINGS: none. */
JutuEncoding jutu_encoding_doubt(const char *text, size_t length);
