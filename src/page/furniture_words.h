/* SPDX-License-Identifier: MIT */
/* The words that furniture is made of. Words come in the Simplified forms (variants.h). */
#ifndef PAGE_FURNITURE_WORDS_H
#define PAGE_FURNITURE_WORDS_H

#include "base/str.h"

/* What stands before a value. */
enum field {
    FIELD_NONE,
    FIELD_CONTACT, /* 电话, 地址: a notice has it too */
    FIELD_PRESS,   /* 新闻热线, 邮发代号, CN: only a paper has it */
};

/* Bytes of the post that WORD begins with (责任编辑); 0: it begins with none. */
size_t post_length(struct str word);

/* Whether WORD is a post of some kind: 蒙文翻译. */
bool ends_with_post(struct str word);

/* What WORD begins with, or, as a whole, ends with; *LENGTH becomes its bytes. */
enum field field_of(struct str word, size_t *length);

/* Words that furniture alone has: 星期三, 免费赠阅, 县委主办, 零售每份二分. */
bool is_press_word(struct str word);

/* The name of a paper: 河湾日报. */
bool is_paper_name(struct str word);

/* The name of a section of a paper: 要闻, 县域新闻. */
bool is_section_name(struct str word);

/* The name of a column that stands above its stories: 短波, 读者来信, 小说·散文·诗歌. */
bool is_column_name(struct str word);

/* The title of a list of the paper's contents: 导读. */
bool is_contents_title(struct str word);

/* A paper's note to its readers: 扫码看视频, 本版言论仅代表作者个人观点. */
bool is_reader_note(struct str line);

#endif
