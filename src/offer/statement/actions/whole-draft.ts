import { createHash } from 'node:crypto';
import type { Visit } from '#platform/web/visit.ts';
import { changesBetween } from '../domain/changes.ts';
import { dutyStates } from '../domain/duties.ts';
import type { About, Facts, Views } from '../domain/facts.ts';
import { type Reference, referencesOf } from '../domain/references.ts';
import {
  type Content,
  type Picture,
  pictures,
  type Section,
  type Variant,
  type Version,
} from '../domain/statement.ts';
import { dutiesOn } from '../duties-file.ts';
import { freezeSections, type SectionText } from '../freeze.ts';
import { type Layout, layoutOf } from '../statement-file.ts';
import {
  type Draft,
  gapReasons,
  openDraft,
  type Revision,
  revisionsOf,
  type SignatureRow,
  signaturesOf,
} from '../store/drafts.ts';
import { versionOf } from '../store/versions.ts';
import { composeFacts } from './compose-facts.ts';
import { viewsOf } from './views-of.ts';

/** A text of a section as it counts now, and where it comes from. */
export type DraftText = {
  readonly words: string;
  readonly picture: Picture | null;
  /** 0 where nobody has saved it in this draft. */
  readonly revision: number;
  readonly byName: string | null;
  readonly at: Temporal.Instant | null;
};

export type DraftSection = Section & { readonly texts: Readonly<Record<Variant, DraftText>> };

/** A draft with all that belongs to it, as it would be published today. */
export type WholeDraft = {
  readonly draft: Draft;
  readonly sections: readonly DraftSection[];
  readonly references: readonly Reference[];
  readonly revisions: readonly Revision[];
  readonly content: Content;
  readonly previous: Version | null;
  /** What a signature is put under: it changes with every word, rule and reason. */
  readonly fingerprint: string;
  /** Signatures under just these words, and those that a change has taken off. */
  readonly signatures: readonly SignatureRow[];
  readonly takenOff: readonly SignatureRow[];
};

type Asking = Pick<Visit, 'transaction' | 'authority' | 'clock'>;

function isPicture(text: string | null): text is Picture {
  return text !== null && Object.hasOwn(pictures, text);
}

function textOf(
  section: Section,
  variant: Variant,
  from: {
    readonly layout: Layout;
    readonly revisions: readonly Revision[];
    readonly previous: Version | null;
  },
): DraftText {
  const saved = from.revisions.find((one) => one.section === section.id && one.variant === variant);
  if (saved !== undefined) return { ...saved, picture: isPicture(saved.picture) ? saved.picture : null };
  const unsaved = { revision: 0, byName: null, at: null };
  const past = from.previous?.content.sections.find(({ id }) => id === section.id);
  if (past === undefined) return { ...unsaved, ...from.layout.begins(section.id, variant) };
  return variant === 'words'
    ? { ...unsaved, words: past.source, picture: null }
    : { ...unsaved, words: past.easyRead?.source ?? '', picture: past.easyRead?.picture ?? null };
}

/** The sections with the texts that count: what was saved in the draft, else the last version's, else the file's. */
export function draftSections(from: Parameters<typeof textOf>[2]): readonly DraftSection[] {
  return from.layout.sections.map((section) => ({
    ...section,
    texts: {
      words: textOf(section, 'words', from),
      'easy-read': textOf(section, 'easy-read', from),
    },
  }));
}

/** The same as what a statement is made of. */
export function sectionTexts(sections: readonly DraftSection[]): readonly SectionText[] {
  return sections.map(({ texts, ...section }) => {
    const easy = texts['easy-read'];
    return {
      ...section,
      words: texts.words.words,
      easyRead: easy.words.trim() === '' ? null : { words: easy.words, picture: easy.picture ?? 'list' },
    };
  });
}

function fingerprintOf(parts: {
  readonly sections: readonly DraftSection[];
  readonly facts: Facts;
  readonly views: Views;
  readonly reasons: ReadonlyMap<string, string>;
}): string {
  const signed = {
    sections: parts.sections.map(({ id, title, composes, texts }) => [
      id,
      title,
      composes,
      ...[texts.words, texts['easy-read']].map(({ words, picture, revision }) => [words, picture, revision]),
    ]),
    schemes: parts.facts.schemes.map(({ id, version }) => [id, version?.hash ?? null]),
    views: parts.views.published,
    reasons: [...parts.reasons].sort(),
  };
  return createHash('sha256').update(JSON.stringify(signed)).digest('hex');
}

/** The draft that is being written, whole; null where there is none. `reviewBy` is the day that publishing would set. */
export async function wholeDraft(
  asking: Asking,
  given: { readonly reviewBy?: Temporal.PlainDate } = {},
): Promise<WholeDraft | null> {
  const { transaction, authority, clock } = asking;
  const draft = await openDraft(transaction, authority.id);
  if (draft === null) return null;
  const which = { authorityId: authority.id, number: draft.number };
  const layout = layoutOf(authority);
  const today = clock.today();
  const previous = await versionOf(transaction, { authorityId: authority.id });
  const revisions = await revisionsOf(transaction, which);
  const reasons = await gapReasons(transaction, which);
  const facts = await composeFacts(asking);
  const views = await viewsOf(transaction, which, layout);
  const about: About = {
    number: draft.number,
    publishedOn: today.toString(),
    reviewBy: (given.reviewBy ?? today.add({ months: layout.reviewMonths })).toString(),
  };
  const sections = draftSections({ layout, revisions, previous });
  const frozen = freezeSections(sectionTexts(sections), { facts, views, about });
  const fingerprint = fingerprintOf({ sections, facts, views, reasons });
  const all = await signaturesOf(transaction, which);
  const signatures = all.filter((one) => one.fingerprint === fingerprint);
  const signed = new Set(signatures.map(({ personId }) => personId));
  return {
    draft,
    sections,
    revisions,
    previous,
    fingerprint,
    signatures,
    takenOff: all.filter((one) => one.fingerprint !== fingerprint && !signed.has(one.personId)),
    references: referencesOf({ facts, views, about }),
    content: {
      facts,
      views,
      about,
      sections: frozen,
      duties: dutyStates(
        dutiesOn(authority, today),
        { facts, views, about, sections: frozen, today },
        reasons,
      ),
      signatures: signatures.map(({ name, as, at }) => ({
        name,
        as,
        on: at.toZonedDateTimeISO('Europe/London').toPlainDate().toString(),
      })),
      changes: previous === null ? [] : changesBetween(previous.content, { facts, sections: frozen }),
    },
  };
}
