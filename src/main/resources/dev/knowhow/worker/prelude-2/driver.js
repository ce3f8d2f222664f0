// What the worker drives a flow with. It is not known to the flow. Each command returns before the
// flow's own code goes on, so one answer is digested before the next one is delivered.
const answers = [];
let nextAnswer = 0;
let nextHash = 0;
let firstOpen = 0;
let toldCalls = 0;
let toldTrace = 0;
let ended = null;

const cut = Function.prototype.call.bind(String.prototype.slice);
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
    hint: `This is a fault of the tool\u2019s script, not of what was filled in.${afterStep()}`,
  }).fault;
};
const fail = (error) => {
  ended = { failed: faultOf(error) };
};
const take = (more) => {
  for (let i = 0; i < more.length; i++) {
    answers[answers.length] = more[i];
  }
};
const begin = (json) => {
  request = parseJson(json);
  startedAt = EngineDate.parse(request.startedAt);
  seedRandom(request.seed);
  take(request.journal);
  const main = globalThis.main;
  if (typeof main !== 'function') {
    fail(new Stop({ what: 'The script has no function called main.', hint: 'Write async function main(run).' }));
    return;
  }
  (async () => main(new Run('')))().then((value) => {
    if (!(value instanceof Finished)) {
      fail(new Stop({ line: 0, what: `main returned no result.${afterStep()}`, hint: 'End it with return run.finish({ ... }).' }));
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
    fail(anotherFlow(made, answers[nextAnswer]));
    return false;
  }
  nextAnswer += 1;
  made.done = true;
  made.resolve(answer);
  return true;
};
// What main returned may have been changed by the script since it was made.
const endOrFault = () => {
  try {
    return jsonOf(ended, 0);
  } catch (refused) {
    fail(refused);
    return toJson(ended);
  }
};
// What is new since it was told last: the calls that wait and were not known yet, the trace from where
// it had ended.
const outcome = () => {
  while (firstOpen < calls.length && calls[firstOpen].done) {
    firstOpen += 1;
  }
  if (ended === null && firstOpen === calls.length) {
    fail(neverComes());
  }
  let told = '';
  const from = toldTrace;
  while (toldTrace < trace.length) {
    told += toldTrace === from ? trace[toldTrace] : `,${trace[toldTrace]}`;
    trace[toldTrace] = '';
    toldTrace += 1;
  }
  const tail = `"from":${from},"trace":[${told}]}`;
  if (ended !== null) {
    const end = ended.done === undefined ? toJson(ended) : endOrFault();
    return `${cut(end, 0, end.length - 1)},${tail}`;
  }
  let waiting = '';
  const known = toldCalls;
  while (toldCalls < calls.length) {
    const { number, name, step, lane, args, hash, done } = calls[toldCalls];
    if (!done) {
      waiting += `${waiting === '' ? '' : ','}{"number":${number},"name":${toJson(name)},"step":${toJson(step)},"lane":${toJson(lane)},"arguments":${args},"hash":"${hash}"}`;
    }
    toldCalls += 1;
  }
  return `{"waiting":[${waiting}],"known":${known},${tail}`;
};
// One thing at a time: the arguments of a call that has no hash yet, then the next answer, and when
// there is neither, what it came to.
const step = (hash) => {
  if (hash !== '') {
    calls[nextHash].hash = hash;
    nextHash += 1;
  }
  if (nextHash < calls.length) {
    return `#${calls[nextHash].args}`;
  }
  return deliver() || outcome();
};
const driver = (command, text) => {
  switch (command) {
    case 'start':
      begin(text);
      return null;
    case 'more':
      take(parseJson(text));
      return null;
    default:
      return step(text);
  }
};
