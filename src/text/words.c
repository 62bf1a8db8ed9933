/*
 * The dictionary is read in ICU's data themselves: opening ICU's own iterator costs 11 million
 * instructions, a quarter of a chart, while a lookup here costs a few thousand. The data are loaded
 * when a text has to be broken, and stay: 30 MB that are mapped, not read.
 */
#include "text/words.h"

#include <dlfcn.h>
#include <string.h>

#include "text/punctuation.h"

#define STRING_(text) #text
#define STRING(text) STRING_(text)
#define DATA_FILE "libicudata.so." STRING(JUTU_ICU)
#define DATA_SYMBOL "icudt" STRING(JUTU_ICU) "_dat"
#define DICTIONARY "/brkitr/cjdict.dict"

#define LONGEST 20  /* characters of a word */
#define UNKNOWN 255 /* what a character costs that begins no word */
#define OWN 60      /* what a word of words.def costs: less than two that it could be read as */

/* What ICU's files begin with (unicode/udata.h). */
typedef struct {
    guint16 size;
    guint8 magic[2];
    guint16 info_size, reserved;
    guint8 big_endian, charset, unichar_size, reserved2;
    guint8 format[4], version[4], data_version[4];
} Header;

/* The content behind a header of this format; NULL: it is of another. */
static const guint8 *content(const guint8 *data, const char *format, guint8 version)
{
    Header header;
    memcpy(&header, data, sizeof header);
    bool ours = header.magic[0] == 0xda && header.magic[1] == 0x27 &&
                header.big_endian == (G_BYTE_ORDER == G_BIG_ENDIAN) &&
                memcmp(header.format, format, 4) == 0 && header.version[0] == version;
    return ours ? data + header.size : NULL;
}

static guint32 word_at(const guint8 *data, size_t i)
{
    guint32 word;
    memcpy(&word, data + 4 * i, 4);
    return word;
}

