// A document as it was given: its name, its text and its pages.
class Doc {
  constructor(raw) {
    this.raw = raw;
    this.name = raw.name;
    this.text = raw.text;
  }
}
const fieldsOf = () => ({ __proto__: null });
const isFields = (value) => {
  if (typeof value !== 'object' || value === null || isList(value)) {
    return false;
  }
  const kind = kindOf(value);
  return kind === null || kind === anObject || !(value instanceof Unknown || value instanceof Exact ||
    value instanceof Day || value instanceof Length || value instanceof Doc);
};

// Reads plain data by its declared type, which for rows is a list of one row's fields. What is null
// becomes not stated, under its own name.
const read = (type, json, name) => {
  if (typeof type === 'object') {
    return isList(type) ? readRows(type[0], json, name) : readFields(type, json, name);
  }
  if (type === 'list') {
    return (json ?? []).map((text) => String(text));
  }
  if (type === 'documents') {
    return (json ?? []).map((raw) => new Doc(raw));
  }
  if (json === null || json === undefined) {
    return unknown(`${name} is not stated`);
  }
  switch (type) {
    case 'number': return exact(json, false);
    case 'money': return exact(json, true);
    case 'date': return dayFrom(json);
    case 'length': return lengthFrom(json);
    case 'yes or no': return json === true;
    case 'document': return new Doc(json);
    default: return String(json);
  }
};
const readFields = (types, json, name) => {
  const fields = fieldsOf();
  for (const field of Object.keys(types)) {
    fields[field] = read(types[field], json?.[field], name === '' ? field : `${name}.${field}`);
  }
  return fields;
};
const readRows = (types, json, name) => (json ?? []).map((row, i) => readFields(types, row, `${name}[${i + 1}]`));

// A number of JavaScript as an exact one.
const exactly = (value) => {
  if (typeof value === 'bigint') {
    return new Exact(value, 0, false);
  }
  if (typeof value !== 'number') {
    return value;
  }
  if (!NUMBER_TEXT.test(String(value))) {
    throw new Stop({
      what: `${value} is no number that can be computed with exactly.`,
      hint: 'Look at what it was calculated from, or write it as NUMBER("...").',
    });
  }
  return exact(String(value), false);
};
const NUMBER_TEXT = /^-?\d{1,60}(\.\d{1,40})?$/;
const MOST_LEVELS = 64;
const cantCross = (where, what, hint) =>
  new Stop({ what: `${where === '' ? 'What is given' : where} is ${what}.`, hint });
