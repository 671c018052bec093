/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "enrich/passing_cue.h"

static bool is_cued(const char *text, const char *name)
{
    struct str whole = str_of(text);
    size_t at = str_find(whole, str_of(name), 0);
    assert_int_not_equal(at, SIZE_MAX);
    struct cue_walk walk = {0};
    return passing_cue(&walk, whole, at, at + strlen(name)) < 1;
}

static void who_comes_from_there_or_goes_there(void **state)
{
    (void)state;
    assert_true(is_cued("来自浙江省义乌市的客商订下三十吨", "义乌市"));
    assert_true(is_cued("大米发往江苏昆山、福建晋江和山东寿光", "寿光"));
    assert_true(is_cued("跟咱老家吴起县的山不一样", "吴起县"));
    assert_true(is_cued("见到一位义乌客商", "义乌"));
    assert_true(is_cued("被大兴县的客商订走", "大兴县"));
    assert_true(is_cued("厂主从安徽省金寨县引进油茶苗", "金寨县"));
    assert_false(is_cued("厂主在安徽省金寨县引进油茶苗", "金寨县"));
    assert_true(is_cued("是浙江省新昌县一家工厂造的", "新昌县"));
    assert_false(is_cued("新昌县造的茶机", "新昌县"));
    assert_true(is_cued("村里请湖北省黄梅县的戏班唱戏", "黄梅县"));
    assert_false(is_cued("黄梅县的戏班唱戏", "黄梅县"));
    assert_true(is_cued("她去潢川县看舅舅", "潢川县"));
    assert_false(is_cued("来大兴县的客商多了", "大兴县"));
    assert_true(is_cued("大兴县的商贩来收猪", "大兴县"));
    assert_false(is_cued("大兴县的商贩占了路", "大兴县"));
    assert_false(is_cued("岚县医生来到村里坐诊", "岚县"));
    assert_true(is_cued("以3比1战胜武安市队", "武安市"));
    assert_true(is_cued("沿河至榕江高速公路开工", "榕江"));
    assert_false(is_cued("榕江高速公路收费站", "榕江"));
    assert_true(is_cued("她是从巧家县大药山搬来的", "巧家县"));
    assert_true(is_cued("一车从保定阜平来，是学校", "阜平"));
    assert_true(is_cued("楼上那家是彝良人。", "彝良"));
    assert_true(is_cued("也去古浪县八步沙取过经", "古浪县"));
    assert_true(is_cued("大余县来我县交流林改经验", "大余县"));
    assert_true(is_cued("晋安区干部来岷考察", "晋安区"));
    assert_true(is_cued("从浙江绍兴柯桥区传来喜讯", "柯桥区"));
    assert_true(is_cued("一位灵宝市的姑娘看直播", "灵宝市"));
    assert_true(is_cued("雾里。船上是从芷江县运来的稻谷", "芷江县"));
    assert_false(is_cued("他从军。芷江县运来了稻谷", "芷江县"));
    assert_true(is_cued("他从石首的师范学校毕业", "石首"));
    assert_true(is_cued("我带着孙女从建水回老家", "建水"));
    assert_false(is_cued("县文化馆从岚县收回了一批文物", "岚县"));
    assert_true(is_cued("镇名庆云，不是庆云县", "庆云县"));
    assert_true(is_cued("是山东的，不是您那儿的庆云县", "庆云县"));
    assert_false(is_cued("这不是你们庆云县的责任", "庆云县"));
    assert_false(is_cued("是不是到了，庆云县的人问", "庆云县"));
    assert_false(is_cued("要不是庆云县的人来", "庆云县"));
    assert_false(is_cued("这里是不是庆云县", "庆云县"));
    assert_true(is_cued("听说郏县、沈丘县等地先报批", "沈丘县"));
    assert_true(is_cued("水从平武县那边的雪山下来", "平武县"));
    assert_true(is_cued("再往左贡、察雅的方向去", "左贡"));
    assert_true(is_cued("河对岸是陕西吴堡，山一层一层", "吴堡"));
    assert_true(is_cued("老板是萧县口音的小伙子", "萧县"));
    assert_true(is_cued("招牌写着“单县羊汤”，锅里", "单县"));
    assert_false(is_cued("招牌写着“单县羊汤节今天开幕”", "单县"));
    assert_false(is_cued("单县羊汤出了名", "单县"));
    assert_false(is_cued("平武县那年下了雪", "平武县"));
    assert_true(is_cued("全市造林现场会在岚县召开", "岚县"));
    assert_true(is_cued("全国粮食会议在北京市召开", "北京市"));
    assert_false(is_cued("全国煤炭大会在大同市召开", "大同市"));
    assert_false(is_cued("全省灯会在岚县举办", "岚县"));
    assert_false(is_cued("造林现场会在岚县召开", "岚县"));
    assert_false(is_cued("一位岚县的护林员", "岚县"));
    assert_false(is_cued("牵头单位岚县的做法", "岚县"));
    assert_false(is_cued("全市放晴，现场会在岚县召开", "岚县"));
    assert_false(is_cued("从岚县来看，形势很好", "岚县"));
    assert_false(is_cued("从岚县近年来的数据看", "岚县"));
    assert_true(is_cued("那位岚县媳妇做的面", "岚县"));
    assert_false(is_cued("岚县媳妇赵春花拿了奖", "岚县"));
    assert_true(is_cued("从绥宁县城到武冈可节省四十分钟", "武冈"));
    assert_false(is_cued("从北京到岚县挂职后每天走五公里", "岚县"));
    assert_true(is_cued("他一家从西吉县的山沟里搬到这里", "西吉县"));
    assert_false(is_cued("他一家在西吉县的山沟里搬到这里", "西吉县"));
    assert_true(is_cued("墨玉、和田两县的技术员也来过两次", "墨玉"));
    assert_false(is_cued("墨玉县城里技术员也来过两次", "墨玉"));
    assert_true(is_cued("她丈夫在绥德县跑车", "绥德县"));
    assert_false(is_cued("老师在绥德县跑车", "绥德县"));
    assert_true(is_cued("后来我去溧水读高中", "溧水"));
    assert_false(is_cued("后来我去溧水采访", "溧水"));
    assert_false(is_cued("从岚县往西十来里，是山", "岚县"));
    assert_false(is_cued("彝良人民欢迎你", "彝良"));
    assert_false(is_cued("岚县的客人越来越多", "岚县"));
}

