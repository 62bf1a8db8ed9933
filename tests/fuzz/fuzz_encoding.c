/*
 * Any bytes as a data file of which nothing is known: packed or not, in an encoding that is to be
 * found or is named by the first byte, with a separator and a header that are to be found. Of a
 * letter, bars stand for line ends, so that seeds fit in a line.
 */
#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "data/data.h"
#include "data/encoding_guess.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

typedef struct {
    JutuReader reader;
    GBytes *bytes;
} OneFile;

static GBytes *read_one(JutuReader *self, const char *path, GError **error)
{
    if (!g_str_has_suffix(path, "datapackage.json"))
        return g_bytes_ref(((OneFile *)self)->bytes);
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "none");
    return NULL;
}

/* Cells are UTF-8, whatever the file was. */
static void check_table(const JutuTable *table)
{
    for (size_t c = 0; c < table->n_columns; c++) {
        for (size_t row = 0; row < table->n_rows; row++) {
            JutuValue cell = table->columns[c].cells[row];
            if (cell.type == JUTU_STRING)
                g_assert(g_utf8_validate(cell.string, (gssize)strlen(cell.string), NULL));
        }
    }
}

/* A guess reads something else than its runner-up, and says where. */
static void check_guess(const char *text, size_t length)
{
    JutuEncodingGuess guess = jutu_encoding_guess(text, length);
    g_assert(guess.encoding != guess.runner_up || guess.encoding == JUTU_N_ENCODINGS);
    g_assert(guess.runner_up == JUTU_N_ENCODINGS || guess.differs <= length);
    g_assert(!guess.sure || guess.encoding < JUTU_N_ENCODINGS);
}

/* Holds the C library's converters loaded: opening them anew is most of a run's time. */
static void load_converters(void)
{
    static const char *const names[] = { "GB18030", "BIG5",  "BIG5-HKSCS", "EUC-JP-MS",
                                         "EUC-JP",  "CP932", "CP949" };
    static GIConv loaded[G_N_ELEMENTS(names)];
    for (size_t i = 0; !loaded[i] && i < G_N_ELEMENTS(names) - 1; i++)
        loaded[i] = g_iconv_open("UTF-8", names[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const encodings[] = {
        NULL,     "gbk",      "big5",   "shift_jis",  "euc-jp",
        "euc-kr", "utf-16le", "utf-32", "iso-8859-7", "utf-8"
    };
    static const char *const urls[] = { "x.csv", "x", "x.tsv", "x.json", "x.csv.gz" };
    if (size == 0)
        return 0;
    load_converters();
    char *copy = g_memdup2(bytes + 1, size - 1);
    for (size_t i = 0; g_ascii_isalpha(bytes[0]) && i + 1 < size; i++)
        copy[i] = copy[i] == '|' ? '\n' : copy[i];
    g_autoptr(GBytes) given = g_bytes_new_take(copy, size - 1);
    OneFile file = { { read_one }, given };
    JutuArena *arena = jutu_arena_new();
    JutuContext *context = jutu_context_new(arena);
    JutuDataOptions options = { .reader = &file.reader,
                                .encoding = encodings[bytes[0] % G_N_ELEMENTS(encodings)],
                                .header = bytes[0] / 64,
                                .max_cells = 100000 };
    JutuDataSources *sources = jutu_data_sources_new(context, &options);
    json_t *data = json_pack("{s:s}", "url", urls[bytes[0] % G_N_ELEMENTS(urls)]);
    const JutuTable *table = jutu_data_load(sources, data, "/data", NULL);
    if (table)
        check_table(table);
    if (options.encoding) /* else the guess has been made */
        check_guess(copy, size - 1);
    json_decref(data);
    jutu_context_free(context);
    jutu_arena_free(arena);
    return 0;
}
