import { type Award, formatGranted } from '#families/awards/index.ts';
import { type Evidence, fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { summaryList, tag } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { formatMoment } from '../actions/already-decided.ts';
import { letterPath } from '../actions/send-decision.ts';
import type { CaseFile, PossibleDuplicate } from '../case-file.ts';
import { outcomeWords } from '../decided-words.ts';
import type { DecisionRecord } from '../domain/decision-record.ts';

/** What was decided, by whom and when, with the letter and the whole record. */
export function decidedPanel(decision: DecisionRecord, award: Award | null): Html {
  const what =
    award === null
      ? html`${outcomeWords(decision)}`
      : html`<strong>${formatGranted(award)}</strong> awarded${decision.outcome === 'awarded-reduced' && ' at the reduced rate'}`;
  return html`<div class="daybreak-panel"><p class="daybreak-figure govuk-!-margin-bottom-2">${what}</p>
<p class="govuk-body">${decision.decidedByName} decided on ${formatMoment(decision.decidedAt)}${award !== null && html`. Award ${award.reference}, ${formatDate(award.startsOn)} to ${formatDate(award.endsOn)}`}.</p>
<p class="govuk-body"><a class="govuk-link" href="${letterPath(decision, award)}">See the letter</a> · <a class="govuk-link" href="/practitioners/decisions/${decision.id}">See the decision again, with its facts and rules</a></p></div>`;
}

/** The decisions before the one that stands, or before the one that is to be taken. */
export function earlierDecisions(file: CaseFile): Html {
  const earlier = file.decisions.filter((one) => one.id !== file.decision?.id);
  if (earlier.length === 0) return html``;
  return html`<section aria-labelledby="earlier"><h2 class="govuk-heading-m" id="earlier">Decided before</h2>
<ul class="govuk-list daybreak-rows">${earlier.map(
    (one) =>
      html`<li>${one.decidedByName}, ${formatMoment(one.decidedAt)}: <a class="govuk-link" href="/practitioners/decisions/${one.id}">${outcomeWords(one)}</a></li>`,
  )}</ul></section>`;
}

/** What a panel or an assessment said, in its own words, where the application comes back from one. */
export function saidElsewhere(file: CaseFile): Html {
  const said = file.events.filter(({ kind }) => kind === 'panel-decided' || kind === 'assessed');
  if (said.length === 0) return html``;
  return html`<section aria-labelledby="said"><h2 class="govuk-heading-m" id="said">What the panel or the assessment said</h2>
<ul class="govuk-list daybreak-rows">${said.map(
    (event) =>
      html`<li>${tag({ text: event.kind === 'assessed' ? 'Assessment' : 'Panel', classes: 'govuk-tag--purple' })} ${formatMoment(event.at)}<br>${event.words}</li>`,
  )}</ul></section>`;
}

const kinds: Readonly<Record<Evidence['kind'], string>> = {
  'dla-letter': 'DLA letter',
  'pip-letter': 'PIP letter',
  'diagnosis-letter': 'Letter about the diagnosis',
  'ehc-plan': 'Education, health and care plan',
  'professional-letter': 'Letter from a professional',
  'school-letter': 'Letter from school',
  'birth-certificate': 'Birth certificate',
  'proof-of-address': 'Proof of address',
  'carers-allowance-letter': 'Carer’s Allowance letter',
};

/** Each letter: what it says, and the file. Rates are what the family copied; the file is there to compare. */
export function evidenceCards(file: CaseFile): Html {
  if (file.evidence.length === 0)
    return html`<p class="govuk-body">No letter has been handed in. You can ask the family for one.</p>`;
  return html`${file.evidence.map((one) => evidenceCard(file, one))}
<p class="govuk-body-s daybreak-soft">Rates and dates are as the family copied them. Compare them with the file.</p>`;
}

function evidenceCard(file: CaseFile, one: Evidence): Html {
  const row = (key: string, text: string | null) => text !== null && { key: { text: key }, value: { text } };
  const day = (date: Temporal.PlainDate | null) => (date === null ? null : formatDate(date));
  const link =
    one.file === null
      ? html`No file: the family said that it would send it later`
      : html`<a class="govuk-link" href="/practitioners/applications/${file.application.id}/files/${one.file.id}" target="_blank" rel="noopener">${one.file.name} <span class="govuk-visually-hidden">(opens in a new tab)</span></a>`;
  return summaryList({
    card: { title: { text: kinds[one.kind], headingLevel: 3 } },
    rows: [
      row('Care', one.dlaCare),
      row('Mobility', one.dlaMobility),
      row('Daily living', one.pipDaily),
      row('Mobility (PIP)', one.pipMobility),
      row('Dated', day(one.datedOn)),
      row('From', day(one.holdsFrom)),
      row('Until', day(one.holdsUntil)),
      { key: { text: 'File' }, value: { html: link } },
    ],
  });
}

/** What officers have put right of what was read from the letters, and the way to do it. */
export function corrections(file: CaseFile): Html {
  const link = html`<a class="govuk-link" href="/practitioners/applications/${file.application.id}/correct">Correct what was read from a letter</a>`;
  return html`${
    file.corrections.length > 0 &&
    html`<h3 class="govuk-heading-s">Corrected</h3><ul class="govuk-list daybreak-rows">${file.corrections.map(
      (one) =>
        html`<li><strong>${factWords(one.fact)}: ${one.was} is now ${one.isNow}</strong><br>${one.reason}<br><span class="daybreak-soft">${one.correctedByName}, ${formatMoment(one.correctedAt)}</span></li>`,
    )}</ul>`
  }${file.decision === null && html`<p class="govuk-body">${link}</p>`}`;
}

/** A fact's name for people: "dla care". */
function factWords(fact: string): string {
  return fact
    .replace('child.', '')
    .replaceAll('_', ' ')
    .replace(/^(dla|pip)/, (name) => name.toUpperCase());
}

/** Children who may be the same one, and other money that this child has. */
export function neighbours(file: CaseFile): Html {
  return html`<section aria-labelledby="same"><h2 class="govuk-heading-m" id="same">Could this be the same child?</h2>
${file.duplicates.length === 0 ? html`<p class="govuk-body">No other child in the register is like this one.</p>` : html`<ul class="govuk-list daybreak-rows">${file.duplicates.map((one) => duplicate(file, one))}</ul>`}</section>
<section aria-labelledby="other"><h2 class="govuk-heading-m" id="other">Other support</h2>
${otherSupport(file)}</section>`;
}

function duplicate(file: CaseFile, one: PossibleDuplicate): Html {
  if (one.isKeptAway)
    return html`<li>This child may be the same as one in a household that you know, or that is your own. Another officer must compare the two.</li>`;
  const thisYear = one.applications.filter(
    (application) => application.grantYear === file.application.grantYear,
  );
  return html`<li><strong>${fullName(one.child)}</strong>, born ${formatDate(one.child.bornOn)}, ${one.child.postcode}: ${one.child.because}, ${one.isOtherHousehold ? 'in another household' : 'in this household'}
${thisYear.map((application) => html`<br>${tag({ text: `Also applied this year`, classes: 'govuk-tag--purple' })} <a class="govuk-link" href="/practitioners/applications/${application.id}">${application.reference}</a>`)}
${one.awards.map((award) => html`<br>${tag({ text: 'Has an award', classes: 'govuk-tag--purple' })} ${awardWords(award)}`)}</li>`;
}

function otherSupport(file: CaseFile): Html {
  const { otherAwards } = file;
  const held = file.application.answers.support?.held ?? [];
  if (otherAwards.length === 0 && held.length === 0)
    return html`<p class="govuk-body">The family says that it has none, and no other award is recorded for this child.</p>`;
  return html`<ul class="govuk-list daybreak-rows">${held.length > 0 && html`<li>${tag({ text: 'The family says', classes: 'govuk-tag--blue' })} ${held.map((one) => one.replaceAll('-', ' ')).join(', ')}</li>`}
${otherAwards.map((award) => html`<li>${tag({ text: 'Award', classes: 'govuk-tag--blue' })} ${awardWords(award)}</li>`)}</ul>`;
}

function awardWords(award: Award): Html {
  return html`${award.reference}: ${formatGranted(award)}, ${formatDate(award.startsOn)} to ${formatDate(award.endsOn)}`;
}

/** What happened so far, the newest last. */
export function timeline(file: CaseFile): Html {
  return html`<section aria-labelledby="way"><h2 class="govuk-heading-m" id="way">What has happened</h2>
<ol class="daybreak-timeline">${file.events.map(
    (event) =>
      html`<li><span class="daybreak-soft">${formatMoment(event.at)}</span><br>${words(file, event)}</li>`,
  )}</ol></section>`;
}

/** The words of an event are written for the family; an officer reads who did it. */
function words({ proxy }: CaseFile, { kind, words: text }: CaseFile['events'][number]): Html {
  if (kind === 'sent')
    return proxy === null
      ? html`The family sent the application`
      : html`${filledInBy(proxy)} filled it in for the family${proxy.hasAgreed && ', with a parent’s agreement,'} and sent it`;
  if (kind === 'withdrawn') return html`The family withdrew the application`;
  if (kind === 'more-asked') return html`<strong>Asked the family:</strong> ${text}`;
  if (kind === 'more-given') return html`<strong>The family answered:</strong> ${text}`;
  return html`${text}`;
}

/** Who filled an application in, as an officer reads it: "Ruth Cole, Home-Start". */
export function filledInBy({ name, organisation }: NonNullable<CaseFile['proxy']>): string {
  return organisation === '' ? name : `${name}, ${organisation}`;
}
