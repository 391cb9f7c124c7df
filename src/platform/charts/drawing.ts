import { parse } from 'csv-parse/sync';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Chart } from './index.ts';

/** Reading drawings back in tests, as a browser does. */

export type Element = DefaultTreeAdapterTypes.Element;

/** Every element of a piece of a page, from top to bottom. */
export function elementsOf(markup: { readonly text: string }): Element[] {
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parseFragment(markup.text));
  return found;
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** The number in an attribute such as "12.5%" or "40". */
export function numberOf(element: Element, name: string): number {
  return Number.parseFloat(attributeOf(element, name) ?? 'NaN');
}

export function textOf(element: Element): string {
  const read = (node: DefaultTreeAdapterTypes.Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(read).join('') : '';
  return read(element);
}

/** The elements that stand for a number each. */
export function marksOf(markup: { readonly text: string }): Element[] {
  return elementsOf(markup).filter((element) => attributeOf(element, 'data-value') !== undefined);
}

/** The numbers that a chart draws, in the order of their marks. */
export function valuesDrawn(chart: Chart): number[] {
  return marksOf(chart.svg).map((mark) => numberOf(mark, 'data-value'));
}

/** The rows of a chart's CSV, headings first, as a spreadsheet reads them. */
export function csvRows(chart: Chart): string[][] {
  return parse(chart.csv, { bom: true, record_delimiter: '\r\n' });
}
