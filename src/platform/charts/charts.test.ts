import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeOf, csvRows, elementsOf, marksOf, numberOf, textOf, valuesDrawn } from './drawing.ts';
import {
  barChart,
  chartFigure,
  lineChart,
  moneyInPence,
  progressBar,
  stackedBarChart,
  wholeNumbers,
} from './index.ts';
import { inks } from './ink.ts';

const children = wholeNumbers('Children');
const spent = moneyInPence('Spent');

const someBars = barChart({
  id: 'districts',
  title: 'Children by district',
  of: 'District',
  unit: children,
  bars: [
    { label: 'Exeter', value: 1200 },
    { label: 'Torridge', value: 300 },
    { label: 'Mid Devon', value: 0 },
  ],
});

test('a bar chart says the same in drawing, table and spreadsheet', () => {
  assert.deepEqual(someBars.table, {
    headings: ['District', 'Children'],
    rows: [
      ['Exeter', '1,200'],
      ['Torridge', '300'],
      ['Mid Devon', '0'],
    ],
  });
  assert.deepEqual(csvRows(someBars), [
    ['District', 'Children'],
    ['Exeter', '1200'],
    ['Torridge', '300'],
    ['Mid Devon', '0'],
  ]);
  const widths = marksOf(someBars.svg).map((mark) => numberOf(mark, 'width'));
  assert.deepEqual(widths, [100, 25, 0]);
  const words = elementsOf(someBars.svg)
    .filter((element) => element.tagName === 'text')
    .map(textOf);
  assert.deepEqual(words, ['Exeter', '1,200', 'Torridge', '300', 'Mid Devon', '0']);
});

test('the drawing has its role, its title and its description, tied together by identifiers', () => {
  const [svg] = elementsOf(someBars.svg);
  assert.ok(svg);
  assert.equal(attributeOf(svg, 'role'), 'img');
  const named = attributeOf(svg, 'aria-labelledby')?.split(' ') ?? [];
  const said = named.map((id) => {
    const element = elementsOf(someBars.svg).find((one) => attributeOf(one, 'id') === id);
    return element && [element.tagName, textOf(element)];
  });
  assert.deepEqual(said, [
    ['title', 'Children by district'],
    [
      'desc',
      'Bar chart of Children by District with 3 bars. The most: Exeter, 1,200. The least: Mid Devon, 0.',
    ],
  ]);
});

test('amounts below nought go to the left of a line at nought', () => {
  const chart = barChart({
    id: 'variance',
    title: 'Under and over',
    of: 'Budget',
    unit: spent,
    bars: [
      { label: 'Clubs', value: -2500 },
      { label: 'Nights', value: 7500 },
    ],
  });
  const [clubs, nights] = marksOf(chart.svg);
  assert.ok(clubs && nights);
  assert.deepEqual([numberOf(clubs, 'x'), numberOf(clubs, 'width')], [0, 25]);
  assert.deepEqual([numberOf(nights, 'x'), numberOf(nights, 'width')], [25, 75]);
  assert.deepEqual(csvRows(chart), [
    ['Budget', 'Spent (£)'],
    ['Clubs', '-25.00'],
    ['Nights', '75.00'],
  ]);
  assert.deepEqual(chart.table.rows, [
    ['Clubs', '−£25'],
    ['Nights', '£75'],
  ]);
});

test('a stacked bar is parted in the right places, and its sum is said', () => {
  const chart = stackedBarChart({
    id: 'kinds',
    title: 'Kinds of break',
    of: 'Year',
    unit: children,
    series: ['Clubs', 'Nights', 'Refunds'],
    bars: [
      { label: '2025-26', values: [30, 10, 0] },
      { label: '2026-27', values: [40, 20, -20] },
    ],
  });
  // From −20 to 60 in all, so nought stands at a quarter and one child is 1.25% wide.
  assert.deepEqual(
    marksOf(chart.svg).map((mark) => [
      numberOf(mark, 'data-value'),
      numberOf(mark, 'x'),
      numberOf(mark, 'width'),
    ]),
    [
      [30, 25, 37.5],
      [10, 62.5, 12.5],
      [0, 25, 0],
      [40, 25, 50],
      [20, 75, 25],
      [-20, 0, 25],
    ],
  );
  assert.deepEqual(chart.table.rows, [
    ['2025-26', '30', '10', '0', '40'],
    ['2026-27', '40', '20', '−20', '40'],
  ]);
  assert.deepEqual(csvRows(chart)[2], ['2026-27', '40', '20', '-20', '40']);
});

test('a line has its marks at the right heights, and a gap where a number is not known', () => {
  const chart = lineChart({
    id: 'years',
    title: 'Awards',
    of: 'Year',
    unit: children,
    points: ['2023', '2024', '2025', '2026'],
    series: [{ name: 'Awards', values: [0, 50, null, 100] }],
  });
  const marks = marksOf(chart.svg);
  const [first, second, last] = marks.map((mark) => numberOf(mark, 'y'));
  assert.equal(marks.length, 3);
  assert.ok(first !== undefined && second !== undefined && last !== undefined);
  assert.ok(Math.abs((first + last) / 2 - second) < 0.01, 'fifty is half way between nought and a hundred');
  assert.ok(last < first, 'more is higher');
  const paths = elementsOf(chart.svg).filter((one) => attributeOf(one, 'vector-effect') !== undefined);
  assert.equal(attributeOf(paths[0] ?? assert.fail(), 'd')?.match(/M/g)?.length, 2, 'two strokes, one gap');
  assert.deepEqual(chart.table.rows[2], ['2025', 'Not known']);
  assert.deepEqual(csvRows(chart)[3], ['2025', '']);
});

