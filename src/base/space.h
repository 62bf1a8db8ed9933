/* Stepping over text: a character, and white space as JavaScript's \s knows it. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* Bytes of the white space or line end that begins the text; 0: none does. */
size_t jutu_space_at(const char *text);
/* The same without the line ends U+2028 and U+2029. */
size_t jutu_blank_at(const char *text);

/* Steps over this character. @return whether it was there */
bool jutu_take(const char **at, char c);
