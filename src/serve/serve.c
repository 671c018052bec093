/* SPDX-License-Identifier: MIT */
#include "serve/serve.h"

#include "base/file.h"
#include "base/stop.h"
#include "base/tell.h"
#include "inputs.h"
#include "rights.h"
#include "serve/live.h"
#include "serve/mhd.h"
#include "serve/site_file.h"
#include "serve/watch.h"
#include "site/editorial/url.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { LOOK_EVERY = 300, IDLE_SECONDS = 30 }; /* milliseconds; of a connection */

/* A site that is served. One thread builds, looks and answers. */
struct server {
    const struct serving *serving;
    struct str out; /* where the site is built */
    unsigned build; /* how many there were */
    struct buf messages;
    struct buf base_path;  /* of where the site will stand, as requests have it: /县报/ */
    enum diag_level worst; /* of what was found in the last build */
    uint64_t sources;      /* as they were before the last build */
    uint16_t port;
};

/* ---- builds */

/* Keeps the errors for the pages to show. */
static void keep_messages(struct server *server, const struct diags *diags)
{
    server->messages.len = 0;
    for (size_t i = 0; i < diags->len; i++)
        if (diag_level(diags->at[i].id) >= DIAG_ERROR)
            diag_print(&server->messages, &diags->at[i]);
}

static enum mended mended(enum diag_level before, enum diag_level now)
{
    if (before >= DIAG_WARNING && now < DIAG_WARNING)
        return MENDED_ALL;
    return before == DIAG_FATAL && now < DIAG_FATAL ? MENDED_BUILD : MENDED_NOTHING;
}

static void build(struct server *server)
{
    struct arena keep = {0};
    struct diags diags = {.keep = &keep};
    struct tally tally = {0};
    server->sources = sources_fingerprint(server->serving->settings->dir);
    pipeline_build(&keep, server->serving->settings, &diags, &tally);
    server->build++;
    struct config config = inputs_config(&keep, server->serving->settings);
    server->base_path.len = 0;
    buf_str(&server->base_path, url_decode(&keep, base_url_path(config.base_url)));
    keep_messages(server, &diags);
    enum diag_level worst = diags_worst(&diags);
    server->serving->report(server->serving->context, &diags, mended(server->worst, worst));
    server->worst = worst;
    arena_clear(&keep);
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Builds again once the sources have changed and are quiet. Looking at many files takes its time,
   and is done less often then; returns for how many milliseconds not. */
static int look(struct server *server, uint64_t *seen)
{
    enum { SHARE = 10000 }; /* milliseconds to wait for each second that it took: a tenth */
    double start = seconds_now();
    uint64_t now = sources_fingerprint(server->serving->settings->dir);
    int wait = LOOK_EVERY + (int)((seconds_now() - start) * SHARE);
    if (now != server->sources && now == *seen)
        build(server);
    *seen = now;
    return wait;
}

/* ---- answers */

static enum MHD_Result answer_with(struct MHD_Connection *connection, unsigned status,
                                   struct MHD_Response *response, const char *type)
{
    if (!response)
        return MHD_NO;
    mhd.add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, type);
    mhd.add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
    mhd.add_response_header(response, "X-Content-Type-Options", "nosniff");
    /* no page of another site may load its scripts, which hold the texts, or frame it */
    mhd.add_response_header(response, "Cross-Origin-Resource-Policy", "same-origin");
    mhd.add_response_header(response, "X-Frame-Options", "SAMEORIGIN");
    if (status == MHD_HTTP_METHOD_NOT_ALLOWED)
        mhd.add_response_header(response, MHD_HTTP_HEADER_ALLOW, "GET, HEAD");
    enum MHD_Result queued = mhd.queue_response(connection, status, response);
    mhd.destroy_response(response);
    return queued;
}

static struct MHD_Response *response_of(struct str text)
{
    char *copy = xmalloc(text.len + 1);
    if (text.len)
        memcpy(copy, text.ptr, text.len);
    return mhd.create_response_from_buffer(text.len, copy, MHD_RESPMEM_MUST_FREE);
}

