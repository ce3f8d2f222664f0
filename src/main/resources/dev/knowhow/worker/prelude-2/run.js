// The run that a flow is given: its calls to the outside and what it tells about itself.
const MAX_CALLS = 10000;
const MAX_TRACE = 50000;
const calls = [];
const trace = [];
const names = fieldsOf();
let request = null;

// The line of the script that a place in its stack is in; 0 where there is none.
const lineOf = (error) => {
  const place = /flow\.js:(\d+)/.exec(String(error?.stack ?? ''));
  return place === null ? 0 : Number(place[1]);
};
// A stated failure of the flow.
class Stop {
  constructor(fault) {
    this.fault = { kind: 'SCRIPT', step: '', lane: '', line: lineOf(new Error()), sentence: '', what: '', hint: '', ...fault };
  }
}
// Refuses what a call of the script was given wrongly.
const must = (holds, step, lane, what, hint) => {
  if (!holds) {
    throw new Stop({ step: String(step), lane, what, hint });
  }
};
const wholeFrom = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;
// Where a step is begun, of as many steps as a script has; the places of ten thousand rows that ask at
// once would fill the worker's memory.
const MOST_PLACES = 1000;
const here = () => (calls.length < MOST_PLACES ? new Error() : null);
// A step's work, whose stated failures get the line in which the step was begun: after the first
// answer the stack does not reach there any more.
const placed = async (at, work) => {
  try {
    return await work;
  } catch (failed) {
    if (failed instanceof Stop && failed.fault.line === 0) {
      failed.fault.line = lineOf(at);
    }
    throw failed;
  }
};
// What a flow comes to; only run.finish and run.cantSay make one.
class Finished {
  constructor(result) {
    this.result = result;
  }
}

// Asks the outside. The answer arrives when the journal has it.
const call = (name, step, lane, args) => {
  if (calls.length >= MAX_CALLS) {
    throw new Stop({
      kind: 'TOO_MANY_CALLS', step, lane,
      what: `The run called outside ${MAX_CALLS} times, which is the most a run may.`,
      hint: 'Give it fewer rows at once.',
    });
  }
  const made = { number: calls.length + 1, name, step, lane, args: jsonOf(args, 0), hash: null, done: false, resolve: null };
  calls.push(made);
  return new Promise((resolve) => {
    made.resolve = (answer) => resolve({ number: made.number, answer });
  });
};

const quoted = (text) => toJson(typeof text === 'string' ? text : String(text));
let lastStep = '';
const note = (kind, step, lane, words, details, went = 'NONE', found = []) => {
  lastStep = step === '' ? lastStep : step;
  if (trace.length < MAX_TRACE) {
    trace.push(
      `{"step":${quoted(step)},"lane":${lane === '' ? '""' : quoted(lane)},"kind":"${kind}","words":${quoted(words)},"details":${jsonOf(details, 0)},"verdict":"${went}","found":${found.length === 0 ? '[]' : toJson(found)}}`,
    );
  }
};
// Where in the flow something went wrong that belongs to no step.
const afterStep = () => (lastStep === '' ? '' : ` It happened after the step \u201c${lastStep}\u201d began.`);
const inCall = (name, step) => (step === '' ? name : `${name} of \u201c${step}\u201d`);
// Why an answer of the journal does not belong to what the flow calls now.
const anotherFlow = (made, { number, name }) => {
  const now = made === undefined ? 'it makes no such call' : made.name === name && !made.done
    ? `it makes the call ${inCall(name, made.step)} with something else than then`
    : made.done ? 'it has that answer already' : `it calls ${inCall(made.name, made.step)}`;
  return new Stop({
    kind: 'ANOTHER_VERSION', step: made?.step ?? '', lane: made?.lane ?? '', line: 0,
    what: `This run was made with another version of the flow: call ${number} was ${name}, and now ${now}.`,
    hint: 'Start a new run. If nothing was changed, the journal was, or the flow does not do the same twice: it may depend only on its inputs and on what the run gives.',
  });
};
const neverComes = () =>
  new Stop({ line: 0, what: `The flow waits for something that never comes.${afterStep()}`, hint: 'Await only what the run gives, and answer every promise that the script makes itself.' });
const because = (value) => reasonsOf(value).join('; ');
// Notes each check, and gives those that do not hold.
const judged = (step, lane, checks) => {
  const failing = [];
  for (const sentence of Object.keys(checks)) {
    const { holds, reasons, found } = checks[sentence];
    const unclear = isUnknown(holds);
    const text = unclear ? `It can't be checked: ${reasons.join('; ')}.` : reasons.join(' ');
    note('CHECKED', step, lane, sentence, { found: text }, unclear ? 'CANT_BE_CHECKED' : holds ? 'PASSED' : 'FAILED', found);
    if (!unclear && !holds) {
      failing.push({ sentence, reasons });
    }
  }
  return failing;
};
const checkFailed = (step, lane, { sentence, reasons }) =>
  new Stop({
    kind: 'CHECK_FAILED', step, lane, sentence,
    what: `A check does not hold: \u201c${sentence}\u201d. ${reasons.slice(0, 5).join(' ')}`.trim(),
    hint: 'Look at the step\u2019s answer beside what it was given; correct the input or run it again.',
  });
