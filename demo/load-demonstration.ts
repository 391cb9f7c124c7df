import { settableClock, systemClock } from '#kernel/clock.ts';
import { prepareDemonstrationProvider } from '#offer/listing-desk/index.ts';
import { writeAudit } from '#platform/audit/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import type { Surroundings } from '#platform/web/asking.ts';
import type { Route } from '#platform/web/route.ts';
import { type Actor, actAs } from './act-as.ts';
import { applicationForms } from './application-forms.ts';
import { directoryStories } from './directory-stories.ts';
import { type DemonstrationFamily, demonstrationFamilies } from './families.ts';
import { medwayStories, type Story } from './medway-stories.ts';
import { storiesOf } from './other-councils.ts';
import { parentCarer, persona } from './people.ts';
import { stageFor } from './stage.ts';
import { statementStories } from './statements.ts';

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

/** The event that says when it was begun: a start that goes on later tells the same days. */
const begunEvent = 'demonstration.begun';

/** What is there already: whether it is all, and which families' applications, by their e-mail address. */
type There = {
  readonly isWhole: boolean;
  readonly begun: Temporal.Instant | null;
  readonly applications: ReadonlyMap<string, { id: string; state: string }>;
};

async function whatIsThere(database: Database, authorityId: string): Promise<There> {
  return database.transaction({ authorityId, standing: 'system', readOnly: true }, async (transaction) => {
    const marks = await transaction
      .selectFrom('audit_records')
      .select(['event', 'at'])
      .where('authority_id', '=', authorityId)
      .where('event', 'in', [loaded, begunEvent])
      .execute();
    const begun = marks.find(({ event }) => event === begunEvent)?.at ?? null;
    if (marks.some(({ event }) => event === loaded)) return { isWhole: true, begun, applications: new Map() };
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
      begun,
      applications: new Map(rows.map(({ email, id, state }) => [email, { id, state }])),
    };
  });
}

/** Notes an event of the demonstration in the audit trail, and gives its time. */
async function noted(database: Database, authorityId: string, event: string): Promise<Temporal.Instant> {
  const at = systemClock.now();
  await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    writeAudit(transaction, {
      authorityId,
      personId: null,
      standing: 'system',
      at,
      requestId: null,
      notes: [{ event }],
    }),
  );
  return at;
}

/**
 * Fills each council of the demonstration with families and what became of them, each step through the action that a
 * person would use, on the day on which they would have used it. A start that was cut off in the middle is taken up
 * where it stopped; a demonstration that was loaded whole is left as people have made it since.
 */
export async function loadDemonstration(parts: DemonstrationParts): Promise<void> {
  for (const authority of parts.authorities) {
    const there = await whatIsThere(parts.database, authority.id);
    await parts.database.transaction({ authorityId: authority.id, standing: 'system' }, (transaction) =>
      prepareDemonstrationProvider(transaction, { authority, at: systemClock.now() }),
    );
    if (there.isWhole) continue;
    const begun = there.begun ?? (await noted(parts.database, authority.id, begunEvent));
    const told = progressOf(parts, authority);
    if (authority.slug === 'medway') {
      const families = medwayFamilies();
      for (const family of families) {
        await loadFamily(parts, authority, {
          family,
          begun: there.applications.get(family.persona.email) ?? null,
        });
        told.one('families of the demonstration', families.length);
      }
    }
    const stories = [
      ...(authority.slug === 'medway' ? storiesOfMedway() : storiesOf(authority.slug)),
      ...statementStories(authority.slug),
      ...directoryStories(authority.slug),
    ];
    told.restart();
    for (const { name, tell } of stories) {
      await tell(stageFor({ authority, around: parts.around, routes: parts.routes, begun }, name));
      told.one('stories of the demonstration', stories.length);
    }
    await noted(parts.database, authority.id, loaded);
  }
}

function progressOf({ progress }: DemonstrationParts, authority: Authority) {
  let count = 0;
  return {
    restart() {
      count = 0;
    },
    one(what: string, all: number) {
      count += 1;
      if (count % 8 === 0 || count === all) progress(`${authority.name}: ${count} of ${all} ${what}`);
    },
  };
}

function medwayFamilies(): readonly DemonstrationFamily[] {
  return demonstrationFamilies({
    amira: persona('amira'),
    joe: persona('joe'),
    tom: persona('tom-at-home'),
    hannah: parentCarer('hannah', 'Hannah Brooks'),
  });
}

function storiesOfMedway(): readonly Story[] {
  const families = medwayFamilies().filter(({ persona: { key } }) => key.startsWith('family-'));
  return medwayStories(
    families.filter(({ fate }) => fate === 'awarded' || fate === 'refused'),
    families.filter(({ fate }) => fate === 'waiting'),
  );
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
