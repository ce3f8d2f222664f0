// Holds plain data from outside against its declared type before it is read: each thing that does not
// fit, in a sentence.
const fitsText = {
  number: (text) => NUMBER_TEXT.test(text),
  money: (text) => NUMBER_TEXT.test(text) && exact(text, true).scale <= 2,
  date: (text) => {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    return parts !== null && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
  },
  length: (text) => lengthIn(text) !== null,
};
const wanted = (where, json, what) => [
  `${where === '' ? 'the whole' : where}: found ${inShort(toJson(json) ?? 'nothing')}, wanted ${what}.`,
];
const misfits = (type, json, where = '') => {
  const inside = (name) => (where === '' ? name : `${where}.${name}`);
  const missing = json === null || json === undefined;
  if (isList(type)) {
    return missing ? [] : isList(json) ? json.flatMap((row, i) => misfits(type[0], row, inside(String(i + 1)))) : wanted(where, json, 'a list of rows');
  }
  if (typeof type === 'object') {
    return missing || isList(json) || typeof json !== 'object'
      ? wanted(where, json, 'fields')
      : Object.keys(type).flatMap((name) => misfits(type[name], Object.hasOwn(json, name) ? json[name] : null, inside(name)));
  }
  if (missing) {
    return [];
  }
  if (type === 'list') {
    return isList(json) && json.every((each) => typeof each === 'string') ? [] : wanted(where, json, 'a list of texts');
  }
  if (type === 'yes or no') {
    return typeof json === 'boolean' ? [] : wanted(where, json, 'yes or no');
  }
  if (typeof json !== 'string') {
    return wanted(where, json, `a ${type}`);
  }
  return Object.hasOwn(fitsText, type) && !fitsText[type](json) ? wanted(where, json, `a ${type}`) : [];
};
// The fields that are not there and must be.
const unstated = (names, json) =>
  names.filter((name) => (json[name] ?? null) === null).map((name) => `${name}: found nothing, wanted a value.`);
