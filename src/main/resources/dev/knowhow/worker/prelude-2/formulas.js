// The arithmetic and the functions of formulas. Each gives "not stated" for what can't be computed,
// with the reason; none throws over data.
const known = (compute) => (...values) => unknownAmong(values) ?? compute(...values.map(exactly));
const known2 = (compute) => (a, b) =>
  isUnknown(a) || isUnknown(b) ? unknownAmong([a, b]) : compute(exactly(a), exactly(b));
const flat = (values) => {
  const all = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (isList(value)) {
      for (let j = 0; j < value.length; j++) {
        all.push(exactly(value[j]));
      }
    } else {
      all.push(exactly(value));
    }
  }
  return all;
};
const overList = (compute) => (...values) => {
  const all = flat(values);
  return unknownAmong(all) ?? compute(all);
};

const ADD = known2((a, b) => {
  if (a instanceof Day || b instanceof Day) {
    const [day, days] = a instanceof Day ? [a, b] : [b, a];
    return dayPlus(day, days, 1);
  }
  if (a instanceof Length) {
    return lengthOf(a.nanometres + b.nanometres, a);
  }
  return addExact(a, b, 1n);
});
const SUBTRACT = known2((a, b) => {
  if (a instanceof Day) {
    return b instanceof Day ? whole(a.number - b.number) : dayPlus(a, b, -1);
  }
  if (a instanceof Length) {
    return lengthOf(a.nanometres - b.nanometres, a);
  }
  return addExact(a, b, -1n);
});
const dayPlus = (day, days, sign) => {
  const n = wholeNumber(days);
  return n === null
    ? unknown(`${shown(days)} is no whole number of days`)
    : dayNumbered(day.number + sign * n, `${shown(day)} ${sign < 0 ? '-' : '+'} ${n} days`);
};
const lengthOf = (nanometres, like) => new Length(nanometres, null, like.metric);
const MULTIPLY = known2((a, b) => {
  if (a instanceof Length || b instanceof Length) {
    const [length, times] = a instanceof Length ? [a, b] : [b, a];
    return lengthOf(halfEven(length.nanometres * times.units, ten(times.scale)), length);
  }
  return timesExact(a, b);
});
const DIVIDE = known2((a, b) => {
  const zero = b instanceof Length ? b.nanometres === 0n : b.units === 0n;
  if (zero) {
    return unknown(`${shown(a)} can't be divided by 0`);
  }
  if (a instanceof Length) {
    return b instanceof Length
      ? overExact(new Exact(a.nanometres, 0, false), new Exact(b.nanometres, 0, false), false)
      : lengthOf(halfEven(a.nanometres * ten(b.scale), b.units), a);
  }
  return overExact(a, b, a.money && !b.money);
});
const NEGATE = known((a) =>
  a instanceof Length ? lengthOf(-a.nanometres, a) : new Exact(-a.units, a.scale, a.money));
const ABS = known((a) =>
  a instanceof Length ? lengthOf(absolute(a.nanometres), a) : new Exact(absolute(a.units), a.scale, a.money));

const sumFrom = (nothing) => overList((all) => (all.length === 0 ? nothing() : all.reduce((sum, next) => ADD(sum, next))));
const SUM = sumFrom(() => whole(0));
const best = (sign) => overList((all) => {
  if (all.length === 0) {
    return unknown('the list is empty');
  }
  return all.reduce((so, next) => (order(next, so) * sign > 0 ? next : so));
});
const AVERAGE = overList((all) =>
  all.length === 0 ? unknown('the list is empty') : DIVIDE(SUM(all), whole(all.length)));
const COUNT = (...values) => {
  if (values.some((value) => !isList(value) && isUnknown(value))) {
    return unknownAmong(values);
  }
  return whole(flat(values).filter((value) => !isUnknown(value)).length);
};
// The rows for which a condition holds, or one field of them. A condition that can't be told for
// one row makes the whole list not stated.
const WHERE = (rows, condition, field) => {
  if (isUnknown(rows)) {
    return unknownAmong([rows]);
  }
  const verdicts = rows.map(condition);
  const missing = unknownAmong(verdicts);
  if (missing) {
    return missing;
  }
  const kept = rows.filter((_, i) => verdicts[i]);
  return field === undefined ? kept : OF(kept, field);
};
const ROUND = known((a, places = whole(0)) => {
  const n = wholeNumber(places);
  return n === null || Math.abs(n) > 30 ? unknown(`ROUND has no ${shown(places)} places`) : roundExact(a, n, halfUp);
});

const text1 = (compute) => known((a) => compute(shown(a)));
const TEXT = text1((text) => text);
const JOIN = (list, between = ', ') => {
  const all = flat([list]);
  return unknownAmong([...all, between]) ?? all.map(shown).join(between);
};
const UNIQUE = (list) => {
  if (isUnknown(list)) {
    return unknownAmong([list]);
  }
  const seen = new Set();
  return flat([list]).filter((value) => {
    const key = isUnknown(value) ? '' : toJson(typeof value === 'string' ? folded(value) : plain(value));
    return !seen.has(key) && seen.add(key);
  });
};
const FIRST = (list) => {
  const all = flat([list]);
  return all.length === 0 ? unknown('the list is empty') : isUnknown(all[0]) ? unknownAmong(all) : all[0];
};
const wordsIn = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const onWhole = (name, compute) => known((...values) => {
  const numbers = values.map((value) => (value instanceof Exact ? wholeNumber(value) : value));
  return numbers.includes(null) ? unknown(`${name} needs whole numbers`) : compute(...numbers);
});
const part = (pick) => known((day) => whole(pick(civil(day.number))));

expose('ADD', ADD);
expose('SUBTRACT', SUBTRACT);
expose('MULTIPLY', MULTIPLY);
expose('DIVIDE', DIVIDE);
expose('NEGATE', NEGATE);
expose('ABS', ABS);
expose('SUM', SUM);
expose('SUM_OF_MONEY', sumFrom(() => exact('0', true)));
expose('SUM_OF_LENGTHS', sumFrom(() => new Length(0n, null, false)));
expose('COUNT', COUNT);
expose('MIN', best(-1));
expose('MAX', best(1));
expose('AVERAGE', AVERAGE);
expose('WHERE', WHERE);
expose('ROUND', ROUND);
expose('EXACT', known((a, b) => shown(a) === shown(b)));
expose('WORDS', text1((text) => whole(wordsIn(text))));
expose('UPPER', text1((text) => text.toUpperCase()));
expose('LOWER', text1((text) => text.toLowerCase()));
expose('TRIM', text1((text) => text.trim().replace(/ +/g, ' ')));
expose('TEXT', TEXT);
expose('TOGETHER', (...parts) => unknownAmong(parts) ?? parts.map(shown).join(''));
expose('JOIN', JOIN);
expose('UNIQUE', UNIQUE);
expose('FIRST', FIRST);
expose('DATE', onWhole('DATE', (y, m, d) => dayOf(y, m, d) ?? unknown(`there is no day ${y}-${two(m)}-${two(d)}`)));
expose('YEAR', part((day) => day.year));
expose('MONTH', part((day) => day.month));
expose('DAY', part((day) => day.day));
expose('EDATE', onWhole('EDATE', (day, months) => addMonths(day, months)));
expose('WORKDAY', onWhole('WORKDAY', (day, n) => addWorkdays(day, n)));
expose('NETWORKDAYS', known((from, to) => whole(workdaysBetween(from.number, to.number))));
expose('TODAY', () => new Day(Math.floor(startedAt / 86400000)));
