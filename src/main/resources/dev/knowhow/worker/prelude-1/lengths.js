// A length in whole nanometres; 1 inch is exactly 25,400,000 of them. It remembers how it was written.
class Length {
  constructor(nanometres, text, metric) {
    this.nanometres = nanometres;
    this.text = text;
    this.metric = metric;
  }
}
const INCH = 25400000n;
const FOOT = 12n * INCH;
const METRES = { mm: 1000000n, cm: 10000000n, m: 1000000000n };
const FRACTIONS = {
  '\u00bd': '1/2', '\u00bc': '1/4', '\u00be': '3/4', '\u215b': '1/8', '\u215c': '3/8', '\u215d': '5/8', '\u215e': '7/8',
};
const AMOUNT = '[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?';
const IMPERIAL = new RegExp(
  `^(?<minus>-)?(?:(?<feet>${AMOUNT}) ?(?:'|ft\\b\\.?|foot\\b|feet\\b))?` +
    `(?: ?-? ?(?:(?<whole>${AMOUNT})(?:[ -](?<top>[0-9]+)/(?<bottom>[0-9]+))?` +
    `|(?<onlyTop>[0-9]+)/(?<onlyBottom>[0-9]+)) ?(?:"|in\\b\\.?|inch\\b|inches\\b))?$`,
);
const METRIC = new RegExp(`^(?<minus>-)?(?<number>${AMOUNT}) ?(?<unit>mm|cm|m)\\.?$`);
// The same text with straight quotes, plain fractions and single spaces.
const plainLength = (text) =>
  text
    .replace(/[\u00bd\u00bc\u00be\u215b-\u215e]/g, (c) => ` ${FRACTIONS[c]}`)
    .replace(/[\u2019\u2018\u2032]/g, "'").replace(/[\u201d\u201c\u2033]/g, '"')
    .replace(/[\u2013\u2212\u2011]/g, '-').replaceAll("''", '"').replace(/\s+/g, ' ')
    .replace(/([-']) (?=[0-9]+\/)/g, '$1').trim();
// An amount times a unit in nanometres; nothing where these are not whole.
const timesUnit = (text, unit) => {
  const number = exact(text.replaceAll(',', ''), false);
  const top = number.units * unit;
  return top % ten(number.scale) === 0n ? top / ten(number.scale) : null;
};
const inchesIn = (g) => {
  const top = g.whole === undefined ? g.onlyTop : g.top;
  const bottom = g.whole === undefined ? g.onlyBottom : g.bottom;
  const wholes = g.whole === undefined ? 0n : timesUnit(g.whole, INCH);
  if (top === undefined || wholes === null) {
    return wholes;
  }
  const parts = Number(bottom);
  if (top.length > 2 || bottom.length > 2 || g.whole?.includes('.') || ![2, 4, 8, 16, 32, 64].includes(parts)
    || Number(top) >= parts) {
    return null;
  }
  return wholes + (INCH / BigInt(parts)) * BigInt(top);
};
// The length that a text states, or nothing.
const lengthIn = (text) => {
  const written = text.length > 60 ? '' : plainLength(text);
  const metric = METRIC.exec(written)?.groups;
  if (metric !== undefined) {
    const size = timesUnit(metric.number, METRES[metric.unit]);
    return size === null ? null : new Length(metric.minus ? -size : size, text.trim(), true);
  }
  const g = IMPERIAL.exec(written)?.groups;
  const hasInches = g !== undefined && (g.whole !== undefined || g.onlyTop !== undefined);
  if (g === undefined || (g.feet === undefined && !hasInches)) {
    return null;
  }
  const inches = hasInches ? inchesIn(g) : 0n;
  const feet = g.feet === undefined ? 0n : timesUnit(g.feet, FOOT);
  if (inches === null || feet === null || (g.feet !== undefined && (inches >= FOOT || (hasInches && g.feet.includes('.'))))) {
    return null;
  }
  return new Length(g.minus ? -(feet + inches) : feet + inches, text.trim(), false);
};
const lengthFrom = (text) => {
  const length = lengthIn(text);
  if (length === null) {
    throw new TypeError(`not a length: ${text}`);
  }
  return length;
};
const metricText = (nanometres) => `${digits(new Exact(nanometres, 6, false), 0)} mm`;
// Feet, inches and 64ths where that is exact; else decimal inches.
const imperialText = (nanometres) => {
  const sign = nanometres < 0n ? '-' : '';
  const size = absolute(nanometres);
  const feet = size / FOOT;
  const rest = size % FOOT;
  let inches;
  if (rest % (INCH / 64n) === 0n) {
    let top = (rest % INCH) / (INCH / 64n);
    let bottom = 64n;
    while (top > 0n && top % 2n === 0n) {
      top /= 2n;
      bottom /= 2n;
    }
    const parts = [feet > 0n || rest / INCH > 0n || top === 0n ? `${rest / INCH}` : '', top === 0n ? '' : `${top}/${bottom}`];
    inches = `${parts.filter((part) => part !== '').join(' ')}"`;
  } else {
    const decimal = overExact(new Exact(rest, 0, false), new Exact(INCH, 0, false), false);
    inches = `${digits(roundExact(decimal, 6, halfEven), 0)}"`;
  }
  return feet === 0n ? sign + inches : `${sign}${feet}'-${inches}`;
};
const lengthText = (length) =>
  length.text ?? (length.metric ? metricText(length.nanometres) : imperialText(length.nanometres));
