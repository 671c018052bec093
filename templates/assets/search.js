/* Search in the browser. It loads the files of search/ as scripts, which works from a disk too; docs/search.md of
   xianbao says how they are made up. */
(function () {
  "use strict";

  var ALPHABET = " !#$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
  var END = " ";             // in the place of a pair's second letter: a word ends
  var SHOWN = 10;            // hits that are shown at first, and more each time
  var EAGER = 12;            // files of texts that are read to count exactly
  var VALUES = 8;            // of a facet, before the others are asked for
  var AROUND = 40;           // characters around a hit in a passage
  var PASSAGES = 2;
  var DEEPEST = 60;          // marks that turn the writing, one in the other
  var PAUSE = 200;           // milliseconds in which nothing is typed
  var FACETS = ["county", "topic", "paper", "year", "person"];

  var view = document.getElementById("search");
  var form = document.getElementById("find");
  var box = document.getElementById("q");
  var filters = document.getElementById("filters");
  var list = document.getElementById("hits");
  var found = document.getElementById("found");
  var more = document.getElementById("more");
  var pages = document.getElementById("pages");

  /* ---- files */

  var waiting = Object.create(null), loaded = Object.create(null);
  var stands = { table: document.querySelector("script[src$='/table.js']") }; // in the page, and runs after this one

  /* What each file of the index calls. */
  window.xianbao = function (kind, number) {
    var name = kind === "table" ? kind : kind + "-" + number;
    var data = Array.prototype.slice.call(arguments, kind === "table" ? 1 : 2);
    if (waiting[name]) { waiting[name](data); }
  };

  function load(name) {
    if (!loaded[name]) {
      loaded[name] = new Promise(function (done, failed) {
        var script = stands[name] || document.createElement("script");
        waiting[name] = done;
        script.onerror = function () {
          delete loaded[name];
          delete stands[name];
          failed(new Error(script.getAttribute("src")));
        };
        if (!stands[name]) {
          script.src = "search/" + name + ".js";
          document.head.appendChild(script);
        }
      });
    }
    return loaded[name];
  }

  /* ---- numbers out of strings */

  var digits = [];
  ALPHABET.split("").forEach(function (c, i) { digits[c.charCodeAt(0)] = i; });

  function Bits(text) {
    this.text = text;
    this.at = 0;
    this.held = 0;  // its LEFT low bits are to be read, at most 25
    this.left = 0;
  }

  Bits.prototype.fill = function () {
    var high = digits[this.text.charCodeAt(this.at)], low = digits[this.text.charCodeAt(this.at + 1)];
    this.held = (this.held & 0xfff) << 13 | high * 91 + low;
    this.at += 2;
    this.left += 13;
  };

  Bits.prototype.number = function (count) {
    if (count > 12) { return this.number(count - 12) * 4096 + this.number(12); }
    if (this.left < count) { this.fill(); }
    this.left -= count;
    return this.held >> this.left & (1 << count) - 1;
  };

  /* How many bits are BIT before one that is not, which is read too. */
  Bits.prototype.run = function (bit) {
    for (var length = 0; this.number(1) === bit; length++) { /* on */ }
    return length;
  };

  Bits.prototype.gamma = function () {
    var zeros = this.run(0);
    return Math.pow(2, zeros) + this.number(zeros);
  };

  Bits.prototype.rice = function (shift) {
    return this.run(1) * Math.pow(2, shift) + this.number(shift);
  };

  function riceShift(count, range) {
    var shift = 0;
    while (shift < 16 && count * 3 * Math.pow(2, shift + 1) <= range * 2) { shift++; }
    return shift;
  }

  /* COUNT rising numbers below RANGE. */
  Bits.prototype.rising = function (count, range) {
    var shift = riceShift(count, range), numbers = [], next = 0;
    while (count-- > 0) {
      next += this.rice(shift);
      numbers.push(next++);
    }
    return numbers;
  };

  /* ---- characters */

  /* The code points of a text, as strings. */
  function letters(text) {
    var out = [];
    for (var i = 0; i < text.length; i++) {
      var c = text.charCodeAt(i), pair = c >= 0xd800 && c < 0xdc00 && i + 1 < text.length;
      out.push(pair ? text.substr(i++, 2) : text[i]);
    }
    return out;
  }

  function code(letter) {
    var high = letter.charCodeAt(0);
    return letter.length < 2 ? high : (high - 0xd800) * 0x400 + letter.charCodeAt(1) - 0xdc00 + 0x10000;
  }

  var table; // what search/table.js says

  function readFold(from, to, separators) {
    var fold = Object.create(null), i;
    for (i = 0; i < from.length; i++) { fold[from[i]] = to[i]; }
    table.fold = fold;
    table.separators = [];
    for (i = 0; i < separators.length; i += 2) {
      table.separators.push([separators.charCodeAt(i), separators.charCodeAt(i + 1)]);
    }
  }

  /* Of the same length. */
  function fold(text) {
    var out = "";
    for (var i = 0; i < text.length; i++) {
      var c = table.fold[text[i]];
      out += c === undefined ? text[i] : c;
    }
    return out;
  }

  var WIDE = /([\u3400-\u9fff]) +(?=[\u3400-\u9fff])/g;

  /* A folded text without the blanks that only set a word wide: 刘 静. */
  function solid(folded) { return folded.replace(WIDE, "$1"); }

  /* For each character of solid(FOLDED) its place in FOLDED, and the end of it. */
  function placesOf(folded) {
    var places = [], at = 0;
    folded.replace(WIDE, function (whole, letter, offset) {
      while (at <= offset) { places.push(at++); }
      at = offset + whole.length;
      return "";
    });
    while (at <= folded.length) { places.push(at++); }
    return places;
  }

  function separates(letter) {
    var c = letter.charCodeAt(0), low = 0, high = table.separators.length;
    if (letter.length > 1) { return false; }
    while (low < high) {
      var middle = low + high >> 1;
      if (table.separators[middle][1] < c) { low = middle + 1; } else { high = middle; }
    }
    return low < table.separators.length && table.separators[low][0] <= c;
  }

  /* ---- the table */

  function width(list) {
    var bits = 0;
    while (list.length > 1 && list.length - 1 >= Math.pow(2, bits)) { bits++; }
    return bits;
  }

  /* Reads some of ALL at a time. Most are none or one, and stories share these. */
  function reader(bits, all) {
    var bitsEach = width(all), none = [];
    var alone = all.map(function (one) { return [one]; });
    return function () {
      var count = bits.gamma() - 1;
      if (count < 2) { return count < 1 ? none : alone[bits.number(bitsEach)]; }
      for (var some = []; count > 0; count--) { some.push(all[bits.number(bitsEach)]); }
      return some;
    };
  }

  function readStories(coded) {
    var bits = new Bits(coded), stories = [], years = Object.create(null);
    var counties = reader(bits, table.counties.map(function (county) { return county[0]; }));
    var topics = reader(bits, table.topics.map(function (topic) { return topic[0]; }));
    var people = reader(bits, table.people);
    var papers = reader(bits, table.papers);
    for (var i = 0; i < table.count; i++) {
      var known = bits.number(2), inferred = bits.number(1);
      var year = known > 0 ? String(bits.number(8) + 1900) : "?";
      years[year] = years[year] || [year];
      stories.push({
        number: i, known: known, inferred: inferred, year: Number(year), years: years[year],
        month: known > 1 ? bits.number(4) : 0, day: known > 2 ? bits.number(5) : 0,
        county: counties(), topic: topics(), person: people(), paper: papers()
      });
    }
    return stories;
  }

  function readTable(data) {
    table = { count: data[0], inFile: data[1], starts: [], counties: data[6], topics: data[7], people: data[8],
      papers: data[9] };
    var starts = letters(data[2]);
    for (var i = 0; i < starts.length; i += 2) { table.starts.push([code(starts[i]), code(starts[i + 1])]); }
    readFold(data[3], data[4], data[5]);
    var names = Object.create(null);
    table.counties.forEach(function (county) { names[county[1]] = (names[county[1]] || 0) + 1; });
    table.labels = {};
    FACETS.forEach(function (facet) { table.labels[facet] = Object.create(null); });
    table.counties.forEach(function (county) {
      table.labels.county[county[0]] = county[1] + (names[county[1]] > 1 ? "（" + county[2] + "）" : "");
    });
    table.topics.forEach(function (topic) { table.labels.topic[topic[0]] = topic[1]; });
    table.stories = readStories(data[10]);
  }

  var reading;

  function ready() {
    if (!reading) {
      reading = load("table").then(readTable);
      reading.catch(function () { reading = null; });
    }
    return reading;
  }

  function values(story, facet) {
    return facet === "year" ? story.years : story[facet];
  }

  function label(facet, value) {
    if (facet === "year" && value === "?") { return view.getAttribute("data-unknown"); }
    return table.labels[facet][value] || value;
  }

  /* ---- pairs */

  function isBefore(a, b) {
    return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
  }

  /* The file that has PAIR, if one has. */
  function fileOf(pair) {
    var low = 0, high = table.starts.length;
    while (low < high) {
      var middle = low + high >> 1;
      if (isBefore(pair, table.starts[middle])) { high = middle; } else { low = middle + 1; }
    }
    return low - 1;
  }

  var pairFiles = {};

  function readPairs(data) {
    var pairs = Object.create(null), bits = new Bits(data[1]);
    data[0].split("\n").forEach(function (group) {
      var all = letters(group);
      for (var i = 1; i < all.length; i++) {
        var count = bits.gamma(), numbers = bits.rising(count, table.count);
        var inHeadline = bits.rising(bits.gamma() - 1, count);
        var dense = bits.rising(bits.gamma() - 1, count);
        var flags = new Uint8Array(count).fill(1);
        inHeadline.forEach(function (at) { flags[at] |= 2; });
        dense.forEach(function (at) { flags[at] |= 4; });
        pairs[all[0] + all[i]] = { numbers: numbers, flags: flags };
      }
    });
    return pairs;
  }

  function pairsOf(file) {
    if (!pairFiles[file]) { pairFiles[file] = load("pairs-" + file).then(readPairs); }
    return pairFiles[file];
  }

  var NOTHING = { numbers: [], flags: [] };

  /* Stories with a pair: their numbers, which rise, and for each 1, with 2 for the headline and 4 for many times. */
  function withPair(first, second) {
    var file = fileOf([code(first), code(second)]);
    if (file < 0) { return Promise.resolve(NOTHING); }
    return pairsOf(file).then(function (pairs) { return pairs[first + second] || NOTHING; });
  }

  /* The same of a letter, whatever follows it. */
  function withLetter(letter) {
    var first = Math.max(fileOf([code(letter), 0]), 0), last = fileOf([code(letter), 0x110000]), files = [];
    for (var file = first; file <= last; file++) { files.push(pairsOf(file)); }
    return Promise.all(files).then(function (all) {
      var flags = new Uint8Array(table.count);
      all.forEach(function (pairs) {
        Object.keys(pairs).forEach(function (pair) {
          if (pair.slice(0, letter.length) !== letter) { return; }
          pairs[pair].numbers.forEach(function (number, i) { flags[number] |= pairs[pair].flags[i]; });
        });
      });
      return picked(flags);
    });
  }

  function picked(flags) {
    var out = { numbers: [], flags: [] };
    for (var i = 0; i < flags.length; i++) {
      if (flags[i]) {
        out.numbers.push(i);
        out.flags.push(flags[i]);
      }
    }
    return out;
  }

  /* ---- what is asked for */

  var AT_ENDS = /^[“”‘’"'《》〈〉「」『』()（）〔〕【】，。、；：！？…,.;:!?]$/;

  /* Letters without quotation marks, brackets and stops at both ends: 自来水 of “自来水”; 90% is as it is. */
  function bare(all) {
    var from = 0, end = all.length;
    while (from < end && AT_ENDS.test(all[from])) { from++; }
    while (end > from && AT_ENDS.test(all[end - 1])) { end--; }
    return from < end ? all.slice(from, end) : all;
  }

  /* The words of a query, each with what to look up and whether that is all there is to it. */
  function parse(query) {
    return fold(query).split(/\s+/).filter(function (word) { return word; }).map(function (word) {
      var sought = bare(letters(word)), parts = [], run = [], exact = true;
      function close(ended) {
        if (run.length === 1 && !ended) { parts.push([run[0]]); }
        for (var i = 0; i + 1 < run.length; i++) { parts.push([run[i], run[i + 1]]); }
        if (run.length && ended) { parts.push([run[run.length - 1], END]); }
        run = [];
      }
      sought.forEach(function (letter) {
        if (separates(letter)) {
          close(true);
          exact = false;
        } else {
          run.push(letter);
        }
      });
      exact = exact && run.length < 3;
      close(false);
      return { text: sought.join(""), parts: parts, exact: exact };
    });
  }

  function both(a, b) {
    var out = { numbers: [], flags: [] };
    for (var i = 0, k = 0; i < a.numbers.length && k < b.numbers.length;) {
      var x = a.numbers[i], y = b.numbers[k];
      if (x === y) {
        out.numbers.push(x);
        out.flags.push(a.flags[i] & b.flags[k]);
      }
      i += x <= y;
      k += y <= x;
    }
    return out;
  }

  /* Stories that may have the word: all that have, and where it is not exact perhaps others. */
  function withWord(word) {
    return Promise.all(word.parts.map(function (part) {
      return part.length > 1 ? withPair(part[0], part[1]) : withLetter(part[0]);
    })).then(function (all) {
      return all.length ? all.reduce(both) : picked(new Uint8Array(table.count).fill(1));
    });
  }

  /* How many words of a story have a flag: for each of NUMBERS. */
  function counted(numbers, all, flag) {
    var sums = new Uint8Array(table.count);
    all.forEach(function (word) {
      word.numbers.forEach(function (number, i) { sums[number] += word.flags[i] & flag ? 1 : 0; });
    });
    return numbers.map(function (number) { return sums[number]; });
  }

  /* Stories that may have all words, with what speaks for each. */
  function candidates(words) {
    return Promise.all(words.map(withWord)).then(function (all) {
      var numbers = all.length ? all.reduce(both).numbers : table.stories.map(function (story) { return story.number; });
      var inHeadline = counted(numbers, all, 2), dense = counted(numbers, all, 4);
      return numbers.map(function (number, i) {
        return { story: table.stories[number], inHeadline: inHeadline[i], dense: dense[i] };
      });
    });
  }

  /* ---- texts */

  function textOf(story) {
    var file = Math.floor(story.number / table.inFile);
    return load("texts-" + file).then(function (data) {
      var row = data[0][story.number % table.inFile];
      return { id: row[0], derived: row[1] === 1, headline: row[2], text: row[3] };
    });
  }

  function occurrences(text, words) {
    var spans = [], folded = fold(text), sought = solid(folded), places;
    words.forEach(function (word) {
      for (var at = sought.indexOf(word.text); at >= 0; at = sought.indexOf(word.text, at + 1)) {
        places = places || placesOf(folded);
        spans.push([places[at], places[at + word.text.length - 1] + 1]);
      }
    });
    spans.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
    return spans.reduce(function (out, span) {
      var last = out[out.length - 1];
      if (last && span[0] < last[1]) {
        last[1] = Math.max(last[1], span[1]);
      } else {
        out.push(span);
      }
      return out;
    }, []);
  }

  function holds(text, words) {
    var headline = solid(fold(text.headline)), body = solid(fold(text.text));
    return words.every(function (word) {
      return headline.indexOf(word.text) >= 0 || body.indexOf(word.text) >= 0;
    });
  }

  /* Reads a candidate's text once. Afterwards it is known whether it holds the words. */
  function check(candidate, words) {
    if (candidate.text) { return Promise.resolve(candidate); }
    return textOf(candidate.story).then(function (text) {
      candidate.text = text;
      candidate.holds = holds(text, words);
      return candidate;
    });
  }

  /* ---- what is shown */

  function message(name, slots) {
    return view.getAttribute("data-" + name).replace(/\{(\w+)\}/g, function (whole, slot) {
      return slots && slots[slot] !== undefined ? closed(slots[slot]) : whole;
    });
  }

  /* TEXT so that it turns the writing of nothing after it: what turns it in it ends with it, and what ends nothing of its
     own is shown as one that cannot be. */
  function closed(text) {
    var ends = "";
    text = String(text).replace(/[\u202a-\u202e\u2066-\u2069]/g, function (mark) {
      if (mark === "\u202c") {
        if (ends[0] === mark) { ends = ends.slice(1); }
      } else if (mark === "\u2069") {
        if (ends.indexOf(mark) < 0) { return "\ufffd"; }
        ends = ends.slice(ends.indexOf(mark) + 1);
      } else if (ends.length === DEEPEST) {
        return "\ufffd";
      } else {
        ends = (mark < "\u2066" ? "\u202c" : "\u2069") + ends;
      }
      return mark;
    });
    return text + ends;
  }

  function textNode(text) { return document.createTextNode(closed(text)); }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (text !== undefined) { made.textContent = closed(text); }
    return made;
  }

  /* TEXT from AT to END with its marks. */
  function marked(into, text, spans, at, end) {
    spans.forEach(function (span) {
      if (span[1] <= at || span[0] >= end) { return; }
      var from = Math.max(span[0], at), to = Math.min(span[1], end);
      into.appendChild(textNode(text.slice(at, from)));
      into.appendChild(element("mark", "", text.slice(from, to)));
      at = to;
    });
    into.appendChild(textNode(text.slice(at, end)));
    return into;
  }

  /* Where a headline may be broken: at blanks, and after a colon with three characters or more before it. */
  function parts(headline) {
    var ends = [], blank = /\s+/g, match;
    while ((match = blank.exec(headline))) { ends.push(match.index + match[0].length); }
    var colon = headline.indexOf("：") + 1;
    if (colon > 3 && colon < headline.length && !/\s/.test(headline[colon])) { ends.push(colon); }
    return ends.concat(headline.length).sort(function (a, b) { return a - b; });
  }

  function headlineInto(into, headline, spans) {
    var at = 0, all = parts(headline);
    all.forEach(function (end) {
      var text = headline.slice(at, end), shown = at + text.replace(/\s+$/, "").length;
      marked(all.length > 1 ? into.appendChild(element("span", "part")) : into, headline, spans, at, shown);
      if (shown < end) { into.appendChild(document.createTextNode(" ")); }
      at = end;
    });
  }

  function passages(text, words) {
    var out = [], covered = -1, ellipsis = message("ellipsis");
    var lines = text.split("\n");
    lines.forEach(function (line) {
      var spans = occurrences(line, words);
      covered = -1;
      spans.forEach(function (span) {
        if (span[0] < covered || out.length === PASSAGES) { return; }
        var at = Math.max(span[0] - AROUND, covered, 0), end = Math.min(span[1] + AROUND, line.length);
        if (/[\udc00-\udfff]/.test(line[at] || "")) { at--; }
        if (/[\udc00-\udfff]/.test(line[end] || "")) { end++; }
        var passage = element("p", "passage", at > 0 ? ellipsis : "");
        marked(passage, line, spans, at, end);
        if (end < line.length) { passage.appendChild(document.createTextNode(ellipsis)); }
        out.push(passage);
        covered = end;
      });
    });
    return out;
  }

  /* What a story begins with, where no words were asked for. */
  function beginning(text) {
    var lines = text.text.split("\n").filter(function (line) { return line.length > AROUND; });
    var line = lines[0] || text.text.split("\n")[0], end = Math.min(2 * AROUND, line.length);
    return element("p", "passage", line.slice(0, end) + (end < line.length ? message("ellipsis") : ""));
  }

  function dateText(story) {
    var slots = { year: story.year, month: story.month, day: story.day };
    return message(["unknown", "year", "month", "day"][story.known], slots);
  }

  function two(number) { return (number < 10 ? "0" : "") + number; }

  function dateNode(story) {
    var when = element("p", "meta when"), node = when;
    if (!story.known || story.inferred) { node = when.appendChild(element("span", "supplied")); }
    if (!story.known) {
      node.textContent = dateText(story);
      return when;
    }
    var time = element("time", "", dateText(story));
    time.setAttribute("datetime", [story.year, two(story.month), two(story.day)].slice(0, story.known).join("-"));
    node.appendChild(time);
    return when;
  }

  function hitNode(candidate, words) {
    var item = element("li"), article = item.appendChild(element("article", "item result"));
    var text = candidate.text, story = candidate.story;
    var link = element("a"), inHeadline = occurrences(text.headline, words);
    var named = text.derived ? link.appendChild(element("span", "supplied")) : link;
    link.href = "stories/" + text.id + ".html";
    headlineInto(named, text.headline, text.derived ? [] : inHeadline);
    article.appendChild(element("h3")).appendChild(link);
    article.appendChild(dateNode(story));
    (words.length ? passages(text.text, words) : [beginning(text)]).forEach(function (passage) {
      article.appendChild(passage);
    });
    var meta = element("p", "meta"), hits = occurrences(text.text, words).length;
    var places = story.county.map(function (code) { return label("county", code); });
    if (places.length) { meta.appendChild(element("span", "", places.join(message("comma")))); }
    meta.appendChild(document.createTextNode(" "));
    if (words.length) { meta.appendChild(element("span", "", message("hits", { n: hits + (text.derived ? 0 : inHeadline.length) }))); }
    article.appendChild(meta);
    return item;
  }

  /* ---- facets */

  var chosen = {}, sort = "", widened = {};

  function fits(candidate, but) {
    return candidate.holds !== false && FACETS.every(function (facet) {
      return facet === but || !chosen[facet].length || values(candidate.story, facet).some(function (value) {
        return chosen[facet].indexOf(value) >= 0;
      });
    });
  }

  function countValues(all, facet) {
    var counts = Object.create(null);
    all.forEach(function (candidate) {
      if (!fits(candidate, facet)) { return; }
      values(candidate.story, facet).forEach(function (value) { counts[value] = (counts[value] || 0) + 1; });
    });
    chosen[facet].forEach(function (value) { counts[value] = counts[value] || 0; });
    return counts;
  }

  function facetOrder(facet, counts) {
    return function (a, b) {
      if (facet === "year") { return a === "?" ? 1 : b === "?" ? -1 : b - a; }
      return counts[b] - counts[a] || (a < b ? -1 : 1);
    };
  }

  function showFacet(all, facet) {
    var field = filters.querySelector("[data-facet=" + facet + "]"), counts = countValues(all, facet);
    var order = Object.keys(counts).sort(facetOrder(facet, counts));
    var few = widened[facet] ? order : order.filter(function (value, i) {
      return i < VALUES || chosen[facet].indexOf(value) >= 0;
    });
    while (field.children.length > 1) { field.removeChild(field.lastChild); }
    field.hidden = order.length === 0;
    few.forEach(function (value) {
      var line = element("label", "check"), input = element("input");
      input.type = "checkbox";
      input.name = facet;
      input.value = value;
      input.checked = chosen[facet].indexOf(value) >= 0;
      line.appendChild(input);
      line.appendChild(document.createTextNode(" "));
      line.appendChild(element("span", facet === "year" && value === "?" ? "supplied" : "", label(facet, value)));
      line.appendChild(document.createTextNode(" "));
      line.appendChild(element("span", "count", counts[value]));
      field.appendChild(line);
    });
    if (few.length < order.length) {
      var all_ = element("button", "more-hits", message("all", { n: order.length }));
      all_.type = "button";
      all_.addEventListener("click", function () {
        widened[facet] = true;
        showFacet(all, facet);
      });
      field.appendChild(all_);
    }
  }

  /* ---- a query from beginning to end */

  function nothing() { return { query: null, words: [], all: [], shown: SHOWN }; }

  var asked = 0, now = nothing();

  function rank(a, b) {
    var newest = a.story.number - b.story.number;
    if (sort === "new") { return newest; }
    if (sort === "old") { return !a.story.known - !b.story.known || -newest; }
    return b.inHeadline - a.inHeadline || b.dense - a.dense || newest;
  }

  /* Reads texts until N of ALL are known to hold the words, or none is left. */
  function first(all, words, n) {
    var good = [];
    function next(at) {
      var batch = [];
      while (at < all.length && good.length + batch.length < n) { batch.push(check(all[at++], words)); }
      return Promise.all(batch).then(function (done) {
        done.forEach(function (candidate) { if (candidate.holds) { good.push(candidate); } });
        return good.length < n && at < all.length ? next(at) : good;
      });
    }
    return next(0);
  }

  function filesOf(all) {
    var files = {};
    all.forEach(function (candidate) { files[Math.floor(candidate.story.number / table.inFile)] = true; });
    return Object.keys(files).length;
  }

  function say(text) {
    if (found.textContent !== text) { found.textContent = text; }
    view.hidden = false;
  }

  /* A query without the marks that the answer puts around it. */
  function unquoted(query) {
    var inside = /^“([^“”]+)”$/.exec(query);
    return inside ? inside[1] : query;
  }

  /* The pages of counties and topics that QUERY names: a paper may have called a county otherwise. */
  function showPages(query) {
    var name = fold(unquoted(query)), found = [];
    table.counties.forEach(function (county) {
      if (name === county[1] || (name.length > 1 && name === county[1].slice(0, -1))) {
        found.push(["counties/" + county[0] + ".html", label("county", county[0])]);
      }
    });
    table.topics.forEach(function (topic) {
      if (name === topic[1]) { found.push(["topics/" + topic[0] + ".html", topic[1]]); }
    });
    pages.textContent = pages.getAttribute("data-label");
    found.forEach(function (page) {
      var link = pages.appendChild(element("a", "", page[1]));
      link.href = page[0];
    });
    pages.hidden = !found.length;
  }

  function isCounted(words, all) {
    return words.every(function (word) { return word.exact; }) ||
      all.every(function (candidate) { return candidate.text; });
  }

  function show(turn) {
    var words = now.words, fitting = now.all.filter(function (candidate) { return fits(candidate); }).sort(rank);
    var exact = words.every(function (word) { return word.exact; });
    var n = !exact && filesOf(fitting) <= EAGER ? fitting.length : now.shown;
    return first(fitting, words, Math.max(n, now.shown)).then(function (good) {
      if (turn !== asked) { return; }
      var left = fitting.filter(function (candidate) { return candidate.holds !== false; });
      var focus = document.activeElement && document.activeElement.value;
      showPages(now.query);
      list.textContent = "";
      good.slice(0, now.shown).forEach(function (candidate) { list.appendChild(hitNode(candidate, words)); });
      FACETS.forEach(function (facet) { showFacet(now.all, facet); });
      filters.hidden = now.all.length === 0;
      if (focus && document.activeElement === document.body) {
        var same = Array.prototype.filter.call(filters.elements, function (input) { return input.value === focus; });
        if (same.length) { same[0].focus(); }
      }
      more.hidden = left.length <= now.shown;
      more.textContent = message("more", { n: Math.min(SHOWN, left.length - now.shown) });
      var narrowed = FACETS.some(function (facet) { return chosen[facet].length; });
      var what = !left.length ? (narrowed && now.all.length ? "narrow" : "none") : !words.length ? "listed" : isCounted(words, left) ? "found" : "most";
      say(message(what, { q: unquoted(now.query), n: left.length }));
    });
  }

  function fail(error) {
    say(message("failed", { file: error.message }));
  }

  function search(typed) {
    remember(typed);
    return answer();
  }

  function answer() {
    var turn = ++asked, query = box.value.trim();
    if (!query && !FACETS.some(function (facet) { return chosen[facet].length; })) {
      view.hidden = true;
      now = nothing();
      return Promise.resolve();
    }
    if (query !== now.query) { say(message("busy", { q: unquoted(query) })); }
    return ready().then(function () {
      if (query === now.query) { return now; }
      var words = parse(query);
      return candidates(words).then(function (all) {
        return { query: query, words: words, all: all, shown: SHOWN };
      });
    }).then(function (done) {
      if (turn !== asked) { return; }
      now = done;
      if (query) { document.title = message("title", { q: query }); }
      return show(turn);
    }).catch(function (error) { if (turn === asked) { fail(error); } });
  }

  /* ---- the address */

  var settled = true;  /* whether the entry of the history stays: it is not of a question half typed */

  /* A new entry of the history for each choice and each question, which is one while it is typed. */
  function remember(typed) {
    var parts = [], address;
    function put(name, value) { parts.push(name + "=" + encodeURIComponent(value)); }
    if (box.value.trim()) { put("q", box.value.trim()); }
    FACETS.forEach(function (facet) { chosen[facet].forEach(function (value) { put(facet, value); }); });
    if (sort) { put("sort", sort); }
    address = window.location.pathname + (parts.length ? "?" + parts.join("&") : "");
    if (address !== window.location.pathname + window.location.search) {
      try {
        window.history[settled || !typed ? "pushState" : "replaceState"](null, "", address);
      } catch (refused) { /* the page is shown all the same */ }
    }
    settled = !typed;
  }

  function recall() {
    FACETS.forEach(function (facet) { chosen[facet] = []; });
    box.value = sort = "";
    window.location.search.slice(1).split("&").forEach(function (part) {
      var cut = part.indexOf("="), name = part.slice(0, cut), value;
      try {
        value = decodeURIComponent(part.slice(cut + 1).replace(/\+/g, " "));
      } catch (broken) { return; }
      if (name === "q") { box.value = value; }
      if (FACETS.indexOf(name) >= 0 && value) { chosen[name].push(value); }
      if (name === "sort" && (value === "new" || value === "old")) { sort = value; }
    });
    Array.prototype.forEach.call(filters.elements, function (input) {
      if (input.name === "sort") { input.checked = input.value === sort; }
    });
  }

  /* ---- what people do */

  var timer = 0, composing = false;

  function soon() {
    window.clearTimeout(timer);
    timer = window.setTimeout(function () { search(true); }, PAUSE);
  }

  box.addEventListener("compositionstart", function () { composing = true; });
  box.addEventListener("compositionend", function () { composing = false; soon(); });
  box.addEventListener("input", function () { if (!composing) { soon(); } });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    window.clearTimeout(timer);
    search(false);
  });
  filters.addEventListener("submit", function (event) { event.preventDefault(); });
  filters.addEventListener("change", function (event) {
    var input = event.target, list = chosen[input.name];
    if (input.name === "sort") {
      sort = input.value;
    } else if (input.checked) {
      list.push(input.value);
    } else {
      list.splice(list.indexOf(input.value), 1);
    }
    now.shown = SHOWN;
    search(false);
  });
  more.addEventListener("click", function () {
    var before = now.shown;
    now.shown += SHOWN;
    show(asked).then(function () {
      var next = list.children[before];
      if (next) { next.querySelector("a").focus(); }
    }).catch(fail);
  });

  /* Up and down go from hit to hit, and / to the box. */
  document.addEventListener("keydown", function (event) {
    var down = event.key === "ArrowDown", up = event.key === "ArrowUp", at = document.activeElement;
    var links = Array.prototype.slice.call(list.querySelectorAll("h3 a")), i = links.indexOf(at);
    if (event.ctrlKey || event.metaKey || event.altKey || composing) { return; }
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) {
      event.preventDefault();
      box.focus();
    } else if (down && (at === box || i >= 0) && links[i + 1]) {
      event.preventDefault();
      links[i + 1].focus();
    } else if (up && i >= 0) {
      event.preventDefault();
      (links[i - 1] || box).focus();
    }
  });

  /* What the address says is asked, however it says it: a form writes a blank otherwise than this does. */
  function follow() {
    recall();
    settled = true;
    answer();
  }

  window.addEventListener("popstate", follow);
  follow();
  if (!box.value && window.matchMedia && window.matchMedia("(hover: hover)").matches) { box.focus(); }
  ready().catch(function () { /* said when something is asked for */ });
}());
