/* Memory that is there or ends the program: who asks for it, jansson as well, never sees NULL. */
#pragma once
#include <stddef.h>

/* Says "out of memory" and how many bytes were asked for, and aborts. */
_Noreturn void jutu_out_of_memory(size_t size);

/* Zeroed; free() it. */
void *jutu_alloc(size_t size);
