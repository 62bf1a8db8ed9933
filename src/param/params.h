/*
 * Params: the values that expressions read by name; knows nothing of views. Variables that need
 * neither sizes nor data have their values here; the others get a place in the agenda.
 */
#pragma once
#include "param/agenda.h"

typedef struct JutuParams JutuParams;

/* Reads the spec's variable params, and the config's. NULL with error set. */
const JutuParams *jutu_params_read(const JutuChart *chart, GError **error);

/* The scope of expressions before there are views. */
const JutuScope *jutu_params_scope(const JutuParams *params);

/* The same with more values, and with the variables that they make known.
 * @param host  functions of data sets, and names without a value; NULL: none */
const JutuScope *jutu_params_with(const JutuParams *params, const JutuObject *more,
                                  const JutuExprHost *host);

/* Adds a node for each variable that isn't known for good.
 * @param scope  in which they are evaluated; lives as long as the agenda
 * @return how to find them, for the functions below */
typedef struct JutuVariables JutuVariables;
JutuVariables *jutu_params_add(const JutuParams *params, JutuAgenda *agenda,
                               const JutuScope *scope);
/* Says what they read, once all names are in the agenda. */
void jutu_variables_link(const JutuVariables *variables);
/* Computes all that aren't yet. One that fails keeps its error, for who reads it. */
void jutu_variables_run(const JutuVariables *variables);
