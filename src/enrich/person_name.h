/* SPDX-License-Identifier: MIT */
/* Which words are names: of people, of bodies that sign. */
#ifndef ENRICH_PERSON_NAME_H
#define ENRICH_PERSON_NAME_H

#include "base/vec.h"
#include "enrich/surnames.h"

/*
 * Whether WORD, without blanks, can be a person's name: two to four Han characters, more where a ·
 * parts them or where they transcribe one: 哈力木别克. SURE: it stands where names stand, so that
 * any will do that is not made of everyday words; otherwise it must begin with a common surname.
 */
bool is_person_name(const struct surnames *surnames, struct str word, bool sure);

/* Whether it can be one right after 记者 or 通讯员, where words of other use are names too: 阿里.
   SURE: on a line that signs; there the commonest words are too, if they begin like names: 方向. */
bool is_labelled_name(const struct surnames *surnames, struct str word, bool sure);

/* Whether WORD ends like the name of an office, a place, a firm, a paper: 县委宣传部; not
   like what somebody is: 水利局干部. */
bool is_organisation(struct str word);

/* Whether BRACKET, which ends a story, may hold somebody's name and nothing else: （晓 文）, and
   not （有删减）, （见图）, （卢医生）. */
bool may_sign_alone(struct str bracket);

#endif
