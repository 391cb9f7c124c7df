import { formatDate } from '#kernel/local-date.ts';
import { breadcrumbs, notificationBanner, summaryList, tag } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import {
  type NotFound,
  notFound,
  type Page,
  page,
  type Redirect,
  redirect,
  type Visit,
} from '#platform/web/visit.ts';
import { childOfVisit } from '../child-visit.ts';
import { choicesOf, type FactSection, type Facts, wordsOf } from '../domain/fact.ts';
import { needsProfile } from '../domain/needs-profile.ts';
import { type Child, fullName } from '../domain/register.ts';
import { sectionOf, sections } from '../domain/sections.ts';
import { factsOfChild } from '../of-child.ts';
import { bornWords, warningAbout } from './child-frame.ts';
import { answerWords, saidWords } from './fact-words.ts';
import { asideOf } from './record-aside.ts';
import { symbolWithWord } from './symbols.ts';

/** Who a child is, in five seconds; and everything else below, to be read and put right section by section. */
export async function recordPage(visit: Visit): Promise<Page | NotFound | Redirect> {
  const child = await childOfVisit(visit);
  if (child === null) return notFound('a child');
  if (child.mergedInto !== undefined)
    return redirect(`/practitioners/children/${child.mergedInto}?merged=yes`);
  const facts = await factsOfChild(visit, child);
  const name = fullName(child);
  const called = wordsOf(facts, 'preferred-name');
  return page({
    title: name,
    section: 'children',
    isPrivate: true,
    before: breadcrumbs({
      items: [
        { text: 'Your work', href: '/practitioners' },
        { text: 'Children', href: '/practitioners/children' },
        { text: name },
      ],
    }),
    main: html`${saved(visit)}${await warningAbout(visit, child.id)}
<h1 class="govuk-heading-xl govuk-!-margin-bottom-2">${name}</h1>
<p class="govuk-body-l">${called !== '' && called !== child.givenName && html`Called <strong>${called}</strong>. `}${bornWords(visit, child)}</p>
${atOnce(facts)}
${matters(facts)}
${ways(visit, child)}
<div class="daybreak-beside daybreak-record">
<div>${sections.filter(({ slug }) => slug !== 'matters').map((section) => sectionCard(visit, { child, section, facts }))}
<p class="govuk-body"><a class="govuk-link" href="/practitioners/children/${child.id}/history">Everything that was ever recorded, and who said so</a></p></div>
<div>${await asideOf(visit, child, facts)}</div>
</div>`,
  });
}

function saved(visit: Visit): Html {
  const section = sectionOf(visit.query.get('saved') ?? '');
  if (section !== null) return notificationBanner({ type: 'success', text: `Saved: ${section.title}` });
  if (visit.query.has('merged'))
    return notificationBanner({
      text: 'You came from another record of this child. It was merged into this one',
    });
  return visit.query.has('done') ? notificationBanner({ type: 'success', text: 'Saved' }) : nothing;
}

/** What somebody who meets the child must know before anything else. */
function atOnce(facts: Facts): Html {
  const needs = needsProfile(facts);
  const most = Math.max(0, ...Object.values(needs.supervisionTwelfths));
  const marks: readonly (readonly [boolean, string, string])[] = [
    [needs.hasRescueMedication === true, 'Rescue medicine', 'red'],
    [needs.epilepsy === 'active' || needs.epilepsy === 'controlled', 'Epilepsy', 'red'],
    [wordsOf(facts, 'allergies') !== '', `Allergy or diet: ${wordsOf(facts, 'allergies')}`, 'red'],
    [needs.feeding.includes('peg'), 'PEG', 'orange'],
    [needs.feeding.includes('ng'), 'Nasogastric tube', 'orange'],
    [needs.needsHoist === true, 'Hoist', 'orange'],
    [needs.behaviour.includes('runs'), 'Runs off', 'orange'],
    [needs.needsSecureSite === true, 'Secure site', 'orange'],
    [most === 24, 'Up to 2:1', 'blue'],
    [most === 12, 'Up to 1:1', 'blue'],
    [needs.personalCare === 'full', 'Full personal care', 'blue'],
    [wordsOf(facts, 'interpreter') === 'yes', `Interpreter: ${wordsOf(facts, 'language')}`, 'purple'],
    [wordsOf(facts, 'looked-after') === 'yes', 'Looked-after child', 'purple'],
  ];
  const shown = marks.filter(([holds]) => holds);
  if (shown.length === 0) return nothing;
  return html`<ul class="daybreak-marks" aria-label="To know at once">${shown.map(([, text, colour]) => html`<li>${tag({ text, classes: `govuk-tag--${colour}` })}</li>`)}</ul>`;
}

