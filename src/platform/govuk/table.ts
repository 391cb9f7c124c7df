import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes } from './attributes.ts';
import { contentOf, type PossibleContent, type Possibly } from './content.ts';

export interface TableCell extends PossibleContent {
  /** "numeric" sets figures to the right. */
  readonly format?: string;
  readonly classes?: string;
  readonly colspan?: number;
  readonly rowspan?: number;
  readonly attributes?: Attributes;
}

export interface TableOptions {
  readonly rows: readonly Possibly<readonly TableCell[]>[];
  readonly head?: readonly TableCell[];
  readonly caption?: string;
  readonly captionClasses?: string;
  readonly firstCellIsHeader?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Gives a table. Every table has a caption or a heading that says what it shows. */
export function table(options: TableOptions): Html {
  const { caption, head } = options;
  return html`<table class="govuk-table${also(options.classes)}"${attributes(options.attributes)}>
  ${caption && html`<caption class="govuk-table__caption${also(options.captionClasses)}">${caption}</caption>`}
  ${head && html`<thead class="govuk-table__head"><tr class="govuk-table__row">${head.map(headCell)}</tr></thead>`}
  <tbody class="govuk-table__body">
    ${options.rows.map((row) => row && tableRow(row, options.firstCellIsHeader === true))}
  </tbody>
</table>`;
}

function tableRow(row: readonly TableCell[], firstCellIsHeader: boolean): Html {
  return html`<tr class="govuk-table__row">${row.map((cell, index) => (firstCellIsHeader && index === 0 ? rowHeader(cell) : dataCell(cell)))}</tr>
    `;
}

function headCell(cell: TableCell): Html {
  return html`<th scope="col" class="govuk-table__header${cell.format && ` govuk-table__header--${cell.format}`}${also(cell.classes)}"${cellAttributes(cell)}>${contentOf(cell)}</th>`;
}

function rowHeader(cell: TableCell): Html {
  return html`<th scope="row" class="govuk-table__header${also(cell.classes)}"${cellAttributes(cell)}>${contentOf(cell)}</th>`;
}

function dataCell(cell: TableCell): Html {
  return html`<td class="govuk-table__cell${cell.format && ` govuk-table__cell--${cell.format}`}${also(cell.classes)}"${cellAttributes(cell)}>${contentOf(cell)}</td>`;
}

function cellAttributes(cell: TableCell): Html | false {
  if (!cell.colspan && !cell.rowspan && !cell.attributes) return false;
  return html`${attribute('colspan', cell.colspan)}${attribute('rowspan', cell.rowspan)}${attributes(cell.attributes)}`;
}
