// SPDX-License-Identifier: MIT
// A page that is looked at, with all that must not happen in it.
'use strict';

const assert = require('assert');

exports.assertNone = (complaints) => {
  assert.ok(complaints.length === 0, `${complaints.length} complaints:\n${complaints.slice(0, 20).join('\n')}`);
};

// Calls visit(page, context) with a page that notes what goes wrong, and resolves to the complaints. OURS: how the
// addresses begin that belong to the site.
exports.watch = async (browser, ours, options, visit) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  const wrong = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error}`));
  page.on('dialog', (dialog) => {
    wrong.push(`${page.url()}: a dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('popup', (popup) => wrong.push(`${page.url()}: a window of its own: ${popup.url()}`));
  page.on('requestfailed', (request) => { // an icon still on its way when the page is left is no failure
    const {errorText} = request.failure();
    if (errorText !== 'net::ERR_ABORTED') wrong.push(`${errorText}: ${request.url()}`);
  });
  page.on('request', (request) => {
    const inside = ours.some((start) => request.url().startsWith(start));
    if (!inside && !request.url().startsWith('data:')) wrong.push(`left the site: ${request.url()}`);
  });
  try {
    await visit(page, context);
  } finally {
    await context.close();
  }
  return wrong;
};
