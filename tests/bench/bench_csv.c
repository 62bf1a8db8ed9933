/* jutu-bench-csv [rows]: how long reading that many rows of four columns takes, a million by
 * default, beside libcsv alone. Not a test: it judges nothing. */
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>

#include "data/csv.h"
#include "data/parse.h"
#include "data/text.h"

static void ignore_field(void *text, size_t length, void *data)
{
    (void)text, (void)length, (void)data;
}

static void ignore_row(int end, void *data)
{
    (void)end, (void)data;
}

static void read_with_libcsv(const char *text, size_t length)
{
    struct csv_parser parser;
    csv_init(&parser, 0);
    csv_parse(&parser, text, length, ignore_field, ignore_row, NULL);
    csv_fini(&parser, ignore_field, ignore_row, NULL);
    csv_free(&parser);
}

static GString *rows_new(size_t n, JutuContext *context)
{
    static const char *const names[] = { "广东", "浙江", "江苏", "北京", "上海" };
    GString *text = g_string_new("id,省,date,value\n");
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(text, "%zu,%s,20%02d-%02d-%02d,%.2f\n", i,
                               names[i % G_N_ELEMENTS(names)], (int)(i % 24), (int)(i % 12) + 1,
                               (int)(i % 28) + 1, jutu_random(context) * 1000);
    return text;
}

/* Seconds since `*last`, which becomes now. */
static double lap(gint64 *last)
{
    gint64 now = g_get_monotonic_time(), before = *last;
    *last = now;
    return (double)(now - before) / G_USEC_PER_SEC;
}

int main(int argc, char **argv)
{
    size_t n = argc > 1 ? strtoul(argv[1], NULL, 10) : 1000000;
    JutuArena *arena = jutu_arena_new();
    g_autoptr(JutuContext) context = jutu_context_new(arena);
    g_autoptr(GString) text = rows_new(n, context);
    g_autoptr(GBytes) bytes = g_bytes_new_static(text->str, text->len);
    printf("%zu rows, %zu bytes\n", n, text->len);

    gint64 last = g_get_monotonic_time();
    read_with_libcsv(text->str, text->len);
    printf("%-24s %6.3f s\n", "libcsv alone", lap(&last));
    g_autoptr(GBytes) decoded = jutu_text_decode(bytes, NULL, "", NULL);
    printf("%-24s %6.3f s\n", "UTF-8 checked", lap(&last));
    const JutuCsv *csv = jutu_csv_read(text->str, text->len, &(JutuCsvOptions){ 0 }, arena, NULL);
    printf("%-24s %6.3f s\n", "columns", lap(&last));
    json_t *parse = json_pack("{s:s, s:s}", "date", "date", "value", "number");
    jutu_parse_columns(csv->table, parse, context, "", NULL);
    printf("%-24s %6.3f s\n", "date and number typed", lap(&last));
    json_decref(parse);
    jutu_arena_free(arena);
    return 0;
}
