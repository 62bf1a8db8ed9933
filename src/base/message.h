/* What a context keeps of messages; for base/context.c alone, others call jutu_warn() and its kin.
 */
#pragma once
#include "base/context.h"

void jutu_messages_start(JutuContext *context);
void jutu_messages_end(JutuContext *context);
