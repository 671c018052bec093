/* SPDX-License-Identifier: MIT */
/* Every finding: DIAG(id, level, name, what is done about it). Included by diag.h and diag.c. */

/* files and encodings */
DIAG(D_FILE_UNREADABLE, DIAG_ERROR, "file-unreadable", "left out")
DIAG(D_FILE_FAULT, DIAG_FATAL, "file-fault", "nothing was written; try again")
DIAG(D_FILE_SKIPPED, DIAG_WARNING, "file-skipped", "left out")
DIAG(D_FILES_BESIDE, DIAG_NOTE, "files-beside", "not read")
DIAG(D_TARGET, DIAG_FATAL, "target", "nothing was written")
DIAG(D_NO_PAGES, DIAG_WARNING, "no-pages", "the site has no stories")
DIAG(D_NO_CONTENT, DIAG_FATAL, "no-content", "nothing was written")
DIAG(D_CONFIG, DIAG_FATAL, "config", "nothing was written")
DIAG(D_MESSAGES_MISSING, DIAG_WARNING, "messages-missing", "the built-in ones were taken")
DIAG(D_CONFIG_UNKNOWN_KEY, DIAG_WARNING, "config-unknown-key", "ignored")

/* a new site */
DIAG(D_INIT, DIAG_FATAL, "init", "what was made before it stays")
DIAG(D_INIT_KEPT, DIAG_NOTE, "init-kept", "left as it was")

/* records of pages that other machines made */
DIAG(D_RECORD, DIAG_WARNING, "record", "passed over; its page is put together here")
DIAG(D_RECORDS_UNUSED, DIAG_WARNING, "records-unused", "these pages were put together here")
DIAG(D_RECORDS, DIAG_FATAL, "records", "nothing was written")

/* a page's bytes */
DIAG(D_NOT_TEXT, DIAG_ERROR, "not-text", "left out")
DIAG(D_PAGE_TOO_LARGE, DIAG_ERROR, "page-too-large", "left out")
DIAG(D_PAGE_EMPTY, DIAG_WARNING, "page-empty", "no stories in it")
DIAG(D_ENCODING_CONFLICT, DIAG_WARNING, "encoding-conflict", "the bytes were believed")
DIAG(D_ENCODING_UNSURE, DIAG_WARNING, "encoding-unsure", "the best was taken")
DIAG(D_UNDECODABLE, DIAG_WARNING, "undecodable", "shown as U+FFFD")
DIAG(D_CONTROL, DIAG_WARNING, "control-character", "shown as U+FFFD")
DIAG(D_PRIVATE_USE, DIAG_WARNING, "private-use", "kept as it is")
DIAG(D_IDENTITY_NUMBER, DIAG_NOTE, "identity-number",
     "published as it is; strike it out on the page if the law wants that")

/* what is said about a page */
DIAG(D_FRONT_MATTER, DIAG_WARNING, "front-matter", "taken as unknown")
DIAG(D_FRONT_MATTER_NOT_YAML, DIAG_WARNING, "front-matter-not-yaml", "read as part of the page")
DIAG(D_FACT_CONFLICT, DIAG_WARNING, "fact-conflict", "the front matter was taken")
DIAG(D_PATH_DATE, DIAG_WARNING, "path-date", "no date was taken from it")

/* templates */
DIAG(D_TEMPLATE, DIAG_FATAL, "template", "nothing was written")
DIAG(D_TEMPLATE_SLOT, DIAG_WARNING, "template-slot", "left out")
DIAG(D_UNSAFE_URL, DIAG_WARNING, "unsafe-url", "written as '#'")

/* names that stay */
DIAG(D_ID_BAD, DIAG_WARNING, "id-bad", "ignored; the story has the id that its text gives it")
DIAG(D_CORRECTION_UNUSED, DIAG_WARNING, "correction-unused",
     "ignored; 'xianbao split' tells the ids of a page's stories")
DIAG(D_CORRECTION_IDLE, DIAG_WARNING, "correction-idle",
     "ignored; an entry has 'places', 'topics' or 'date', each once for a story")