/* Looks a file up in the package: a count, then offsets of names and data, sorted by name. */
static const guint8 *find_file(const guint8 *package, const char *end)
{
    const guint8 *index = content(package, "CmnD", 1);
    size_t low = 0, high = index ? word_at(index, 0) : 0;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const char *name = (const char *)index + word_at(index, 2 * middle + 1);
        const char *path = strchr(name, '/'); /* behind "icudt72l" */
        int order = strcmp(end, path ? path : "");
        if (order == 0)
            return index + word_at(index, 2 * middle + 2);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* The trie of words with their costs: ICU's UCharsTrie; NULL: there is none. */
static const guint16 *open_dictionary(void)
{
    enum { TRIE, TYPE = 4, UCHARS = 1, TYPES = 7 };
    void *library = dlopen(DATA_FILE, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
    const guint8 *package = library ? dlsym(library, DATA_SYMBOL) : NULL;
    const guint8 *file = package ? find_file(package, DICTIONARY) : NULL;
    const guint8 *dictionary = file ? content(file, "Dict", 1) : NULL;
    if (library)
        dlclose(library);
    if (!dictionary || (word_at(dictionary, TYPE) & TYPES) != UCHARS)
        return NULL;
    return (const guint16 *)(const void *)(dictionary + word_at(dictionary, TRIE));
}

/* Kinds of units in a trie (unicode/ucharstrie.h): branches below LINEAR, then runs of units that
 * all have to match, then values. */
enum {
    LINEAR = 0x30,
    VALUE = 0x40,
    FINAL = 0x8000,
    SMALL_BRANCH = 5,
    FINAL_TWO = 0x4000,
    FINAL_THREE = 0x7fff,
    NODE_TWO = 0x4040,
    NODE_THREE = 0x7fc0,
    DELTA_TWO = 0xfc00,
    DELTA_THREE = 0xffff,
};

typedef struct {
    const guint16 *at; /* NULL: nothing goes on here */
    int run;           /* units of a run yet to match; -1: none */
} Trie;

static const guint16 *skip_node_value(const guint16 *at, guint16 lead)
{
    return at + (lead < NODE_TWO ? 0 : lead < NODE_THREE ? 1 : 2);
}

static const guint16 *jump(const guint16 *at)
{
    size_t delta = *at++;
    if (delta == DELTA_THREE) {
        delta = (size_t)at[0] << 16 | at[1];
        at += 2;
    } else if (delta >= DELTA_TWO) {
        delta = (delta - DELTA_TWO) << 16 | *at++;
    }
    return at + delta;
}

static const guint16 *skip_delta(const guint16 *at)
{
    return at + 1 + (*at < DELTA_TWO ? 0 : *at < DELTA_THREE ? 1 : 2);
}

/* Where the value at a branch's unit leads: itself if final, else it is a way to go. */
static const guint16 *follow(const guint16 *at)
{
    guint16 lead = *at;
    if (lead & FINAL)
        return at;
    at++;
    if (lead < FINAL_TWO)
        return at + lead;
    if (lead < FINAL_THREE)
        return at + 1 + ((size_t)(lead - FINAL_TWO) << 16 | *at);
    return at + 2 + ((size_t)at[0] << 16 | at[1]);
}

static const guint16 *skip_value(const guint16 *at)
{
    guint16 lead = *at & FINAL_THREE;
    return at + 1 + (lead < FINAL_TWO ? 0 : lead < FINAL_THREE ? 1 : 2);
}

static const guint16 *branch(const guint16 *at, size_t length, guint16 unit)
{
    length = (length == 0 ? *at++ : length) + 1;
    while (length > SMALL_BRANCH) {
        if (unit < *at++) {
            length /= 2;
            at = jump(at);
        } else {
            length -= length / 2;
            at = skip_delta(at);
        }
    }
    for (; length > 1; length--) {
        if (*at++ == unit)
            return follow(at);
        at = skip_value(at);
    }
    return *at == unit ? at + 1 : NULL;
}

/* Goes on by one unit. */
static void step(Trie *trie, guint16 unit)
{
    const guint16 *at = trie->at;
    if (trie->run < 0) {
        guint16 node = *at++;
        if (node & FINAL) {
            trie->at = NULL;
            return;
        }
        if (node >= VALUE) {
            at = skip_node_value(at, node);
            node &= VALUE - 1;
        }
        if (node < LINEAR) {
            trie->at = branch(at, node, unit);
            return;
        }
        trie->run = node - LINEAR;
    }
    trie->at = *at == unit ? at + 1 : NULL;
    trie->run--;
}

/* What the word costs that ends here; negative: none does. */
static int cost_here(const Trie *trie)
{
    const guint16 *at = trie->at;
    if (!at || trie->run >= 0 || *at < VALUE)
        return -1;
    guint16 lead = *at & FINAL_THREE;
    if (*at & FINAL)
        return lead < FINAL_TWO ? lead : (lead - FINAL_TWO) << 16 | at[1];
    return lead < NODE_TWO ? (lead >> 6) - 1 : ((lead & NODE_THREE) - NODE_TWO) << 10 | at[1];
}

/* The cheapest way to each place, and the word that it ends with. */
typedef struct {
    const gunichar *text;
    size_t n;
    int *cost;
    guint8 *length;
} Way;

static void offer(Way *way, size_t start, size_t length, int cost)
{
    size_t end = start + length;
    if (way->cost[start] + cost < way->cost[end]) {
        way->cost[end] = way->cost[start] + cost;
        way->length[end] = (guint8)length;
    }
}

static bool starts_with(const Way *way, size_t start, const char *word, size_t *length)
{
    size_t i = start;
    for (; *word; word = g_utf8_next_char(word), i++)
        if (i >= way->n || way->text[i] != g_utf8_get_char(word))
            return false;
    *length = i - start;
    return true;
}

/* Names and terms that ICU doesn't have or takes for something else. */
static void add_own_words(Way *way, size_t start)
{
    static const char *const words[] = {
#define WORD(word) word,
#include "text/words.def"
#undef WORD
    };
    gunichar first = way->text[start];
    size_t low = 0, high = G_N_ELEMENTS(words), length;
    while (low < high) { /* the first that begins so, as they are in order */
        size_t middle = (low + high) / 2;
        if (g_utf8_get_char(words[middle]) < first)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < G_N_ELEMENTS(words) && g_utf8_get_char(words[low]) == first; low++)
        if (starts_with(way, start, words[low], &length))
            offer(way, start, length, OWN);
}

static void add_words(Way *way, const guint16 *dictionary, size_t start)
{
    Trie trie = { dictionary, -1 };
    offer(way, start, 1, UNKNOWN);
    for (size_t i = start; i < way->n && i - start < LONGEST; i++) {
        if (way->text[i] > 0xffff)
            break;
        step(&trie, (guint16)way->text[i]);
        if (!trie.at)
            break;
        int cost = cost_here(&trie);
        if (cost >= 0)
            offer(way, start, i - start + 1, cost);
    }
    add_own_words(way, start);
}

static void divide(const gunichar *text, size_t n, const guint16 *dictionary, bool *inside)
{
    g_autofree int *cost = g_new(int, n + 1);
    g_autofree guint8 *length = g_new0(guint8, n + 1);
    Way way = { text, n, cost, length };
    for (size_t i = 0; i <= n; i++)
        cost[i] = i == 0 ? 0 : G_MAXINT / 2;
    for (size_t i = 0; i < n; i++)
        add_words(&way, dictionary, i);
    for (size_t end = n; end > 0; end -= length[end])
        for (size_t i = 1; i < length[end]; i++)
            inside[end - i] = true;
}

void jutu_words_find(const gunichar *text, size_t n, bool *inside)
{
    const guint16 *dictionary = NULL;
    memset(inside, 0, n * sizeof *inside);
    for (size_t start = 0, end; start < n; start = end) {
        for (end = start; end < n && jutu_char_is_han(text[end]);)
            end++;
        if (end - start > 1 && !dictionary)
            dictionary = open_dictionary();
        if (end - start > 1 && !dictionary)
            return;
        if (end - start > 1)
            divide(text + start, end - start, dictionary, inside + start);
        end = MAX(end, start + 1);
    }
}
