import { settableClock, systemClock } from '#kernel/clock.ts';
import { writeAudit } from '#platform/audit/index.ts';
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

/** The event of the audit trail that says the demonstration stands whole, so that no later start adds to it. */
const loaded = 'demonstration.loaded';

/** What is there already: whether it is all, and which families' applications, by their e-mail address. */
type There = {
  readonly isWhole: boolean;
  readonly applications: ReadonlyMap<string, { id: string; state: string }>;
};

async function whatIsThere(database: Database, authorityId: string): Promise<There> {
  return database.transaction({ authorityId, standing: 'system', readOnly: true }, async (transaction) => {
    const mark = await transaction
      .selectFrom('audit_records')
      .select('sequence')
      .where('authority_id', '=', authorityId)
      .where('event', '=', loaded)
      .executeTakeFirst();
    if (mark !== undefined) return { isWhole: true, applications: new Map() };
    const rows = await transaction
      .selectFrom('applications as a')
      .innerJoin('people as p', (join) =>
        join.onRef('p.authority_id', '=', 'a.authority_id').onRef('p.id', '=', 'a.person_id'),
      )
      .select(['p.email', 'a.id', 'a.state'])
      .where('a.authority_id', '=', authorityId)
      .where('a.state', '<>', 'draft')
      .execute();
    return {
      isWhole: false,
      applications: new Map(rows.map(({ email, id, state }) => [email, { id, state }])),
    };
  });
}

async function markWhole({
  database,
  authorityId,
}: {
  readonly database: Database;
  readonly authorityId: string;
}): Promise<void> {
  await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    writeAudit(transaction, {
      authorityId,
      personId: null,
      standing: 'system',
      at: systemClock.now(),
      requestId: null,
      notes: [{ event: loaded }],
    }),
  );
}

function persona(key: string): Persona {
  const found = personaOf(key);
  if (found === null) throw new Error(`the demonstration has no ${key}`);
  return found;
}

/**
 * Fills the demonstration authority with families, applications, decisions and awards, each through the action
 * that a person would use, on the day on which they would have used it. A start that was cut off in the middle
 * is taken up where it stopped; a demonstration that was loaded whole is left as people have made it since.
 */
export async function loadDemonstration(parts: DemonstrationParts): Promise<void> {
  for (const authority of parts.authorities) {
    if (authority.slug !== 'medway') continue;
    const there = await whatIsThere(parts.database, authority.id);
    if (there.isWhole) continue;
    const families = demonstrationFamilies({
      amira: persona('amira'),
      joe: persona('joe'),
      tom: persona('tom-at-home'),
    });
    let told = 0;
    for (const family of families) {
      await loadFamily(parts, authority, {
        family,
        begun: there.applications.get(family.persona.email) ?? null,
      });
      told += 1;
      if (told % 8 === 0 || told === families.length)
        parts.progress(`${authority.name}: ${told} of ${families.length} families of the demonstration`);
    }
    await markWhole({ database: parts.database, authorityId: authority.id });
  }
}

async function loadFamily(
  parts: DemonstrationParts,
  authority: Authority,
  {
    family,
    begun,
  }: { readonly family: DemonstrationFamily; readonly begun: { id: string; state: string } | null },
): Promise<void> {
  if (begun !== null && (family.fate === 'waiting' || begun.state !== 'sent')) return;
  const now = systemClock.now();
  const clock = settableClock(now.subtract({ hours: 24 * family.sentDaysAgo }));
  const at = { authority, around: parts.around, routes: parts.routes, clock };
  const parent = await actAs(family.persona, at);
  const application = begun?.id ?? (await apply(parent, family, clock.today()));
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
