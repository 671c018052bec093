/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "base/buf.h"
#include "enrich/credits.h"

static struct arena keep;
static const struct surnames *surnames;

static int setup(void **state)
{
    (void)state;
    surnames = surnames_builtin(&keep);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&keep);
    return 0;
}

/* "王刚 reporter, 李明 photographer"; "? " before it if not every word was understood. */
static struct str said(const char *text, bool sure)
{
    struct buf out = {0};
    struct credits credits = credits_read(&keep, surnames, str_of(text), sure);
    buf_fmt(&out, "%s", credits.whole ? "" : "? ");
    for (size_t i = 0; i < credits.len; i++)
        buf_fmt(&out, "%s%.*s %s", i > 0 ? ", " : "", STR_FMT(credits.at[i].name),
                byline_role_name(credits.at[i].role));
    struct str kept = str_dup(&keep, buf_view(&out));
    buf_clear(&out);
    return kept;
}

struct reading {
    const char *text, *said;
};

static void check(const struct reading *readings, size_t len, bool sure)
{
    for (size_t i = 0; i < len; i++)
        assert_string_equal(str_c(&keep, said(readings[i].text, sure)), readings[i].said);
}

#define CHECK(readings, sure) check((readings), sizeof(readings) / sizeof *(readings), (sure))

static void test_labels_before_names(void **state)
{
    (void)state;
    static const struct reading readings[] = {
        {"本报记者 王刚", "王刚 reporter"},
        {"□ 本报记者 王刚 通讯员 李晓明 赵海燕",
         "王刚 reporter, 李晓明 correspondent, 赵海燕 correspondent"},
        {"记者王刚通讯员李晓明", "王刚 reporter, 李晓明 correspondent"},
        {"全媒体记者 王刚、李明", "王刚 reporter, 李明 reporter"},
        {"□ 融媒体记者　王刚", "王刚 reporter"},
        {"会昌日报全媒体记者 王刚", "王刚 reporter"},
        {"新华社记者 王刚", "王刚 reporter"},
        {"记者 扎西多吉 通讯员 李明", "扎西多吉 reporter, 李明 correspondent"},
        {"记者 巴 图", "巴图 reporter"},
        {"记者 王 刚 图", "王刚 photographer"},
        {"特约记者 王刚 本报通讯员 李明", "王刚 reporter, 李明 correspondent"},
        {"见习记者 王刚 实习生 李明", "王刚 reporter, 李明 reporter"},
        {"特约通讯员 王刚", "王刚 correspondent"},
        {"作者：王刚", "王刚 author"},
        {"责任编辑：王刚 校对：李明", "王刚 editor"},
        {"摄影记者 王刚", "王刚 photographer"},
        {"本报驻石桥记者 王刚", "王刚 reporter"},
        {"记者扎西多吉通讯员李明", "扎西多吉 reporter, 李明 correspondent"},
        {"通讯 员王刚", "王刚 correspondent"},
        {"本報記者 關振東", "關振東 reporter"},
        {"本報特派員 陳國華", "陳國華 reporter"},
    };
    CHECK(readings, true);
}

