// SPDX-License-Identifier: MIT
// Runs cases one after another and reports each as a line of TAP, which meson reads.
'use strict';

const cases = [];

exports.test = (name, body) => cases.push({name, body});

exports.run = async () => {
  let failed = 0;
  for (const [index, {name, body}] of cases.entries()) {
    try {
      await body();
      console.log(`ok ${index + 1} - ${name}`);
    } catch (error) {
      failed++;
      console.log(`not ok ${index + 1} - ${name}`);
      console.log(String(error.stack || error).replace(/^/gm, '# '));
    }
  }
  console.log(`1..${cases.length}`);
  process.exitCode = failed ? 1 : 0;
};
