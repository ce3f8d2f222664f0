// Letters, digits and nothing else decide whether two texts are equal; see words.js for finding.
const folded = (text) => text.trim().replace(/\s+/g, ' ').toLowerCase();

// -1, 0 or 1, or what is not stated.
const order = (one, other) => {
  if (isUnknown(one) || isUnknown(other)) {
    return unknownAmong([one, other]);
  }
  if (typeof one === 'string' && typeof other === 'string') {
    const left = folded(one);
    const right = folded(other);
    return left < right ? -1 : left > right ? 1 : 0;
  }
  const a = exactly(one);
  const b = exactly(other);
  if (a instanceof Exact && b instanceof Exact) {
    return compareExact(a, b);
  }
  if (a instanceof Day && b instanceof Day) {
    return Math.sign(a.number - b.number);
  }
  if (a instanceof Length && b instanceof Length) {
    return a.nanometres < b.nanometres ? -1 : a.nanometres > b.nanometres ? 1 : 0;
  }
  if (typeof a === 'boolean' && typeof b === 'boolean') {
    return a === b ? 0 : a ? 1 : -1;
  }
  const left = folded(shown(a));
  const right = folded(shown(b));
  return left < right ? -1 : left > right ? 1 : 0;
};
const compared = (test) => (a, b) => {
  const o = order(a, b);
  return o instanceof Unknown ? o : test(o);
};

const AND = (...all) => (all.includes(false) ? false : unknownAmong(all) ?? true);
const OR = (...all) => (all.includes(true) ? true : unknownAmong(all) ?? false);
const NOT = (a) => (isUnknown(a) ? unknownAmong([a]) : !a);
const IS_STATED = (value) => !isUnknown(value) && !(isList(value) && value.length === 0);

expose('EQ', compared((o) => o === 0));
expose('NE', compared((o) => o !== 0));
expose('LT', compared((o) => o < 0));
expose('LE', compared((o) => o <= 0));
expose('GT', compared((o) => o > 0));
expose('GE', compared((o) => o >= 0));
expose('AND', AND);
expose('OR', OR);
expose('NOT', NOT);
expose('IS_STATED', IS_STATED);
expose('IS_NOT_STATED', (value) => !IS_STATED(value));
expose('IF', (condition, yes, no) => (isUnknown(condition) ? unknownAmong([condition]) : condition ? yes : no));
// The text of the first case that holds; a case that can't be told does not hold.
expose('FIRST_THAT_HOLDS', (...cases) => {
  for (const [text, holds] of cases) {
    if (holds === true) {
      return text;
    }
  }
  return unknown('no case holds');
});
