// Executed once in every new worker, so that the engine is warm before a flow is timed.
async function main(run) {
  const { note } = run.inputs({ note: 'paragraph' });
  const when = run.calculate('when', 'when', 'warm-up', ADD(DATE_OF('2026-04-12'), NUMBER('180')));
  const half = DIVIDE(MULTIPLY(MONEY('1250.00'), NUMBER('0.5')), NUMBER('3'));
  run.check('check', {
    words: WORD_FOR_WORD({ quote: 'crown was denied' }, { note }),
    quotes: QUOTED_WORDS({ quote: 'It says "crown was denied" there.' }, { note }),
    numbers: NUMBERS_APPEAR({ when: DATE_OF('2026-04-12') }, { note }),
    sums: HOLDS(AND(GT(half, MONEY('1')), IS_STATED(when)), { half }),
    never: NEVER_SAY({ note }, ['we guarantee']),
  });
  const rows = await run.forEach('rows', [1, 2].map((n) => ({ n: NUMBER(String(n)) })), { name: 'row', atOnce: 2 },
    async (row, lane) => ({ twice: lane.calculate('twice', 'twice', 'n * 2', MULTIPLY(row.n, NUMBER('2'))) }));
  const found = await run.ask('found', {
    tier: 'economy',
    names: { note },
    returns: { lines: [{ denied: 'money' }] },
    otherwise: ['ask again', 'stop'],
  });
  return run.finish({ found: OF(found, 'lines.denied'), sum: SUM(OF(rows, 'twice')) });
}
