#include "text/break.h"

#include "check.h"

/* Where a text may break without a torn word, shown by bars. */
static const struct {
    const char *lang, *text, *want;
} table[] = {
    /* figures */
    { NULL, "增长5.3%，其中", "增长|5.3%，|其中" },
    { NULL, "3.4万亿元的投入", "3.4万亿元的|投入" },
    { NULL, "2015～2024年，从2015—2024年", "2015～2024年，|从|2015—2024年" },
    { NULL, "−5.3个百分点", "−5.3个百分点" },
    { NULL, ">2.5万家企业", ">2.5万家|企业" },
    { NULL, "约1/3的GDP", "约|1/3的|GDP" },
    { NULL, "8月31日", "8月31日" },
    { NULL, "2019年7月4日至2020年", "2019年7月4日|至|2020年" },
    { NULL, "占41%～47%", "占|41%～47%" },
    { NULL, "重100～150 kg和30 MW", "重|100～150 kg|和|30 MW" },
    { NULL, "上涨12,607.5亿美元", "上涨|12,607.5亿美元" },
    { NULL, "第3季度约￥5.5万", "第3季度|约|￥5.5万" },
    { NULL, "五分之二的家庭", "五分之二的|家庭" },
    { NULL, "第二十三个项目", "第二十三个|项目" },
    { NULL, "5G与H100", "5G|与|H100" },
    /* marks */
    { NULL, "经费（R&D）投入", "经费|（R&D）|投入" },
    { NULL, "乌鲁木齐·天山", "乌鲁木齐·|天山" },
    { NULL, "他说“增长”了", "他说|“增长”|了" },
    { NULL, "100元/人", "100元/人" },
    { NULL, "公斤／平方米", "公斤／平方米" },
    { NULL, "等等……还有——结果", "等等……|还有——|结果" },
    { NULL, "《报告》、《年鉴》。", "《报告》、|《年鉴》。" },
    /* words and what clings to them */
    { NULL, "黑龙江省", "黑龙江省" },
    { NULL, "信息技术服务业", "信息|技术|服务业" },
    { NULL, "内蒙古自治区赤峰市", "内蒙古自治区|赤峰市" },
    { NULL, "海淀区和徐汇区", "海淀区|和|徐汇区" },
    { NULL, "居民人均可支配收入", "居民|人均|可支配|收入" },
    { NULL, "非私营单位", "非私营|单位" },
    { NULL, "燃气及水", "燃气|及|水" },
    { NULL, "市场化率的变化", "市场化率的|变化" },
    { "zh-Hant-TW", "高雄市左營區的製造業", "高雄市|左營區的|製造業" },
    { "zh-Hant-HK", "「增長」與服務業", "「增長」|與|服務業" },
    /* Japanese, Korean, English, Thai */
    { "ja", "大阪府の人口は五百万人を超えています", "大阪府の|人口は|五百万人を|超えています" },
    { "ja", "サービス業とコーヒーっぽい", "サービス業と|コーヒーっぽい" },
    { "ja", "人々の暮らし", "人々の|暮らし" },
    { "ko", "부산광역시의 인구는 329만 명", "부산광역시의 |인구는 |329만 |명" },
    { "en", "a long day", "a |long |day" },
    { "en", "it’s state-of-the-art", "it’s |state-|of-|the-|art" },
    { "en", "input/output of 5 million", "input/|output |of |5 million" },
    { "zh-Hans", "input/output", "input/output" },
    { "th", "ประเทศไทย", "ประเทศ|ไทย" },
    { NULL, "", "" },
};

static void test_breaks(void)
{
    for (size_t i = 0; i < ROWS(table); i++) {
        guint8 breaks[64];
        size_t n = (size_t)g_utf8_strlen(table[i].text, -1), c = 0;
        g_autoptr(GString) got = g_string_new(NULL);
        jutu_breaks(table[i].lang, table[i].text, n, breaks);
        for (const char *at = table[i].text; *at; at = g_utf8_next_char(at), c++) {
            if (breaks[c] < JUTU_BREAK_TORN)
                g_string_append_c(got, '|');
            g_string_append_unichar(got, g_utf8_get_char(at));
        }
        CHECK_STR(table[i].text, got->str, table[i].want);
    }
}

/* What readers take for one character is never torn, nor does a line begin with a space. */
static void test_graphemes(void)
{
    static const char *const texts[] = { "e\u0301", "👩‍🔬", "🇨🇳", "a b", "字 b" };
    for (size_t i = 0; i < ROWS(texts); i++) {
        guint8 breaks[8];
        jutu_breaks(NULL, texts[i], (size_t)g_utf8_strlen(texts[i], -1), breaks);
        CHECK_SIZE(texts[i], breaks[1], JUTU_BREAK_NEVER);
    }
}

SUITE(break, { "breaks", test_breaks }, { "graphemes", test_graphemes });
