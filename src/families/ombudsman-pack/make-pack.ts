import { strToU8, type Zippable, zipSync } from 'fflate';
import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { type Answer, notFound, type Visit } from '#platform/web/visit.ts';
import { hidingNames } from './domain/hide-names.ts';
import { pathInPack } from './domain/pack.ts';
import { type Gathered, gather } from './gather.ts';
import { printedPack } from './pages/printed-pack.ts';
import { sectionsOf } from './sections.ts';

/** Gives one child's case as one zip: a page to read and print, the files, and the facts of each decision. */
export async function ombudsmanPack(visit: Visit): Promise<Answer> {
  const gathered = await gather(visit);
  if (gathered === null) return notFound('a child');
  const { child } = gathered;
  const others = gathered.household.children.filter(({ id }) => id !== child.id);
  const hide = hidingNames(child, others);
  const { zipped, paths } = await filesOf(visit, gathered);
  visit.concerns('child', child.id, { files: paths.size, decisions: gathered.decisions.length });
  const sections = sectionsOf(visit.authority, gathered, paths).map((section) => ({
    ...section,
    rows: section.rows.map((row) => row.map(hide)),
  }));
  const made = `Made by ${visit.person?.name ?? ''} on ${formatDate(visit.clock.today())} for ${visit.authority.name}. It is about ${fullName(child)}, born ${formatDate(child.bornOn)}, and nobody else: what is about other children of the household is left out, and their names are hidden in words.`;
  const page = printedPack({ title: `The case of ${fullName(child)}`, made, sections });
  const facts: Zippable = Object.fromEntries(
    gathered.decisions.map(({ decision, reference }) => [
      `decisions/${reference}-${decision.number}.json`,
      strToU8(hide(JSON.stringify({ ...decision, decidedAt: decision.decidedAt.toString() }, null, 2))),
    ]),
  );
  return {
    kind: 'download',
    name: `case-${child.id.slice(-6)}-${visit.clock.today()}.zip`,
    mediaType: 'application/zip',
    body: zipSync({ 'index.html': strToU8(page), ...facts, ...zipped }),
  };
}

async function filesOf(
  visit: Visit,
  { files }: Gathered,
): Promise<{ readonly zipped: Zippable; readonly paths: ReadonlyMap<string, string> }> {
  const zipped: Zippable = {};
  const paths = new Map<string, string>();
  for (const [index, file] of files.entries()) {
    const bytes = await visit.files.read(file.id);
    if (!bytes.ok) continue;
    const path = pathInPack(index + 1, file.name);
    // Photos and PDFs are packed already.
    zipped[path] = [new Uint8Array(bytes.value), { level: 0 }];
    paths.set(file.id, path);
  }
  return { zipped, paths };
}