DIAG(D_ID_TWICE, DIAG_ERROR, "id-twice", "the second has a number after it")
DIAG(D_ID_UNKNOWN, DIAG_FATAL, "id-unknown", "nothing of it was explained")
DIAG(D_SLUG_TWICE, DIAG_WARNING, "slug-twice", "the second has a hash after it")

/* editorial pages */
DIAG(D_RAW_HTML, DIAG_WARNING, "raw-html",
     "shown as text; 'html: raw' in site.yaml lets it through")
DIAG(D_REMOTE_IMAGE, DIAG_WARNING, "remote-image", "made a link, for no request may leave the site")

/* publishing */
DIAG(D_PAGE_CHANGED, DIAG_FATAL, "page-changed", "nothing was written; try again")
DIAG(D_PUBLISH, DIAG_FATAL, "publish", "the site stays as it was")
DIAG(D_PUBLISH_LEFT, DIAG_WARNING, "publish-left", "the new site is in place")
DIAG(D_LINK, DIAG_ERROR, "link",
     "mend the page of content/ or the template that has it, and build again")
DIAG(D_ORPHAN, DIAG_WARNING, "orphan",
     "no reader comes by it; mend the template that would lead to it, and build again")
DIAG(D_HOST, DIAG_WARNING, "host", "not all of the site would be there")
DIAG(D_HOST_FITS, DIAG_NOTE, "host-fits", "all of the site would be there")
DIAG(D_SITE_STALE, DIAG_NOTE, "site-stale", "build it again before you publish it")
DIAG(D_SITE_CHANGED, DIAG_WARNING, "site-changed", "the next build writes it anew")

/* a bag */
DIAG(D_BAG, DIAG_FATAL, "bag", "no bag was made")
DIAG(D_BAG_SKIPPED, DIAG_WARNING, "bag-skipped", "not in the bag")
DIAG(D_BAG_NAME, DIAG_WARNING, "bag-name",
     "listed as the standard has it; rename it if the bag is to pass them")
DIAG(D_BAG_LINK, DIAG_NOTE, "bag-link", "the bag has the file that it leads to")

/* facts about stories */
DIAG(D_COUNTY_OPEN, DIAG_NOTE, "county-open",
     "left open; a 'place' that has one of them, in front matter or publication.yaml, would settle "
     "it")
DIAG(D_COUNTY_OPEN_AWAY, DIAG_NOTE, "county-open-away",
     "left open; the page's own place has none of that name today")
DIAG(
    D_HOME_UNKNOWN, DIAG_NOTE, "home-unknown",
    "filed under no place; 'place' in front matter or publication.yaml says where the page is from")
DIAG(D_PLACE_UNKNOWN, DIAG_WARNING, "place-unknown", "'place' was passed over")
DIAG(D_UNDATED, DIAG_NOTE, "undated",
     "listed as undated; front matter 'date', or a date in a file's name, would date them")
DIAG(D_PAPER_UNKNOWN, DIAG_NOTE, "paper-unknown",
     "cited without its name; front matter 'publication', or 'title' in publication.yaml, would "
     "name it")
DIAG(D_DATE_CONFLICT, DIAG_NOTE, "date-conflict", "not taken for the page's date")
DIAG(D_DATE_DOUBT, DIAG_NOTE, "date-doubt", "the page's date was kept")
DIAG(D_DATE_UNSURE, DIAG_NOTE, "date-unsure", "left open; front matter 'date' would settle it")
DIAG(D_DATE_NO_YEAR, DIAG_NOTE, "date-no-year", "left undated; front matter 'date' would settle it")

/* splitting */
DIAG(D_STORY_DOUBTFUL, DIAG_NOTE, "story-doubtful", "compare it with the page")
DIAG(D_STORIES_DOUBTFUL, DIAG_NOTE, "stories-doubtful",
     "not named, for those above come first; -v names all")
DIAG(D_PAGE_LONG, DIAG_WARNING, "page-long", "what stands far apart on it was not joined")
DIAG(D_NOT_CONSERVED, DIAG_ERROR, "not-conserved", "the page's own view is whole; please report it")
