/* Small files as people have them: each is read right, or is an error, and what is odd is said. */
#include <stdlib.h>

#include "base/json.h"
#include "check.h"
#include "data/data.h"

typedef struct {
    JutuReader reader;
    const char *bytes;
    size_t length;
} OneFile;

static GBytes *read_one(JutuReader *self, const char *path, GError **error)
{
    const OneFile *file = (const OneFile *)self;
    if (g_str_has_suffix(path, "datapackage.json")) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "none");
        return NULL;
    }
    return g_bytes_new(file->bytes, file->length);
}

static void print_rows(GString *out, const JutuTable *table)
{
    for (size_t c = 0; c < table->n_columns; c++)
        g_string_append_printf(out, "%s%s", c > 0 ? "," : "", table->columns[c].name);
    for (size_t row = 0; row < table->n_rows; row++) {
        for (size_t c = 0; c < table->n_columns; c++) {
            JutuValue cell = table->columns[c].cells[row];
            g_string_append(out, c > 0 ? "," : "|");
            if (cell.type == JUTU_NUMBER)
                g_string_append_printf(out, "%g", cell.number);
            else
                g_string_append(out, cell.type == JUTU_STRING ? cell.string : "?");
        }
    }
}

/* "names|row|row # id line:column id line:column", or the error. */
static char *read_file(const char *url, const char *bytes, size_t length, JutuDataOptions options,
                       const char *format)
{
    OneFile file = { { read_one }, bytes, length };
    JutuArena *arena = jutu_arena_new();
    JutuContext *context = jutu_context_new(arena);
    options.reader = &file.reader;
    JutuDataSources *sources = jutu_data_sources_new(context, &options);
    json_t *data = jutu_json_own(arena, json_pack("{s:s}", "url", url));
    if (format)
        json_object_set_new(data, "format", json_loads(format, 0, NULL));
    g_autoptr(GError) error = NULL;
    const JutuTable *table = jutu_data_load(sources, data, "/data", &error);
    GString *out = g_string_new(table ? "" : error->message);
    if (table)
        print_rows(out, table);
    for (guint i = 0; i < context->messages->len; i++) {
        const JutuMessage *message = context->messages->pdata[i];
        g_string_append_printf(out, " # %s %zu:%zu", jutu_rules[message->rule].name,
                               message->place.line, message->place.column);
    }
    jutu_context_free(context);
    jutu_arena_free(arena);
    return g_string_free(out, false);
}

typedef struct {
    const char *row, *url, *bytes;
    size_t length; /* 0: to the NUL */
    JutuDataOptions options;
    const char *format, *want;
} Row;

static void check_rows(const Row *table, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        size_t length = table[i].length > 0 ? table[i].length : strlen(table[i].bytes);
        g_autofree char *got = read_file(table[i].url, table[i].bytes, length, table[i].options,
                                         table[i].format);
        CHECK_STR(table[i].row, got, table[i].want);
    }
}

#define GBK_FILE "\xca\xa1,\xb2\xfa\xd6\xb5\n\xd5\xe3\xbd\xad,8.2\n"

static void test_encodings(void)
{
    static const Row table[] = {
        { "GBK", "x.csv", GBK_FILE, .want = "省,产值|浙江,8.2 # encoding 0:0" },
        { "GBK by hand", "x.csv", GBK_FILE, .options = { .encoding = "gbk" },
          .want = "省,产值|浙江,8.2" },
        { "GBK by the spec", "x.csv", GBK_FILE, .format = "{\"encoding\":\"gb2312\"}",
          .want = "省,产值|浙江,8.2" },
        { "by hand beats the spec", "x.csv", "a\n\xa4\xa4\n", .options = { .encoding = "big5" },
          .format = "{\"encoding\":\"gbk\"}", .want = "a|中" },
        { "JSON is UTF-8 by hand, too", "x.json", "[{\"a\":\"中\"}]",
          .options = { .encoding = "big5" }, .want = "a|中" },
        { "GB18030 with a mark", "x.csv", "\x84\x31\x95\x33\xca\xa1,b\n1,2\n",
          .want = "省,b|1,2 # encoding 0:0" },
        { "the euro of windows-936", "x.csv", "\xca\xa1,b\n\xd5\xe3\xbd\xad,\x80\n",
          .options = { .encoding = "gbk" }, .want = "省,b|浙江,€" },
        { "Taiwan's €", "x.csv",
          "a\n\xa3\xe1"
          "5\n",
          .options = { .encoding = "big5" }, .want = "a|€5" },
        { "French of Windows", "x.csv",
          "ville,co\xfbt\nOrl\xe9"
          "ans,5 \x80\nl\x92\xe9t\xe9,3 \x80\n",
          .want = "ville,coût|Orléans,5 €|l’été,3 € # encoding-unsure 1:9" },
        { "a bad byte", "x.csv",
          "城市,值\n杭州,\xff"
          "1\n台州,2\n",
          .want = "城市,值|杭州,\xef\xbf\xbd"
                  "1|台州,2 # bad-bytes 2:4" },
        { "two letters", "x.csv", "a\n\xba\xbc\n", .want = "a|볼 # encoding-unsure 2:1" },
    };
    check_rows(table, ROWS(table));
}

