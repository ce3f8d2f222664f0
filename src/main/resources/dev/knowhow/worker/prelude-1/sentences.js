// The check sentences. Each gives whether it holds (true, false, or not stated), the reasons against
// it, and where words were found.
const verdict = (reasons, found = []) => ({ holds: reasons.length === 0, reasons, found });
const cantTell = (missing) => ({ holds: missing, reasons: missing.reasons, found: [] });
const nameOf = (named) => Object.keys(named)[0];
const listed = (names) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;

// All texts inside named values, each with the name to call it by; what is not stated has none.
const textsOf = (named) => Object.keys(named).flatMap((name) => textsIn(named[name], name));
const textsIn = (value, name) => {
  if (isUnknown(value) || typeof value === 'boolean') {
    return [];
  }
  if (isList(value)) {
    return value.flatMap((each, i) => textsIn(each, value.length === 1 ? name : `${name}[${i + 1}]`));
  }
  if (isFields(value)) {
    return Object.keys(value).flatMap((field) => textsIn(value[field], `${name}.${field}`));
  }
  return [{ name, text: shown(value) }];
};

// Looks every text of a list up in the sources.
const lookFor = (texts, sources, missing) => {
  const reasons = [];
  const found = [];
  const places = textsOf(sources);
  for (const { name, text } of texts) {
    if (text.trim() === '') {
      continue;
    }
    const tooShort = missing.least > trimmedQuote(text).length;
    let place = null;
    for (const source of tooShort ? [] : places) {
      place = findWords(text, source.text, trimmedQuote);
      if (place) {
        found.push({ source: source.name, start: place.start, end: place.end, quote: text });
        break;
      }
    }
    if (place === null) {
      const quote = `${name}: \u201c${inShort(text)}\u201d`;
      reasons.push(
        tooShort
          ? `${quote} is too short to be looked up. Quote at least 3 characters.`
          : `${quote} is not in ${listed(Object.keys(sources))} ${missing.words}`,
      );
    }
  }
  return verdict(reasons, found);
};

expose('WORD_FOR_WORD', (a, sources) =>
  lookFor(textsOf(a), sources, { least: 3, words: 'word for word. Copy the words exactly.' }));
expose('QUOTED_WORDS', (a, sources) => {
  const quoted = textsOf(a).flatMap(({ name, text }) => quotations(text).map((each) => ({ name, text: each.text })));
  return lookFor(quoted, sources, { least: 3, words: 'word for word. Quote only exact words, or leave the quotation marks out.' });
});
expose('EACH_APPEARS', (a, sources) => {
  const missing = unknownAmong(Object.values(sources));
  return missing
    ? cantTell(missing)
    : lookFor(textsOf(a), sources, { least: 0, words: 'as it must be. Use exactly these words.' });
});
expose('NUMBERS_APPEAR', (a, sources) => {
  const keys = new Set();
  addFigures(keys, Object.values(sources));
  const reasons = [];
  for (const { key, text } of claimedFigures(a[nameOf(a)])) {
    const reason = `${nameOf(a)}: \u201c${text}\u201d is not in ${listed(Object.keys(sources))}. Use only numbers, amounts and dates that stand there.`;
    if (!keys.has(key) && !reasons.includes(reason)) {
      reasons.push(reason);
    }
  }
  return verdict(reasons);
});

const onText = (judge) => (a, ...more) => {
  const value = a[nameOf(a)];
  return isUnknown(value) ? cantTell(unknownAmong([value])) : judge(textsOf(a), nameOf(a), ...more);
};
const anyMentions = (texts, words) => texts.some(({ text }) => mentions(text, words));
expose('MENTIONS', onText((texts, name, words) =>
  verdict(words.filter((each) => !anyMentions(texts, each)).map((each) => `${name} does not mention \u201c${each}\u201d.`))));
expose('DOES_NOT_MENTION', onText((texts, name, words) =>
  verdict(words.filter((each) => anyMentions(texts, each)).map((each) => `${name} mentions \u201c${each}\u201d. Leave it out.`))));
const ofValues = (sign) => onText((texts, name, b) => {
  const missing = unknownAmong(Object.values(b));
  if (missing) {
    return cantTell(missing);
  }
  const wrong = textsOf(b).filter(({ text }) => text.trim() !== '' && anyMentions(texts, text) !== sign);
  return verdict(wrong.map(({ text }) => `${name} ${sign ? 'does not mention' : 'mentions'} ${nameOf(b)}: \u201c${inShort(text)}\u201d.`));
});
expose('MENTIONS_VALUE', ofValues(true));
expose('DOES_NOT_MENTION_VALUE', ofValues(false));
expose('AT_MOST_WORDS', onText((texts, name, most) => {
  const words = texts.reduce((sum, { text }) => sum + wordsIn(text), 0);
  return verdict(words <= most ? [] : [`${name} has ${words} words. It may have at most ${most}.`]);
}));
expose('ASKS_ONE_QUESTION', onText((texts, name) => {
  const marks = texts.reduce((sum, { text }) => sum + text.split('?').length - 1, 0);
  return verdict(marks === 1 ? [] : [`${name} asks ${marks === 0 ? 'no question' : `${marks} questions`}. It must ask exactly one.`]);
}));
expose('HAS_A_DATE', onText((texts, name) =>
  verdict(texts.some(({ text }) => figuresIn(text, true).some(({ key }) => key[0] === 'd')) ? [] : [`${name} has no date.`])));
expose('IS_ONE_OF', onText((texts, name, options) =>
  verdict(texts.filter(({ text }) => !options.some((option) => folded(option) === folded(text)))
    .map(({ text }) => `${name} is \u201c${inShort(text)}\u201d. It must be one of ${listed(options)}.`))));
expose('NEVER_SAY', (a, words) => {
  const reasons = [];
  for (const { name, text } of textsOf(a)) {
    for (const each of words) {
      if (mentions(text, each)) {
        reasons.push(`${name} says \u201c${each}\u201d, which this house never says. Leave it out.`);
      }
    }
  }
  return verdict(reasons);
});
// A formula that must hold, with the values of the names in it.
expose('HOLDS', (holds, names) => {
  if (isUnknown(holds)) {
    return cantTell(unknownAmong([holds]));
  }
  const values = Object.keys(names).map((name) => `${name} is ${inShort(shown(names[name]))}`);
  return verdict(holds ? [] : [values.length === 0 ? 'It does not hold.' : `It does not hold: ${values.join(', ')}.`]);
});
