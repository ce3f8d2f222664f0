// The steps of a flow as methods of its run. Inside a loop each row has a run of its own, which
// knows its lane.
//
// There are no private names here: each context would have its own, and no property of a run could be
// found where the context before had it. A run is what was made as one, and nothing that stands for it.
const runs = new WeakMap();
runs.get = runs.get;
runs.set = runs.set;
const laneOf = (run) => {
  const own = runs.get(run);
  if (own === undefined) {
    throw new TypeError('a step is a method of the run that main was given');
  }
  return own.lane;
};
const askedBy = (run) => runs.get(run).asked;
const keep = (lane, name, value) => {
  if (lane === '') {
    names[name] = value;
  }
  return value;
};
class Run {
  constructor(lane) {
    runs.set(this, { lane, asked: fieldsOf() });
  }

  // The inputs by their types; a text that was left empty is not stated.
  inputs(types) {
    const read_ = readFields(types, request.inputs, '');
    for (const name of Object.keys(read_)) {
      const value = read_[name];
      names[name] = typeof value === 'string' && value.trim() === '' ? unknown(`${name} is not stated`) : value;
    }
    return names;
  }

  // The text of a source of knowledge.
  knowledge(name) {
    const at = laneOf(this);
    return keep(at, name, Object.hasOwn(request.knowledge, name) ? request.knowledge[name] : unknown(`${name} is not there`));
  }

  // The instant now, in milliseconds since 1970.
  async now() {
    const at = laneOf(this);
    const { answer } = await call('now', '', at, {});
    return EngineDate.parse(answer);
  }

  // Asks a model until the answer has its shape and its checks hold, as `otherwise` says.
  async ask(step, options) {
    const at = laneOf(this);
    const asked = new Asked(step, at, options);
    askedBy(this)[step] = asked;
    return keep(at, step, await placed(here(), asked.first()));
  }

  // Lets a person decide on something that has a name. What is not stated needs no decision.
  async review(step, named, { fills = {}, ...options } = {}) {
    const at = laneOf(this);
    const of = nameOf(named);
    const value = named[of];
    if (isUnknown(value)) {
      const why = unknown(`${step} was not needed: ${because(value)}`);
      return { value, late: false, fills: Object.fromEntries(Object.keys(fills).map((name) => [name, why])) };
    }
    const decided = await placed(here(), decide(step, at, {
      ...options, kind: 'review', of, value, fills, asked: askedBy(this)[of] ?? null,
    }));
    Object.keys(fills).forEach((name) => keep(at, name, decided.fills[name]));
    keep(at, of, decided.value);
    return decided;
  }

  // Lets a model work in turns, with what it may use, until an answer holds or its budget ends.
  async workTowards(step, options) {
    const at = laneOf(this);
    const goal = new Goal(step, at, options);
    askedBy(this)[step] = goal;
    return keep(at, step, await placed(here(), goal.first()));
  }

  // Uses another tool of the workspace and gives its results by their declared types.
  async useTool(step, tool, options) {
    const at = laneOf(this);
    return keep(at, step, await placed(here(), useTool(step, at, tool, options)));
  }

  // Finds passages of knowledge; there are none for what is not stated.
  async lookUp(step, { in: sources, for: wanted, atMost = 3 }) {
    const at = laneOf(this);
    must(isList(sources) && sources.every((name) => typeof name === 'string'), step, at, 'A look up says in nothing to look in.', 'Write in: ["rules"].');
    must(wholeFrom(atMost, 1, 99), step, at, wholeFrom(atMost, 1, 99) ? '' : `A look up wants ${shown(atMost)} passages, wanted a whole number from 1 to 99.`, 'Write atMost: 3.');
    const text = shown(unknownAmong(flat([wanted])) ?? wanted);
    const none = isUnknown(wanted) || text.trim() === '';
    const { answer } = none
      ? { answer: [] }
      : await call('lookUp', step, at, { step, in: sources, for: text, atMost: String(atMost) });
    const passages = readRows({ text: 'text', title: 'text', heading: 'text', source: 'text' }, answer, step);
    note('LOOKED_UP', step, at, none ? '' : text, { passages: answer });
    return keep(at, step, passages);
  }

  // Notes a calculated name and gives its value.
  calculate(step, name, formula, value) {
    const at = laneOf(this);
    note('CALCULATED', step, at, `${name} = ${formula}`, {
      [name]: ready(value), ...(isUnknown(value) ? { because: because(value) } : {}),
    });
    return keep(at, name, value);
  }

