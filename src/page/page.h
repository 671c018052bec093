/* SPDX-License-Identifier: MIT */
/*
 * One newspaper page (版面): its text, and the blocks that the text falls into.
 *
 * Bytes become text (decode), text becomes lines (lines), lines lose what the layout did to them
 * (tidy), lines become blocks (blocks), and blocks get a role (roles). Nothing here knows of
 * stories.
 */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"
#include "base/yaml.h"

/* A run of the page's text, [start, end) in bytes of page.text. */
struct span {
    uint32_t start, end;
};

struct spans VEC_OF(struct span);

/* What a block is to a newspaper's reader. The order is that of DESIGN; names in role_name(). */
enum role {
    ROLE_KICKER,      /* 引题 */
    ROLE_HEADLINE,    /* 主题 */
    ROLE_SUBTITLE,    /* 副题 */
    ROLE_BYLINE,      /* 署名, on a line of its own before the text */
    ROLE_DATELINE,    /* 电头 on a line of its own */
    ROLE_PARAGRAPH,   /* 正文 */
    ROLE_SUBHEAD,     /* 小标题 */
    ROLE_CAPTION,     /* 图片说明 */
    ROLE_CREDIT,      /* 署名 after the text, or a picture's: X 摄 */
    ROLE_NOTICE,      /* 下转4版, 上接1版, on a line of its own */
    ROLE_PLACEHOLDER, /* 资料图片, where a picture stood */
    ROLE_FURNITURE,   /* 报头, 版次, 责任编辑 … */
    ROLE_COUNT
};

/* A line of the file, as it came and as it reads. */
struct line {
    struct span span; /* without its line end; blank characters at its ends included */
    uint32_t number;  /* from 1, counted in the whole file */
    struct str text;  /* tidied: see tidy.h; empty: the line is blank */
    uint32_t chars;   /* characters of text */
    uint32_t indent;  /* blanks before the text, in half widths: a full-width blank counts 2 */
    bool justified;   /* a space stood between all characters */
    bool doubled;     /* its letters stand twice, as a headline's may: text holds them once */
    struct str whole; /* the text with every letter that the line has */
    bool new_sheet;   /* a form feed stood before this line */
};

struct lines VEC_OF(struct line);

/* How a line is set, where that shows before anything is read. */
enum setting {
    SETTING_PLAIN,
    SETTING_ROW,   /* a row of a table, a list of names, a line of a poem: it stands for itself */
    SETTING_DOWN,  /* one character of a headline that runs down the page */
    SETTING_STRAY, /* one character that belongs to no text */
};

#define INDENT_LEAST 2 /* half widths of an indent: less is noise */

/* Lines, or parts of lines, that belong together and have one role. Within a page's list a block
   lies in one piece; blocks of a story may be put together from several (story/fragments.h). */
struct block {
    enum role role;
    struct str text;     /* what the spans hold, with the layout undone */
    struct spans spans;  /* in reading order; none empty, none overlapping */
    uint32_t first_line; /* number of the line on which it begins */
    uint32_t last_line;
    uint32_t gap;    /* blank lines before it */
    uint32_t column; /* width in characters of the column it was set in; 0: in none */
    uint32_t indent; /* blanks before its first line, in half widths */
    enum setting setting;
    bool continues; /* its first line is set as the middle of a paragraph … */
    bool runs_on;   /* … and its last line as one that is not the last */
    bool opens;     /* on a page whose gaps part its stories: one begins here … */
    bool ends;      /* … or a gap follows the text that ends here (page/parting.h) */
    bool inside; /* … or more of the text of the one headline above follows before that; a caption
                    stands below such text */
    double lean; /* how far the evidence leans to its role: 0 undecided, 3 sure */
};

struct blocks VEC_OF(struct block);

/* Where a fact about the page comes from. */
enum basis {
    BASIS_NONE,         /* not known */
    BASIS_FRONT_MATTER, /* the archivist wrote it */
    BASIS_PATH,         /* a folder's or file's name says it */
    BASIS_MASTHEAD,     /* the page's own date line */
    BASIS_DATELINE,     /* the story's 电头 */
    BASIS_TEXT,         /* inferred from the story's words */
    BASIS_PAGE,         /* inferred from other stories of the page */
};

/* A day, a month, a year, or nothing: 0 where not known. */
struct date {
    uint16_t year;
    uint8_t month, day;
};

/* What front matter says of one of the page's stories, over what its words tell
   (archive/corrections.h). A list that is empty says nothing. */
struct correction {
    struct place place;         /* where it stands */
    struct str id;              /* of the story */
    struct yaml_strings places; /* GB/T 2260 codes of counties, prefectures and provinces */
    struct yaml_strings topics; /* ids, the main one first */
    struct date date;           /* year 0: none */
};

struct corrections VEC_OF(struct correction);

/* What front matter and path say of a page. Strings are empty where neither says anything. */
struct page_facts {
    struct str publication; /* 报名 */
    struct date date;
    enum basis date_basis; /* BASIS_FRONT_MATTER, BASIS_PATH or BASIS_NONE */
    struct str number;     /* 版次, e.g. "3" or "A3" */
    struct str name;       /* 版名 */
    struct str rights;
    struct str place;     /* GB/T 2260 code of the home county or prefecture */
    struct str publisher; /* 出版者 */
    struct str issn, cn;  /* 国际标准连续出版物号, 国内统一连续出版物号 */
    struct str language;  /* a BCP 47 tag, "bo"; empty: that of the site */
    struct str id;        /* a corrected story's own id */
    struct corrections corrections;
};

struct page {
    struct str path; /* as named by the user, or relative to content/ */
    struct str text; /* the whole file as valid UTF-8: front matter, carriage returns and all, but
                        no byte order mark */
    const char *encoding; /* that it was in: "UTF-8", "GB18030" … */
    struct span front;    /* the front matter with its --- lines; empty where there is none */
    struct page_facts facts;
    struct lines lines;   /* all lines after the front matter, blank ones too */
    bool traditional;     /* the texts of lines and blocks are in Simplified characters instead */
    struct blocks blocks; /* in the order of the page */
    struct diags diags;   /* findings about this page, by all stages */
    uint64_t made_of;     /* hash of all that it and its stories were made of; 0: not known */
};

/* Largest page: a year of a daily paper's pages has half of that, and takes some gigabytes of
   memory. */
#define PAGE_MAX_BYTES ((size_t)256 << 20)

/*
 * Bytes → blocks with roles. The page and all that hangs on it live in KEEP; PATH is borrowed.
 * Always succeeds: what cannot be read is in page.diags, and a page that is not text has no lines.
 */
struct page *page_read(struct arena *keep, struct str path, struct str bytes);

/* The line, or the part of one between form feeds, that the byte AT of the text stands on; NULL: it
   stands in the front matter, or the lines are not found yet. */
const struct line *page_line_at(const struct page *page, size_t at);

/* Line and column of the byte offset AT of PAGE's text. Lines end with LF, CR or both. */
struct place page_place(const struct page *page, size_t at);

/* "paragraph" etc., as in JSON. */
const char *role_name(enum role role);

/* "front-matter" etc., as in JSON. */
const char *basis_name(enum basis basis);

/* The slice of the page's text that a span holds. */
static inline struct str page_slice(const struct page *page, struct span span)
{
    return str_slice(page->text, span.start, span.end);
}

#endif
