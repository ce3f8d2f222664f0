// A length in whole nanometres; 1 inch is exactly 25,400,000 of them. It remembers how it was written.
class Length {
  constructor(nanometres, text, metric) {
    this.nanometres = nanometres;
    this.text = text;
    this.metric = metric;
  }
}
const INCH = 25400000n;
const UNITS = {
  mm: 1000000n, cm: 10000000n, m: 1000000000n, in: INCH, inch: INCH, inches: INCH,
  ft: 12n * INCH, foot: 12n * INCH, feet: 12n * INCH,
};
const AMOUNT = '(?:\\d{1,9}\\s+\\d{1,5}\\/\\d{1,5}|\\d{1,9}\\/\\d{1,5}|\\d{1,9}(?:\\.\\d{1,9})?)';
const METRIC = new RegExp(`^(-?)(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(mm|cm|m)$`);
const IMPERIAL = new RegExp(
  `^(-?)(?:(${AMOUNT})\\s*(?:'|ft\\.?|feet|foot))?(?:(?:\\s*-\\s*|\\s*)(${AMOUNT})\\s*(?:"|''|in\\.?|inches|inch))?$`,
);
// An amount such as 6, 1.5, 3/4 or 6 1/2, times a unit, in nanometres; nothing if it is not whole.
const amountOf = (text, unit) => {
  const fraction = /^(?:(\d+)\s+)?(\d+)\/(\d+)$/.exec(text);
  let top;
  let bottom;
  if (fraction) {
    bottom = BigInt(fraction[3]);
    if (bottom === 0n) {
      return null;
    }
    top = BigInt(fraction[1] ?? '0') * bottom + BigInt(fraction[2]);
  } else {
    const number = exact(text, false);
    top = number.units;
    bottom = ten(number.scale);
  }
  return (top * unit) % bottom === 0n ? (top * unit) / bottom : null;
};
// The length that a text states, or nothing.
const lengthIn = (text) => {
  const written = text.trim().replace(/[\u2018\u2019\u2032]/g, "'").replace(/[\u201c\u201d\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-').toLowerCase();
  const metric = METRIC.exec(written);
  if (metric) {
    const nanometres = amountOf(metric[2], UNITS[metric[3]]);
    return nanometres === null ? null : new Length(metric[1] ? -nanometres : nanometres, text.trim(), true);
  }
  const imperial = IMPERIAL.exec(written);
  if (!imperial || (imperial[2] === undefined && imperial[3] === undefined)) {
    return null;
  }
  const feet = imperial[2] === undefined ? 0n : amountOf(imperial[2], 12n * INCH);
  const inches = imperial[3] === undefined ? 0n : amountOf(imperial[3], INCH);
  if (feet === null || inches === null) {
    return null;
  }
  const nanometres = feet + inches;
  return new Length(imperial[1] ? -nanometres : nanometres, text.trim(), false);
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
  const feet = size / (12n * INCH);
  const rest = size % (12n * INCH);
  const sixtyFourth = INCH / 64n;
  let inches;
  if (rest % sixtyFourth === 0n) {
    const wholeInches = rest / INCH;
    let top = (rest % INCH) / sixtyFourth;
    let bottom = 64n;
    while (top > 0n && top % 2n === 0n) {
      top /= 2n;
      bottom /= 2n;
    }
    const fraction = top === 0n ? '' : `${top}/${bottom}`;
    inches = fraction === '' ? `${wholeInches}"` : wholeInches === 0n ? `${fraction}"` : `${wholeInches} ${fraction}"`;
  } else {
    inches = `${digits(roundExact(overExact(new Exact(rest, 0, false), new Exact(INCH, 0, false), false), 6, halfEven), 0)}"`;
  }
  return feet === 0n ? sign + inches : `${sign}${feet}'-${inches}`;
};
const lengthText = (length) =>
  length.text ?? (length.metric ? metricText(length.nanometres) : imperialText(length.nanometres));
