import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { html } from '#platform/web/html.ts';
import { attributes } from './attributes.ts';
import { checkboxes } from './checkboxes.ts';
import { dateInput } from './date-input.ts';
import { errorSummary } from './error-summary.ts';
import { footer } from './footer.ts';
import { input } from './input.ts';
import { panel } from './panel.ts';
import { radios } from './radios.ts';
import { table } from './table.ts';
import { textarea } from './textarea.ts';

describe('Attributes', () => {
  test('are written with their value, whatever it is', () => {
    const given = { 'data-a': 'x', 'data-b': 0, 'data-c': false, 'data-d': true, 'data-e': '' };
    assert.equal(attributes(given).text, ' data-a="x" data-b="0" data-c="false" data-d="true" data-e=""');
  });

  test('that are optional are left out without a value, and bare when true', () => {
    const optional = true;
    const given = {
      hidden: { value: true, optional },
      'data-a': { value: false, optional },
      'data-b': { value: undefined, optional },
      'data-c': { value: null, optional },
      'data-d': { value: 0, optional },
    };
    assert.equal(attributes(given).text, ' hidden data-d="0"');
  });
});

describe('Fields keep what a person typed', () => {
  test('a textarea keeps an empty first line, which HTML would drop', () => {
    const field = textarea({ name: 'story', label: { text: 'Story' }, value: '\nOnce' });
    assert.match(field.text, />\n\nOnce<\/textarea>/);
    const sent = textarea({ name: 'story', label: { text: 'Story' }, value: '\r\nOnce' });
    assert.match(sent.text, />\n\r\nOnce<\/textarea>/);
    const plain = textarea({ name: 'story', label: { text: 'Story' }, value: 'Once' });
    assert.match(plain.text, />Once<\/textarea>/);
  });

  test('an input says that it was cleared, and shows nothing for a value that was never given', () => {
    const label = { text: 'Hours' };
    assert.match(input({ name: 'hours', label, value: '' }).text, / value=""/);
    assert.match(input({ name: 'hours', label, value: 0 }).text, / value="0"/);
    assert.doesNotMatch(input({ name: 'hours', label }).text, / value=/);
  });

  test('numbers and their texts are the same answer, since forms send texts', () => {
    const items = [
      { value: 1, text: 'One' },
      { value: 2, text: 'Two' },
    ];
    assert.match(checkboxes({ name: 'n', items, values: ['2'] }).text, /value="2" checked/);
    assert.match(radios({ name: 'n', items, value: '2' }).text, /value="2" checked/);
    assert.doesNotMatch(checkboxes({ name: 'n', items, values: ['2'] }).text, /value="1" checked/);
  });

  test('a date shows each part, and marks only the parts that are wrong', () => {
    const markup = dateInput({
      id: 'born',
      namePrefix: 'born',
      values: { day: '31', month: 'Feb', year: '2015' },
      month: { name: 'month', error: true, value: 'Feb' },
      errorMessage: { text: 'Month must be a number from 1 to 12' },
    }).text;
    assert.match(markup, /name="born-day" type="text" value="31"/);
    assert.match(markup, /name="born-month" type="text" value="Feb"/);
    assert.equal(markup.match(/govuk-input--error/g)?.length, 1);
  });
});

describe('A council', () => {
  test('has no crown, no Crown copyright and no licence in its footer unless it asks', () => {
    const markup = footer({ meta: { text: 'Example Council' } }).text;
    assert.doesNotMatch(markup, /crown|copyright|licence/i);
    assert.match(markup, /Example Council/);
  });

  test('shows only those links of its footer that have words and lead somewhere', () => {
    const items = [
      { text: 'Help', href: '/help' },
      { text: '', href: '/nowhere' },
      { text: 'Lost', href: '' },
    ];
    const markup = footer({ navigation: [{ title: 'More', items }] }).text;
    assert.equal(markup.match(/<li/g)?.length, 1);
    assert.match(markup, /href="\/help"/);
  });
});

describe('A table', () => {
  test('lets a cell take several columns, several rows, or neither', () => {
    const markup = table({
      rows: [[{ text: 'a', colspan: 2 }, { text: 'b', rowspan: 3 }, { text: 'c' }]],
    }).text;
    assert.match(markup, /<td class="govuk-table__cell" colspan="2">a</);
    assert.match(markup, /<td class="govuk-table__cell" rowspan="3">b</);
    assert.match(markup, /<td class="govuk-table__cell">c</);
  });
});

describe('An error summary', () => {
  test('has the usual title, and links each error to its field', () => {
    const markup = errorSummary({ errorList: [{ text: 'Enter a name', href: '#name' }] }).text;
    assert.match(markup, /There is a problem/);
    assert.match(markup, /<a href="#name">Enter a name<\/a>/);
  });
});

describe('A confirmation panel', () => {
  test('takes markup as Html and text as text', () => {
    const markup = panel({ titleText: 'Sent & kept', html: html`Reference <b>${'<1>'}</b>` }).text;
    assert.match(markup, /Sent &amp; kept/);
    assert.match(markup, /Reference <b>&lt;1&gt;<\/b>/);
  });
});
