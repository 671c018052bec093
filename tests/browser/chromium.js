// SPDX-License-Identifier: MIT
// Debian's Chromium, and how the cases of tap.js run in it.
'use strict';

const fs = require('fs');
const {chromium} = require('playwright-core');
const {run} = require('./tap.js');

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((name) => fs.existsSync(name));

const launch = () => chromium.launch({
  executablePath: CHROMIUM,
  chromiumSandbox: process.getuid() !== 0,
  args: ['--disable-dev-shm-usage'],
});

exports.launch = launch;

// begin(browser) makes what the cases need, end() takes it away again.
exports.runInChromium = async (begin, end) => {
  let browser;
  try {
    browser = await launch();
    await begin(browser);
    await run();
    await end();
  } catch (error) {
    console.log(`Bail out! ${error.stack}`);
    process.exitCode = 1;
  } finally {
    if (browser) await browser.close();
  }
};
