/* Why a cell isn't the number or date that is wanted of it, in words. */
#pragma once
#include "base/arena.h"
#include "data/typed_number.h"

/*
 * What to say of a cell that a channel of numbers, or dates, can't read: "it has a percent sign".
 * @param typed  cells are read as people write them, and this one couldn't be
 * @return NULL if nothing need be said: it is empty, or its author says that it is missing
 */
const char *jutu_typed_hint(const char *text, bool wants_date, bool typed, JutuArena *arena);
