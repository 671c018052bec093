/* SPDX-License-Identifier: MIT */
/* What words tell of names: which begin like one, which are too common to be one, which stand
   before one. */
#ifndef PAGE_NAME_WORDS_H
#define PAGE_NAME_WORDS_H

#include "base/str.h"

/* How often WORD stands in the corpus, as lexicon_level() says it; 0: it is in no dictionary, or no
   word of up to four Han characters. */
unsigned word_level(struct str word);
#define EVERYDAY_LEVEL 7 /* of words that anybody uses every day: 当天, 县城 */

/* Whether the characters before and after byte AT of TEXT are a word of everyday speech. */
bool splits_word(struct str text, size_t at);

/* Whether they are, and that word is commoner than the two characters after AT: 我县城 is 县城 and
   no county's 城, but 我县城镇 is 我县 and 城镇, as 铅山河口 is 铅山 and 河口. */
bool splits_commoner_word(struct str text, size_t at);

/* Whether a run of up to four Han characters is a common word or falls into such: 通报, 粮食丰收,
   共三年. */
bool is_common_words(struct str run);

/* Two names or more, of two or three characters each, without blanks: 王刚李小红. */
bool is_name_run(struct str word);

/* Whether WORD is written as long names of other languages are, in five to ten of the characters
   that transcribe them: 哈力木别克, 阿拉腾其木格. */
bool is_transcribed_name(struct str word);

/* Whether WORD says which of several pictures is meant: 图①②, 图3, ④. */
bool numbers_picture(struct str word);

/* Whether WORD says what somebody is, as it stands before a name: 石桥乡读者, 县医院主治医师. */
bool ends_like_title(struct str word);

/* Whether WORD is what those are who write to papers: 读者, 驾驶员, 果农. */
bool is_writers_title(struct str word);

/* Whether WORD ends as what people are does, of three characters or more: 护林员, 县文化馆馆长. */
bool ends_like_post(struct str word);

/* Whether WORD ends with a class of a school: 五年级, 高二（3）班. */
bool ends_like_class(struct str word);

/* Bytes of the bracket at AT of TEXT, where it holds the number of a class: （3） before 班; else
   0. */
size_t class_bracket_len(struct str text, size_t at);

/* What stands before a bracket that ends LINE, 王刚 （作者单位：县委党校）, and what is in it; LINE
   itself where none does. */
struct str before_bracket(struct str line, struct str *inside);

/* Whether WORD says where a text was printed before, and not who wrote it: 《人民日报》,
   原载《人民日报》. */
bool names_print(struct str word);

/* 等十一人, 等 after names: that more sign than are named. */
bool tells_more_signed(struct str word);

/* 王刚 in 王刚等六人; WORD where it does not say so. */
struct str without_others(struct str word);

/* Whether WORD tells what is done, and so names no body: 本报召开座谈会. */
bool tells_of_doing(struct str word);

/* Whether WORD begins as a clause does, and as no name of a place or body: 从, 在. */
bool begins_clause(struct str word);

/* Whether WORD has what no name has: 记者帮你问 and （打一物）, a column and a riddle. */
bool names_nobody(struct str word);

/* 达兰扎·苏: a dot between what are no words of two characters or more, as in 新春·走基层. */
bool is_dotted_name(struct str word);

/* 拓文先: a surname, however rare, and two characters; no word and no part of one, as 三农谈 has,
   nor what columns are called, 听涛轩. */
bool is_rare_name(struct str text);

#endif