static void test_dialects(void)
{
    static const Row table[] = {
        { "semicolons", "x.csv", "a;b\n1,5;2\n3;4,25\n", .want = "a,b|1,5,2|3,4,25 # dialect 0:0" },
        { "tabs", "x.csv", "a\tb\n1\t2\n", .want = "a,b|1,2 # dialect 0:0" },
        { "bars in a .txt", "x.txt", "a|b\n1|2\n", .want = "a,b|1,2 # dialect 0:0" },
        { "commas in a .tsv", "x.tsv", "a,b\n1,2\n", .want = "a,b|1,2 # dialect 0:0" },
        { "sep=;", "x.csv", "sep=;\na;b\n1;2\n", .want = "a,b|1,2 # dialect 1:1" },
        { "sep=, in quotes", "x.csv", "\"sep=,\"\r\na,b\r\n1,2\r\n",
          .want = "a,b|1,2 # dialect 1:1" },
        { "sep= counts in lines", "x.csv", "sep=;\na;b\n1\n",
          .want = "a,b|1, # dialect 1:1 # ragged-rows 3:2" },
        { "who names one is obeyed", "x.csv", "a;b\n1;2\n",
          .format = "{\"type\":\"dsv\",\"delimiter\":\",\"}", .want = "a;b|1;2" },
        { "commas that fit stay", "x.csv", "a;b,c\n1;2,3\n",
          .want = "a;b,c|1;2,3 # dialect-unsure 0:0" },
        { "commas that fit stay, and nothing else fits", "x.csv", "a;b,c\n1,2\n",
          .want = "a;b,c|1,2" },
        { "an open quote between semicolons", "x.csv", "a;b;c\n1;\"x;2\n3;4;5\n",
          .want = "a,b,c|1,x;2\n3;4;5\n, # dialect 0:0 # ragged-rows 4:1 # broken-quotes 2:3" },
        { "quoted semicolons", "x.csv", "\"a\";\"b\"\n\"1,5\";\"2\"\n",
          .want = "a,b|1,5,2 # dialect 0:0" },
        { "ragged rows by semicolons", "x.csv", "a;b;c\n1;2;3\n4;5\n6;7;8;9\n1;2\n",
          .want = "a,b,c|1,2,3|4,5,|6,7,8|1,2, # dialect 0:0 # ragged-rows 3:4 # ragged-rows 4:7" },
        { "two lines of names", "x.csv", "省,产值,\n,2022,2023\n浙江,1,2\n江苏,3,4\n",
          .want = "省,产值,|,2022,2023|浙江,1,2|江苏,3,4 # title-rows 2:1 # header 1:6" },
        { "a title that splits", "x.csv", "Report, of, 2023\nCity,Sales,Cost\nWien,1,2\nGraz,3,4\n",
          .want =
              "Report, of, 2023|City,Sales,Cost|Wien,1,2|Graz,3,4 # title-rows 2:1 # header 1:12" },
        { "one column of texts", "x.csv", "a\nx; y\nz\nw\n", .want = "a|x; y|z|w" },
        { "a title", "x.csv", "产值表,,\n省,产值,增速\n浙江,8,1\n江苏,9,2\n",
          .want = "产值表,|省,增速|浙江,1|江苏,2 # title-rows 1:1 # header 1:5 # header 1:6" },
        { "a title, told", "x.csv", "产值表,,\n省,产值,增速\n浙江,8,1\n江苏,9,2\n",
          .options = { .header = 2 }, .want = "省,产值,增速|浙江,8,1|江苏,9,2" },
        { "title, units, footers, told by the spec", "x.csv",
          "产值表\n\n省,产值,增速\n,亿元,%\n浙江,8,1\n江苏,9,2\n注：初步数\n资料来源：统计局\n\n",
          .format = "{\"header\":3}",
          .want = "省,产值,增速|浙江,8,1|江苏,9,2 # dialect 4:1 # dialect 7:1" },
        { "title in quotes over lines, told", "x.csv", "\"产值\n表\"\na,b\n1,2\n1\n",
          .options = { .header = 3 }, .want = "a,b|1,2|1, # ragged-rows 5:2" },
        { "units", "x.csv", "省,产值,增速\n单位,亿元,%\n浙江,8,1\n江苏,9,2\n",
          .want = "省,产值,增速|单位,亿元,%|浙江,8,1|江苏,9,2 # title-rows 2:1" },
        { "a footer", "x.csv", "省,产值\n浙江,8\n江苏,9\n资料来源：统计局,\n",
          .want = "省,产值|浙江,8|江苏,9|资料来源：统计局, # title-rows 4:1" },
        { "a last row without values", "x.csv", "省,产值\n浙江,8\n江苏,9\n海南,\n",
          .want = "省,产值|浙江,8|江苏,9|海南," },
        { "too far down", "x.csv", "a,b\n1,2\n", .options = { .header = 9 },
          .want =
              "x.csv: the names of the columns can't be on line 9, as the file has not so many" },
        { "no names", "x.csv", "浙江,8.5\n江苏,9.1\n", .want = "浙江,8.5|江苏,9.1 # header 1:4" },
        { "years are names", "x.csv", "省,2022,2023\n浙江,8,9\n", .want = "省,2022,2023|浙江,8,9" },
    };
    check_rows(table, ROWS(table));
}

