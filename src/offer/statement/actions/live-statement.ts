import type { Visit } from '#platform/web/visit.ts';
import { changesBetween } from '../domain/changes.ts';
import type { Facts, Views } from '../domain/facts.ts';
import type { FrozenSection, Version, VersionLine } from '../domain/statement.ts';
import { freezeSections } from '../freeze.ts';
import { layoutOf } from '../statement-file.ts';
import { versionLines, versionOf } from '../store/versions.ts';
import { composeFacts } from './compose-facts.ts';
import { draftSections, sectionTexts } from './whole-draft.ts';

type Asking = Pick<Visit, 'transaction' | 'authority' | 'clock'>;

/** The statement with the words last published and the facts of today. */
export type LiveStatement = {
  readonly facts: Facts;
  readonly sections: readonly FrozenSection[];
  readonly published: Version | null;
  /** What differs from what was published, in sentences. */
  readonly differences: readonly string[];
};

const noViews: Views = { rounds: [], comments: 0, people: 0, unanswered: 0, published: [] };

/** Composes the statement as it is today. Nothing of a draft is in it. */
export async function liveStatement(asking: Asking): Promise<LiveStatement> {
  const { transaction, authority } = asking;
  const published = await versionOf(transaction, { authorityId: authority.id });
  const facts = await composeFacts(asking);
  const layout = layoutOf(authority);
  const sections = freezeSections(
    sectionTexts(draftSections({ layout, revisions: [], previous: published })),
    {
      facts,
      views: published?.content.views ?? noViews,
      about: { number: null, publishedOn: null, reviewBy: published?.reviewBy.toString() ?? null },
    },
  );
  return {
    facts,
    sections,
    published,
    differences: published === null ? [] : changesBetween({ facts: published.content.facts }, { facts }),
  };
}

/** The newest published version with what differs today, and every earlier one. Null where none is published. */
export async function newestStatement(asking: Asking): Promise<{
  readonly version: Version;
  readonly differences: readonly string[];
  readonly all: readonly VersionLine[];
} | null> {
  const { transaction, authority } = asking;
  const version = await versionOf(transaction, { authorityId: authority.id });
  if (version === null) return null;
  const facts = await composeFacts(asking);
  return {
    version,
    differences: changesBetween({ facts: version.content.facts }, { facts }),
    all: await versionLines(transaction, authority.id),
  };
}

/** A published version by its number, and the numbers of all. */
export async function publishedVersion(
  { transaction, authority }: Asking,
  number: number,
): Promise<{ readonly version: Version; readonly all: readonly VersionLine[] } | null> {
  const version = await versionOf(transaction, { authorityId: authority.id, number });
  return version === null ? null : { version, all: await versionLines(transaction, authority.id) };
}
