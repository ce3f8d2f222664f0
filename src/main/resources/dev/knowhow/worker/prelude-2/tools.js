// Where a flow uses another tool of the workspace. Its run is the engine's; only its results come back.
const toolFailed = (step, lane, tool, outcome, why) =>
  new Stop({
    kind: 'TOOL_FAILED', step, lane,
    what: `The tool \u201c${tool}\u201d ${outcome === 'stopped' ? 'was stopped' : 'failed'}. ${why}`.trim(),
    hint: 'Open that tool\u2019s run and see why it ended; then run this again.',
  });
const useTool = async (step, lane, tool, { given = {}, returns, stated = [] }) => {
  const { answer } = await call('useTool', step, lane, { step, tool, given: ready(given) });
  const outcome = String(answer.outcome);
  const why = String(answer.because ?? '');
  note('USED_TOOL', step, lane, outcome, { tool, outcome, because: why, run: String(answer.run ?? '') });
  if (outcome === "can't say") {
    const open = fieldsOf();
    for (const name of Object.keys(returns)) {
      open[name] = unknown(`${tool} can\u2019t say: ${why}`);
    }
    return open;
  }
  if (outcome !== 'result') {
    throw toolFailed(step, lane, tool, outcome, why);
  }
  const results = answer.results ?? {};
  const reasons = [...misfits(returns, results), ...unstated(stated, results)];
  if (reasons.length > 0) {
    throw new Stop({
      kind: 'ANSWER_DOES_NOT_FIT', step, lane,
      what: `The tool \u201c${tool}\u201d gave back something else than this step wants. ${reasons.slice(0, 5).join(' ')}`,
      hint: 'Compare \u201creturns\u201d of this step with the results of that tool.',
    });
  }
  return readFields(returns, results, step);
};
