/* Setting blocks of text in lines of a room. */
#pragma once
#include "text/block.h"

/* What blocks are set with. */
typedef struct {
    const JutuMeasure *measure;
    const char *lang; /* BCP 47; NULL: zh-Hans */
    double room;      /* px; 0 or less: any */
} JutuWrapping;

/*
 * Sets a block in as few lines as its room allows, balanced, with the room instead of its limit;
 * the first line stands where it stood.
 * @return how many lines more there are than before
 */
size_t jutu_text_wrap(JutuTextBlock *block, const JutuWrapping *how, JutuArena *arena);

/* The same with its lines around or above its anchor, as its baseline has it. */
size_t jutu_text_wrap_around(JutuTextBlock *block, const JutuWrapping *how, JutuArena *arena);
