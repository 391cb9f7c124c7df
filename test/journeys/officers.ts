// What officers do with an application, in sentences that several journeys share.
import assert from 'node:assert/strict';
import type { Visitor } from './visitor.ts';

/** Looks an application up by its reference and opens the case of this child. */
export async function opensCase(visitor: Visitor, reference: string, child: string): Promise<void> {
  await visitor.opens('/practitioners/applications');
  await visitor.types({ 'Reference or child’s name': reference });
  await visitor.presses('Search');
  await visitor.sees(reference);
  await visitor.follows(child);
  await visitor.seesHeading(child);
}

/** The address of the case that the visitor has before them. */
export function caseAt(visitor: Visitor): string {
  const [address] = /^\/practitioners\/applications\/[\w-]{36}/.exec(visitor.path) ?? [];
  assert.ok(address !== undefined, `${visitor.path} is no page of a case`);
  return address;
}

/** A figure of the year's budget, in whole pence, as the page that the visitor opens says it. */
export async function budgetFigure(visitor: Visitor, name: 'Promised' | 'Awards'): Promise<number> {
  await visitor.opens('/practitioners/budget');
  const figure = visitor.page.locator('.daybreak-figures__one').filter({ hasText: name });
  const words = (await figure.locator('.daybreak-figure').innerText()).trim();
  const [, pounds = '', pence = '00'] = /^£?([\d,]+)(?:\.(\d\d))?$/.exec(words) ?? [];
  assert.ok(pounds !== '', `${name} is "${words}"`);
  const whole = Number(pounds.replaceAll(',', ''));
  return name === 'Awards' ? whole : whole * 100 + Number(pence);
}

/** Reads the scheme's recommendation on the form where the visitor decides. */
export async function recommended(visitor: Visitor): Promise<string> {
  const row = visitor.page.locator('.govuk-summary-list__row', { hasText: 'Scheme recommends' });
  return (await row.locator('dd').first().innerText()).trim();
}
