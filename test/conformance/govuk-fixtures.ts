import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Html, trustedHtml } from '#platform/web/html.ts';

/** Where the installed package keeps its macros and components. */
export const packageFolder = fileURLToPath(
  new URL('../../node_modules/govuk-frontend/dist', import.meta.url),
);
const componentsFolder = `${packageFolder}/govuk/components`;

/** One example that the package carries: options for its macro, and the markup that its macro makes of them. */
export interface Fixture {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly html: string;
}

/** Gives the names of all components of the package: the folders that hold a macro. */
export function componentNames(): string[] {
  return readdirSync(componentsFolder).filter((name) => existsSync(`${componentsFolder}/${name}/macro.njk`));
}

/** Gives all the examples of one component. */
export function fixturesOf(component: string): Fixture[] {
  const file: { fixtures: Fixture[] } = JSON.parse(
    readFileSync(`${componentsFolder}/${component}/fixtures.json`, 'utf8'),
  );
  return file.fixtures;
}

/** The slots of the service navigation hold markup under names of their own. */
const markupNames = new Set(['html', 'start', 'end', 'navigationStart', 'navigationEnd']);

/**
 * Gives the options with every text that the macro takes for markup made into `Html`, as our functions want it.
 * Attributes are left as they are.
 */
export function withMarkup(options: unknown, name = ''): unknown {
  if (typeof options === 'string') return isMarkup(name) && options !== '' ? trustedHtml(options) : options;
  if (Array.isArray(options)) return options.map((entry) => withMarkup(entry));
  if (typeof options !== 'object' || options === null) return options;
  if (options instanceof Html || /attributes$/i.test(name)) return options;
  return Object.fromEntries(Object.entries(options).map(([key, value]) => [key, withMarkup(value, key)]));
}

/** Whether the macro takes what stands under this name for markup. */
export function isMarkup(name: string): boolean {
  return markupNames.has(name) || name.endsWith('Html');
}
