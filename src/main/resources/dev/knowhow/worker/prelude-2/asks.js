// An ask with what is needed to ask it once more: because a check does not hold, or because a
// person sent the answer back.
const NEXT_TIER = { economy: 'standard', standard: 'best', best: 'best' };
const MOST_SENT_BACK = 5;

const WAYS = ['ask again', 'next tier', 'a person', 'stop'];
const askable = (step, lane, tier) => {
  must(typeof step === 'string' && step !== '', step, lane, 'A call names no step.', 'Name the step first: run.ask("letter", { ... }).');
  if (!Object.hasOwn(NEXT_TIER, tier ?? '')) {
    must(false, step, lane, `The tier is ${shown(tier)}, wanted economy, standard or best.`, 'Write tier: "standard".');
  }
};

class Asked {
  constructor(step, lane, { tier, names: used = {}, returns = 'text', check = () => ({}), otherwise = ['stop'], by = '' }) {
    askable(step, lane, tier);
    for (const way of otherwise) {
      if (!WAYS.includes(way)) {
        must(false, step, lane, `Otherwise is ${shown(way)}, wanted ${WAYS.join(', ')}.`, 'Write otherwise: ["ask again", "stop"].');
      }
    }
    this.step = step;
    this.lane = lane;
    this.returns = returns;
    this.check = check;
    this.otherwise = [...otherwise];
    this.by = by;
    this.tier = tier;
    this.given = ready(used);
    this.attempt = 1;
    this.sentBack = 0;
  }

  // A value as a model or a person gave it.
  read(answer) {
    return read(this.returns, answer, this.step);
  }

  // Asks until the answer has its shape and its checks hold, as `otherwise` says.
  async first() {
    return this.until({ step: this.step, tier: this.tier, names: this.given });
  }

  // Asks once more, for the reason that a person gave.
  async because(comment, previous) {
    this.sentBack += 1;
    return this.until(this.again(this.tier, [comment], previous));
  }

  again(tier, reasons, previous) {
    this.attempt += 1;
    return {
      step: this.step, tier, names: this.given, again: { attempt: String(this.attempt), reasons, previous },
    };
  }

  async until(first) {
    const { step, lane } = this;
    const ways = [...this.otherwise];
    let args = first;
    for (;;) {
      const { number, answer } = await call('ask', step, lane, args);
      const fits = answer.bad === undefined;
      note('ASKED', step, lane, step, { attempt: String(this.attempt), tier: args.tier, call: String(number), fits });
      const value = fits ? this.read(answer.value) : null;
      const failing = fits ? judged(step, lane, this.check(value)) : [{ sentence: '', reasons: answer.bad.map(String) }];
      if (failing.length === 0) {
        return value;
      }
      const way = ways.shift() ?? 'stop';
      if (way === 'stop') {
        throw fits ? checkFailed(step, lane, failing[0]) : doesNotFit(step, lane, failing[0].reasons);
      }
      if (way === 'a person') {
        const { value: decided } = await decide(step, lane, {
          kind: 'check', of: step, value, by: this.by, reasons: told(failing), asked: this,
        });
        return decided;
      }
      const tier = way === 'next tier' ? NEXT_TIER[args.tier] : args.tier;
      args = this.again(tier, told(failing), fits ? answer.value : null);
    }
  }
}
// What does not hold, in words that a model or a person can work with.
const told = (failing) =>
  failing.flatMap(({ sentence, reasons }) => (reasons.length === 0 ? [`It must hold: ${sentence}`] : reasons));
const doesNotFit = (step, lane, reasons) =>
  new Stop({
    kind: 'ANSWER_DOES_NOT_FIT', step, lane,
    what: `The answer does not have the wanted shape. ${reasons.slice(0, 5).join(' ')}`,
    hint: 'Run it again, or let a better model answer this step.',
  });
