import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { appealRulesOn } from '#families/appeals/index.ts';
import { renewalTermsOn } from '#families/applications/index.ts';
import { pricesOn, spendingAuthoritiesOn } from '#families/assessments/index.ts';
import { mayOverspend, spendingWords } from '#families/decisions/index.ts';
import { packageRulesOf } from '#families/packages/index.ts';
import { panelRulesOn } from '#families/panel/index.ts';
import { codesOf } from '#families/register/index.ts';
import { checkSchemeFolder, schemesOf } from '#families/schemes/index.ts';
import { transitionRules } from '#families/transitions/index.ts';
import { fundsOf } from '#money/budgets/index.ts';
import { freshnessOf, readOffer } from '#offer/directory/index.ts';
import { safeFieldsOn } from '#offer/listing-desk/index.ts';
import { feedsOf } from '#offer/listing-import/index.ts';
import { navigatorOn } from '#offer/navigator/index.ts';
import { termDatesOf } from '#offer/sessions/index.ts';
import { dutiesOn, layoutOf } from '#offer/statement/index.ts';
import { type Authority, lastDayBy } from '#platform/authorities/index.ts';
import { districtsOf } from '#platform/maps/index.ts';
import { filedWordsOf } from '#platform/words/index.ts';
import { sentenceOf } from './say.ts';

/** The clocks that the service asks for: each must be in force somewhere for every council. */
const clocks: readonly string[] = [
  'grant-decision',
  'grant-renewal',
  'award-lasts',
  'award-review-first',
  'award-review-second',
  'award-review-yearly',
  'review-section-17',
  'review-section-20-first',
  'review-section-20',
  'assessment-child-and-family',
  'assessment-parent-carer',
  'complaint-made-within',
  'complaint-stage-1',
  'complaint-stage-2',
  'complaint-ask-stage-2',
  'complaint-ask-stage-3',
  'complaint-panel',
  'complaint-panel-findings',
  'complaint-council-response',
];

/** Everything that may stand in a council's folder; authorities/README.md describes each. */
const known: readonly string[] = [
  'authority.yaml',
  'logo.svg',
  'appeals.yaml',
  'bank-holidays-england.yaml',
  'budget',
  'casework.yaml',
  'clocks.yaml',
  'decisions.yaml',
  'feeds.yaml',
  'freshness.yaml',
  'letters.yaml',
  'listing-fields.yaml',
  'navigator.yaml',
  'map.geojson',
  'offer',
  'package-rules.yaml',
  'panel.yaml',
  'prices.yaml',
  'schemes',
  'spending-authority.yaml',
  'statement',
  'statement.yaml',
  'term-dates.yaml',
  'words',
];

type Reader = (authority: Authority, on: Temporal.PlainDate) => unknown;

/** What reads each part of a folder. A reader throws a sentence that names the file, the place and what must be there. */
const readers: readonly Reader[] = [
  (authority) => feedsOf(authority),
  (authority, on) => freshnessOf(authority, on),
  (authority) => fundsOf(authority),
  (authority, on) => panelRulesOn(authority, on),
  (authority, on) => safeFieldsOn(authority, on),
  (authority, on) => pricesOn(authority, on),
  (authority, on) => spendingAuthoritiesOn(authority, on),
  (authority, on) => appealRulesOn(authority, on),
  (authority, on) => mayOverspend(authority, { roles: [], on }),
  (authority) => spendingWords(authority, 'any'),
  (authority, on) => renewalTermsOn(authority, { schemeId: 'any', on }),
  (authority) => packageRulesOf(authority),
  (authority) => filedWordsOf(authority),
  (authority, on) => navigatorOn(authority, on),
  (authority) => transitionRules(authority),
  (authority) => districtsOf(authority),
  (authority) => codesOf(authority, 'disability'),
  (authority) => layoutOf(authority),
  (authority, on) => dutiesOn(authority, on),
  (authority) => termDatesOf(authority),
  ...clocks.map(
    (id): Reader =>
      (authority, on) =>
        lastDayBy(authority, { id, from: on }),
  ),
];

