// SPDX-License-Identifier: MIT
// Runs the cases of tap.js with Debian's Chromium.
'use strict';

const fs = require('fs');
const {chromium} = require('playwright-core');
const {run} = require('./tap.js');

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((name) => fs.existsSync(name));

// begin(browser) makes what the cases need, end() takes it away again.
exports.runInChromium = async (begin, end) => {
  let browser;
  try {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      chromiumSandbox: process.getuid() !== 0,
      args: ['--disable-dev-shm-usage'],
    });
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
