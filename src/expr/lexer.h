/* Tokens of an expression, as vega-expression cuts them. */
#pragma once
#include "expr/eval.h"

typedef enum {
    JUTU_TOKEN_END,
    JUTU_TOKEN_NAME,
    JUTU_TOKEN_KEYWORD, /* a word that JavaScript reserves */
    JUTU_TOKEN_BOOLEAN,
    JUTU_TOKEN_NULL,
    JUTU_TOKEN_NUMBER,
    JUTU_TOKEN_STRING,
    JUTU_TOKEN_PUNCTUATOR,
    JUTU_TOKEN_REGEXP,
} JutuTokenKind;

typedef struct {
    JutuTokenKind kind;
    size_t start, end; /* bytes of the source */
    const char *text;  /* a name or punctuator */
    JutuValue value;   /* of a literal; a regular expression's pattern */
    const char *flags; /* a regular expression's */
    bool octal;        /* a number or string that strict mode refuses */
} JutuToken;

typedef struct {
    const char *source;
    size_t length, at;
    JutuArena *arena;
    const char *problem; /* what is wrong at `at`; NULL: nothing yet */
} JutuLexer;

/* The next token. @return false with lexer->problem set */
bool jutu_lexer_next(JutuLexer *lexer, JutuToken *token);

/* A regular expression that starts at lexer->at, where the parser knows that `/` divides nothing.
 */
bool jutu_lexer_regexp(JutuLexer *lexer, JutuToken *token);
