// What authors of scripts expect beside formulas: values that read well in texts, reading what people
// write, lists and tables, and a console.
const inText = (prototype) => {
  Object.defineProperty(prototype, 'toString', { value() { return shown(this); } });
  Object.defineProperty(prototype, Symbol.toPrimitive, {
    value(hint) {
      if (hint === 'number') {
        throw new TypeError('exact values are computed with ADD, SUBTRACT, MULTIPLY, DIVIDE and compared with EQ, LT, GT');
      }
      return shown(this);
    },
  });
};
[Exact, Day, Length, Unknown].forEach((kind) => inText(kind.prototype));

const textOf = (value) => (isUnknown(value) ? '' : shown(value).trim());
const unread = (value, what) => unknownAmong([value]) ?? unknown(`\u201c${inShort(shown(value))}\u201d is no ${what}`);
const AMOUNT_TEXT = /^(?<open>\()?(?<minus>-)?\$?(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<close>\))?$/;
const amountIn = (value, money, what) => {
  if (value instanceof Exact) {
    return new Exact(value.units, value.scale, money);
  }
  const g = AMOUNT_TEXT.exec(textOf(value))?.groups;
  if (g === undefined || (g.open === undefined) !== (g.close === undefined)) {
    return unread(value, what);
  }
  const number = exact(g.digits.replaceAll(',', ''), money);
  return g.open === undefined && g.minus === undefined ? number : new Exact(-number.units, number.scale, money);
};
const dayIn = (value) => {
  const text = textOf(value);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const words = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/.exec(text);
  const month = words === null ? -1 : MONTHS.findIndex((name) => name.toLowerCase().startsWith(words[1].toLowerCase()));
  const day = iso !== null ? dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    : slashes !== null ? dayOf(Number(slashes[3]), Number(slashes[1]), Number(slashes[2]))
      : month >= 0 ? dayOf(Number(words[3]), month + 1, Number(words[2])) : null;
  return value instanceof Day ? value : day ?? unread(value, 'date');
};
const fieldOr = (by) => (typeof by === 'function' ? by : (row) => (isFields(row) ? OF(row, by) : row));
const overRows = (compute) => (rows, ...more) => (isUnknown(rows) ? unknownAmong([rows]) : compute(rows, ...more));

expose('TO_NUMBER', (value) => amountIn(exactly(value), false, 'number'));
expose('TO_MONEY', (value) => amountIn(exactly(value), true, 'amount of money'));
expose('TO_DATE', dayIn);
expose('DAYS_BETWEEN', known((from, to) => whole(to.number - from.number)));
expose('SORT', overRows((rows, by = (row) => row, way = 'ascending') => {
  const of = fieldOr(by);
  const sign = way === 'descending' ? -1 : 1;
  return rows.map((row) => ({ row, key: of(row) })).sort((a, b) => {
    const [left, right] = [isUnknown(a.key), isUnknown(b.key)];
    return left || right ? Number(left) - Number(right) : sign * order(a.key, b.key);
  }).map(({ row }) => row);
}));
expose('GROUP', overRows((rows, by) => {
  const groups = new Map();
  for (const row of rows) {
    const value = fieldOr(by)(row);
    const key = isUnknown(value) ? '' : folded(shown(value));
    groups.set(key, groups.get(key) ?? Object.assign(fieldsOf(), { [typeof by === 'string' ? by : 'by']: value, rows: [] }));
    groups.get(key).rows.push(row);
  }
  return [...groups.values()];
}));
expose('FIND', overRows((rows, field, wanted_) =>
  rows.find((row) => order(OF(row, field), wanted_) === 0) ?? unknown(`no row has ${field} ${inShort(shown(wanted_))}`)));
expose('LINES', (text) => (isUnknown(text) ? unknownAmong([text]) : shown(text).split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')));
expose('SPLIT', (text, between) => (isUnknown(text) ? unknownAmong([text]) : shown(text).split(between).map((part_) => part_.trim())));
expose('REPLACE', (text, what, instead) => (isUnknown(text) ? unknownAmong([text]) : shown(text).replaceAll(what, () => shown(instead))));
const cell = (value) => shown(value).replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
expose('TABLE', overRows((rows, columns = Object.keys(rows[0] ?? {})) =>
  [columns.map((name) => name.replaceAll('_', ' ')), columns.map(() => '---'), ...rows.map((row) => columns.map((name) => cell(OF(row, name))))]
    .map((line) => `| ${line.join(' | ')} |`).join('\n')));
expose('PLAIN', plain);

// What a script writes goes into the run's timeline, so many lines and so much of each.
const MOST_LINES = 500;
const MOST_OF_A_LINE = 2000;
let logged = 0;
const written = (value) => {
  try {
    return typeof value === 'string' ? value
      : typeof value === 'object' && value !== null && !(value instanceof Error) && !isUnknown(value) && (isList(value) || isFields(value)) ? toJson(plain(value))
        : isUnknown(value) && value !== null && value !== undefined ? shown(value) : String(value);
  } catch (unwritable) {
    return unwritable instanceof Stop ? unwritable.fault.what : 'something that has no text';
  }
};
const log = (...values) => {
  logged += 1;
  if (logged > MOST_LINES) {
    return;
  }
  const text = logged === MOST_LINES ? 'More lines are not kept.' : values.map(written).join(' ');
  note('LOGGED', '', '', text.length > MOST_OF_A_LINE ? `${text.slice(0, MOST_OF_A_LINE)}…` : text, { line: String(lineOf(new Error())) });
};
expose('console', Object.freeze({ log, info: log, warn: log, error: log, debug: log }));
