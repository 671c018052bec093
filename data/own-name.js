// SPDX-License-Identifier: MIT
// What the people of a street, town or township call it, of what the yearbook's list has.
'use strict';

const LEVEL = /^.{2,}(镇|乡|街道|苏木)$/;
const NO_NAME = /^(街|乡|镇|.*特殊)?(街道|乡镇|乡|镇)$/;
// A zone, which is no county, before the names of its towns: 生态科技新城杭集镇.
const ZONE = /^.*?(开发区|高新区|科技新城|工业区|工业园区|产业园区|示范区|科学城|大亚湾)(?=.{2,}(镇|乡|街道)$)/;

// NAME without the names WIDER (of its county, prefecture and province), 四平市铁东区山门镇, or a zone's before it, as often as they
// stand there; without an office inside, 柏泉办事处街道, and without what it says twice, 那仁宝拉格苏木乡.
function own_name(name, wider) {
  const solid = name.replace(/\s+/g, '');
  let rest = solid.replace(/^.*[）-]/, '').replace(/(街道办事处|办事处街道)$/, '街道').replace(/镇办事处$/, '镇').replace(/苏木乡+$/, '苏木');
  const cuts = [ZONE, ...wider.filter(Boolean).map((place) => new RegExp(`^${place}(人民政府)?`))];
  for (let before = null; before !== rest;) {
    before = rest;
    for (const cut of cuts) {
      const less = rest.replace(cut, '');
      if (LEVEL.test(less) && !NO_NAME.test(less))
        rest = less;
    }
  }
  return LEVEL.test(rest) && !NO_NAME.test(rest) ? rest : solid;
}

module.exports = { own_name, LEVEL };
