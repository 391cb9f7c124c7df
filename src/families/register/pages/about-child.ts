import { formatDate } from '#kernel/local-date.ts';
import { backLink, notificationBanner } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { childOfVisit, mayChange } from '../child-visit.ts';
import { choicesOf, type FactSection, type Facts, wordsOf } from '../domain/fact.ts';
import { sectionOf, sections } from '../domain/sections.ts';
import { factsOfChild } from '../of-child.ts';
import { answerWords } from './fact-words.ts';
import { symbolWithWord } from './symbols.ts';

/** What a family told of its child, warm and short, each part to be changed in a minute. */
export async function aboutChildPage(visit: Visit): Promise<Page | NotFound> {
  const child = await childOfVisit(visit);
  if (child === null) return notFound('your child’s page');
  const facts = await factsOfChild(visit, child);
  const called = wordsOf(facts, 'preferred-name') || child.givenName;
  const may = await mayChange(visit, child);
  const base = `/account/children/${child.id}`;
  return page({
    title: `About ${called}`,
    section: 'account',
    isPrivate: true,
    before: backLink({ href: '/account', text: 'Your account' }),
    main: html`${banner(visit)}
<h1 class="govuk-heading-xl">About ${called}</h1>
<p class="govuk-body-l">Tell us once. We use it for all that you ask for, so that you need not say it again.</p>
${me(facts, { base, called, may })}
<h2 class="govuk-heading-l">What others must know</h2>
<ul class="daybreak-cards daybreak-about">${sections.filter(({ slug, isForFamilies }) => isForFamilies && slug !== 'matters').map((section) => card(visit, { section, facts, base, may }))}</ul>
<h2 class="govuk-heading-l">Papers and register</h2>
<ul class="daybreak-cards">
<li class="daybreak-card"><h3 class="daybreak-card__title"><a class="govuk-link" href="${base}/evidence">Letters and proof</a></h3><p>What you sent us, and how long it holds.</p></li>
<li class="daybreak-card"><h3 class="daybreak-card__title"><a class="govuk-link" href="${base}/register">Register of disabled children</a></h3><p>You may join. You may leave on any day.</p></li>
<li class="daybreak-card"><h3 class="daybreak-card__title"><a class="govuk-link" href="/account/family">Who shares this account</a></h3><p>Invite another parent, so that you both see this.</p></li>
</ul>
${coded(visit, facts)}`,
  });
}

function banner(visit: Visit): Html {
  const section = sectionOf(visit.query.get('saved') ?? '');
  return section === null
    ? nothing
    : notificationBanner({ type: 'success', text: `Thank you. We saved “${section.plain}”.` });
}

function me(
  facts: Facts,
  of: { readonly base: string; readonly called: string; readonly may: boolean },
): Html {
  const likes = choicesOf(facts, 'likes');
  const helps = choicesOf(facts, 'helps');
  const dislikes = choicesOf(facts, 'dislikes');
  const own = wordsOf(facts, 'own-words');
  const isEmpty = likes.length + helps.length + dislikes.length === 0 && own === '';
  const group = (title: string, kind: string, chosen: readonly string[]) =>
    chosen.length > 0 &&
    html`<div><h3 class="govuk-heading-s">${title}</h3><ul class="daybreak-symbols__shown daybreak-symbols--${kind}">${chosen.map(symbolWithWord)}</ul></div>`;
  return html`<section class="daybreak-me" aria-labelledby="me"><h2 class="govuk-heading-m" id="me">${isEmpty ? `Who is ${of.called}?` : `${of.called} says`}</h2>
${isEmpty && html`<p class="govuk-body">Sit down together. ${of.called} can choose pictures for what they like, what helps and what they do not like.</p>`}
${own !== '' && html`<blockquote class="daybreak-me__words">“${own}”</blockquote>`}
<div class="daybreak-me__groups">${group('I like', 'likes', likes)}${group('What helps me', 'helps', helps)}${group('I do not like', 'dislikes', dislikes)}</div>
${of.may && html`<p class="govuk-body"><a class="govuk-link govuk-!-font-weight-bold" href="${of.base}/about/matters">${isEmpty ? 'Choose pictures together' : 'Change'}</a></p>`}</section>`;
}

function card(
  visit: Visit,
  of: {
    readonly section: FactSection;
    readonly facts: Facts;
    readonly base: string;
    readonly may: boolean;
  },
): Html {
  const known = of.section.facts.flatMap((definition) => {
    const fact = of.facts.get(definition.key);
    return fact === undefined ? [] : [{ definition, fact }];
  });
  const last = known
    .map(({ fact }) => fact.saidOn)
    .toSorted(Temporal.PlainDate.compare)
    .at(-1);
  const href = `${of.base}/about/${of.section.slug}`;
  const lines = known.slice(0, 4).map(({ definition, fact }) => {
    const words = answerWords(visit.authority, definition, fact.answer, 'family');
    return html`<li>${definition.kind !== 'words' && html`${definition.label}: `}${words.length > 90 ? `${words.slice(0, 88)}…` : words}</li>`;
  });
  return html`<li class="daybreak-card"><h3 class="daybreak-card__title">${of.may ? html`<a class="govuk-link" href="${href}">${of.section.plain}</a>` : of.section.plain}</h3>
${known.length === 0 ? html`<p>${of.section.about}</p>` : html`<ul class="daybreak-about__known">${lines}</ul>`}
<p class="daybreak-soft">${last === undefined ? 'Nothing told yet' : `Last told on ${formatDate(last)}`}</p></li>`;
}

/** What practitioners wrote down by their codes: a family reads it, and may say that it is wrong. */
function coded(visit: Visit, facts: Facts): Html {
  const known = ['codes', 'numbers']
    .flatMap((slug) => sectionOf(slug)?.facts ?? [])
    .filter((one) => facts.has(one.key));
  if (known.length === 0) return nothing;
  return html`<h2 class="govuk-heading-m">What we have written down</h2>
<dl class="daybreak-close govuk-summary-list">${known.map((definition) => html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${definition.plain}</dt><dd class="govuk-summary-list__value">${answerWords(visit.authority, definition, facts.get(definition.key)?.answer ?? null, 'family')}</dd></div>`)}</dl>
<p class="govuk-body">Is something wrong? Call us on ${visit.authority.contact.phone}. We put it right.</p>`;
}
