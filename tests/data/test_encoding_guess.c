#include "data/encoding_guess.h"

#include "check.h"

/*
 * Two hundred files of invented tables, 100 bytes to 100 kB, each in an encoding by iconv: as many
 * as possible must be read right, and none wrong without saying that it isn't sure. The words
 * aren't those that the model was tried with while it was written.
 */
typedef struct {
    const char *const *words; /* NULL-terminated: names, headings and remarks */
} Language;

#define WORDS(...) \
    { \
        (const char *const[]) \
        { \
            __VA_ARGS__, NULL \
        } \
    }

static const Language simplified = WORDS(
    "湖州", "金华", "南昌", "贵阳", "昆明", "兰州", "银川", "拉萨", "遵义", "常德", "十堰", "黄冈",
    "旅游收入", "客运量", "货运量", "港口吞吐量", "发电量", "用水总量", "森林覆盖率", "空气质量",
    "在校学生", "卫生机构", "医护人员", "专利授权", "研发投入", "电信业务", "快递业务", "存款余额",
    "暂缺", "含下属单位", "由统计局提供", "比上年增加", "城乡居民", "规模以上", "（预计）", "小计");
static const Language traditional = WORDS(
    "大安", "信義", "士林", "三重", "豐原", "員林", "虎尾", "斗六", "麻豆", "岡山", "潮州", "羅東",
    "營業額", "用電量", "垃圾量", "出生率", "死亡人數", "結婚對數", "遷入", "遷出", "勞動力",
    "農地", "漁獲量", "旅館房間", "公車路線", "圖書館", "機車", "補助金額", "計畫名稱", "主辦機關",
    "尚未公布", "包含離島", "較去年成長", "四捨五入", "其他", "小計", "說明", "統計期間");
static const Language japanese = WORDS(
    "川崎", "千葉", "金沢", "富山", "奈良", "和歌山", "鳥取", "松江", "徳島", "佐賀", "旭川",
    "函館", "出生数", "死亡数", "婚姻件数", "有効求人倍率", "生産額", "輸出額", "輸入額",
    "電力使用量", "図書館数", "病院数", "学生数", "観光消費額", "面積比", "地域別", "見込み",
    "小計", "その他", "前月比", "不明", "合計値", "ごみの量", "まちづくり", "スーパー", "トラック",
    "センター", "ﾊﾞｽ", "ｶｰﾄﾞ", "ｾﾝﾀｰ");
static const Language korean = WORDS(
    "김해", "구미", "익산", "군산", "순천", "경주", "진주", "원주", "제천", "서산", "나주", "통영",
    "출생아수", "사망자수", "혼인건수", "생산액", "부가가치", "전력사용량", "도서관", "의사수",
    "관광수입", "화물", "여객", "토지", "농가", "어가", "예산", "결산", "집행률", "미상", "기타",
    "소계", "해당 없음", "전월보다 증가", "지역별", "남자", "여자", "주민등록");
static const Language western = WORDS(
    "Zürich", "Tübingen", "Görlitz", "Fürth", "Gießen", "Évreux", "Nevers", "Périgueux", "Châlons",
    "Cáceres", "Almería", "Alcalá", "Göteborg", "Växjö", "Luleå", "Braga", "Guimarães", "Coimbra",
    "Übernachtungen", "Geschäfte", "Erwerbstätige", "Müll", "Ärzte", "bénéfice", "trésorerie",
    "élevage", "pêche", "où", "bâtiment", "población activa", "años", "educación", "inversión",
    "müssen", "für alle Länder", "créé en 2012", "côte d’azur", "não há dados", "emissões",
    "utsläpp", "sjukvård", "förskola");
static const Language russian = WORDS(
    "Тверь", "Калуга", "Рязань", "Вологда", "Псков", "Томск", "Чита", "Якутск", "Сочи", "Брянск",
    "доходы", "расходы", "численность", "заработная плата", "грузооборот", "вклады", "жильё",
    "больницы", "ученики", "выбросы", "лес", "всего", "прочее", "данные уточняются", "по округам",
    "тысяч рублей", "Север", "Юг", "безработица");

