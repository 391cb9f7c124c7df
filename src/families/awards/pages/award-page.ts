import { fullName } from '#families/register/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { formatPounds } from '#kernel/money.ts';
import { backLink, button, notificationBanner, summaryList, tag } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { type AwardFile, awardFile } from '../award-file.ts';
import { changeSentence, standingColours, standingWords } from '../change-words.ts';
import { type Act, actsFor } from '../domain/act.ts';
import { type AwardChange, amountsOn, lastDayOf } from '../domain/change.ts';
import { formatGranted } from '../domain/granted.ts';
import { kindNames, payerNames, wayNames } from '../kind-words.ts';

/** What an award is now and all that happened to it, for practitioners. */
export async function awardPage(visit: Visit): Promise<Page | NotFound> {
  const file = await awardFile(visit);
  if (file === null) return notFound('an award');
  const { award, child } = file;
  visit.concerns('award', award.id);
  return page({
    title: `Award ${award.reference}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({
      href: `/practitioners/children/${child.id}/package`,
      text: `${fullName(child)}’s package`,
    }),
    main: html`${told(visit)}<span class="govuk-caption-l">${award.reference}</span>
<h1 class="govuk-heading-l">Award for ${fullName(child)}</h1>
${now(visit, file)}
${waiting(visit, file)}
${buttons(visit, file)}
<h2 class="govuk-heading-m">What happened</h2>
${history(visit, file)}`,
  });
}

const toldWords: Readonly<Record<string, string>> = {
  changed: 'The award is changed. The family has been told.',
  suspended: 'The award is suspended. The family has been told.',
  resumed: 'The award goes on. The family has been told.',
  ended: 'The award ends. The family has been told.',
  'taken-back': 'The change is taken back. The family has been told.',
  asked: 'The raise waits for a team manager who is somebody else than you.',
  agreed: 'You agreed to the raise. The family has been told.',
  'not-agreed': 'You did not agree to the raise. The award stays as it was.',
};

function told(visit: Visit): Html {
  const text = toldWords[visit.query.get('told') ?? ''];
  return text === undefined ? nothing : notificationBanner({ type: 'success', text });
}

function now(visit: Visit, file: AwardFile): Html {
  const { award, changes, today, promised } = file;
  const day = visit.clock.today();
  const last = lastDayOf(award, changes);
  const text = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  return summaryList({
    rows: [
      {
        key: { text: 'Now' },
        value: {
          html: html`${tag({ text: standingWords[today.standing], classes: standingColours[today.standing] })}`,
        },
      },
      text('Of', formatGranted({ ...amountsOn(award, changes, day), per: award.per })),
      text('From and to', `${formatDate(award.startsOn)} to ${formatDate(last)}`),
      text('For', `${kindNames[award.breakKind]}, ${wayNames[award.way].toLowerCase()}`),
      text('Paid by', payerNames[award.paidBy]),
      award.schemeId !== null && text('Scheme', award.schemeId),
      award.legalBasis !== null &&
        text('Law', award.legalBasis === 'section-17' ? 'Section 17(6)' : 'Section 20(4)'),
      award.conditions !== '' && text('Conditions', award.conditions),
      promised !== null && text('Promised in the budget', formatPounds(promised)),
      {
        key: { text: 'Looked at again' },
        value: {
          html: html`<a class="govuk-link" href="/practitioners/awards/${award.id}/review">See its reviews</a>`,
        },
      },
    ],
  });
}

const actWords: Readonly<Record<Act, string>> = {
  change: 'Change what it is of',
  suspend: 'Suspend',
  resume: 'Let it go on',
  end: 'End early',
};

function mayChange(visit: Visit): boolean {
  return ['short-breaks-officer', 'team-manager'].some((role) => visit.person?.roles.includes(role));
}

function buttons(visit: Visit, { award, changes }: AwardFile): Html {
  const able = actsFor(award, changes, visit.clock.today());
  if (!mayChange(visit) || able.length === 0) return nothing;
  return html`<div class="govuk-button-group">${able.map((act) =>
    button({
      text: actWords[act],
      href: `/practitioners/awards/${award.id}/${act}`,
      classes: 'govuk-button--secondary',
    }),
  )}</div>`;
}

function waiting(visit: Visit, { award, raises }: AwardFile): Html {
  const open = raises.find(({ answer }) => answer === null);
  if (open === undefined) return nothing;
  const mayAnswer = visit.person?.roles.includes('team-manager') && visit.person.id !== open.askedBy;
  return html`<div class="daybreak-panel"><h2 class="govuk-heading-m">A raise waits for its answer</h2>
<p class="govuk-body">${open.askedByName} asks for ${formatGranted({ ...open, per: award.per })} from ${formatDate(open.from)}.</p>
${
  mayAnswer
    ? html`<p class="govuk-body"><a class="govuk-link govuk-!-font-weight-bold" href="/practitioners/awards/${award.id}/raises/${open.id}">Answer it</a></p>`
    : html`<p class="govuk-body">A team manager who did not ask for it and did not decide the award answers it.</p>`
}</div>`;
}

function history(visit: Visit, { award, changes, raises }: AwardFile): Html {
  const gone = new Set(changes.map(({ takesBack }) => takesBack));
  const entries = [
    {
      at: award.createdAt,
      content: html`<strong>Awarded:</strong> ${formatGranted(award)}, ${formatDate(award.startsOn)} to ${formatDate(award.endsOn)}.`,
    },
    ...changes.map((change) => ({
      at: change.changedAt,
      content: oneChange(visit, { award, change, isGone: gone.has(change.id) }),
    })),
    ...raises.flatMap(({ answer }) =>
      answer === null || answer.isAgreed
        ? []
        : [
            {
              at: answer.at,
              content: html`<strong>A raise was not agreed to.</strong> ${answer.because} <span class="daybreak-soft">${answer.byName}</span>`,
            },
          ],
    ),
  ].toSorted((one, other) => Temporal.Instant.compare(other.at, one.at));
  return html`<ol class="daybreak-timeline" reversed>${entries.map(
    ({ at, content }) =>
      html`<li><span class="daybreak-soft">${formatDate(dateInEngland(at))}</span><br>${content}</li>`,
  )}</ol>`;
}

function oneChange(
  visit: Visit,
  { award, change, isGone }: Pick<AwardFile, 'award'> & { change: AwardChange; isGone: boolean },
): Html {
  const isAhead = Temporal.PlainDate.compare(change.from, visit.clock.today()) > 0;
  const mayTakeBack = isAhead && !isGone && change.kind !== 'taken-back' && mayChange(visit);
  return html`<strong>${changeSentence(award.per, change)}</strong>${isGone && html` ${tag({ text: 'Taken back', classes: 'govuk-tag--grey' })}`}
<br>${change.reason} <span class="daybreak-soft">${change.changedByName}</span>
${mayTakeBack && html`<br><a class="govuk-link" href="/practitioners/awards/${award.id}/changes/${change.id}/take-back">Take this change back</a>`}`;
}
