/* Where the cells of a table stand in the file that they were read from: for messages. */
#pragma once
#include "data/csv.h"

/* Where lines begin: known once somebody asks for a place. */
typedef struct JutuLines JutuLines;
JutuLines *jutu_lines_new(JutuArena *arena);

struct JutuOrigin {
    const char *file; /* as messages name it */
    const char *text; /* of the whole file, in UTF-8; NULL: no delimited text, lines are unknown */
    size_t length;
    const JutuCsvOptions *options;
    const JutuCsv *csv;
    const JutuTable *table; /* as it was read */
    JutuLines *lines;
};

/* Moves a place from the start of its line to a cell of the row that begins there. */
void jutu_place_go_to_field(const JutuOrigin *origin, size_t field, JutuPlace *place);

/*
 * Where a cell stands.
 * @param row     of the table, which may have been filtered and sorted since it was read
 * @param column  its name in the file; NULL: the row as a whole
 * @return file NULL if the table is of no file; line 0 where lines are unknown
 */
JutuPlace jutu_table_place(const JutuTable *table, size_t row, const char *column);
