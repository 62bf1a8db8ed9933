#include "transform/rows.h"

#define SOME_ROWS \
    "[{'d':'2024-02-29T23:05:10Z'},{'d':null},{'d':'2023-12-31'},{'d':0},{'d':'never'}]"

static void test_rows(void)
{
    static const TransformCase table[] = {
        { "year", SOME_ROWS, "[{'timeUnit':'year','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1704067200000,'u_end':1735689600000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1672531200000,'u_end':1704067200000},{'d':0,'u':0,"
          "'u_end':31536000000},{'d':null,'u':null,'u_end':null}]" },
        { "quarter", SOME_ROWS, "[{'timeUnit':'quarter','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1325376000000,'u_end':1333238400000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1349049600000,'u_end':1356998400000},{'d':0,'u':"
          "1325376000000,'u_end':1333238400000},{'d':null,'u':null,'u_end':null}]" },
        { "month", SOME_ROWS, "[{'timeUnit':'month','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1328054400000,'u_end':1330560000000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1354320000000,'u_end':1356998400000},{'d':0,'u':"
          "1325376000000,'u_end':1328054400000},{'d':null,'u':null,'u_end':null}]" },
        { "week", SOME_ROWS, "[{'timeUnit':'week','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1329609600000,'u_end':1330214400000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1356825600000,'u_end':1357430400000},{'d':0,'u':"
          "1324771200000,'u_end':1325376000000},{'d':null,'u':null,'u_end':null}]" },
        { "day", SOME_ROWS, "[{'timeUnit':'day','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1325721600000,'u_end':1325808000000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1325376000000,'u_end':1325462400000},{'d':0,'u':"
          "1325721600000,'u_end':1325808000000},{'d':null,'u':null,'u_end':null}]" },
        { "date", SOME_ROWS, "[{'timeUnit':'date','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1327795200000,'u_end':1327881600000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1327968000000,'u_end':1328054400000},{'d':0,'u':"
          "1325376000000,'u_end':1325462400000},{'d':null,'u':null,'u_end':null}]" },
        { "dayofyear", SOME_ROWS, "[{'timeUnit':'dayofyear','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1330473600000,'u_end':1330560000000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1356825600000,'u_end':1356912000000},{'d':0,'u':"
          "1325376000000,'u_end':1325462400000},{'d':null,'u':null,'u_end':null}]" },
        { "hours", SOME_ROWS, "[{'timeUnit':'hours','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1325458800000,'u_end':1325462400000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1325376000000,'u_end':1325379600000},{'d':0,'u':"
          "1325376000000,'u_end':1325379600000},{'d':null,'u':null,'u_end':null}]" },
        { "minutes", SOME_ROWS, "[{'timeUnit':'minutes','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1325376300000,'u_end':1325376360000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1325376000000,'u_end':1325376060000},{'d':0,'u':"
          "1325376000000,'u_end':1325376060000},{'d':null,'u':null,'u_end':null}]" },
        { "seconds", SOME_ROWS, "[{'timeUnit':'seconds','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1325376010000,'u_end':1325376011000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1325376000000,'u_end':1325376001000},{'d':0,'u':"
          "1325376000000,'u_end':1325376001000},{'d':null,'u':null,'u_end':null}]" },
        { "milliseconds", SOME_ROWS, "[{'timeUnit':'milliseconds','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1325376000000,'u_end':1325376000001},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1325376000000,'u_end':1325376000001},{'d':0,'u':"
          "1325376000000,'u_end':1325376000001},{'d':null,'u':null,'u_end':null}]" },
        { "yearmonth", SOME_ROWS, "[{'timeUnit':'yearmonth','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1706745600000,'u_end':1709251200000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1701388800000,'u_end':1704067200000},{'d':0,'u':0,"
          "'u_end':2678400000},{'d':null,'u':null,'u_end':null}]" },
        { "yearweek", SOME_ROWS, "[{'timeUnit':'yearweek','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1708819200000,'u_end':1709424000000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1703980800000,'u_end':1704585600000},{'d':0,'u':"
          "-345600000,'u_end':259200000},{'d':null,'u':null,'u_end':null}]" },
        { "yearquarter", SOME_ROWS, "[{'timeUnit':'yearquarter','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1704067200000,'u_end':1711929600000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1696118400000,'u_end':1704067200000},{'d':0,'u':0,"
          "'u_end':7776000000},{'d':null,'u':null,'u_end':null}]" },
        { "monthdate", SOME_ROWS, "[{'timeUnit':'monthdate','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1330473600000,'u_end':1330560000000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1356912000000,'u_end':1356998400000},{'d':0,'u':"
          "1325376000000,'u_end':1325462400000},{'d':null,'u':null,'u_end':null}]" },
        { "yearmonthdatehours", SOME_ROWS,
          "[{'timeUnit':'yearmonthdatehours','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1709247600000,'u_end':1709251200000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1703980800000,'u_end':1703984400000},{'d':0,'u':0,"
          "'u_end':3600000},{'d':null,'u':null,'u_end':null}]" },
        { "utcyearmonth", SOME_ROWS, "[{'timeUnit':'utcyearmonth','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1706745600000,'u_end':1709251200000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1701388800000,'u_end':1704067200000},{'d':0,'u':0,"
          "'u_end':2678400000},{'d':null,'u':null,'u_end':null}]" },
        { "step", SOME_ROWS, "[{'timeUnit':{'unit':'month','step':3},'field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1325376000000,'u_end':1333238400000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1349049600000,'u_end':1356998400000},{'d':0,'u':"
          "1325376000000,'u_end':1333238400000},{'d':null,'u':null,'u_end':null}]" },
        { "maxbins", "[{'d':'2024-02-29T23:05:10Z'},{'d':null},{'d':'2023-12-31'},{'d':0}]",
          "[{'timeUnit':{'maxbins':5},'field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1577836800000,'u_end':1893456000000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1577836800000,'u_end':1893456000000},{'d':0,'u':0,"
          "'u_end':315532800000}]" },
        { "binned by name", SOME_ROWS, "[{'timeUnit':'binnedyear','field':'d','as':'u'}]",
          "[{'d':1709247910000,'u':1704067200000,'u_end':1735689600000},{'d':null,'u':null,"
          "'u_end':null},{'d':1703980800000,'u':1672531200000,'u_end':1704067200000},{'d':0,'u':0,"
          "'u_end':31536000000},{'d':null,'u':null,'u_end':null}]" },
        { "no rows", "[]", "[{'timeUnit':'year','field':'d','as':'u'}]", "[]" },
        { "numbers stay numbers", "[{'d':1e12}]", "[{'timeUnit':'year','field':'d','as':'u'}]",
          "[{'d':1000000000000,'u':978307200000,'u_end':1009843200000}]" },
        { "no unit", "[{'d':0}]", "[{'timeUnit':'decade','field':'d','as':'u'}]",
          "/0/timeUnit: this is no time unit; \"year\", \"yearmonth\" and \"utcmonthdate\" are "
          "some" },
    };
    check_transforms(table, ROWS(table));
}

SUITE(transform_timeunit, { "rows", test_rows });
