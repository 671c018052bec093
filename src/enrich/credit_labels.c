/* SPDX-License-Identifier: MIT */
#include "enrich/credit_labels.h"

#include "page/wordlist.h"

/* Where one begins another, the longer comes first. */
static const struct label labels[] = {
    {"摄影记者", TASK_PICTURE, true},
    {"攝影記者", TASK_PICTURE, true},
    {"图片编辑", TASK_OTHER, true},
    {"记者", TASK_REPORTER, true},
    {"記者", TASK_REPORTER, true},
    {"特派员", TASK_REPORTER, true},
    {"特派員", TASK_REPORTER, true},
    {"实习生", TASK_REPORTER, true},
    {"主持人", TASK_REPORTER, true},
    {"评论员", TASK_AUTHOR, true},
    {"評論員", TASK_AUTHOR, true},
    {"通讯员", TASK_CORRESPONDENT, true},
    {"通訊員", TASK_CORRESPONDENT, true},
    {"特约撰稿人", TASK_CORRESPONDENT, true},
    {"特约撰稿", TASK_CORRESPONDENT, true},
    {"特约作者", TASK_CORRESPONDENT, true},
    {"声明人", TASK_AUTHOR, true},
    {"家属", TASK_AUTHOR, true},
    {"读者", TASK_AUTHOR, true},
    {"执笔人", TASK_TEXT, true},
    {"撰稿人", TASK_TEXT, true},
    {"执笔", TASK_TEXT, true},
    {"解答人", TASK_AUTHOR, true},
    {"解答", TASK_AUTHOR, false},
    {"答疑人", TASK_AUTHOR, true},
    {"答复人", TASK_AUTHOR, true},
    {"回答人", TASK_AUTHOR, true},
    {"发言人", TASK_AUTHOR, true},
    {"启事人", TASK_AUTHOR, true},
    {"声明人", TASK_AUTHOR, true},
    {"主讲人", TASK_AUTHOR, true},
    {"整理人", TASK_TEXT, true},
    {"讲述人", TASK_SOURCE, true},
    {"口述人", TASK_SOURCE, true},
    {"口述", TASK_SOURCE, false},
    {"作者", TASK_AUTHOR, true},
    {"供稿单位", TASK_SOURCE, true},
    {"图片来源", TASK_SOURCE, true},
    {"文稿来源", TASK_SOURCE, true},
    {"稿件来源", TASK_SOURCE, true},
    {"来源", TASK_SOURCE, true},
    {"來源", TASK_SOURCE, true},
    {"责任编辑", TASK_EDITOR, true},
    {"責任編輯", TASK_EDITOR, true},
    {"本版编辑", TASK_EDITOR, true},
    {"美术编辑", TASK_OTHER, true},
    {"版式编辑", TASK_OTHER, true},
    {"编辑", TASK_EDITOR, true},
    {"編輯", TASK_EDITOR, true},
    {"责编", TASK_EDITOR, true},
    {"責編", TASK_EDITOR, true},
    {"责任校对", TASK_OTHER, true},
    {"校对", TASK_OTHER, true},
    {"校對", TASK_OTHER, true},
    {"版式", TASK_OTHER, true},
    {"美编", TASK_OTHER, true},
    {"组版", TASK_OTHER, true},
    {"审核", TASK_OTHER, true},
    {"一审", TASK_OTHER, true},
    {"二审", TASK_OTHER, true},
    {"三审", TASK_OTHER, true},
    {"终审", TASK_OTHER, true},
    {"指导老师", TASK_OTHER, true},
    {"指导教师", TASK_OTHER, true},
    {"辅导老师", TASK_OTHER, true},
    {"辅导教师", TASK_OTHER, true},
    {"总策划", TASK_OTHER, true},
    {"策划", TASK_OTHER, true},
    {"统筹", TASK_OTHER, true},
    {"监制", TASK_OTHER, true},
    {"出品", TASK_OTHER, true},
    {"审校", TASK_OTHER, true},
    {"编校", TASK_OTHER, true},
    {"编审", TASK_EDITOR, true},
    {"编排", TASK_OTHER, true},
    {"排版", TASK_OTHER, true},
    {"设计", TASK_OTHER, true},
    {"美术", TASK_OTHER, true},
    {"值班主任", TASK_OTHER, true},
    {"值班编委", TASK_OTHER, true},
    {"视频", TASK_PICTURE, true},
    {"航拍", TASK_PICTURE, true},
    {"音频", TASK_OTHER, true},
    {"剪辑", TASK_OTHER, true},
    {"绘图", TASK_OTHER, false},
    {"制图", TASK_OTHER, false},
    {"摄影报道", TASK_PICTURE, false},
    {"攝影報導", TASK_PICTURE, false},
    {"攝影報道", TASK_PICTURE, false},
    {"图片报道", TASK_PICTURE, false},
    {"摄影并撰稿", TASK_BOTH, false},
    {"摄影撰稿", TASK_BOTH, false},
    {"撰稿并摄影", TASK_BOTH, false},
    {"撰文并摄影", TASK_BOTH, false},
    {"摄影并文", TASK_BOTH, false},
    {"摄影并撰文", TASK_BOTH, false},
    {"图文报道", TASK_BOTH, false},
    {"综合报道", TASK_REPORTED, false},
    {"采访报道", TASK_REPORTED, false},
    {"联合报道", TASK_REPORTED, false},
    {"报道", TASK_REPORTED, false},
    {"报导", TASK_REPORTED, false},
    {"報道", TASK_REPORTED, false},
    {"報導", TASK_REPORTED, false},
    {"文并摄", TASK_BOTH, false},
    {"文并图", TASK_BOTH, false},
    {"撰文摄影", TASK_BOTH, false},
    {"图文", TASK_BOTH, false},
    {"圖文", TASK_BOTH, false},
    {"文图", TASK_BOTH, false},
    {"摄影", TASK_PICTURE, false},
    {"攝影", TASK_PICTURE, false},
    {"拍摄", TASK_PICTURE, false},
    {"供图", TASK_PICTURE, false},
    {"供圖", TASK_PICTURE, false},
    {"摄制", TASK_PICTURE, false},
    {"图片", TASK_PICTURE, false},
    {"插图", TASK_PICTURE, false},
    {"插画", TASK_PICTURE, false},
    {"配图", TASK_PICTURE, false},
    {"题图", TASK_PICTURE, false},
    {"编译", TASK_TEXT, false},
    {"翻译", TASK_TEXT, false},
    {"撰文", TASK_TEXT, false},
    {"文字", TASK_TEXT, false},
    {"配文", TASK_TEXT, false},
    {"采写", TASK_TEXT, false},
    {"采访", TASK_TEXT, false},
    {"供稿", TASK_SOURCE, false},
    {"撰稿", TASK_SOURCE, false},
    {"整理", TASK_SOURCE, false},
    {"提供", TASK_SOURCE, false},
    {"发布", TASK_SOURCE, false},
};

