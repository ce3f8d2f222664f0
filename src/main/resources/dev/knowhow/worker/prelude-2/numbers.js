// Something that is not there. It carries why, and whatever is calculated from it is not stated
// either, for the same reasons.
class Unknown {
  constructor(reasons) {
    this.reasons = reasons;
  }
}
const unknown = (reason) => new Unknown([reason]);
const isUnknown = (value) =>
  typeof value === 'object' ? value === null || kindOf(value) === Unknown.prototype : value === undefined;
const reasonsOf = (value) => (value instanceof Unknown ? value.reasons : ['a value is not stated']);
// The reasons of all that are not stated among some values, or nothing if all are stated.
const unknownAmong = (values) => {
  let reasons = null;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (isUnknown(value)) {
      reasons ??= [];
      for (const reason of reasonsOf(value)) {
        if (!reasons.includes(reason) && reasons.length < 5) {
          reasons.push(reason);
        }
      }
    }
  }
  return reasons === null ? null : new Unknown(reasons);
};

const TENS = [1n];
const ten = (power) => {
  while (TENS.length <= power) {
    TENS.push(TENS[TENS.length - 1] * 10n);
  }
  return TENS[power];
};
const absolute = (n) => (n < 0n ? -n : n);
// n / d to a whole number; halves go to the even neighbour.
const halfEven = (n, d) => {
  const negative = n < 0n !== d < 0n;
  const top = absolute(n);
  const bottom = absolute(d);
  let q = top / bottom;
  const twice = (top % bottom) * 2n;
  if (twice > bottom || (twice === bottom && q % 2n === 1n)) {
    q += 1n;
  }
  return negative ? -q : q;
};
// n / d to a whole number; halves go away from zero, as in a spreadsheet.
const halfUp = (n, d) => {
  const negative = n < 0n !== d < 0n;
  const top = absolute(n);
  const bottom = absolute(d);
  let q = top / bottom;
  if ((top % bottom) * 2n >= bottom) {
    q += 1n;
  }
  return negative ? -q : q;
};

// An exact decimal number, units / 10^scale, which may be an amount of money.
class Exact {
  constructor(units, scale, money) {
    while (scale > 0 && units % 10n === 0n) {
      units /= 10n;
      scale -= 1;
    }
    this.units = units;
    this.scale = scale;
    this.money = money;
  }
}
const DIVISION_PLACES = 12;
const exact = (text, money) => {
  const parts = /^(-?)(\d{1,60})(?:\.(\d{1,40}))?$/.exec(text);
  if (parts === null) {
    throw new TypeError(`not a number: ${text}`);
  }
  const fraction = parts[3] ?? '';
  const units = BigInt(parts[2] + fraction);
  return new Exact(parts[1] === '-' ? -units : units, fraction.length, money);
};
const whole = (n) => new Exact(BigInt(n), 0, false);
const unitsAt = (number, scale) => number.units * ten(scale - number.scale);
const compareExact = (a, b) => {
  if (a.scale === b.scale) {
    return a.units < b.units ? -1 : a.units > b.units ? 1 : 0;
  }
  const scale = Math.max(a.scale, b.scale);
  const left = unitsAt(a, scale);
  const right = unitsAt(b, scale);
  return left < right ? -1 : left > right ? 1 : 0;
};
const addExact = (a, b, sign) => {
  if (a.scale === b.scale) {
    return new Exact(sign < 0n ? a.units - b.units : a.units + b.units, a.scale, a.money || b.money);
  }
  const scale = Math.max(a.scale, b.scale);
  return new Exact(unitsAt(a, scale) + sign * unitsAt(b, scale), scale, a.money || b.money);
};
const timesExact = (a, b) => new Exact(a.units * b.units, a.scale + b.scale, a.money || b.money);
const overExact = (a, b, money) => {
  const top = a.units * ten(DIVISION_PLACES + b.scale);
  return new Exact(halfEven(top, b.units * ten(a.scale)), DIVISION_PLACES, money);
};
const roundExact = (a, places, rounding) => {
  if (places >= a.scale) {
    return a;
  }
  const units = rounding(a.units, ten(a.scale - places));
  return places >= 0 ? new Exact(units, places, a.money) : new Exact(units * ten(-places), 0, a.money);
};
// Digits with at least some places, such as 1250.00.
const digits = (number, least) => {
  const scale = number.scale < least ? least : number.scale;
  if (scale === 0) {
    return String(number.units);
  }
  const all = absolute(unitsAt(number, scale)).toString().padStart(scale + 1, '0');
  const point = all.length - scale;
  const text = `${all.slice(0, point)}.${all.slice(point)}`;
  return number.units < 0n ? `-${text}` : text;
};
const plainExact = (number) => (number.money ? digits(roundExact(number, 2, halfEven), 2) : digits(number, 0));
const grouped = (text) => text.replace(/^(-?)(\d+)/, (_, sign, front) => sign + front.replace(/\B(?=(\d{3})+$)/g, ','));
const shownExact = (number) => {
  if (!number.money) {
    return digits(number, 0);
  }
  const text = grouped(digits(roundExact(number, 2, halfEven), 2));
  return text.startsWith('-') ? `-$${text.slice(1)}` : `$${text}`;
};
// A whole number as a JavaScript number, or nothing.
const wholeNumber = (number) =>
  number instanceof Exact && number.scale === 0 && absolute(number.units) < 10000000n ? Number(number.units) : null;
