// SPDX-License-Identifier: MIT
// Serves a folder below a sub-path, as a static host would, and allows only the site's own files.
'use strict';

const fs = require('fs');
const http = require('http');
const path = require('path');

const TYPES = {
  '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
  '.json': 'application/json', '.ndjson': 'application/x-ndjson', '.csv': 'text/csv', '.xml': 'application/xml',
};
const POLICY = "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; " +
  "form-action 'self'; base-uri 'none'";

// Resolves to {url, close}; the url ends with the sub-path and a slash. POLICY null: the pages' own alone holds.
exports.serve = (folder, prefix, policy = POLICY) => new Promise((resolve) => {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (name === '/favicon.ico') { // browsers ask for it unbidden
      response.writeHead(204).end();
      return;
    }
    const file = path.join(folder, name.slice(prefix.length));
    if (!name.startsWith(prefix) || !fs.existsSync(file) || fs.statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[path.extname(file)] || 'application/octet-stream';
    response.writeHead(200, {'Content-Type': type, ...policy && {'Content-Security-Policy': policy}});
    fs.createReadStream(file).pipe(response);
  });
  server.listen(0, '127.0.0.1', () => resolve({
    url: `http://127.0.0.1:${server.address().port}${prefix}`,
    close: () => server.close(),
  }));
});
