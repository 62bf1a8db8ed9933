/* Dates as people write them in tables: "2024年3月5日", "2024/3/5", "2024Q1", "20240305". */
#pragma once
#include "base/date.h"
#include "data/typed_text.h"

typedef enum {
    JUTU_SPAN_YEAR,
    JUTU_SPAN_QUARTER,
    JUTU_SPAN_MONTH,
    JUTU_SPAN_DAY,
    JUTU_SPAN_TIME,
} JutuDateSpan;

typedef struct {
    JutuDateParts parts; /* the start of what is named, as the clock on the wall shows it */
    JutuDateSpan span;
    bool has_offset; /* "+08:00", "Z": of times only */
    int offset;      /* minutes east of UTC */
    bool is_number;  /* 2024, 20240305, 2024.3: it could be a number, too */
} JutuTypedDate;

/* Reads a cell. @return false if it is no date of this calendar with a year of four digits */
bool jutu_typed_date(const char *text, size_t length, JutuTypedDate *out);

/* The moment in ms: by its offset, else in the zone (NULL: UTC). */
double jutu_typed_date_ms(const JutuTypedDate *date, const JutuZone *zone);

/* Date.parse() that reads these first, and nothing that has words of other than ASCII else. */
double jutu_typed_date_parse(const char *text, const JutuZone *zone);

/* The moment that a spreadsheet's number of a day stands for, where it can be one: of the years
 * 1955 to 2119; else NaN. */
double jutu_typed_date_serial(double number);