  // Does the steps for each row, at most so many rows at once; the results keep the rows' order.
  async forEach(step, rows, { name, atOnce = 4 }, steps) {
    const at = laneOf(this);
    if (isUnknown(rows)) {
      return keep(at, step, unknownAmong([rows]));
    }
    if (!isList(rows)) {
      must(false, step, at, `It goes through ${inShort(shown(rows))}, wanted a list.`, 'Give it a list of rows.');
    }
    if (!wholeFrom(atOnce, 1, 20)) {
      must(false, step, at, `At once are ${shown(atOnce)} rows, wanted a whole number from 1 to 20.`, 'Write atOnce: 4.');
    }
    note('LOOPED', step, at, step, { rows: String(rows.length) });
    const made = new Array(rows.length);
    let next = 0;
    const lane = async () => {
      while (next < rows.length) {
        const i = next++;
        const row = rows[i];
        const inside = at === '' ? '' : `${at}.`;
        const given = await steps(row, new Run(`${inside}${step}[${i + 1}]`));
        made[i] = Object.assign(fieldsOf(), isFields(row) ? row : { [name]: row }, given);
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, rows.length) }, lane));
    return keep(at, step, made);
  }

  // Whether a way is taken; one that can't be told is not.
  choose(step, when, holds) {
    const at = laneOf(this);
    note('CHOSE', step, at, when, {
      holds: isUnknown(holds) ? null : holds === true, ...(isUnknown(holds) ? { because: because(holds) } : {}),
    });
    return holds === true;
  }

  // Pairs the rows of two lists that agree in some fields, and computes columns for each pair. Rows
  // without a partner stay, with a side that is not stated.
  match(step, sides, on, columns) {
    const at = laneOf(this);
    const [[left, [lefts, ...leftFields]], [right, [rights, ...rightFields]]] = Object.entries(sides);
    const missing = unknownAmong([lefts, rights]);
    if (missing) {
      return keep(at, step, missing);
    }
    const rows = pairs(lefts, rights, on).map(([a, b]) => {
      const one = fieldsOf();
      on.forEach((field) => (one[field] = (a ?? b)[field]));
      leftFields.forEach((field) => (one[`${left}_${field}`] = a ? a[field] : unknown(`${left}.${field} is missing`)));
      rightFields.forEach((field) => (one[`${right}_${field}`] = b ? b[field] : unknown(`${right}.${field} is missing`)));
      const known_ = { [left]: a ?? unknown(`${left} is missing`), [right]: b ?? unknown(`${right} is missing`) };
      for (const column of Object.keys(columns)) {
        one[column] = columns[column](known_);
        known_[column] = one[column];
      }
      return one;
    });
    note('MATCHED', step, at, step, { rows: ready(rows) });
    return keep(at, step, rows);
  }

  // Checks that end the run where one does not hold.
  check(step, checks) {
    const at = laneOf(this);
    const failing = judged(step, at, checks);
    if (failing.length > 0) {
      throw checkFailed(step, at, failing[0]);
    }
  }

  // Checks where a person may let stand what does not hold.
  async checkOrAskAPerson(step, checks, { by = '', show = {} } = {}) {
    const at = laneOf(this);
    const failing = judged(step, at, checks);
    if (failing.length > 0) {
      const options = { kind: 'check', of: '', value: null, by, show, reasons: told(failing) };
      await placed(here(), decide(step, at, options));
    }
  }

  // Ends the flow with results by their names.
  finish(results) {
    return finished('result', '', results);
  }

  // Ends the flow without: says why, and shows what is there already.
  cantSay(why, results = {}) {
    return finished("can't say", String(why), results);
  }
}

// In a script that was written by hand, Knowhow keeps what it must hold to: the kinds of the results,
// and in which of them the house's words are looked for.
const KINDS = {
  letter: (value) => typeof value === 'string', text: (value) => typeof value === 'string',
  paragraph: (value) => typeof value === 'string', number: (value) => value instanceof Exact && !value.money,
  money: (value) => value instanceof Exact && value.money, date: (value) => value instanceof Day,
  length: (value) => value instanceof Length, 'yes or no': (value) => typeof value === 'boolean',
  list: (value) => isList(value) && !value.some(isFields), rows: (value) => isList(value) && value.every(isFields),
};
const resultsAsDeclared = (results) => {
  for (const name of Object.keys(results)) {
    const value = exactly(results[name]);
    if (!Object.hasOwn(RESULTS, name)) {
      throw new Stop({
        what: `There is no result \u201c${name}\u201d; there is ${Object.keys(RESULTS).join(', ')}.`,
        hint: 'Give the results that stand below results in tool.yaml.',
      });
    }
    if (!isUnknown(value) && !KINDS[RESULTS[name]](value)) {
      throw new Stop({
        what: `The result \u201c${name}\u201d is ${inShort(shown(value))}, wanted ${RESULTS[name]}.`,
        hint: 'An amount is MONEY("12.50"), a day DATE_OF("2026-11-24"); a list holds texts, rows hold fields.',
      });
    }
  }
  const said = Object.fromEntries(SAID.filter((name) => !isUnknown(results[name] ?? null)).map((name) => [name, results[name]]));
  const failing = judged('results', '', { [NEVER_SAID]: NEVER_SAY(said, NEVER) });
  if (failing.length > 0) {
    throw checkFailed('results', '', failing[0]);
  }
};
let isFinished = false;
const finished = (outcome, why, results) => {
  if (isFinished) {
    throw new Stop({ what: 'The flow ends twice.', hint: 'Call run.finish or run.cantSay once, and return at once what it gives.' });
  }
  if (typeof RESULTS !== 'undefined') {
    resultsAsDeclared(results);
  }
  const notStated = fieldsOf();
  for (const name of Object.keys(results)) {
    names[name] ??= results[name];
    if (isUnknown(results[name])) {
      notStated[name] = because(results[name]);
    }
  }
  isFinished = true;
  return new Finished({ outcome, because: why, results: ready(results), notStated });
};
const keyOf = (row, on) =>
  unknownAmong(on.map((field) => row[field])) ? null : on.map((field) => toJson(folded(shown(row[field])))).join();
const pairs = (lefts, rights, on) => {
  const free = new Map();
  rights.forEach((row) => {
    const key = keyOf(row, on);
    free.set(key, [...(free.get(key) ?? []), row]);
  });
  const taken = new Set();
  const all = lefts.map((row) => {
    const key = keyOf(row, on);
    const partner = key === null ? undefined : free.get(key)?.shift();
    taken.add(partner);
    return [row, partner];
  });
  return [...all, ...rights.filter((row) => !taken.has(row)).map((row) => [undefined, row])];
};
