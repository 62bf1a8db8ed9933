#include "data/typed_hint.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "data/typed_date.h"

static bool is_digit(gunichar c)
{
    return c >= '0' && c <= '9';
}

/* Numbers that programs write otherwise, the most telling first. */
static const struct {
    unsigned form;
    const char *hint;
} forms[] = {
    { JUTU_FORM_CLOCK, "a duration; write it in seconds, minutes or hours" },
    { JUTU_FORM_PERCENT, "a number with a percent or per mille sign; write the number alone" },
    { JUTU_FORM_UNIT, "a number with a unit; write the number alone" },
    { JUTU_FORM_BRACKETS, "a number in brackets, which mean a minus; write -1" },
    { JUTU_FORM_GROUPS, "a number with thousands separators; leave them out" },
    { JUTU_FORM_SIGN, "a number with another minus than -; write -1" },
    { JUTU_FORM_WIDE, "a number in full-width characters; write it in plain ones" },
};

/* The hint for a number that was understood; typed reading didn't take it for its unit. */
static const char *hint_of_number(const JutuTypedNumber *number, bool typed, JutuArena *arena)
{
    if (typed)
        return jutu_arena_printf(arena, "a number of %s, unlike the others of its column",
                                 number->counts ? jutu_counts_unit[number->counts] : "no unit");
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        if (number->forms & forms[i].form)
            return forms[i].hint;
    }
    return "a number with a sign or spaces that no program writes";
}

/* Shapes of what is no number: '9' stands for digits, other characters for themselves, 'x' for any
 * others. */
static char *shape_of(const JutuCellText *cell)
{
    GString *shape = g_string_new(NULL);
    for (size_t i = 0; i < cell->n; i++) {
        gunichar c = cell->at[i];
        char as = is_digit(c) ? '9' : strchr(".,-~/: ", (int)(c < 0x80 ? c : 'x')) ? (char)c : 'x';
        bool again = shape->len > 0 && shape->str[shape->len - 1] == as;
        if (!again || (as != '9' && as != 'x'))
            g_string_append_c(shape, as);
    }
    return g_string_free(shape, false);
}

static const char no_number[] = "no number";

static const struct {
    const char *shape, *hint;
} number_shapes[] = {
    { "9,9", "a number with another decimal mark, or with thousands separators in odd places" },
    { "-9,9", "a number with another decimal mark, or with thousands separators in odd places" },
    { "9.9,9", "a number with a comma as decimal mark; write a point" },
    { "9 9", "a number with spaces as thousands separators; leave them out" },
    { "9 9 9", "a number with spaces as thousands separators; leave them out" },
    { "9-9", "a range, no number" },
    { "9~9", "a range, no number" },
    { "9:9", "a time of day or a duration, no number" },
    { "9:9:9", "a time of day or a duration, no number" },
    { "x9", "a number with a word beside it; write the number alone" },
    { "9x", "a number with a word beside it; write the number alone" },
    { "x9x", "a number with words beside it; write the number alone" },
    { "9.9x", "a number with a word beside it; write the number alone" },
    { "x9.9", "a number with a word beside it; write the number alone" },
    { "x9.9x", "a number with words beside it; write the number alone" },
};

static const struct {
    const char *shape, *hint;
} date_shapes[] = {
    { "9/9/9", "a date in another order; write year, month and day: 2024-03-05" },
    { "9-9-9", "a date in another order; write year, month and day: 2024-03-05" },
    { "9.9.9", "a date in another order; write year, month and day: 2024-03-05" },
    { "9:9", "a time of day or a duration without a date" },
    { "9:9:9", "a time of day or a duration without a date" },
};

static const char *hint_of_serial(double number, JutuArena *arena)
{
    double ms = jutu_typed_date_serial(number);
    char text[JUTU_NUMBER_SIZE];
    if (isnan(ms))
        return NULL;
    return jutu_arena_printf(arena, "an Excel serial number, %s is %.10s; write the date",
                             jutu_number_print(number, text), jutu_date_iso(ms, arena));
}

static const char *hint_of_date(const char *text, const JutuCellText *cell, JutuArena *arena)
{
    JutuTypedNumber number;
    JutuTypedDate date;
    const char *serial = NULL;
    g_autofree char *shape = shape_of(cell);
    if (jutu_typed_number(text, strlen(text), false, &number) && !number.forms)
        serial = hint_of_serial(number.number, arena);
    if (serial)
        return serial;
    if (jutu_typed_date(text, strlen(text), &date))
        return "a date that programs can't read; write 2024-03-05, or 2024-03";
    for (size_t i = 0; i < G_N_ELEMENTS(date_shapes); i++) {
        if (strcmp(shape, date_shapes[i].shape) == 0)
            return date_shapes[i].hint;
    }
    return "no date; write 2024-03-05, or 2024-03";
}

static const char *hint_of_text(const char *text, const JutuCellText *cell, bool typed,
                                JutuArena *arena)
{
    JutuTypedNumber number;
    JutuTypedDate date;
    g_autofree char *shape = shape_of(cell);
    if (jutu_typed_number(text, strlen(text), false, &number))
        return hint_of_number(&number, typed, arena);
    if (jutu_typed_date(text, strlen(text), &date))
        return "a date, no number";
    for (size_t i = 0; i < G_N_ELEMENTS(number_shapes); i++) {
        if (strcmp(shape, number_shapes[i].shape) == 0)
            return number_shapes[i].hint;
    }
    return no_number;
}

const char *jutu_typed_hint(const char *text, bool wants_date, bool typed, JutuArena *arena)
{
    JutuCellText cell;
    switch (jutu_cell_kind(text, strlen(text))) {
    case JUTU_CELL_EMPTY:
        return NULL;
    case JUTU_CELL_MISSING:
        return typed ? NULL : "a mark for what is missing; leave the cell empty";
    case JUTU_CELL_ERROR:
        return "an error of the program that the file comes from";
    case JUTU_CELL_VALUE:
        break;
    }
    if (!jutu_cell_fold(text, strlen(text), &cell))
        return wants_date ? "no date" : no_number;
    return wants_date ? hint_of_date(text, &cell, arena) : hint_of_text(text, &cell, typed, arena);
}