static enum MHD_Result answer_text(struct MHD_Connection *connection, unsigned status,
                                   struct str text, const char *type)
{
    return answer_with(connection, status, response_of(text), type);
}

static enum MHD_Result answer_plain(struct MHD_Connection *connection, unsigned status,
                                    const char *text)
{
    return answer_text(connection, status, str_of(text), "text/plain; charset=utf-8");
}

static bool is_html(const struct site_file *file)
{
    return str_starts(str_of(file->type), STR("text/html"));
}

static enum MHD_Result answer_html(const struct server *server, struct MHD_Connection *connection,
                                   unsigned status, int fd)
{
    struct buf html = {0}, page = {0};
    bool read = fd_read(fd, &html);
    close(fd);
    live_page(&page, buf_view(&html), server->build, buf_view(&server->messages));
    enum MHD_Result result =
        read
            ? answer_text(connection, status, buf_view(&page), "text/html; charset=utf-8")
            : answer_plain(connection, MHD_HTTP_INTERNAL_SERVER_ERROR, "the file cannot be read\n");
    buf_clear(&html);
    buf_clear(&page);
    return result;
}

static enum MHD_Result answer_file(const struct server *server, struct MHD_Connection *connection,
                                   unsigned status, const struct site_file *file)
{
    if (is_html(file))
        return answer_html(server, connection, status, file->fd);
    struct MHD_Response *response = mhd.create_response_from_fd64(file->size, file->fd);
    if (!response)
        close(file->fd);
    return answer_with(connection, status, response, file->type);
}

static enum MHD_Result answer_without_site(const struct server *server,
                                           struct MHD_Connection *connection)
{
    struct buf page = {0};
    live_page_without_site(&page, server->build, buf_view(&server->messages));
    enum MHD_Result result = answer_text(connection, MHD_HTTP_SERVICE_UNAVAILABLE, buf_view(&page),
                                         "text/html; charset=utf-8");
    buf_clear(&page);
    return result;
}

/* Leads to the last part of PATH with a '/' after it. */
static enum MHD_Result answer_slash(struct MHD_Connection *connection, struct str path)
{
    struct buf to = {0};
    buf_percent(&to, path_base(path));
    buf_byte(&to, '/');
    buf_byte(&to, '\0');
    struct MHD_Response *response = response_of(STR_NONE);
    if (response)
        mhd.add_response_header(response, MHD_HTTP_HEADER_LOCATION, to.ptr);
    buf_clear(&to);
    return answer_with(connection, MHD_HTTP_MOVED_PERMANENTLY, response,
                       "text/plain; charset=utf-8");
}

/* Finds what PATH names in the folder SITE, seen from there or, as 404.html has its links, from the
   host that the site will stand on. */
static enum site_find find(const struct server *server, int site, struct str *path,
                           struct site_file *file)
{
    struct str base = buf_view(&server->base_path);
    enum site_find found = site_file_find(site, *path, file);
    if (found != SITE_NONE || base.len < 2 || !str_starts(*path, base))
        return found;
    *path = str_slice(*path, base.len - 1, path->len);
    return site_file_find(site, *path, file);
}

static enum MHD_Result answer_site(const struct server *server, struct MHD_Connection *connection,
                                   struct str path)
{
    struct arena scratch = {0};
    int site = open(str_c(&scratch, server->out), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    arena_clear(&scratch);
    if (site < 0)
        return answer_without_site(server, connection);
    struct site_file file = {.fd = -1};
    unsigned status = MHD_HTTP_OK;
    enum site_find found = find(server, site, &path, &file);
    if (found == SITE_NONE) {
        status = MHD_HTTP_NOT_FOUND;
        found = site_file_find(site, STR("/404.html"), &file);
    }
    close(site);
    if (found == SITE_FOLDER)
        return answer_slash(connection, path);
    return found == SITE_FILE ? answer_file(server, connection, status, &file)
                              : answer_plain(connection, MHD_HTTP_NOT_FOUND, "not found\n");
}

static enum MHD_Result answer_live(const struct server *server, struct MHD_Connection *connection,
                                   struct str name)
{
    const char *since = mhd.lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, "since");
    const char *type;
    struct str text =
        live_file(name, since ? (unsigned)strtoul(since, NULL, 10) : 0, server->build, &type);
    return text.len ? answer_text(connection, MHD_HTTP_OK, text, type)
                    : answer_plain(connection, MHD_HTTP_NOT_FOUND, "not found\n");
}