test('a budget that is overspent shows what is beyond it', () => {
  const bar = (used: number, whole: number) =>
    progressBar({
      id: 'budget',
      title: 'Budget',
      unit: spent,
      used: { label: 'Spent', value: used },
      whole: { label: 'Budget', value: whole },
    });
  const over = bar(150_00, 100_00);
  assert.deepEqual(
    marksOf(over.svg).map((mark) => [attributeOf(mark, 'data-part'), numberOf(mark, 'width').toFixed(1)]),
    [
      ['within', '66.7'],
      ['beyond', '33.3'],
    ],
  );
  assert.deepEqual(over.table.rows, [
    ['Spent', '£150'],
    ['Budget', '£100'],
    ['Over by', '£50'],
  ]);
  const under = bar(25_00, 100_00);
  assert.deepEqual(
    marksOf(under.svg).map((mark) => numberOf(mark, 'width')),
    [25],
  );
  assert.deepEqual(csvRows(under)[3], ['Left', '75.00']);
  assert.deepEqual(
    marksOf(bar(0, 0).svg).map((mark) => numberOf(mark, 'width')),
    [0],
  );
  assert.throws(() => bar(-1, 100));
});

test('no numbers, one number and numbers that are none', () => {
  const bars = (values: number[]) =>
    barChart({
      id: 'a',
      title: 'A',
      of: 'B',
      unit: children,
      bars: values.map((value) => ({ label: 'one', value })),
    });
  assert.match(bars([]).svg.text, /nothing to show yet/);
  assert.deepEqual(csvRows(bars([])), [['B', 'Children']]);
  assert.match(chartFigure(bars([])).text, /<p class="govuk-body">There is nothing to show yet/);
  assert.match(bars([5]).description, /one bar: one, 5/);
  assert.throws(() => bars([Number.NaN]));
  assert.throws(() => bars([Number.POSITIVE_INFINITY]));
  const empty = { id: 'a', title: 'A', of: 'B', unit: children };
  assert.match(lineChart({ ...empty, points: [], series: [] }).svg.text, /nothing to show yet/);
  assert.match(stackedBarChart({ ...empty, series: [], bars: [] }).svg.text, /nothing to show yet/);
  const alone = lineChart({ ...empty, points: ['2026'], series: [{ name: 'S', values: [7] }] });
  assert.deepEqual(valuesDrawn(alone), [7]);
  assert.doesNotMatch(alone.svg.text, /NaN/);
});

test('nought below nought is nought', () => {
  const chart = barChart({ id: 'a', title: 'A', of: 'B', unit: children, bars: [{ label: 'x', value: -0 }] });
  assert.deepEqual(chart.table.rows, [['x', '0']]);
});

test('a seventh series and a missing number are bugs, and said so', () => {
  const spec = { id: 'a', title: 'A', of: 'B', unit: children };
  const seven = ['1', '2', '3', '4', '5', '6', '7'];
  assert.throws(
    () => stackedBarChart({ ...spec, series: seven, bars: [{ label: 'x', values: seven.map(Number) }] }),
    /at most six/,
  );
  assert.throws(
    () => lineChart({ ...spec, points: ['x'], series: seven.map((name) => ({ name, values: [1] })) }),
    /at most six/,
  );
  assert.throws(() => stackedBarChart({ ...spec, series: ['1', '2'], bars: [{ label: 'x', values: [1] }] }));
  assert.throws(() => barChart({ ...spec, id: 'x" onload="y', bars: [{ label: 'x', value: 1 }] }));
});

/** The relative luminance and the contrast of WCAG 2.2. */
function contrastWithWhite(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0) + 0.05);
}

test('every ink is readable on white, and no two share a texture, a dash or a mark', () => {
  for (const ink of inks) assert.ok(contrastWithWhite(ink.colour) >= 4.5, ink.colour);
  for (const property of ['colour', 'dash', 'texture', 'mark'] as const) {
    assert.equal(new Set(inks.map((ink) => ink[property])).size, inks.length, property);
  }
});

test('a figure has a caption, a real table behind a line that opens it, and the link to the spreadsheet', () => {
  const figure = chartFigure(someBars, { csvHref: '/figures/districts.csv?a=1&b=2' });
  const elements = elementsOf(figure);
  const only = (tag: string) => {
    const found = elements.filter((element) => element.tagName === tag);
    assert.equal(found.length, 1, tag);
    return found[0] ?? assert.fail();
  };
  assert.equal(textOf(only('figcaption')), 'Children by district');
  assert.equal(textOf(only('caption')), 'Children by district');
  assert.equal(attributeOf(only('a'), 'href'), '/figures/districts.csv?a=1&b=2');
  only('details');
  const scopes = elements
    .filter((element) => element.tagName === 'th')
    .map((one) => attributeOf(one, 'scope'));
  assert.deepEqual(scopes, ['col', 'col', 'row', 'row', 'row']);
  const ids = elements.flatMap((element) => attributeOf(element, 'id') ?? []);
  assert.equal(new Set(ids).size, ids.length);
});

test('the same numbers give the same bytes', () => {
  const draw = () =>
    chartFigure(barChart({ id: 'a', title: 'A', of: 'B', unit: spent, bars: [{ label: 'x', value: 333 }] }));
  assert.equal(draw().text, draw().text);
});
