// The numbers, amounts and dates that are written in a text, by value: $1,250.00 and 1250 are the
// same, and so are April 12, 2026 and 4/12/2026.
const MONTH_WORDS =
  'january|february|march|april|may|june|july|august|september|october|november|december|' +
  'jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';
const WRITTEN_DATE = new RegExp(
  '(?<![\\p{L}\\p{N}])(?:' +
    '(?<y1>\\d{4})-(?<m1>\\d{1,2})-(?<d1>\\d{1,2})' +
    '|(?<m2>\\d{1,2})([/.-])(?<d2>\\d{1,2})\\5(?<y2>\\d{4}|\\d{2})' +
    `|(?<w3>${MONTH_WORDS})\\.?\\s+(?<d3>\\d{1,2})(?:st|nd|rd|th)?(?:(?:,\\s*|\\s+)(?<y3>\\d{4}))?` +
    `|(?<d4>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<w4>${MONTH_WORDS})\\.?(?:,?\\s+(?<y4>\\d{4}))?` +
    ')(?![\\p{L}\\p{N}])',
  'giu',
);
const WRITTEN_NUMBER =
  /(?<![\p{L}\p{N}])(?:\$\s?)?(?:(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?|(\.\d+))(?:st|nd|rd|th|\s?%)?(?![\p{L}\p{N}])/giu;
// Amounts in round words: 2.5 million, $500K. A bare letter counts only after a dollar sign: 5 m is a length.
const ROUND_NUMBER =
  /(?<![\p{L}\p{N}.,])(?:(\$)\s?)?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?:\s?(thousand|million|billion)|([km]))(?![\p{L}\p{N}])/giu;
const ZEROS = { thousand: 3, k: 3, million: 6, m: 6, billion: 9 };
const CODE = /(?<![\p{L}\p{N}])(?=\p{N}*\p{L})(?=\p{L}*\p{N})[\p{L}\p{N}]+/gu;
const LIST_MARK = /^[^\S\n]*\d{1,2}[.)](?=\s)/gm;
const monthNamed = (word) => MONTHS.findIndex((name) => name.toLowerCase().startsWith(word.toLowerCase().slice(0, 3))) + 1;
const fullYear = (text) => (text.length === 2 ? (Number(text) < 70 ? 2000 : 1900) + Number(text) : Number(text));
const numberKey = (text) => digits(exact(text.slice(0, 60), false), 0);
const blank = (text) => ' '.repeat(text.length);

// The date that a match states: a day, a month with a day, or nothing.
const dateOfMatch = (g) => {
  if (g.y1 !== undefined) {
    return dayOf(Number(g.y1), Number(g.m1), Number(g.d1));
  }
  if (g.m2 !== undefined) {
    const year = fullYear(g.y2);
    return dayOf(year, Number(g.m2), Number(g.d2)) ?? dayOf(year, Number(g.d2), Number(g.m2));
  }
  const month = monthNamed(g.w3 ?? g.w4);
  const day = Number(g.d3 ?? g.d4);
  const year = g.y3 ?? g.y4;
  if (year !== undefined) {
    return dayOf(Number(year), month, day);
  }
  return day >= 1 && day <= daysIn(2000, month) ? `${two(month)}-${two(day)}` : null;
};
// All figures of a text: { key, text } in order. Keys: n for numbers, d for days, m for a day of a
// month without a year, c for codes such as D2740.
const figuresIn = (source, asClaim) => {
  const figures = [];
  let rest = asClaim ? source.replace(LIST_MARK, blank) : source;
  rest = rest.replace(WRITTEN_DATE, (text, ...found) => {
    const date = dateOfMatch(found[found.length - 1]);
    if (date === null) {
      return text;
    }
    figures.push({ key: date instanceof Day ? `d${date.number}` : `m${date}`, text });
    return blank(text);
  });
  rest = rest.replace(ROUND_NUMBER, (text, dollar, whole, part = '', word, letter) => {
    if (word === undefined && dollar === undefined) {
      return text;
    }
    const zeros = ZEROS[(word ?? letter).toLowerCase()];
    const number = `${whole.replaceAll(',', '')}${part.slice(0, zeros).padEnd(zeros, '0')}`;
    figures.push({ key: `n${numberKey(part.length > zeros ? `${number}.${part.slice(zeros)}` : number)}`, text });
    return asClaim ? blank(text) : text;
  });
  for (const match of rest.matchAll(WRITTEN_NUMBER)) {
    const number = match[3] === undefined ? match[1].replaceAll(',', '') + (match[2] ?? '') : `0${match[3]}`;
    figures.push({ key: `n${numberKey(number)}`, text: match[0] });
  }
  for (const match of rest.matchAll(CODE)) {
    if (!/^\d+(?:st|nd|rd|th)$/i.test(match[0])) {
      figures.push({ key: `c${match[0].toLowerCase()}`, text: match[0] });
    }
  }
  return figures;
};
const addDay = (keys, day) => {
  const { year, month, day: d } = civil(day.number);
  keys.add(`d${day.number}`).add(`m${two(month)}-${two(d)}`).add(`n${year}`).add(`n${month}`).add(`n${d}`);
};
const addFigures = (keys, value) => {
  if (isUnknown(value) || typeof value === 'boolean') {
    return;
  }
  if (value instanceof Exact) {
    keys.add(`n${digits(new Exact(absolute(value.units), value.scale, false), 0)}`);
    keys.add(`n${digits(new Exact(absolute(value.units) * 100n, value.scale, false), 0)}`);
  } else if (value instanceof Day) {
    addDay(keys, value);
  } else if (isList(value)) {
    value.forEach((each) => addFigures(keys, each));
  } else if (isFields(value)) {
    Object.keys(value).forEach((name) => addFigures(keys, value[name]));
  } else {
    textFigures(shown(value)).forEach((key) => keys.add(key));
  }
};
const figureCache = new Map();
const textFigures = (text) => {
  let keys = figureCache.get(text);
  if (keys === undefined) {
    keys = new Set();
    for (const { key } of figuresIn(text, false)) {
      if (key[0] === 'd') {
        addDay(keys, new Day(Number(key.slice(1))));
      } else {
        keys.add(key);
        if (key[0] === 'm') {
          keys.add(`n${Number(key.slice(1, 3))}`).add(`n${Number(key.slice(4))}`);
        }
      }
    }
    figureCache.set(text, keys);
  }
  return keys;
};
// The figures that a value claims, to be looked for elsewhere.
const claimedFigures = (value) => {
  if (isUnknown(value) || typeof value === 'boolean') {
    return [];
  }
  if (value instanceof Exact) {
    return [{ key: `n${digits(new Exact(absolute(value.units), value.scale, false), 0)}`, text: shown(value) }];
  }
  if (value instanceof Day) {
    return [{ key: `d${value.number}`, text: shown(value) }];
  }
  if (isList(value)) {
    return value.flatMap(claimedFigures);
  }
  if (isFields(value)) {
    return Object.keys(value).flatMap((name) => claimedFigures(value[name]));
  }
  return figuresIn(shown(value), true);
};
