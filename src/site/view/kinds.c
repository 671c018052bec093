/* SPDX-License-Identifier: MIT */
#include "site/view/listing.h"
#include "site/view/view.h"
#include "site/view/view_counties.h"
#include "site/view/view_county.h"
#include "site/view/view_dates.h"
#include "site/view/view_editorial.h"
#include "site/view/view_home.h"
#include "site/view/view_issues.h"
#include "site/view/view_month.h"
#include "site/view/view_page.h"
#include "site/view/view_people.h"
#include "site/view/view_person.h"
#include "site/view/view_region.h"
#include "site/view/view_search.h"
#include "site/view/view_story.h"
#include "site/view/view_topic.h"
#include "site/view/view_topics.h"
#include "site/view/view_undated.h"
#include "site/view/view_year.h"

/* clang-format off */
const struct page_kind_info page_kinds[PAGE_KIND_COUNT] = {
    [PAGE_HOME] = {"home", "home.html", PAGE_HOME, &home_type, home_subject},
    [PAGE_STORY] = {"story", "story.html", PAGE_STORY, &story_type, story_subject},
    [PAGE_SOURCE] = {"page", "page.html", PAGE_SOURCE, &page_type, page_subject},
    [PAGE_COUNTIES] = {"counties", "counties.html", PAGE_COUNTIES, &counties_type, counties_subject},
    [PAGE_REGION] = {"region", "region.html", PAGE_COUNTIES, &listing_type, region_subject},
    [PAGE_COUNTY] = {"county", "county.html", PAGE_COUNTIES, &listing_type, county_subject},
    [PAGE_TOPICS] = {"topics", "topics.html", PAGE_TOPICS, &topics_type, topics_subject},
    [PAGE_TOPIC] = {"topic", "topic.html", PAGE_TOPICS, &listing_type, topic_subject},
    [PAGE_PEOPLE] = {"people", "people.html", PAGE_PEOPLE, &people_type, people_subject},
    [PAGE_PERSON] = {"person", "person.html", PAGE_PEOPLE, &listing_type, person_subject},
    [PAGE_DATES] = {"dates", "dates.html", PAGE_DATES, &dates_type, dates_subject},
    [PAGE_YEAR] = {"year", "year.html", PAGE_DATES, &year_type, year_subject},
    [PAGE_MONTH] = {"month", "month.html", PAGE_DATES, &month_type, month_subject},
    [PAGE_UNDATED] = {"undated", "undated.html", PAGE_DATES, &listing_type, undated_subject},
    [PAGE_ISSUES] = {"issues", "issues.html", PAGE_DATES, &issues_type, issues_subject},
    [PAGE_EDITORIAL] = {"editorial", "editorial.html", PAGE_EDITORIAL, &editorial_type, editorial_subject},
    [PAGE_SEARCH] = {"search", "search.html", PAGE_SEARCH, &search_type, search_subject},
    [PAGE_GONE] = {"gone", "gone.html", PAGE_GONE, &gone_type, gone_subject},
    [PAGE_NOT_FOUND] = {"not_found", "404.html", PAGE_NOT_FOUND, &not_found_type, not_found_subject},
};
/* clang-format on */