static void what_is_made_there(void **state)
{
    (void)state;
    assert_true(names_product(STR("建水烧豆腐在炭火上"), strlen("建水")));
    assert_true(names_product(STR("石屏的豆腐皮卷"), strlen("石屏")));
    assert_false(names_product(STR("石屏的街上卖豆腐"), strlen("石屏")));
    assert_false(names_product(STR("石屏，豆腐出锅了"), strlen("石屏")));
    assert_false(names_product(STR("石屏人民喝茶叶水"), strlen("石屏")));
}

static void shops_and_lists_of_what_is_made_there(void **state)
{
    (void)state;
    assert_true(names_shop(STR("平遥牛肉老店换招牌"), strlen("平遥")));
    assert_true(names_shop(STR("单县羊汤馆"), strlen("单县")));
    assert_false(names_shop(STR("平遥牛肉卖得好"), strlen("平遥")));
    struct str text = STR("蔚县剪纸、怀安草编，再到怀安");
    assert_true(follows_product(text, str_find(text, STR("怀安"), 0)));
    assert_false(follows_product(text, text.len - strlen("怀安")));
    assert_false(follows_product(text, 0));
}

static void a_cue_after_a_list_counts_for_all_of_it(void **state)
{
    (void)state;
    struct str text = STR("市领导赴岚县、临县调研");
    struct cue_walk walk = {0};
    size_t at = str_find(text, STR("岚县"), 0);
    assert_true(passing_cue(&walk, text, at, at + strlen("岚县、临县")) >= 1);
    walk = (struct cue_walk){0};
    assert_true(passing_cue(&walk, text, at, at + strlen("岚县")) < 1);
}

static void the_scene_is_none(void **state)
{
    (void)state;
    assert_false(is_cued("记者来到岚县", "岚县"));
    assert_false(is_cued("市委书记赴岚县调研乡村振兴工作", "岚县"));
    assert_true(is_cued("岚县干部赴阳高县考察", "阳高县"));
    assert_false(is_cued("岚县的谷子熟了", "岚县"));
    assert_false(is_cued("岚县游客中心开放", "岚县"));
}

static void another_clause_does_not_count(void **state)
{
    (void)state;
    assert_false(is_cued("来自北京的客人说，岚县好。", "岚县"));
    assert_false(is_cued("他毕业以后在外多年。岚县变了。", "岚县"));
    assert_true(is_cued("岚县的土豆，远销至临县。", "临县"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_comes_from_there_or_goes_there),
        cmocka_unit_test(what_is_made_there),
        cmocka_unit_test(shops_and_lists_of_what_is_made_there),
        cmocka_unit_test(a_cue_after_a_list_counts_for_all_of_it),
        cmocka_unit_test(the_scene_is_none),
        cmocka_unit_test(another_clause_does_not_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