static void test_labels_after_names(void **state)
{
    (void)state;
    static const struct reading readings[] = {
        {"王刚 摄", "王刚 photographer"},
        {"王刚摄", "王刚 photographer"},
        {"本报记者 王刚 摄", "王刚 photographer"},
        {"王刚 李明 摄影报道", "王刚 photographer, 李明 photographer"},
        {"记者 王刚 通讯员 李明 摄影报道", "王刚 reporter, 李明 correspondent"},
        {"记者 王刚 摄", "王刚 photographer"},
        {"作者 王刚 单位 岚县农商银行", "王刚 author"},
        {"作者：王刚，单位：普明镇人民政府", "王刚 author"},
        {"沈阳日报、沈报融媒记者 郭星 摄", "郭星 photographer"},
        {"记者 王刚 报道", "王刚 reporter"},
        {"记者 王刚 通讯员 李明 文/图", "王刚 reporter, 李明 correspondent"},
        {"王刚 文/图", "王刚 author"},
        {"王刚/文 李明/图", "王刚 text, 李明 photographer"},
        {"王刚 供稿", "王刚 author"},
        {"县委宣传部 供图", "县委宣传部 organisation"},
        {"受访者供图", ""},
        {"县气象局提供", "县气象局 organisation"},
        {"市气象台 12月11日16时发布", "市气象台 organisation"},
        {"本报记者 王 刚摄", "王刚 photographer"},
        {"劉德培 攝", "劉德培 photographer"},
        {"本报特约记者 王刚 摄影并撰稿", "王刚 reporter"},
        {"王女士供图", ""},
        {"州气象台发布", "州气象台 organisation"},
        {"本栏由市妇女儿童医院供稿", "市妇女儿童医院 organisation"},
        {"新华社发（王刚 摄）", "王刚 photographer"},
        {"记者 王刚 摄影 本报记者 李明", "王刚 reporter, 李明 photographer"},
        {"图/本报记者 王刚", "王刚 photographer"},
        {"王刚 摄 记者 李明", "王刚 photographer, 李明 reporter"},
        {"记者·王刚 通讯员·李明", "王刚 reporter, 李明 correspondent"},
        {"特约评论员 王刚", "王刚 author"},
        {"通 讯 员 王刚", "王刚 correspondent"},
        {"本报记者 张 昊 文 王 建 摄", "张昊 text, 王建 photographer"},
        {"（记者 李 静 特约通讯员 肖 文）", "李静 reporter, 肖文 correspondent"},
        {"文 张 昊 图 王 建", "张昊 text, 王建 photographer"},
        {"文/本报记者 张昊 通讯员 李明 图/王建", "张昊 text, 李明 text, 王建 photographer"},
        {"文/本报记者 张昊", "张昊 reporter"},
        {"县委报道组 张昊", "张昊 correspondent"},
        {"（作者单位：县文化馆 雒志俭）", "雒志俭 author"},
        {"（作者单位：县档案局 方志办）", ""},
        {"（作者单位：县一中 高三）", ""},
        {"（作者单位：县农业局 石桥镇）", ""},
        {"本报报道组 张昊", "张昊 author"},
        {"岚县日报报道组 张昊", "张昊 author"},
        {"编辑 王刚 本报记者 张昊 文 王建 摄", "王刚 editor, 张昊 text, 王建 photographer"},
        {"摄影记者 王刚 记者 张昊 文 王建 摄", "王刚 photographer, 张昊 text, 王建 photographer"},
        {"岚县融媒体中心 文 王建 摄", "岚县融媒体中心 organisation, 王建 photographer"},
        {"讲述人：王刚 记者 李明 整理", "王刚 author, 李明 reporter"},
        {"王刚 摄影 李明 文", "王刚 photographer, 李明 text"},
        {"会昌县融媒体中心供图", "会昌县融媒体中心 organisation"},
    };
    CHECK(readings, true);
}

static void test_text_and_pictures(void **state)
{
    (void)state;
    static const struct reading readings[] = {
        {"（文/王刚 图/李明）", "王刚 text, 李明 photographer"},
        {"□ 文/王刚 图/李明", "王刚 text, 李明 photographer"},
        {"文/王刚图/李明", "王刚 text, 李明 photographer"},
        {"文：王刚 图：李明", "王刚 text, 李明 photographer"},
        {"文字：王刚 摄影：李明", "王刚 text, 李明 photographer"},
        {"文/王　刚图/李明", "王刚 text, 李明 photographer"},
        {"文/图 王刚", "王刚 author"},
        {"□ 图/文 王刚 李明", "王刚 author, 李明 author"},
        {"文、图：王刚", "王刚 author"},
        {"图文/王刚", "王刚 author"},
        {"王志刚 文　李 明 摄", "王志刚 text, 李明 photographer"},
        {"文 强 摄", "文强 photographer"},
        {"文 王 刚", "王刚 text"},
        {"文 王刚", "王刚 text"},
        {"本报记者 王刚 通讯员 文 毅", "王刚 reporter, 文毅 correspondent"},
    };
    CHECK(readings, true);
}

