// A flow of the usual size: inputs, dates, money, a loop, checks, two asks.
async function main(run) {
  const { note, lines, start, days } = run.inputs({
    note: 'paragraph',
    lines: [{ item: 'text', price: 'money' }],
    start: 'date',
    days: 'number',
  });

  const due = run.calculate('due', 'due', 'start + days', ADD(start, days));
  const total = run.calculate('due', 'total', 'SUM(lines.price)', SUM_OF_MONEY(OF(lines, 'price')));

  const found = await run.ask('found', {
    tier: 'economy',
    names: { note, total },
    returns: {
      reason: 'text',
      dated: 'date',
      given: [{ item: 'text', price: 'money' }],
    },
    check: (found) => ({
      'found.reason appears word for word in note':
        WORD_FOR_WORD({ 'found.reason': found.reason }, { note }),
      'COUNT(found.given) > 0':
        HOLDS(GT(COUNT(found.given), NUMBER('0')), { 'found.given': found.given }),
    }),
    otherwise: ['ask again', 'next tier', 'stop'],
  });

  const compared = run.match('compared', {
    lines: [lines, 'price'],
    given: [found.given, 'price'],
  }, ['item'], {
    short_by: ({ lines: asked, given }) =>
      MAX(MONEY('0'), SUBTRACT(OF(asked, 'price'), OF(given, 'price'))),
    status: ({ given, short_by }) => FIRST_THAT_HOLDS(
      ['not given', IS_NOT_STATED(given)],
      ['short', GT(short_by, MONEY('0'))],
      ['fine', true],
    ),
  });

  const reviewed = await run.forEach('reviewed', compared, { name: 'line', atOnce: 4 }, async (line, row) => {
    const short = row.calculate('double', 'double', 'line.short_by * 2', MULTIPLY(line.short_by, NUMBER('2')));
    if (row.choose('way', 'line.status = short', EQ(line.status, 'short'))) {
      row.calculate('note', 'note', 'line.item', line.item);
    }
    return { double: short };
  });

  const letter = await run.ask('letter', {
    tier: 'standard',
    names: { 'found.reason': found.reason, reviewed, due },
    check: (letter) => ({
      'letter mentions "Thank you"': MENTIONS({ letter }, ['Thank you']),
    }),
    otherwise: ['ask again', 'stop'],
  });
  run.check('check', { 'total > $0': HOLDS(GT(total, MONEY('0')), { total }) });
  return run.finish({ letter, due, total, reviewed });
}
