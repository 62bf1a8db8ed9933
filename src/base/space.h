/* White space as JavaScript's \s knows it. */
#pragma once
#include <stddef.h>

/* Bytes of the white space or line end that begins the text; 0: none does. */
size_t jutu_space_at(const char *text);
/* The same without the line ends U+2028 and U+2029. */
size_t jutu_blank_at(const char *text);