/** What is wrong in the files of a council's folder besides its schemes, a sentence for each. */
export async function problemsInFiles(
  authority: Authority,
  on: Temporal.PlainDate,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const name of readdirSync(authority.folder).sort())
    if (!known.includes(name))
      problems.push(
        `${join(authority.folder, name)} is nothing that the service reads. Take it away, or give it one of these names: ${known.join(', ')}`,
      );
  for (const read of readers) {
    try {
      read(authority, on);
    } catch (error) {
      problems.push(...sentenceOf(error).split('\n'));
    }
  }
  if (problems.length > 0) return [...new Set(problems)];
  return [...(await problemsInNames(authority)), ...problemsInOffer(authority)];
}

function problemsInOffer(authority: Authority): readonly string[] {
  const folder = join(authority.folder, 'offer');
  if (!existsSync(folder)) return [];
  const { mistakes } = readOffer(folder, {
    authorityName: authority.name,
    localities: authority.localities.map(({ name }) => name),
  });
  return mistakes.map(
    ({ fileName, line, field, message }) => `${join(folder, fileName)}:${line}: ${field} ${message}`,
  );
}

/** Schemes and funds that a file names and that are not there. */
async function problemsInNames(authority: Authority): Promise<readonly string[]> {
  const schemes = new Set((await schemesOf(authority.folder)).map(({ id }) => id));
  const funds = fundsOf(authority);
  const noScheme = (place: string, id: string) =>
    schemes.has(id)
      ? []
      : [
          `${place}: there is no scheme ${id} in ${join(authority.folder, 'schemes')}. Write its name as there`,
        ];
  const ofFunds = funds.flatMap((fund) =>
    fund.schemes.flatMap((id) => noScheme(`${join(authority.folder, 'budget')}: ${fund.id}`, id)),
  );
  const ofFiles = ['casework.yaml', 'decisions.yaml'].flatMap((name) => {
    const path = join(authority.folder, name);
    return namedIn(path, 'scheme').flatMap((id) => noScheme(path, id));
  });
  const letters = join(authority.folder, 'letters.yaml');
  const ofLetters = namedIn(letters, 'fund').flatMap((id) =>
    funds.some((fund) => fund.id === id)
      ? []
      : [
          `${letters}: there is no fund ${id} in ${join(authority.folder, 'budget')}. Write its name as there`,
        ],
  );
  return [...ofFunds, ...ofFiles, ...ofLetters];
}

/** Every value of one key in the lists of a file. */
function namedIn(path: string, key: string): readonly string[] {
  if (!existsSync(path)) return [];
  const file: unknown = parse(readFileSync(path, 'utf8'));
  const lists = typeof file === 'object' && file !== null ? Object.values(file) : [];
  return lists.flatMap((list: unknown) =>
    Array.isArray(list)
      ? list.flatMap((line: unknown) => {
          const value =
            typeof line === 'object' && line !== null ? new Map(Object.entries(line)).get(key) : undefined;
          return typeof value === 'string' ? [value] : [];
        })
      : [],
  );
}

/** The schemes of each folder beside the councils', also of those that are not served, with what is wrong in them. */
export async function problemsInSchemes(
  authoritiesFolder: string,
): Promise<readonly { readonly folder: string; readonly problems: readonly string[] }[]> {
  const folders = readdirSync(authoritiesFolder)
    .sort()
    .filter((name) => existsSync(join(authoritiesFolder, name, 'schemes')));
  const found: { folder: string; problems: readonly string[] }[] = [];
  for (const folder of folders) {
    const check = await checkSchemeFolder(join(authoritiesFolder, folder, 'schemes'));
    const problems = check.problems.map((one) => `${one.file}:${one.line}: ${one.message}`);
    found.push({ folder, problems });
  }
  return found;
}
