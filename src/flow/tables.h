/*
 * The tables of a chart: what the data flow gives, whole and unchanging once they
 * are handed on. Those outside of facets are made once; each cell has its own.
 */
#pragma once
#include "data/data.h"
#include "flow/flow.h"
#include "param/agenda.h"

typedef struct JutuTables JutuTables;

/* No table is made yet. @param sources  where data come from; borrowed */
JutuTables *jutu_tables_new(const JutuFlow *flow, JutuDataSources *sources);

/* Adds a node to the agenda for each table outside of facets that somebody asks for, and for each
 * extent that has a name. They live in the tables. */
void jutu_tables_add(JutuTables *tables, JutuAgenda *agenda);
/* Node `number` reads the table that a unit's domains read, or that before the column `as` was
 * binned. Of those outside of facets; others are made before. */
void jutu_tables_reads_unit(const JutuTables *tables, size_t number, const JutuView *unit,
                            JutuDataKind kind, bool all);
void jutu_tables_reads_bin(const JutuTables *tables, size_t number, const JutuView *unit,
                           const char *as);
/* Says what they read, once all names are in the agenda. */
void jutu_tables_link(JutuTables *tables);
/* Makes all that aren't yet. @return false with error set */
bool jutu_tables_run(JutuTables *tables, GError **error);

/* The tables of one cell, all made, over those outside. @param rows  the cell's
 * @return NULL with error set */
const JutuTables *jutu_tables_of_cell(const JutuTables *outer, const JutuView *facet,
                                      const JutuTable *rows, GError **error);

/* The scope of expressions among the rows. */
const JutuScope *jutu_tables_scope(const JutuTables *tables);

/* A unit's table; `all` for that over all cells. NULL: nobody has it made. */
const JutuTable *jutu_tables_unit(const JutuTables *tables, const JutuView *unit, JutuDataKind kind,
                                  bool all);
/* All rows that a facet divides. */
const JutuTable *jutu_tables_facet(const JutuTables *tables, const JutuView *facet);
/* Whether two units' tables are the same, as nothing sets them apart on the way. */
bool jutu_tables_are_same(const JutuTables *tables, const JutuView *a, JutuDataKind kind_a,
                          const JutuView *b, JutuDataKind kind_b);
/* The table before a unit's column `as` was binned; NULL if it isn't. */
const JutuTable *jutu_tables_before_bin(const JutuTables *tables, const JutuView *unit,
                                        const char *as, bool all);
/* What a data package says of the file that a unit's rows come from; NULL: nothing, or error is
 * set. */
const JutuDataResource *jutu_tables_resource(const JutuTables *tables, const JutuView *unit,
                                             GError **error);
/* The rows of its file that a unit shows, or sums up; of a unit in a facet, those of all its cells
 * at the least. NULL: nobody knows. */
const JutuTable *jutu_tables_drawn(const JutuTables *tables, const JutuView *unit);
/* The reader of files; NULL: none are read. */
JutuReader *jutu_tables_reader(const JutuTables *tables);
