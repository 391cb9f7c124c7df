import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvRows, elementsOf, marksOf, numberOf, valuesDrawn } from './drawing.ts';
import { barChart, type Chart, lineChart, stackedBarChart, wholeNumbers } from './index.ts';

const children = wholeNumbers('Children');

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.toWellFormed()),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><svg onload=x>',
    "' onclick='x",
    '&lt;',
    '</title>',
    '</svg>',
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1',
    'a,b"c\nd',
    '',
    '—'.repeat(200),
  ),
);
const amount = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.maxSafeInteger().map((value) => Math.trunc(value / 8) + 0),
  fc.constant(0),
);

test('law: drawing, table and spreadsheet agree, and words stay words, whatever is given', () => {
  const spec = fc.record({
    series: fc.array(hostile, { minLength: 1, maxLength: 6 }),
    rows: fc.array(fc.tuple(hostile, fc.array(amount, { minLength: 6, maxLength: 6 })), { maxLength: 6 }),
    title: hostile,
  });
  fc.assert(
    fc.property(spec, ({ series, rows, title }) => {
      const bars = rows.map(([label, values]) => ({ label, values: values.slice(0, series.length) }));
      const common = { id: 'c', title, of: title, unit: children };
      const stacked = stackedBarChart({ ...common, series, bars });
      const lines = lineChart({
        ...common,
        points: bars.map((bar) => bar.label),
        series: series.map((name, index) => ({ name, values: bars.map((bar) => bar.values[index] ?? 0) })),
      });
      const single = barChart({
        ...common,
        bars: bars.map((bar) => ({ label: bar.label, value: bar.values[0] ?? 0 })),
      });
      const given = bars.flatMap((bar) => bar.values);
      assert.deepEqual(valuesDrawn(stacked), given);
      assert.deepEqual(
        valuesDrawn(lines).toSorted((a, b) => a - b),
        given.toSorted((a, b) => a - b),
      );
      for (const chart of [stacked, lines, single]) holdsTogether(chart);
    }),
    { numRuns: 300 },
  );
});

const allowed = new Set(['svg', 'title', 'desc', 'defs', 'pattern', 'rect', 'g', 'path', 'text', 'line']);

function holdsTogether(chart: Chart): void {
  const elements = elementsOf(chart.svg);
  for (const element of elements) {
    assert.ok(allowed.has(element.tagName), element.tagName);
    for (const { name, value } of element.attrs) {
      assert.ok(!name.startsWith('on'), name);
      assert.doesNotMatch(value, /NaN|undefined|Infinity/);
    }
  }
  for (const mark of marksOf(chart.svg)) {
    const [from, width] = [numberOf(mark, 'x'), mark.tagName === 'rect' ? numberOf(mark, 'width') : 0];
    assert.ok(from >= 0 && width >= 0 && from + width <= 100.01, `${from} ${width}`);
  }
  const [headings, ...rows] = csvRows(chart);
  assert.equal(headings?.length, chart.table.headings.length);
  assert.equal(rows.length, chart.table.rows.length);
  for (const [index, row] of rows.entries()) {
    const shown = chart.table.rows[index] ?? [];
    assert.doesNotMatch(row[0] ?? '', /^[\s\0]*[=+\-@＝＋－＠]/, 'no formula');
    const numbers = shown.slice(1).map((cell) => cell.replaceAll(',', '').replace('−', '-'));
    assert.deepEqual(row.slice(1), numbers);
  }
}
