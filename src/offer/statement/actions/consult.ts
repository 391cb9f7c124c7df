import { z } from 'zod';
import { formatDate } from '#kernel/local-date.ts';
import { refusal } from '#kernel/refusal.ts';
import { choice, date, parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { type Speaker, speakers, type Way, ways } from '../people-words.ts';
import { layoutOf } from '../statement-file.ts';
import {
  commentsOf,
  consultationsOf,
  insertAnswer,
  insertComment,
  insertConsultation,
} from '../store/consultations.ts';
import { openDraft } from '../store/drafts.ts';
import { openConsultation } from './open-consultation.ts';
import { wholeDraft } from './whole-draft.ts';
import { byOf } from './write.ts';

const desk = '/practitioners/statement/consultation';

const openForm = z.object({
  opens: date('The first day'),
  closes: date('The last day'),
  asks: words({ name: 'What you ask', missing: 'Write what you ask families', max: 1500 }),
});

/**
 * Opens a consultation: from its first to its last day everybody reads the draft as it stands now and says what they
 * think. Refuses days that are past or the wrong way round, and a second one beside one that has not ended.
 */
export async function openRound(visit: Visit): Promise<Answer> {
  const whole = await wholeDraft(visit);
  if (whole === null) return notFound('a draft');
  const read = parseForm(openForm, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const { opens, closes, asks } = read.value;
  const today = visit.clock.today();
  if (Temporal.PlainDate.compare(opens, today) < 0)
    return wrong(refusal('past', 'The first day must be today or later', 'opens'));
  if (Temporal.PlainDate.compare(closes, opens) <= 0)
    return wrong(refusal('wrong-way-round', 'The last day must be after the first', 'closes'));
  const authorityId = visit.authority.id;
  const rounds = await consultationsOf(visit.transaction, { authorityId, number: whole.draft.number });
  const running = rounds.find(({ closesOn }) => Temporal.PlainDate.compare(closesOn, today) >= 0);
  if (running !== undefined)
    return wrong(
      refusal(
        'consulting-already',
        `Families are asked until ${formatDate(running.closesOn)} already.`,
        'opens',
      ),
    );
  await insertConsultation(visit.transaction, {
    authorityId,
    number: whole.draft.number,
    round: rounds.length + 1,
    opensOn: opens,
    closesOn: closes,
    asks,
    content: whole.content,
    by: byOf(visit),
  });
  visit.concerns('statement', authorityId, { number: whole.draft.number, opens: opens.toString() });
  return redirect(desk);
}

const aboutSection = (visit: Visit) => ['', ...layoutOf(visit.authority).sections.map(({ id }) => id)];

/** What a family, or anybody, thinks of the draft. Nobody says who they are. Refuses when nobody is asked. */
export async function commentOnStatement(visit: Visit): Promise<Answer> {
  const open = await openConsultation(visit);
  if (open === null)
    return wrong(
      refusal(
        'not-consulting',
        'We do not ask about the statement today. You can always call or write to us.',
      ),
    );
  const read = parseForm(
    z.object({
      who: choice(Object.keys(speakers) as Speaker[], 'Say who you are'),
      section: choice(aboutSection(visit), 'Choose which part it is about'),
      words: words({ name: 'What you think', missing: 'Write what you think', max: 4000 }),
    }),
    visit.form,
  );
  if (!read.ok) return wrong(...read.refusals);
  await insertComment(visit.transaction, {
    ...read.value,
    authorityId: visit.authority.id,
    number: open.number,
    how: 'online',
    people: 1,
    madeOn: visit.clock.today(),
    at: visit.clock.now(),
    by: null,
  });
  return redirect('/statement/consultation?told=thanks');
}

const otherWays = (Object.keys(ways) as Way[]).filter((way) => way !== 'online');

/** Notes views that were gathered elsewhere. Refuses a day to come and a number of people that is none. */
export async function noteViews(visit: Visit): Promise<Answer> {
  const draft = await openDraft(visit.transaction, visit.authority.id);
  if (draft === null) return notFound('a draft');
  const read = parseForm(
    z.object({
      how: choice(otherWays, 'Say how the views came'),
      who: choice(Object.keys(speakers) as Speaker[], 'Say whose views they are'),
      people: words({ name: 'How many people', missing: 'Say how many people', max: 6 }).refine(
        (typed) => typed === '' || /^[1-9]\d{0,4}$/.test(typed),
        'How many people must be a whole number, like 12',
      ),
      made: date('The day'),
      section: choice(aboutSection(visit), 'Choose which part it is about'),
      words: words({ name: 'What they said', missing: 'Write what they said', max: 4000 }),
    }),
    visit.form,
  );
  if (!read.ok) return wrong(...read.refusals);
  const { made, people, ...rest } = read.value;
  if (Temporal.PlainDate.compare(made, visit.clock.today()) > 0)
    return wrong(refusal('future', 'The day must be today or before', 'made'));
  const { id, name, at } = byOf(visit);
  const commentId = await insertComment(visit.transaction, {
    ...rest,
    authorityId: visit.authority.id,
    number: draft.number,
    people: Number(people),
    madeOn: made,
    at,
    by: { id, name },
  });
  visit.concerns('statement', visit.authority.id, { number: draft.number, comment: commentId });
  return redirect(desk);
}

/** Answers a comment: what was changed because of it, and whether it is published, in which words. */
export async function answerComment(visit: Visit): Promise<Answer> {
  const authorityId = visit.authority.id;
  const draft = await openDraft(visit.transaction, authorityId);
  if (draft === null) return notFound('a draft');
  const which = { authorityId, number: draft.number };
  const comment = (await commentsOf(visit.transaction, which)).find(({ id }) => id === visit.params.comment);
  if (comment === undefined) return notFound('a comment');
  const read = parseForm(
    z.object({
      publish: choice(['yes', 'no'], 'Say whether it is published'),
      words: words({ name: 'The words to publish', max: 4000 }),
      changed: words({
        name: 'What you did',
        missing: 'Say what you changed, or why nothing was changed',
        max: 2000,
      }),
    }),
    visit.form,
  );
  if (!read.ok) return wrong(...read.refusals);
  const isPublished = read.value.publish === 'yes';
  if (isPublished && read.value.words === '')
    return wrong(refusal('no-words', 'Write the words to publish', 'words'));
  const { section, who, how, people } = comment;
  await insertAnswer(visit.transaction, {
    ...which,
    commentId: comment.id,
    isPublished,
    section,
    who,
    how,
    people,
    words: isPublished ? read.value.words : '',
    changed: read.value.changed,
    by: byOf(visit),
  });
  visit.concerns('statement', authorityId, { number: draft.number, comment: comment.id });
  return redirect(desk);
}
