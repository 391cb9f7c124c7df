import { settableClock, systemClock } from '#kernel/clock.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import { type Persona, personaOf } from '#platform/people/personas.ts';
import type { Surroundings } from '#platform/web/asking.ts';
import type { Route } from '#platform/web/route.ts';
import { type Actor, actAs } from './act-as.ts';
import { applicationForms } from './application-forms.ts';
import { type DemonstrationFamily, demonstrationFamilies } from './families.ts';

/** What the demonstration is loaded into. */
export type DemonstrationParts = {
  readonly authorities: readonly Authority[];
  readonly database: Database;
  readonly around: Surroundings;
  readonly routes: readonly Route[];
  readonly progress: (line: string) => void;
};

async function hasApplications(database: Database, authorityId: string): Promise<boolean> {
  const row = await database.transaction({ authorityId, standing: 'system', readOnly: true }, (transaction) =>
    transaction
      .selectFrom('applications')
      .select('id')
      .where('authority_id', '=', authorityId)
      .limit(1)
      .executeTakeFirst(),
  );
  return row !== undefined;
}

function persona(key: string): Persona {
  const found = personaOf(key);
  if (found === null) throw new Error(`the demonstration has no ${key}`);
  return found;
}

/**
 * Fills an empty demonstration authority with families, applications, decisions and awards, each through the
 * action that a person would use, on the day on which they would have used it. An authority that has
 * applications already is left as it is.
 */
export async function loadDemonstration(parts: DemonstrationParts): Promise<void> {
  for (const authority of parts.authorities) {
    if (authority.slug !== 'medway' || (await hasApplications(parts.database, authority.id))) continue;
    const families = demonstrationFamilies({
      amira: persona('amira'),
      joe: persona('joe'),
      tom: persona('tom-at-home'),
    });
    let told = 0;
    for (const family of families) {
      await loadFamily(parts, authority, family);
      told += 1;
      if (told % 8 === 0 || told === families.length)
        parts.progress(`${authority.name}: ${told} of ${families.length} families of the demonstration`);
    }
  }
}

async function loadFamily(
  parts: DemonstrationParts,
  authority: Authority,
  family: DemonstrationFamily,
): Promise<void> {
  const now = systemClock.now();
  const clock = settableClock(now.subtract({ hours: 24 * family.sentDaysAgo }));
  const at = { authority, around: parts.around, routes: parts.routes, clock };
  const parent = await actAs(family.persona, at);
  const application = await apply(parent, family, clock.today());
  if (family.fate === 'waiting') return;
  const later = now.subtract({ hours: 24 * Math.max(0, family.sentDaysAgo - 5) });
  clock.moveTo(Temporal.Instant.compare(later, now) < 0 ? later : now);
  await settle(await actAs(persona('priya'), at), family, application);
}

/** Fills the application in, step by step, and sends it. Gives its identifier. */
async function apply(parent: Actor, family: DemonstrationFamily, today: Temporal.PlainDate): Promise<string> {
  const path = await parent.posts('/apply/start', {});
  for (const { slug, form, uploads } of applicationForms(family, today))
    await parent.posts(`${path}/${slug}`, form, uploads);
  await parent.posts(`${path}/send`, { declared: 'yes' });
  return path.split('/').at(-1) ?? '';
}

/** Does what became of the application: asks for more, awards, or refuses. */
async function settle(officer: Actor, family: DemonstrationFamily, application: string): Promise<void> {
  const path = `/practitioners/applications/${application}`;
  if (family.fate === 'waiting') return;
  if (family.fate === 'more-asked') {
    await officer.posts(`${path}/ask`, {
      words: 'Please send a photo of all pages of the DLA letter. The second page shows which rate it is.',
    });
    return;
  }
  await officer.posts(`${path}/decide`, choices[family.fate]);
  const check = await officer.reads(`${path}/decide/check`);
  const ground = /name="ground" value="([^"]+)"/.exec(check)?.[1] ?? '';
  await officer.posts(`${path}/decide/check`, { ground });
}

const choices = {
  awarded: { kind: 'recommended', because: '', wordsForFamily: '' },
  refused: {
    kind: 'refuse',
    because:
      'The family told us on the telephone that the direct payment for a personal assistant has begun.',
    wordsForFamily: 'Your child has a direct payment from us now, and this grant cannot be given beside it.',
  },
} as const;
