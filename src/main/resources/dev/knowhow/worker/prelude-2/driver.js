// What the worker drives a flow with. It is not known to the flow. Each command returns before the
// flow's own code goes on, so one answer is digested before the next one is delivered.
const answers = [];
let nextAnswer = 0;
let nextHash = 0;
let ended = null;

const lineIn = (error) => {
  const place = /flow\.js:(\d+)/.exec(String(error?.stack ?? ''));
  return place === null ? 0 : Number(place[1]);
};
const faultOf = (error) => {
  if (error instanceof Stop) {
    return error.fault;
  }
  let what;
  try {
    what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } catch {
    what = 'The script threw something that has no text.';
  }
  return new Stop({
    line: lineIn(error), what: inShort(String(what)),
    hint: 'This is a fault of the tool\u2019s script, not of what was filled in.',
  }).fault;
};
const fail = (error) => {
  ended = { failed: faultOf(error) };
};
const begin = (json) => {
  request = parseJson(json);
  startedAt = EngineDate.parse(request.startedAt);
  seedRandom(request.seed);
  answers.push(...request.journal);
  const main = globalThis.main;
  if (typeof main !== 'function') {
    fail(new Stop({ what: 'The script has no function called main.', hint: 'Write async function main(run).' }));
    return;
  }
  (async () => main(new Run('')))().then((value) => {
    if (!(value instanceof Finished)) {
      fail(new Stop({ what: 'main returned no result.', hint: 'End it with return run.finish({ ... }).' }));
      return;
    }
    ended = { done: value.result };
    if (typeof globalThis.holds === 'function') {
      judged('holds', '', globalThis.holds(names));
    }
  }).then(undefined, fail);
};
const deliver = () => {
  if (ended !== null || nextAnswer >= answers.length) {
    return false;
  }
  const { number, name, hash, answer } = answers[nextAnswer];
  const made = calls[Number(number) - 1];
  if (made === undefined || made.done || made.name !== name || made.hash !== hash) {
    fail(new Stop({
      kind: 'ANOTHER_VERSION', step: made?.step ?? '', lane: made?.lane ?? '',
      what: 'This run was made with another version of the flow.',
      hint: 'Start a new run with the version that is published now.',
    }));
    return false;
  }
  nextAnswer += 1;
  made.done = true;
  made.resolve(answer);
  return true;
};
const outcome = () => {
  const open = calls.filter((made) => !made.done);
  if (ended === null && open.length === 0) {
    fail(new Stop({ what: 'The flow waits for something that never comes.', hint: 'Await only what the run gives.' }));
  }
  const told = `"trace":[${trace.join(',')}]`;
  if (ended !== null) {
    return `${toJson(ended).slice(0, -1)},${told}}`;
  }
  const waiting = open.map(({ number, name, step, lane, args, hash }) =>
    `{"number":${number},"name":${toJson(name)},"step":${toJson(step)},"lane":${toJson(lane)},"arguments":${args},"hash":${toJson(hash)}}`);
  return `{"waiting":[${waiting.join(',')}],${told}}`;
};
const driver = (command, text) => {
  switch (command) {
    case 'start':
      begin(text);
      return null;
    case 'more':
      answers.push(...parseJson(text));
      return null;
    case 'unhashed':
      return nextHash < calls.length ? calls[nextHash].args : null;
    case 'hashed':
      calls[nextHash].hash = text;
      nextHash += 1;
      return null;
    case 'deliver':
      return deliver();
    default:
      return outcome();
  }
};