static const struct {
    const char *converter;
    JutuEncoding encoding;
    const Language *language;
} kinds[] = {
    { "GB18030", JUTU_GB18030, &simplified },  { "GBK", JUTU_GB18030, &simplified },
    { "GB18030", JUTU_GB18030, &traditional }, { "GB18030", JUTU_GB18030, &japanese },
    { "BIG5", JUTU_BIG5, &traditional },       { "BIG5-HKSCS", JUTU_BIG5, &traditional },
    { "EUC-JP-MS", JUTU_EUC_JP, &japanese },   { "CP932", JUTU_SHIFT_JIS, &japanese },
    { "EUC-KR", JUTU_EUC_KR, &korean },        { "CP949", JUTU_EUC_KR, &korean },
    { "CP1252", JUTU_WINDOWS_1252, &western }, { "ISO-8859-15", JUTU_ISO_8859_15, &western },
    { "MACINTOSH", JUTU_MAC_ROMAN, &western }, { "CP1251", JUTU_WINDOWS_1251, &russian },
};

/* Any number below n; the same ones in every run. */
static guint32 below(GRand *chance, guint32 n)
{
    return (guint32)g_rand_int_range(chance, 0, (gint32)n);
}

static const char *word_of(const Language *language, GRand *chance)
{
    size_t n = g_strv_length((char **)language->words);
    return language->words[below(chance, (guint32)n)];
}

/* A table of some bytes; `share` of 100 cells hold words of the language. */
static char *table_new(const Language *language, size_t size, guint32 share, GRand *chance)
{
    static const char *const plain[] = { "total", "id", "A-12", "north", "n/a", "x", "Q3" };
    GString *text = g_string_new("id");
    guint32 n = 2 + below(chance, 5), words = 0;
    for (guint32 c = 1; c < n; c++, words++)
        g_string_append_printf(text, ",%s", word_of(language, chance));
    while (text->len < size) {
        g_string_append_printf(text, "\n%u", below(chance, 10000));
        for (guint32 c = 1; c < n; c++) {
            guint32 what = below(chance, 100);
            if (what < share)
                g_string_append_printf(text, ",%s", word_of(language, chance));
            else if (what % 4 == 0)
                g_string_append_printf(text, ",%s", plain[what % G_N_ELEMENTS(plain)]);
            else
                g_string_append_printf(text, ",%u.%02u", below(chance, 5000), what);
        }
    }
    g_string_append_c(text, '\n');
    return g_string_free(text, false);
}

typedef struct {
    size_t n, right, sure, silent;
} Score;

static void add(Score *score, const char *text, size_t i, const char *converter)
{
    gsize length;
    g_autofree char *bytes = g_convert_with_fallback(text, -1, converter, "UTF-8", "?", NULL,
                                                     &length, NULL);
    g_autofree char *truth = g_convert(bytes, (gssize)length, "UTF-8", converter, NULL, NULL, NULL);
    JutuEncodingGuess guess = jutu_encoding_guess(bytes, length);
    g_autoptr(JutuDecoder)
        decoder = guess.encoding < JUTU_N_ENCODINGS ? jutu_decoder_new(guess.encoding) : NULL;
    JutuBadBytes bad;
    g_autoptr(GBytes) read = decoder ? jutu_decoder_text(decoder, bytes, length, &bad) : NULL;
    bool right = read && truth && g_bytes_get_size(read) == strlen(truth) &&
                 memcmp(g_bytes_get_data(read, NULL), truth, strlen(truth)) == 0;
    if (!right)
        fprintf(stderr, "file %zu in %s: read as %s%s\n", i, converter,
                decoder ? jutu_encoding_name(guess.encoding) : "nothing",
                guess.sure ? ", silently" : "");
    score->n++;
    score->right += right;
    score->sure += right && guess.sure;
    score->silent += !right && guess.sure;
}

static void test_files(void)
{
    enum { FILES = 210 };
    static const size_t sizes[] = { 100, 150, 250, 400, 700, 1000, 2000, 5000, 20000, 100000 };
    static const guint32 shares[] = { 1, 5, 20, 50, 85 };
    g_autoptr(GRand) chance = g_rand_new_with_seed(22);
    Score score = { 0 };
    for (size_t i = 0; i < FILES; i++) {
        const size_t kind = i % ROWS(kinds), round = i / ROWS(kinds);
        g_autofree char *text = table_new(kinds[kind].language, sizes[round % ROWS(sizes)],
                                          shares[(round + kind) % ROWS(shares)], chance);
        add(&score, text, i, kinds[kind].converter);
    }
    CHECK_TRUE("98 of 100 are right", score.right * 100 >= score.n * 98);
    CHECK_SIZE("wrong without a word", score.silent, 0);
    CHECK_TRUE("8 of 10 need no question", score.sure * 10 >= score.n * 8);
}

SUITE(encoding_guess, { "files", test_files });