static void test_oddities(void)
{
    static const Row table[] = {
        { "a short row", "x.csv", "a,b,c\n1,2\n", .want = "a,b,c|1,2, # ragged-rows 2:4" },
        { "a long row", "x.csv", "a,b\n1,2,3\n1,2\n", .want = "a,b|1,2|1,2 # ragged-rows 2:5" },
        { "an open quote", "x.csv", "a,b\n1,\"x\n2,3\n",
          .want = "a,b|1,x\n2,3\n # broken-quotes 2:3" },
        { "text behind a quote", "x.csv", "a,b\n\"北京\"市,2\n",
          .want = "a,b|北京, # ragged-rows 2:8 # broken-quotes 2:5" },
        { "a NUL", "x.csv",
          "a,b\n1,\0"
          "2\n",
          .length = 9, .want = "a,b|1, # nul-bytes 2:3" },
        { "no name", "x.csv", "a,,c\n1,2,3\n", .want = "a,,c|1,2,3 # header 1:3" },
        { "two of a name", "x.csv", "a,b,a\n1,2,3\n", .want = "a,b|3,2 # header 1:5" },
    };
    check_rows(table, ROWS(table));
}

/* printf 'a,b\n1,2\n' | gzip -n9 */
static const char gzip_file[] = "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x4b\xd4\x49\xe2\x32\xd4"
                                "\x31\xe2\x02\x00\x7b\x07\x97\x0a\x08\x00\x00\x00";

static void test_inputs(void)
{
    static const Row table[] = {
        { "gzip", "x.csv.gz", gzip_file, .length = sizeof(gzip_file) - 1, .want = "a,b|1,2" },
        { "gzip without saying so", "x.csv", gzip_file, .length = sizeof(gzip_file) - 1,
          .want = "a,b|1,2" },
        { "damaged gzip", "x.csv.gz", gzip_file, .length = sizeof(gzip_file) - 4,
          .want = "x.csv.gz: this gzip file can't be read, as it is damaged (at most 1073741824 "
                  "bytes); unpack it with `gunzip`" },
        { "lines of JSON", "x.ndjson", "{\"a\":1}\n\n{\"a\":2}\n", .want = "a|1|2" },
        { "lines of JSON in a .json", "x.json", "{\"a\":1}\n{\"a\":2}\n", .want = "a|1|2" },
        { "a bad line", "x.jsonl", "{\"a\":1}\n{\"a\":}\n",
          .want = "x.jsonl:2:6: a value should be here" },
        { "JSON without an ending", "-", " [{\"a\":1}]", .want = "a|1" },
        { "CSV without an ending", "-", "a,b\n1,2\n", .want = "a,b|1,2" },
        { "capitals", "X.CSV", "a,b\n1,2\n", .want = "a,b|1,2" },
        { "a workbook", "x.csv", "PK\3\4\24\0\6\0\10\0xl/workbook.xml", .length = 25,
          .want = "x.csv is an Excel workbook (.xlsx), which can't be read: in Excel, WPS or "
                  "LibreOffice save the sheet as \"CSV UTF-8\" (File, Save As), or run `soffice "
                  "--convert-to csv`" },
        { "an old workbook", "x.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", .length = 10,
          .want = "x.xls is an old Excel workbook (.xls), which can't be read: in Excel, WPS or "
                  "LibreOffice save the sheet as \"CSV UTF-8\" (File, Save As), or run `soffice "
                  "--convert-to csv`" },
        { "Parquet", "x.parquet", "PAR1\25\4\25\0PAR1", .length = 12,
          .want = "x.parquet is a Parquet file, which can't be read: convert it, such as with "
                  "`duckdb -c \"COPY (FROM 'x.parquet') TO 'x.csv'\"`" },
        { "PDF", "x.csv", "%PDF-1.7\n",
          .want = "x.csv is a PDF, which can't be read: copy the table out of it, such as with "
                  "`pdftotext -layout` or Tabula, and save it as CSV" },
        { "a web page for a workbook", "x.xls", "\n<HTML><table><tr><td>1",
          .want = "x.xls is a web page or XML, which can't be read: open it in a spreadsheet and "
                  "save it as \"CSV UTF-8\"" },
        { "a zip archive", "x.zip", "PK\3\4\24\0a.csv", .length = 11,
          .want = "x.zip is a zip archive, which can't be read: unpack it, and name the file in "
                  "it" },
    };
    check_rows(table, ROWS(table));
}

SUITE(files, { "encodings", test_encodings }, { "dialects", test_dialects },
      { "oddities", test_oddities }, { "inputs", test_inputs });
