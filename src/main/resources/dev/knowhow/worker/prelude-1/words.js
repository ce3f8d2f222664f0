// Finding words in a text, whatever its line breaks, quotes, dashes and capitals, and saying where.
//
// A text is folded once: same-length changes are made on the whole string, and only where the length
// changes (runs of white space, hyphens at line ends, ligatures) is it noted which part of the folded
// text stands for which part of the source.
const SPECIAL =
  /(?<=\p{L})[-\u2010\u2011\u00ad][^\S\n]*\r?\n\s*(?=\p{L})|[\u00ad\u200b-\u200d\u2060\ufeff]|\s*(?:[-\u2010-\u2015\u2212]\s+|\s[-\u2010-\u2015\u2212]|[-\u2010-\u2015\u2212]{2,}\s*)|\s{2,}|[\u2026\u0130\ufb00-\ufb06]/gu;
const COMPOSED = /[^\x00-\x7f]\p{M}+|[^\x00-\x7f]|[\x00-\x7f]\p{M}+/gu;
const straight = (text) =>
  text
    .replace(/[\u2018\u2019\u201a\u201b\u2032`\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, ' ')
    .toLowerCase();
const replacementOf = (special, joined) => {
  const first = special[0];
  if (/^[-\u2010\u2011\u00ad]/.test(special) && special.includes('\n')) {
    return joined || first === '\u00ad' ? '' : '-';
  }
  if (/[-\u2010-\u2015\u2212]/.test(special)) {
    return '-';
  }
  if (/^\s/.test(special)) {
    return ' ';
  }
  return first === '\u2026' ? '...' : first === '\u0130' ? 'i' : /[\ufb00-\ufb06]/.test(first) ? first.normalize('NFKC') : '';
};
const foldWith = (source, pattern, replaced) => {
  const out = [];
  const marks = [];
  let from = 0;
  let length = 0;
  for (const match of source.matchAll(pattern)) {
    const instead = replaced(match[0]);
    if (instead === match[0]) {
      continue;
    }
    out.push(source.slice(from, match.index), instead);
    length += match.index - from;
    from = match.index + match[0].length;
    marks.push({ at: length, end: length + instead.length, sourceAt: match.index, sourceEnd: from });
    length += instead.length;
  }
  out.push(source.slice(from));
  return { text: out.join(''), marks };
};
// The place in the source of a place in the folded text.
const unfolded = (marks, place, isEnd) => {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle].at < place || (marks[middle].at === place && !isEnd)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low === 0) {
    return place;
  }
  const mark = marks[low - 1];
  if (place < mark.end) {
    return isEnd ? mark.sourceEnd : mark.sourceAt;
  }
  return mark.sourceEnd + place - mark.end;
};
const foldNow = (source, joined) => {
  const needsNormal = source.normalize('NFKC') !== source;
  const first = needsNormal ? foldWith(source, COMPOSED, (c) => c.normalize('NFKC')) : { text: source, marks: [] };
  const second = foldWith(first.text, SPECIAL, (special) => replacementOf(special, joined));
  return {
    text: straight(second.text),
    hasBreaks: /[-\u2010\u2011\u00ad][^\S\n]*\r?\n/.test(source),
    sourceAt: (place, isEnd) => unfolded(first.marks, unfolded(second.marks, place, isEnd), isEnd),
  };
};
const joinedFoldings = new Map();
const keptFoldings = new Map();
const fold = (source, joined) => {
  const foldings = joined ? joinedFoldings : keptFoldings;
  let folding = foldings.get(source);
  if (folding === undefined) {
    folding = foldNow(source, joined);
    if (foldings.size < 2000) {
      foldings.set(source, folding);
    }
  }
  return folding;
};

const isWord = (c) => c !== undefined && /[\p{L}\p{N}\p{M}]/u.test(c);
const isDigit = (c) => c >= '0' && c <= '9';
// Whether a word, or a number such as 1,250.00, goes on across a place.
const goesOnAt = (text, place) => {
  const before = text[place - 1];
  const after = text[place];
  if (isWord(before) && isWord(after)) {
    return true;
  }
  if ((before === '.' || before === ',') && isDigit(after)) {
    return isDigit(text[place - 2]);
  }
  return (after === '.' || after === ',') && isDigit(before) && isDigit(text[place + 1]);
};
const placeOf = (wanted, text) => {
  let at = text.indexOf(wanted);
  while (at >= 0) {
    if (!goesOnAt(text, at) && !goesOnAt(text, at + wanted.length)) {
      return at;
    }
    at = text.indexOf(wanted, at + 1);
  }
  return -1;
};
const trimmedQuote = (text) => text.replace(/^[\s"'.,;:!?]+|[\s"'.,;:!?]+$/g, '');
// Where some words stand in a source, or nothing. A hyphen at a line's end may belong to the word or not.
const findWords = (words, source, trim) => {
  for (const joined of [true, false]) {
    const inSource = fold(source, joined);
    const wanted = trim(fold(words, joined).text);
    const at = wanted === '' ? -1 : placeOf(wanted, inSource.text);
    if (at >= 0) {
      return { start: inSource.sourceAt(at, false), end: inSource.sourceAt(at + wanted.length, true) };
    }
    if (!inSource.hasBreaks) {
      return null;
    }
  }
  return null;
};
const mentions = (source, words) => findWords(words, source, (text) => text.trim()) !== null;
expose('CONTAINS', known((text, words) => mentions(shown(text), shown(words))));

// The passages in quotation marks, with their places. A straight mark right after a digit is an inch
// mark unless it closes a quotation.
const quotations = (text) => {
  const all = [];
  let open = -1;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\u201c' || c === '\u00ab') {
      open = i + 1;
    } else if ((c === '\u201d' || c === '\u00bb') && open >= 0) {
      all.push({ text: text.slice(open, i), start: open, end: i });
      open = -1;
    } else if (c === '"') {
      const inches = isDigit(text[i - 1]) && (open < 0 || /'\s*-?\s*[\d\s/.]*$/.test(text.slice(open, i)) || isWord(text[i + 1]));
      if (open >= 0 && !inches) {
        all.push({ text: text.slice(open, i), start: open, end: i });
        open = -1;
      } else if (open < 0 && !inches) {
        open = i + 1;
      }
    }
  }
  if (open >= 0) {
    all.push({ text: text.slice(open), start: open, end: text.length });
  }
  return all;
};