function matters(facts: Facts): Html {
  const own = wordsOf(facts, 'own-words');
  const groups = (['likes', 'helps', 'dislikes'] as const)
    .map((key) => ({ key, chosen: choicesOf(facts, key), more: wordsOf(facts, `${key}-words`) }))
    .filter(({ chosen, more }) => chosen.length > 0 || more !== '');
  if (own === '' && groups.length === 0) return nothing;
  const titles = { likes: 'Likes', helps: 'What helps', dislikes: 'Does not like' };
  return html`<section class="daybreak-me" aria-labelledby="matters"><h2 class="govuk-visually-hidden" id="matters">What matters to the child</h2>
${own !== '' && html`<blockquote class="daybreak-me__words">“${own}”</blockquote>`}
<div class="daybreak-me__groups">${groups.map(({ key, chosen, more }) => html`<div><h3 class="govuk-heading-s">${titles[key]}</h3><ul class="daybreak-symbols__shown daybreak-symbols--${key}">${chosen.map(symbolWithWord)}</ul>${more !== '' && html`<p class="govuk-body">${more}</p>`}</div>`)}</div>
</section>`;
}

function ways(visit: Visit, child: Child): Html {
  const base = `/practitioners/children/${child.id}`;
  const links = [
    ['package', 'Package and awards'],
    ['assessments', 'Assessments'],
    ['reviews', 'Reviews'],
    ['transition', 'Transition'],
    ['evidence', 'Evidence'],
    ['facts/matters', 'What matters'],
    ['apply', 'Apply for the child'],
  ] as const;
  // These are other people's work: a link that would be refused is not shown.
  const isOf = (...roles: readonly string[]) => roles.some((role) => visit.person?.roles.includes(role));
  const more = [
    isOf('complaints-officer') && ([`/practitioners/complaints?child=${child.id}`, 'Complaints'] as const),
    isOf('complaints-officer', 'data-protection-officer') &&
      ([`${base}/ombudsman-pack.zip`, 'The whole case as one file'] as const),
  ].filter((one) => one !== false);
  return html`<nav aria-label="More about this child"><ul class="daybreak-views">${links.map(([path, text]) => html`<li><a class="daybreak-views__link" href="${base}/${path}">${text}</a></li>`)}${more.map(([href, text]) => html`<li><a class="daybreak-views__link" href="${href}">${text}</a></li>`)}</ul></nav>`;
}

function sectionCard(
  visit: Visit,
  of: { readonly child: Child; readonly section: FactSection; readonly facts: Facts },
): Html {
  const { child, section, facts } = of;
  const rows = section.facts.flatMap((definition) => {
    const fact = facts.get(definition.key);
    if (fact === undefined) return [];
    const words = answerWords(visit.authority, definition, fact.answer, 'practitioner');
    const due = fact.reviewOn !== null && Temporal.PlainDate.compare(fact.reviewOn, visit.clock.today()) <= 0;
    return [
      {
        key: { text: definition.label },
        value: {
          html: html`${words}<br><span class="daybreak-said">${saidWords(fact)}${fact.reviewOn !== null && html`. ${due ? html`<strong>Look at it again: was due ${formatDate(fact.reviewOn)}</strong>` : html`Look at it again on ${formatDate(fact.reviewOn)}`}`}</span>`,
        },
      },
    ];
  });
  const href = `/practitioners/children/${child.id}/facts/${section.slug}`;
  return html`<section class="daybreak-record__section"><h2 class="govuk-heading-m">${section.title}</h2>
${rows.length === 0 ? html`<p class="govuk-body daybreak-soft">Nothing recorded yet.</p>` : summaryList({ rows, classes: 'daybreak-close' })}
<p class="govuk-body"><a class="govuk-link" href="${href}">${rows.length === 0 ? 'Record' : 'Change'}<span class="govuk-visually-hidden"> ${section.title}</span></a></p></section>`;
}