static void test_names(void **state)
{
    (void)state;
    static const struct reading readings[] = {
        {"□ 王刚 李晓明", "王刚 author, 李晓明 author"},
        {"□ 王 刚 李晓明", "王刚 author, 李晓明 author"},
        {"□ 王 刚 李 明", "王刚 author, 李明 author"},
        {"□ 王　刚", "王刚 author"},
        {"□ 文 强", "文强 author"},
        {"□ 文 晓 明", "文晓明 author"},
        {"□ 王 小 刚", "王小刚 author"},
        {"□ 欧阳 娜", "欧阳娜 author"},
        {"□ 诸葛明月", "诸葛明月 author"},
        {"□ 艾力·买买提", "艾力·买买提 author"},
        {"□ 扎西多吉", "扎西多吉 author"},
        {"（尹晓萍王建平）", "尹晓萍 author, 王建平 author"},
        {"□ 尹晓萍 王建 李平", "尹晓萍 author, 王建 author, 李平 author"},
        {"通讯员 尹晓萍 王建李 平", "尹晓萍 correspondent, 王建 correspondent, 李平 correspondent"},
        {"来源：会昌发布", "会昌发布 organisation"},
        {"会昌县水利局 2023年10月26日", "会昌县水利局 organisation"},
        {"本报编辑部", "本报编辑部 organisation"},
    };
    CHECK(readings, true);
}

static void test_where_somebody_belongs(void **state)
{
    (void)state;
    static const struct reading readings[] = {
        {"（县广播站 王刚）", "王刚 author"},
        {"（石桥乡读者 王刚）", "王刚 author"},
        {"县医院主治医师 王刚", "王刚 author"},
        {"县融媒体中心 王刚 摄", "王刚 photographer"},
        {"（作者单位：石桥镇政府）", ""},
        {"（作者单位：石桥镇政府 作者：王刚）", "王刚 author"},
        {"读者：王刚", "王刚 author"},
        {"古丽努尔·艾力 译", "古丽努尔·艾力 text"},
        {"翻译 王刚", "王刚 text"},
        {"（作者系县作家协会会员）", ""},
        {"（据新华社）", ""},
        {"（据新华社、县融媒体中心）", "新华社 organisation, 县融媒体中心 organisation"},
        {"图①②由王刚拍摄 图③李明摄", "王刚 photographer, 李明 photographer"},
        {"本报通讯员王 刚 九月十日摄", "王刚 photographer"},
        {"（摄影：王刚 配文：李明）", "王刚 photographer, 李明 text"},
        {"●记者 王刚 ○通讯员 李明", "王刚 reporter, 李明 correspondent"},
        {"（县民政局）", "县民政局 organisation"},
        {"县民政局 县水利局", "县民政局 organisation, 县水利局 organisation"},
    };
    CHECK(readings, true);
}

static void test_other_words_are_no_names(void **state)
{
    (void)state;
    static const struct reading readings[] = {
        {"（记者手记）", "? "},   {"（完）", "? "},
        {"（全文完）", "? "},     {"（扎西多吉）", "? "},
        {"（秋天的故事）", "? "}, {"（王刚 秋天的故事）", "? 王刚 author"},
        {"（岚县 临县）", "? "},  {"（高二（3）班）", "? "},
        {"（共三年）", "? "},     {"（未完待续）", "? "},
        {"（收集、整理）", "? "}, {"□ 粮食丰收", "? "},
        {"□ 通报", "? "},         {"", ""},
    };
    CHECK(readings, false);
}

/* The names of a line that signs, with where they belong: "王刚 新华社, 李明 ". */
static struct str belonging(const char *text)
{
    struct buf out = {0};
    struct credits credits = credits_read(&keep, surnames, str_of(text), true);
    for (size_t i = 0; i < credits.len; i++)
        buf_fmt(&out, "%s%.*s %.*s", i > 0 ? ", " : "", STR_FMT(credits.at[i].name),
                STR_FMT(credits.at[i].organisation));
    struct str kept = str_dup(&keep, buf_view(&out));
    buf_clear(&out);
    return kept;
}

