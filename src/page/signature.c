/* SPDX-License-Identifier: MIT */
#include "page/signature.h"

#define PICTURE "a picture: take its text out first, by character recognition (OCR)"
#define PACKED "an archive of packed files: unpack it first"
#define OFFICE "a word processor's file: save it as plain text first"

static const struct {
    struct str bytes;
    const char *means;
} signatures[] = {
    {{"%PDF-", 5}, "a PDF: take its text out first, e.g. with pdftotext"},
    {{"%!PS", 4}, "PostScript: take its text out first, e.g. with ps2txt"},
    {{"AT&TFORM", 8}, "a DjVu file: take its text out first, e.g. with djvutxt"},
    {{"\x89PNG\r\n\x1a\n", 8}, PICTURE},
    {{"\xff\xd8\xff", 3}, PICTURE},
    {{"GIF87a", 6}, PICTURE},
    {{"GIF89a", 6}, PICTURE},
    {{"II*\0", 4}, PICTURE},
    {{"MM\0*", 4}, PICTURE},
    {{"PK\3\4", 4}, "a ZIP file (or DOCX, OFD, EPUB): take its text out first"},
    {{"\x1f\x8b", 2}, PACKED},
    {{"7z\xbc\xaf\x27\x1c", 6}, PACKED},
    {{"Rar!\x1a\x07", 6}, PACKED},
    {{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8}, OFFICE},
    {{"{\\rtf", 5}, OFFICE},
    {{"\x7f"
      "ELF",
      4},
     "a program"},
    {{"\xff\xfe\0\0", 4}, "text in UTF-32: save it as UTF-8 first"},
    {{"\0\0\xfe\xff", 4}, "text in UTF-32: save it as UTF-8 first"},
};

const char *signature_find(struct str bytes)
{
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
        if (str_starts(bytes, signatures[i].bytes))
            return signatures[i].means;
    }
    return NULL;
}
