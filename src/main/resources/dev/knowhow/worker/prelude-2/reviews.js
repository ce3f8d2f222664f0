// Where a person decides. The run waits for the call's answer; who may give it, and until when, is
// the engine's to watch over.
const NEVER_SAID = 'never say';
const MOST_ROUNDS = 20;
const UNITS = { minute: 60, hour: 3600, day: 86400, week: 604800 };

// A time such as "3 days" in seconds.
const secondsIn = (text) => {
  const [, count, unit] = /^([1-9]\d{0,2}) (minute|hour|day|week)s?$/.exec(text) ?? [];
  if (unit === undefined) {
    throw new TypeError(`not a time: ${text}. Write it like "3 days"`);
  }
  return Number(count) * UNITS[unit];
};
// What a person filled in, by its declared type.
const filled = (types, fills, step) => {
  const values = fieldsOf();
  for (const name of Object.keys(types)) {
    const text = fills?.[name] ?? null;
    values[name] = text === null || text === ''
      ? unknown(`${name} was not filled in`)
      : read(types[name], types[name] === 'yes or no' ? text === true || text === 'yes' : text, `${step}.${name}`);
  }
  return values;
};
const notReviewed = (step, lane, what) =>
  new Stop({ kind: 'NOT_REVIEWED', step, lane, what, hint: 'Start it again, or give the decision more time in the step \u201creview\u201d.' });

// Asks a person until there is a decision that can stand: an edited answer is held against the
// checks again, and what the house never says does not pass whoever lets it stand.
const decide = async (step, lane, { kind, of, value, by = '', show = {}, fills = {}, within = '', reasons = [], asked = null, late = '' }) => {
  const seconds = within === '' ? '' : String(secondsIn(within));
  const shownNow = ready(show);
  let proposed = value;
  let open = reasons;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const maySendBack = asked !== null && asked.sentBack < MOST_SENT_BACK;
    const { answer } = await call('review', step, lane, {
      step, of, kind, by, value: ready(proposed), show: shownNow, fills: Object.keys(fills), within: seconds,
      reasons: open, maySendBack,
    });
    const decision = String(answer.decision);
    const comment = String(answer.comment ?? '');
    note('REVIEWED', step, lane, decision, { decision, by: String(answer.by ?? ''), comment, ...answer.fills });
    if (decision === 'late') {
      if (late === 'go on') {
        return { value: proposed, late: true, fills: filled(fills, {}, step) };
      }
      throw notReviewed(step, lane, `Nobody decided within ${within}.`);
    }
    if (decision === 'sent back' && !maySendBack) {
      throw notReviewed(step, lane, `It was sent back, and it can\u2019t be asked for again${asked === null ? '' : ` after ${MOST_SENT_BACK} times`}.`);
    }
    if (decision === 'sent back') {
      proposed = await asked.because(comment === '' ? 'A person was not content with it.' : comment, plain(proposed));
      open = [];
      continue;
    }
    const edited = decision === 'edited' && asked !== null;
    proposed = edited ? asked.read(answer.value) : proposed;
    open = standing(step, lane, proposed, asked, edited);
    if (open.length === 0) {
      return { value: proposed, late: false, fills: filled(fills, answer.fills, step) };
    }
  }
  throw notReviewed(step, lane, `It was decided ${MOST_ROUNDS} times, and still something does not hold.`);
};
// Why what was decided can't stand yet.
const standing = (step, lane, value, asked, edited) => {
  if (asked === null) {
    return [];
  }
  if (value === null) {
    return ['There is no answer that could stand. Write one, or send it back.'];
  }
  const checks = asked.check(value);
  const never = checks[NEVER_SAID];
  const failing = edited ? judged(step, lane, checks) : never?.holds === false ? [{ sentence: NEVER_SAID, reasons: never.reasons }] : [];
  return told(failing);
};
