/* Source to tree: what the two files of the parser share. */
#pragma once
#include "expr/lexer.h"

typedef struct {
    JutuLexer lexer;
    JutuToken token; /* looked at, not yet taken */
    JutuContext *context;
    JutuArena *arena;
    const char *pointer;
    GError **error;
    GPtrArray *fields, *signals; /* of const char * */
    unsigned depth;
    bool internal, broken;
} JutuParser;

/* Errors: the place is a byte of the source. @return NULL */
const JutuNode *jutu_parser_fail(JutuParser *p, size_t at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
const JutuNode *jutu_parser_unexpected(JutuParser *p);

/* Takes a token; if it is this punctuator. @return false with the error set */
bool jutu_parser_advance(JutuParser *p);
bool jutu_parser_expect(JutuParser *p, const char *text);
bool jutu_parser_sees(const JutuParser *p, const char *text);

/* A node with at most three operands, in the arena; jutu_node_finish() it. */
JutuNode *jutu_node_new(JutuParser *p, JutuRun run, const JutuNode *a, const JutuNode *b,
                        const JutuNode *c);

/* Measures a node and, where its operands are constant, replaces it by its value. */
const JutuNode *jutu_node_finish(JutuParser *p, JutuNode *node, bool pure);

/* A whole expression within another: test ? value : else. NULL with the error set. */
const JutuNode *jutu_parse_conditional(JutuParser *p);

/* A literal, name, bracket or call, and the members taken of it. */
const JutuNode *jutu_parse_postfix(JutuParser *p);
