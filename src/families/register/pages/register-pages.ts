import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, details, notificationBanner } from '#platform/govuk/index.ts';
import { firstValue } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { choiceQuestion, choicesQuestion, lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { childOfVisit, mayChange } from '../child-visit.ts';
import { leavesOn, leavingReasons, type RegisterEntry } from '../domain/disability-register.ts';
import type { Child } from '../domain/register.ts';
import { entryOfChild } from '../of-child.ts';
import { childPage } from './child-frame.ts';
import { leavingWords, registerTag } from './register-words.ts';

async function opened(visit: Visit): Promise<{ child: Child; entry: RegisterEntry | null } | null> {
  const child = await childOfVisit(visit);
  if (child === null) return null;
  const entry = await entryOfChild(visit, child);
  return { child, entry };
}

/** A hidden field that says which of a page's forms was sent. */
export function sends(what: string): Html {
  return html`<input type="hidden" name="what" value="${what}">`;
}

const whatItGives = html`<p class="govuk-body">The law asks every council to keep a register of disabled children. It helps us plan enough short breaks. Joining gives you:</p>
<ul class="govuk-list govuk-list--bullet"><li>a register number, as proof of your child’s disability where clubs and days out ask for it</li><li>news about short breaks near you</li><li>a say in what we plan next</li></ul>
<p class="govuk-body">You need not join to get help. Joining or leaving changes nothing that you have.</p>`;

/** Whether this form of the page was sent and came back, so that what unfolds stays open. */
export function cameBack(visit: Visit, what: string): boolean {
  return visit.formState.isTyped && firstValue(visit.formState.values, 'what') === what;
}

/** A family’s page about the register: what it gives, joining, where the asking stands, and leaving. */
export async function familyRegisterPage(visit: Visit): Promise<Page | NotFound> {
  const found = await opened(visit);
  if (found === null) return notFound('your child’s page');
  const { child, entry } = found;
  const may = await mayChange(visit, child);
  return page({
    title: `The register, for ${child.givenName}`,
    section: 'account',
    isPrivate: true,
    before: backLink({ href: `/account/children/${child.id}/about`, text: `About ${child.givenName}` }),
    main: html`${errorsOf(visit)}${visit.query.get('done') === 'yes' && notificationBanner({ type: 'success', text: 'Thank you. It is done.' })}
<span class="govuk-caption-l">${child.givenName}</span><h1 class="govuk-heading-l">Register of disabled children</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${standing(child, entry)}${whatItGives}
${may && (entry === null || entry.state === 'rejected' || entry.state === 'left' ? join(visit, child, entry) : leave(visit, entry))}
</div></div>`,
  });
}

function standing(child: Child, entry: RegisterEntry | null): Html {
  switch (entry?.state) {
    case 'confirmed':
      return html`<div class="daybreak-card-of-register"><p class="daybreak-soft">Register number</p><p class="daybreak-figure">${entry.reference}</p><p>${child.givenName} ${child.familyName}. On the register until ${formatDate(entry.leavesOn)}, the 25th birthday.</p></div>`;
    case 'asked':
      return html`<div class="daybreak-panel"><p class="govuk-body">You asked on ${formatDate(dateInEngland(entry.askedAt))}. An officer reads it and tells you. You need do nothing now.</p></div>`;
    case 'rejected':
      return html`<div class="daybreak-panel"><p class="govuk-body"><strong>We could not take ${child.givenName} on.</strong> ${entry.reason}</p><p class="govuk-body"><strong>What you can do:</strong> ${entry.wayOnward}</p></div>`;
    case 'left':
      return html`<div class="daybreak-panel"><p class="govuk-body">${child.givenName} left the register${entry.leftOn !== null && html` on ${formatDate(entry.leftOn)}`}${entry.leftBecause !== null && html`: ${leavingWords[entry.leftBecause]}`}.</p></div>`;
    default:
      return nothing;
  }
}

function join(visit: Visit, child: Child, entry: RegisterEntry | null): Html {
  if (Temporal.PlainDate.compare(leavesOn(child.bornOn), visit.clock.today()) <= 0)
    return html`<p class="govuk-body">The register is for those under 25.</p>`;
  return formTo(
    visit,
    html`${sends('join')}<h2 class="govuk-heading-m">${entry === null ? 'Join' : 'Ask again'}</h2>
${choicesQuestion(visit, {
  field: 'agreed',
  label: 'Do you agree?',
  options: [
    {
      value: 'yes',
      text: `Yes, put ${child.givenName} on the register`,
      hint: 'We use what you have told us already. You can leave on any day.',
    },
  ],
})}
${button({ text: 'Join the register', preventDoubleClick: true })}`,
  );
}

function leave(visit: Visit, entry: RegisterEntry): Html {
  return details({
    summaryText: entry.state === 'asked' ? 'Take it back' : 'Leave the register',
    html: formTo(
      visit,
      html`${sends('leave')}<p class="govuk-body">You leave at once. You keep every other help that you have. You can join again.</p>${button({ text: 'Leave the register', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  });
}

/** The register as an officer keeps it for one child. */
export async function recordRegisterPage(visit: Visit): Promise<Page | NotFound> {
  const found = await opened(visit);
  if (found === null) return notFound('a child');
  const { child, entry } = found;
  return childPage(visit, child, {
    title: 'Register of disabled children',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<p class="govuk-body">${registerTag(entry?.state ?? null)}${entry !== null && html` ${entry.reference}. Asked by ${entry.agreedBy} on ${formatDate(dateInEngland(entry.askedAt))}. Leaves on ${formatDate(entry.leavesOn)} at the latest.`}</p>
${entry?.state === 'rejected' && html`<p class="govuk-body">${entry.reason} Way onward: ${entry.wayOnward}</p>`}
${entry?.state === 'asked' && confirm(visit)}
${entry?.state === 'confirmed' && takeOff(visit)}
${(entry === null || entry.state === 'left' || entry.state === 'rejected') && putOn(visit)}
</div></div>`,
  });
}

function confirm(visit: Visit): Html {
  return formTo(
    visit,
    html`${sends('settle')}${choiceQuestion(visit, {
      field: 'outcome',
      label: 'Does the child belong on the register?',
      hint: 'Disabled by the Children Act 1989, section 17(11), and living here or looked after by this authority.',
      options: [
        { value: 'confirm', text: 'Yes, confirm' },
        {
          value: 'reject',
          text: 'No',
          conditional: html`${wordsQuestion(visit, { field: 'reason', label: 'Why not, in words for the family', rows: 3 })}${wordsQuestion(visit, { field: 'wayOnward', label: 'What the family can do now', hint: 'For example, which letter would show it, or whom to talk to.', rows: 3 })}`,
        },
      ],
    })}${button({ text: 'Save and tell the family', preventDoubleClick: true })}`,
  );
}

function putOn(visit: Visit): Html {
  return formTo(
    visit,
    html`${sends('put-on')}<h2 class="govuk-heading-m">Put the child on the register</h2><p class="govuk-body">It is voluntary: only with the agreement of somebody with parental responsibility, or of the young person.</p>
${lineQuestion(visit, { field: 'agreedBy', label: 'Who agreed, and how', hint: 'For example, “Sana Khan, mother, by telephone”.' })}
${button({ text: 'Put on the register', preventDoubleClick: true })}`,
  );
}

function takeOff(visit: Visit): Html {
  return details({
    summaryText: 'Take off the register',
    open: cameBack(visit, 'take-off'),
    html: formTo(
      visit,
      html`${sends('take-off')}${choiceQuestion(visit, {
        field: 'because',
        label: 'Why?',
        options: leavingReasons
          .filter((reason) => reason !== 'turned-25')
          .map((value) => ({
            value,
            text: leavingWords[value].charAt(0).toUpperCase() + leavingWords[value].slice(1),
          })),
      })}${button({ text: 'Take off', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  });
}
