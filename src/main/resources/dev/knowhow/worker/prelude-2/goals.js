// Work towards a goal: in each turn the model makes one move. It uses one of the things that it was
// given, and is told in the next turn what came of it; or it answers, and if the answer's checks do not
// hold, it is told why. The budget bounds all of it; the call that crosses a limit is the last one.
const PICOS = 12;
const MOST_TOLD = 8000;
const MOVES = { knowledge: { for: 'text' } };

class Goal {
  constructor(step, lane, { tier, names: used = {}, returns = 'text', stated = [], check = () => ({}), mayUse, budget, whenSpent = 'stop' }) {
    askable(step, lane, tier);
    must(wholeFrom(budget?.calls, 1, 50), step, lane, `The budget has ${shown(budget?.calls)} calls, wanted a whole number from 1 to 50.`, 'Write budget: { calls: 8 }.');
    Object.assign(this, { step, lane, tier, returns, stated, check, mayUse, budget, whenSpent });
    this.given = ready(used);
    this.done = [];
    this.turns = 0;
    this.tokens = 0n;
    this.picos = 0n;
    this.best = null;
    this.sentBack = 0;
    this.startedAt = null;
    this.now = null;
  }

  read(answer) {
    return read(this.returns, answer, this.step);
  }

  first() {
    return this.work();
  }

  // Goes on working, for the reason that a person gave.
  because(comment, previous) {
    this.sentBack += 1;
    this.best = null;
    this.done.push({ move: `answer: ${inShort(toJson(previous))}`, came: `A person sent it back: ${comment}` });
    return this.work();
  }

  async work() {
    for (;;) {
      const ended = await this.ended();
      if (ended !== '') {
        return this.spent(ended);
      }
      const value = await this.turn();
      if (value !== null) {
        note('WORKED', this.step, this.lane, `reached in ${this.turns} ${this.turns === 1 ? 'turn' : 'turns'}`, this.used());
        return value;
      }
    }
  }

  // Which part of the budget has ended; an empty text as long as none has.
  async ended() {
    const { calls: most, tokens, cost, time } = this.budget;
    if (time !== undefined) {
      const { answer } = await call('now', this.step, this.lane, {});
      this.now = EngineDate.parse(answer);
      this.startedAt ??= this.now;
    }
    if (this.turns >= most) {
      return `${most} calls`;
    }
    if (tokens !== undefined && this.tokens >= BigInt(tokens)) {
      return `${tokens} tokens`;
    }
    if (cost !== undefined && this.picos >= unitsAt(exact(cost, true), PICOS)) {
      return `$${cost}`;
    }
    return time !== undefined && this.now - this.startedAt >= secondsIn(time) * 1000 ? time : '';
  }

  left() {
    const { calls: most, tokens } = this.budget;
    const left = { calls: String(most - this.turns) };
    if (tokens !== undefined) {
      left.tokens = String(BigInt(tokens) - this.tokens);
    }
    return left;
  }

  used() {
    return { turns: String(this.turns), tokens: String(this.tokens), picos: String(this.picos) };
  }

  spend(spent) {
    this.tokens += BigInt(spent?.tokens ?? 0);
    this.picos += BigInt(spent?.picos ?? 0);
  }

  // One turn; gives the answer once it holds.
  async turn() {
    this.turns += 1;
    const { step, lane } = this;
    const turn = { number: String(this.turns), done: this.done.map((each) => ({ ...each })), left: this.left() };
    const { number, answer } = await call('ask', step, lane, { step, tier: this.tier, names: this.given, turn });
    this.spend(answer.spent);
    const fits = answer.bad === undefined;
    note('ASKED', step, lane, step, { attempt: turn.number, tier: this.tier, call: String(number), fits });
    if (!fits) {
      this.tell('an answer that could not be read', answer.bad.map(String).join(' '));
      return null;
    }
    const { move, why } = answer.value;
    return move === 'answer' ? this.answered(answer.value) : this.use(String(move), why ?? '', answer.value);
  }

  tell(move, came) {
    this.done.push({ move, came: came.length > MOST_TOLD ? `${came.slice(0, MOST_TOLD)}…` : came });
    note('WORKED', this.step, this.lane, move, { turn: String(this.turns), came: inShort(came) });
  }

