/* SPDX-License-Identifier: MIT */
#include "serve/live.h"

#include "template/html.h"

/* The pages' own policy lets nothing be connected to, but scripts be loaded. */
static const char script[] = "(function () {\n"
                             "  var build = document.currentScript.getAttribute('data-build');\n"
                             "  setInterval(function () {\n"
                             "    if (document.hidden) return;\n"
                             "    var ask = document.createElement('script');\n"
                             "    ask.src = '" LIVE_FOLDER "changed.js?since=' + build;\n"
                             "    ask.onload = ask.onerror = function () { ask.remove(); };\n"
                             "    document.head.appendChild(ask);\n"
                             "  }, 1000);\n"
                             "})();\n";

static const char style[] =
    ".xianbao-messages { position: sticky; top: 0; z-index: 9; max-height: 50vh; overflow: auto; "
    "margin: 0; padding: 1em; background: #7a0d0d; color: #fff; "
    "font: 0.875rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; "
    "}\n"
    "@media print { .xianbao-messages { display: none; } }\n";

static void put_head(struct buf *out, unsigned build)
{
    buf_fmt(out,
            "<link rel=\"stylesheet\" href=\"" LIVE_FOLDER "live.css\">"
            "<script src=\"" LIVE_FOLDER "live.js\" data-build=\"%u\"></script>",
            build);
}

static void put_messages(struct buf *out, struct str messages)
{
    if (!messages.len)
        return;
    buf_str(out, STR("<pre class=\"xianbao-messages\" role=\"alert\" lang=\"en\">"));
    html_text(out, messages);
    buf_str(out, STR("</pre>"));
}

/* Where the first TAG of HTML ends; where it has none, its end. */
static size_t tag_end(struct str html, struct str tag)
{
    size_t at = str_find(html, tag, 0), end = at == SIZE_MAX ? at : str_find(html, STR(">"), at);
    return end == SIZE_MAX ? html.len : end + 1;
}

void live_page(struct buf *out, struct str html, unsigned build, struct str messages)
{
    size_t head = str_find(html, STR("</head>"), 0), body = tag_end(html, STR("<body"));
    if (head > body)
        head = body;
    buf_str(out, str_slice(html, 0, head));
    put_head(out, build);
    buf_str(out, str_slice(html, head, body));
    put_messages(out, messages);
    buf_str(out, str_slice(html, body, html.len));
}

void live_page_without_site(struct buf *out, unsigned build, struct str messages)
{
    buf_str(out, STR("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                     "<title>xianbao: no site yet</title>"));
    put_head(out, build);
    buf_str(out, STR("</head><body><h1>There is no site yet</h1>"));
    put_messages(out, messages);
    buf_str(out, STR("</body></html>\n"));
}

struct str live_file(struct str name, unsigned since, unsigned now, const char **type)
{
    *type = "text/javascript; charset=utf-8";
    if (str_eq(name, STR("live.js")))
        return str_of(script);
    if (str_eq(name, STR("changed.js")))
        return since == now ? STR(";\n") : STR("location.reload();\n");
    *type = "text/css; charset=utf-8";
    return str_eq(name, STR("live.css")) ? str_of(style) : STR_NONE;
}
