import { cameFrom } from '#families/register-import/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';
import { codeWords } from '../codes.ts';
import { type Facts, wordsOf } from '../domain/fact.ts';
import { type Child, fullName, type Household, type ParentCarer } from '../domain/register.ts';
import {
  entryOfChild,
  evidenceOfChild,
  mainHomeOf,
  otherHomesOfChild,
  professionalsOfChild,
} from '../of-child.ts';
import { limitsInForce } from './child-frame.ts';
import { registerTag } from './register-words.ts';

/** The people and papers around a child: home, parent carers, other homes, professionals, register, evidence. */
export async function asideOf(visit: Visit, child: Child, facts: Facts): Promise<Html> {
  const household = await mainHomeOf(visit, child);
  const barred = (await limitsInForce(visit, child.id)).filter((limit) => limit.barsRecords);
  const barredIds = new Set(barred.map(({ parentCarerId }) => parentCarerId));
  return html`${household !== null && home(child, household, barredIds)}
${await otherHomes(visit, child)}
${siblings(child, household, facts)}
${await professionals(visit, child)}
${await register(visit, child)}
${await evidence(visit, child)}
${await origin(visit, child)}`;
}

/** From where the record was brought over, and the way to look for the same child twice. */
async function origin(visit: Visit, child: Child): Promise<Html> {
  const systems = await cameFrom(visit, child.id);
  return card(
    'Where this record comes from',
    systems.length === 0
      ? html`<p>It was made here.</p>`
      : html`${systems.map((one) => html`<p>${one.name}, number ${one.key}<br><span class="daybreak-soft">${one.madeRecord ? 'Brought over' : 'Joined'} on ${formatDate(dateInEngland(one.firstAt))}${!dateInEngland(one.firstAt).equals(dateInEngland(one.lastAt)) && html`, last changed on ${formatDate(dateInEngland(one.lastAt))}`} (${one.reference})</span></p>`)}`,
    { href: `/practitioners/children/${child.id}/merged`, text: 'Merged records' },
  );
}

function card(title: string, content: Html, link: { readonly href: string; readonly text: string }): Html {
  return html`<section class="daybreak-card daybreak-record__card"><h2 class="daybreak-card__heading">${title}</h2>${content}<p><a class="govuk-link" href="${link.href}">${link.text}</a></p></section>`;
}

function home(child: Child, household: Household, barred: ReadonlySet<string | null>): Html {
  const { address } = household;
  const lines = [address.line1, address.line2, address.town, address.postcode].filter((line) => line !== '');
  return html`${card(
    'Main home',
    html`<p>${lines.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}${household.district !== null && html`<br><span class="daybreak-soft">District: ${household.district}</span>`}</p>`,
    { href: `/practitioners/children/${child.id}/address`, text: 'Addresses and moves' },
  )}
${card('Parent carers', html`<ul class="govuk-list govuk-list--spaced">${household.parentCarers.map((carer) => carerLine(carer, barred.has(carer.id)))}</ul>`, { href: `/practitioners/children/${child.id}/people`, text: 'People, accounts and limits on contact' })}`;
}

function carerLine(carer: ParentCarer, isBarred: boolean): Html {
  return html`<li><strong>${carer.name}</strong>, ${carer.relationship.replaceAll('-', ' ')}${isBarred && html`<br><strong class="daybreak-barred">Barred by order: tell them nothing</strong>`}<br>
<span class="daybreak-soft">${carer.hasParentalResponsibility ? 'Parental responsibility' : 'Parental responsibility not confirmed'}${carer.personId !== null && ', has an account'}</span>${carer.phone !== null && html`<br><a class="govuk-link" href="tel:${carer.phone.replaceAll(' ', '')}">${carer.phone}</a>`}${carer.email !== null && html`<br><span class="daybreak-break">${carer.email}</span>`}</li>`;
}

async function otherHomes(visit: Visit, child: Child): Promise<Html> {
  const homes = await otherHomesOfChild(visit, child);
  if (homes.length === 0) return nothing;
  return card(
    'Other home',
    html`${homes.map((one) => html`<p>${one.people.join(', ')}<br>${one.address.line1}, ${one.address.town}, ${one.address.postcode}<br><span class="daybreak-soft">Since ${formatDate(one.fromOn)}</span></p>`)}`,
    { href: `/practitioners/children/${child.id}/people`, text: 'Change' },
  );
}

function siblings(child: Child, household: Household | null, facts: Facts): Html {
  const others = household?.children.filter((one) => one.id !== child.id) ?? [];
  const words = wordsOf(facts, 'siblings');
  if (others.length === 0 && words === '') return nothing;
  return card(
    'Brothers and sisters',
    html`${others.map((one) => html`<p><a class="govuk-link" href="/practitioners/children/${one.id}">${fullName(one)}</a>, born ${formatDate(one.bornOn)}</p>`)}${words !== '' && html`<p>${words}</p>`}`,
    { href: `/practitioners/children/${child.id}/facts/details`, text: 'Change' },
  );
}

async function professionals(visit: Visit, child: Child): Promise<Html> {
  const all = await professionalsOfChild(visit, child);
  const now = all.filter(({ untilOn }) => untilOn === null);
  return card(
    'Who works with the child',
    now.length === 0
      ? html`<p class="daybreak-soft">Nobody recorded yet.</p>`
      : html`<ul class="govuk-list govuk-list--spaced">${now.map((one) => html`<li><strong>${one.name}</strong>, ${one.role}<br><span class="daybreak-soft">${one.organisation}${one.contact !== '' && html`, ${one.contact}`}</span></li>`)}</ul>`,
    { href: `/practitioners/children/${child.id}/people`, text: 'Add or change' },
  );
}

async function register(visit: Visit, child: Child): Promise<Html> {
  const entry = await entryOfChild(visit, child);
  return card(
    'Register of disabled children',
    html`<p>${registerTag(entry?.state ?? null)}${entry !== null && html`<br><span class="daybreak-soft">${entry.reference}</span>`}</p>`,
    {
      href: `/practitioners/children/${child.id}/register`,
      text: entry?.state === 'asked' ? 'Confirm' : 'Open',
    },
  );
}

async function evidence(visit: Visit, child: Child): Promise<Html> {
  const held = await evidenceOfChild(visit, child);
  const today = visit.clock.today();
  return card(
    'Evidence',
    held.length === 0
      ? html`<p class="daybreak-soft">None yet.</p>`
      : html`<ul class="govuk-list">${held.slice(0, 6).map((one) => {
          const hasLapsed = one.holdsUntil !== null && Temporal.PlainDate.compare(one.holdsUntil, today) < 0;
          return html`<li>${codeWords(visit.authority, 'evidence-kind', one.kind)}${one.holdsUntil !== null && html`<br><span class="daybreak-soft">${hasLapsed ? 'Lapsed' : 'Holds until'} ${formatDate(one.holdsUntil)}</span>`}</li>`;
        })}</ul>`,
    { href: `/practitioners/children/${child.id}/evidence`, text: 'See and add evidence' },
  );
}