/* Labels of one character, which are parts of names too. */
static const struct label short_labels[] = {
    {"文", TASK_TEXT, false},    {"图", TASK_PICTURE, false}, {"圖", TASK_PICTURE, false},
    {"摄", TASK_PICTURE, false}, {"攝", TASK_PICTURE, false}, {"译", TASK_TEXT, false},
};

const struct label both_label = {"文图", TASK_BOTH, false};

const struct label *label_at(struct str word, size_t at)
{
    enum { HAN_BYTES = 3 };
    struct str rest = str_slice(word, at, word.len);
    for (size_t i = 0; i < COUNT(labels) && rest.len > HAN_BYTES; i++) {
        if (memcmp(labels[i].word, rest.ptr, HAN_BYTES) == 0 &&
            str_starts(rest, str_of(labels[i].word)))
            return &labels[i];
    }
    return NULL;
}

const struct label *short_label(struct str word)
{
    for (size_t i = 0; i < COUNT(short_labels); i++) {
        if (str_eq(word, str_of(short_labels[i].word)))
            return &short_labels[i];
    }
    return NULL;
}

const struct label *answer_label(struct str word)
{
    static const struct label answer = {"解答", TASK_AUTHOR, true};
    static const struct str words[] = {WORD("解答"), WORD("答疑"), WORD("解答者"), WORD("答疑者")};
    return wordlist_find(words, COUNT(words), word) ? &answer : NULL;
}

const struct label *unit_label(struct str word)
{
    static const struct label unit = {"单位", TASK_UNIT, true};
    static const struct str words[] = {WORD("单位"),     WORD("單位"),     WORD("工作单位"),
                                       WORD("所在单位"), WORD("作者单位"), WORD("作者單位")};
    return wordlist_find(words, COUNT(words), word) ? &unit : NULL;
}