static void test_bodies_of_signers(void **state)
{
    (void)state;
    static const struct reading readings[] = {
        {"岚县融媒体中心记者 王刚 李明", "王刚 岚县融媒体中心, 李明 岚县融媒体中心"},
        {"新华社记者 王刚 通讯员 李明", "王刚 新华社, 李明 "},
        {"本报首席记者 王刚", "王刚 本报"},
        {"本报通讯员 王刚", "王刚 "},
        {"融媒体记者 王刚", "王刚 "},
        {"通讯员 王刚（县水利局） 记者 李明", "王刚 县水利局, 李明 "},
        {"通讯员 王刚（石桥镇）", "王刚 "},
        {"王刚 摄（县文化馆 供图）", "王刚 , 县文化馆 "},
        {"县水利局 王刚 县农业局 李明", "王刚 县水利局, 李明 县农业局"},
        {"石桥镇 王刚", "王刚 "},
        {"岚县 王刚", "王刚 "},
        {"岚县 石桥镇 王刚", "王刚 "},
        {"县水利局干部 王刚 李明", "王刚 县水利局, 李明 县水利局"},
        {"县水利局 干部 王刚", "王刚 县水利局"},
        {"县水利局 王刚 石桥镇 李明", "王刚 县水利局, 李明 "},
        {"王刚 县水利局干部", "王刚 县水利局"},
        {"王刚（县水利局干部）", "王刚 县水利局"},
        {"王刚 石桥镇", "王刚 "},
        {"王刚 县一中高二（3）班", "王刚 县一中"},
        {"（县一中高二（3）班 王刚 指导教师 李明）", "王刚 县一中"},
        {"《石桥日报》记者 王刚", "王刚 石桥日报"},
        {"《石桥日报》 王刚", "王刚 "},
        {"王刚 原载《石桥日报》", "王刚 "},
        {"来源：《石桥日报》", ""},
        {"（王刚 作者单位：县委党校）", "王刚 县委党校"},
        {"王刚 县水利局", "王刚 县水利局"},
        {"作者：王刚 来源：新华社", "王刚 , 新华社 "},
        {"□ 王刚 新华社", "王刚 , 新华社 "},
        {"王刚 综合执法局", "王刚 综合执法局"},
        {"综合执法局供稿", "综合执法局 "},
        {"王刚（石桥）", "王刚 "},
        {"王刚（护林员）", "王刚 "},
        {"记者 王刚 李明 综合石桥、岚县报道", "王刚 , 李明 "},
        {"（王刚，县委党校）", "王刚 县委党校"},
        {"王刚 李明 县水利局", "王刚 , 李明 , 县水利局 "},
    };
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
        assert_string_equal(str_c(&keep, belonging(readings[i].text)), readings[i].said);
    struct credits credits = credits_read(&keep, surnames, STR("（作者单位：县委党校）"), true);
    assert_int_equal(credits.len, 0);
    assert_str(credits.author_at, "县委党校");
}

static void test_labels_that_all_lead(void **state)
{
    (void)state;
    static const struct reading readings[] = {
        {"撰文 王刚 摄影 李明", "王刚 text, 李明 photographer"},
        {"记者 王刚 摄影 李明", "王刚 reporter, 李明 photographer"},
        {"王刚 摄影 李明 文", "王刚 photographer, 李明 text"},
        {"小记者 王刚 指导老师 李明", "王刚 reporter"},
        {"策划：王刚 文字：李明 校对：赵海燕", "李明 text"},
        {"由县文旅局提供", "县文旅局 organisation"},
        {"视觉中国 供图", "视觉中国 organisation"},
        {"图/视觉中国", "视觉中国 organisation"},
        {"记者 方向", "方向 reporter"},
        {"文/图 蔚 蓝", "蔚蓝 author"},
        {"县一中高二（3）班 王刚", "王刚 author"},
        {"村民王大海 供图", "? "},
    };
    CHECK(readings, true);
    static const struct reading unsure[] = {
        {"（记者 方向）", "方向 reporter"},
        {"记者 方向", "? "},
        {"蔚 蓝", "? "},
    };
    CHECK(unsure, false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels_before_names),
        cmocka_unit_test(test_labels_after_names),
        cmocka_unit_test(test_text_and_pictures),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_where_somebody_belongs),
        cmocka_unit_test(test_bodies_of_signers),
        cmocka_unit_test(test_labels_that_all_lead),
        cmocka_unit_test(test_other_words_are_no_names),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