  answered(json) {
    const { step, lane, returns } = this;
    const isText = returns === 'text';
    const answer = isText
      ? json.answer ?? null
      : Object.fromEntries(Object.keys(returns).map((name) => [name, json[`answer_${name}`] ?? null]));
    const missing = isText ? (answer === null ? ['answer: found nothing, wanted a text.'] : []) : unstated(this.stated, answer);
    const value = missing.length === 0 ? this.read(answer) : null;
    const failing = value === null ? [{ sentence: '', reasons: missing }] : judged(step, lane, this.check(value));
    if (failing.length === 0) {
      return value;
    }
    const never = failing.some(({ sentence }) => sentence === NEVER_SAID);
    if (value !== null && !never && (this.best === null || failing.length <= this.best.failing)) {
      this.best = { value, failing: failing.length };
    }
    this.tell(`answer: ${inShort(isText ? String(answer) : toJson(answer))}`, `Not accepted. ${told(failing).join(' ')}`);
    return null;
  }

  async use(name, why, json) {
    const thing = Object.hasOwn(this.mayUse, name) ? this.mayUse[name] : null;
    if (thing === null) {
      this.tell(name, `There is nothing called ${name} to use.`);
      return null;
    }
    const types = thing.lookUp === undefined ? thing.given : MOVES.knowledge;
    const given = Object.fromEntries(Object.keys(types).map((field) => [field, json[`${name}_${field}`] ?? null]));
    const words = `${name}: ${Object.keys(given).map((field) => `${field} ${inShort(shown(read(types[field], given[field], field)))}`).join(', ')}`;
    const missing = unstated(thing.stated ?? Object.keys(types), given);
    const came = missing.length > 0 ? missing.join(' ') : await this.came(name, thing, types, given);
    this.tell(why === '' ? words : `${words} (${inShort(why)})`, came);
    return null;
  }

  async came(name, thing, types, given) {
    const { step, lane } = this;
    if (thing.lookUp !== undefined) {
      const { answer } = await call('lookUp', step, lane, { step, in: thing.lookUp, for: given.for, atMost: String(thing.atMost) });
      note('LOOKED_UP', step, lane, given.for, { passages: answer });
      return answer.length === 0 ? 'Nothing was found.' : answer.map(({ title, heading, text }) => `${title}, ${heading}:\n${text}`).join('\n\n');
    }
    if (thing.calculate !== undefined) {
      const value = thing.calculate(readFields(types, given, ''));
      note('CALCULATED', step, lane, `${name} = ${thing.formula}`, { [name]: ready(value) });
      return isUnknown(value) ? `It is not stated: ${because(value)}.` : `It is ${shown(value)}.`;
    }
    const { answer } = await call('useTool', step, lane, { step, tool: thing.tool, given });
    this.spend(answer.spent);
    const outcome = String(answer.outcome);
    note('USED_TOOL', step, lane, outcome, { tool: thing.tool, outcome, because: String(answer.because ?? ''), run: String(answer.run ?? '') });
    if (outcome !== 'result') {
      return `It ${outcome === "can't say" ? 'can\u2019t say' : outcome === 'stopped' ? 'was stopped' : 'failed'}: ${answer.because ?? ''}`;
    }
    const reasons = misfits(thing.returns, answer.results ?? {});
    if (reasons.length > 0) {
      return `What it gave can\u2019t be read. ${reasons.slice(0, 5).join(' ')}`;
    }
    const results = readFields(thing.returns, answer.results, name);
    return Object.keys(results).map((field) => `${field}: ${shown(results[field])}`).join('\n');
  }

  spent(ended) {
    const { step, lane, best, whenSpent } = this;
    const reason = `${step} was not reached within its budget of ${ended}`;
    note('WORKED', step, lane, `ended by its budget of ${ended}`, this.used());
    if (whenSpent === 'go on with the best' && best !== null) {
      return best.value;
    }
    if (whenSpent === "can't say") {
      return unknown(reason);
    }
    const last = this.done.at(-1);
    throw new Stop({
      kind: 'BUDGET_SPENT', step, lane,
      what: `${reason}.${last === undefined ? '' : ` The last move was \u201c${inShort(last.move)}\u201d. ${inShort(last.came)}`}`,
      hint: 'Give the step a larger budget or a better tier, or say in \u201cwhen spent\u201d how to go on.',
    });
  }
}
expose('WHY', (value) => because(value));