/* Whether the request was meant for this computer: a page of somewhere else may have its own name
   point here, to read what is served. */
static bool is_for_here(const struct server *server, struct MHD_Connection *connection)
{
    static const char *const names[] = {"127.0.0.1", "localhost"};
    const char *host = mhd.lookup_connection_value(connection, MHD_HEADER_KIND, "Host");
    for (size_t i = 0; host && i < sizeof names / sizeof *names; i++) {
        char here[32];
        snprintf(here, sizeof here, "%s:%u", names[i], (unsigned)server->port);
        if (strcmp(host, here) == 0 || (server->port == 80 && strcmp(host, names[i]) == 0))
            return true;
    }
    return false;
}

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_len, void **seen)
{
    (void)version;
    (void)upload;
    const struct server *server = context;
    static int begun;
    if (!*seen) { /* the headers are there, but not all of the request */
        *seen = &begun;
        return MHD_YES;
    }
    if (*upload_len > 0) { /* what is sent is passed over, and answered after its end */
        *upload_len = 0;
        return MHD_YES;
    }
    if (!is_for_here(server, connection))
        return answer_plain(connection, MHD_HTTP_MISDIRECTED_REQUEST,
                            "this server answers for 127.0.0.1 and localhost alone\n");
    if (strcmp(method, MHD_HTTP_METHOD_GET) != 0 && strcmp(method, MHD_HTTP_METHOD_HEAD) != 0)
        return answer_plain(connection, MHD_HTTP_METHOD_NOT_ALLOWED, "only GET and HEAD\n");
    struct str path = str_of(url), live = STR(LIVE_FOLDER);
    return str_starts(path, live)
               ? answer_live(server, connection, str_slice(path, live.len, path.len))
               : answer_site(server, connection, path);
}

/* ---- */

static struct MHD_Daemon *listen_at(struct server *server)
{
    struct sockaddr_in here = {.sin_family = AF_INET,
                               .sin_port = htons(server->serving->port),
                               .sin_addr = {htonl(INADDR_LOOPBACK)}};
    struct MHD_Daemon *daemon = mhd.start_daemon(
        MHD_NO_FLAG, server->serving->port, NULL, NULL, answer, server, MHD_OPTION_SOCK_ADDR, &here,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS, MHD_OPTION_END);
    if (!daemon) {
        tell(stderr,
             "xianbao: error: cannot listen on 127.0.0.1:%u: %s; nothing was done, choose "
             "another with --port",
             (unsigned)server->serving->port, strerror(errno));
        return NULL;
    }
    const union MHD_DaemonInfo *info = mhd.get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
    server->port = info ? info->port : server->serving->port;
    return daemon;
}

bool serve(const struct serving *serving)
{
    struct arena keep = {0};
    const struct settings *settings = serving->settings;
    struct server server = {
        .serving = serving,
        .out = settings_out(&keep, settings),
        .build = (unsigned)time(NULL), /* a page of another run is an older one */
    };
    stop_catch();
    signal(SIGPIPE, SIG_IGN);
    struct MHD_Daemon *daemon = listen_at(&server);
    if (daemon) {
        rights_listening();
        build(&server);
    }
    if (daemon && !stop_asked()) {
        tell(stdout, "serving %.*s at http://127.0.0.1:%u/ until Ctrl-C", STR_FMT(server.out),
             (unsigned)server.port);
        fflush(stdout);
    }
    uint64_t seen = server.sources;
    double next = 0;
    while (daemon && !stop_asked()) {
        mhd.run_wait(daemon, LOOK_EVERY);
        if (seconds_now() >= next)
            next = seconds_now() + look(&server, &seen) / 1e3;
    }
    if (daemon)
        mhd.stop_daemon(daemon);
    buf_clear(&server.messages);
    buf_clear(&server.base_path);
    arena_clear(&keep);
    return daemon != NULL;
}