const single = (value, where) => {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? value : value.toWellFormed();
    case 'boolean':
      return value;
    case 'bigint':
      return String(value);
    case 'number':
      if (!NUMBER_TEXT.test(String(value))) {
        throw cantCross(where, `${value}, which is no plain number`, 'Look at what it was calculated from.');
      }
      return String(value);
    default:
      throw cantCross(where, `a ${typeof value}`, 'Only texts, numbers, yes or no, lists and fields go out of a flow.');
  }
};
// A value as plain data, without its place, which costs more than all else to keep in mind.
const across = (value, level) => {
  if (typeof value !== 'object') {
    return value === undefined ? null : single(value, '');
  }
  if (value === null) {
    return null;
  }
  if (isList(value) && level <= MOST_LEVELS) {
    return value.map((each) => across(each, level + 1));
  }
  const kind = kindOf(value);
  if ((kind !== null && kind !== anObject) || level > MOST_LEVELS) {
    return crossing(value, '', level);
  }
  const fields = fieldsOf();
  for (const name of keysOf(value)) {
    fields[name] = across(value[name], level + 1);
  }
  return fields;
};
// A value as plain data. What is no data is refused with its place.
const crossing = (value, where, level) => {
  if (isUnknown(value)) {
    return null;
  }
  if (typeof value !== 'object') {
    return single(value, where);
  }
  switch (kindOf(value)) {
    case Exact.prototype: return plainExact(value);
    case Day.prototype: return isoDay(value);
    case Length.prototype: return lengthText(value);
    case Doc.prototype: return value.raw;
    default:
  }
  if (level > MOST_LEVELS) {
    throw cantCross(where, `nested more deeply than ${MOST_LEVELS} levels`, 'Give fewer levels; perhaps it holds itself.');
  }
  if (isList(value)) {
    return value.map((each, i) => crossing(each, `${where}[${i + 1}]`, level + 1));
  }
  refuseOthers(value, where);
  const fields = fieldsOf();
  for (const name of Object.keys(value)) {
    fields[name] = crossing(value[name], where === '' ? name : `${where}.${name}`, level + 1);
  }
  return fields;
};
const refuseOthers = (value, where) => {
  if (value instanceof Promise) {
    throw cantCross(where, 'a promise', 'Write await before the call that gives it.');
  }
  if (value instanceof EngineDate) {
    throw cantCross(where, 'a Date', 'Write DATE_OF("2026-11-24"), or the text that it shall be.');
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) {
    throw cantCross(where, `a ${String(prototype?.constructor?.name ?? 'thing')}`, 'Give a list or plain fields instead.');
  }
};
const plain = (value) => {
  try {
    return across(value, 0);
  } catch (refused) {
    return refused instanceof Stop ? plainOrPlace(value) : rethrown(refused);
  }
};
// A value as plain data that is text already, to be part of a larger one.
class Ready {
  constructor(json) {
    this.json = json;
  }
}
const jsonOf = (value, level) => {
  if (typeof value === 'string') {
    return toJson(value.isWellFormed() ? value : value.toWellFormed());
  }
  if (typeof value !== 'object') {
    return value === undefined ? 'null' : toJson(single(value, ''));
  }
  if (value === null) {
    return 'null';
  }
  const kind = kindOf(value);
  if (kind === Exact.prototype) {
    return `"${plainExact(value)}"`;
  }
  if (kind === Ready.prototype) {
    return value.json;
  }
  if (isList(value) && level <= MOST_LEVELS) {
    let text = '[';
    for (let i = 0; i < value.length; i++) {
      text += i === 0 ? jsonOf(value[i], level + 1) : `,${jsonOf(value[i], level + 1)}`;
    }
    return `${text}]`;
  }
  if ((kind !== null && kind !== anObject) || level > MOST_LEVELS) {
    return toJson(crossing(value, '', level));
  }
  const names = keysOf(value);
  let text = '{';
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    text += `${i === 0 ? '' : ','}${toJson(name)}:${jsonOf(value[name], level + 1)}`;
  }
  return `${text}}`;
};
const ready = (value) => {
  try {
    return new Ready(jsonOf(value, 0));
  } catch (refused) {
    return refused instanceof Stop ? new Ready(toJson(plainOrPlace(value))) : rethrown(refused);
  }
};
const rethrown = (thrown) => {
  throw thrown;
};
const plainOrPlace = (value) => {
  try {
    return crossing(value, '', 0);
  } catch (refused) {
    if (refused instanceof Stop && refused.fault.line === 0) {
      refused.fault.line = lineOf(new Error());
    }
    throw refused;
  }
};

// A value as people write it: $1,250.00 and October 9, 2026.
const shown = (value) => {
  if (typeof value === 'string') {
    return value;
  }
  if (isUnknown(value)) {
    return 'not stated';
  }
  if (typeof value !== 'object') {
    return value === true ? 'yes' : value === false ? 'no' : String(value);
  }
  switch (kindOf(value)) {
    case Exact.prototype: return shownExact(value);
    case Day.prototype: return shownDay(value);
    case Length.prototype: return lengthText(value);
    case Doc.prototype: return value.text;
    default:
  }
  if (isList(value)) {
    return value.map(shown).join(', ');
  }
  return Object.keys(value).map((name) => shown(value[name])).join(', ');
};
const inShort = (text) => {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length <= 160 ? folded : `${folded.slice(0, 157)}…`;
};

// What stands at a path below a value. Through a list it goes to every row, and lists inside lists
// become one list.
const OF = (value, path) => {
  if (!path.includes('.')) {
    return oneStep(value, path, path);
  }
  let at = value;
  for (const name of path.split('.')) {
    at = oneStep(at, name, path);
  }
  return at;
};
const oneStep = (value, name, path) => {
  if (isUnknown(value)) {
    return value instanceof Unknown ? value : unknown(`${path} is not stated`);
  }
  if (isList(value)) {
    const all = [];
    for (const row of value) {
      const inner = oneStep(row, name, path);
      if (isList(inner)) {
        all.push(...inner);
      } else {
        all.push(inner);
      }
    }
    return all;
  }
  const found = value[name];
  return found === undefined ? unknown(`${path} is not stated`) : found;
};

expose('NUMBER', (text) => exact(text, false));
expose('MONEY', (text) => exact(text, true));
expose('DATE_OF', (iso) => dayFrom(iso));
expose('LENGTH_OF', (text) => lengthFrom(text));
expose('NOT_REACHED', (name) => unknown(`${name} was not reached`));
expose('OF', OF);
