import { button, notificationBanner, select } from '#platform/govuk/index.ts';
import { firstValue, refusalOf } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { lineQuestion } from '#platform/web/questions.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { providersWithPeople } from '../desk-lists.ts';
import { deskTools, otherDesks } from './desk-tools.ts';

const done: Readonly<Record<string, string>> = {
  invited: 'They are invited. An email tells them how to sign in.',
  changed: 'Open data says it so from now on.',
  removed: 'They do not write for this provider any more.',
};

type Provider = Awaited<ReturnType<typeof providersWithPeople>>[number];

function card(visit: Visit, provider: Provider): Html {
  return html`<li class="daybreak-card"><h3 class="daybreak-card__title">${provider.name}</h3>
${provider.people.map(
  ({
    name,
    email,
    personId,
  }) => html`<p class="govuk-body daybreak-break govuk-!-margin-bottom-1">${name}<br>${email}</p>
${formTo(visit, button({ html: html`Remove<span class="govuk-visually-hidden"> ${name} from ${provider.name}</span>`, name: 'who', value: `${provider.slug}@${personId}`, classes: 'govuk-button--secondary' }), { to: '/practitioners/listings/providers/remove' })}`,
)}</li>`;
}

/** Who writes for which provider; where staff invite somebody, and end it. */
export async function providersPage(visit: Visit): Promise<Page> {
  const providers = await providersWithPeople(visit);
  const said = done[visit.query.get('done') ?? ''];
  const error = refusalOf(visit.formState, 'provider');
  const withPeople = providers.filter(({ people }) => people.length > 0);
  const alone = providers.length - withPeople.length;
  return page({
    title: 'Providers and their people',
    section: 'listings',
    isPrivate: true,
    main: html`${errorsOf(visit)}${said === undefined ? nothing : notificationBanner({ type: 'success', text: said })}<h1 class="govuk-heading-xl">Listings</h1>${deskTools('providers')}
<div class="daybreak-beside"><div class="daybreak-invite"><h2 class="govuk-heading-m">Who keeps their listings</h2>
${withPeople.length === 0 ? html`<p class="govuk-body">Nobody is invited yet.</p>` : html`<ul class="daybreak-cards">${withPeople.map((provider) => card(visit, provider))}</ul>`}
<p class="govuk-body daybreak-soft">${alone === 1 ? '1 provider has' : `${alone} providers have`} nobody yet: the council keeps those listings.</p>
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">What open data says of each provider</span></summary><div class="govuk-details__text"><ul class="govuk-list">${providers.map(({ slug, name }) => html`<li><a class="govuk-link" href="/practitioners/listings/providers/about/${slug}">${name}</a></li>`)}</ul></div></details></div>
<section class="daybreak-panel daybreak-invite" aria-labelledby="invite"><h2 class="govuk-heading-m" id="invite">Invite somebody</h2>
${formTo(
  visit,
  html`${select({
    id: 'provider',
    name: 'provider',
    label: { text: 'Provider' },
    items: [
      { value: '', text: 'Choose' },
      ...providers.map(({ slug, name }) => ({ value: slug, text: name })),
    ],
    value: firstValue(visit.formState.values, 'provider'),
    ...(error === undefined ? {} : { errorMessage: { text: error } }),
  })}
${lineQuestion(visit, { field: 'name', label: 'Their name' })}
${lineQuestion(visit, { field: 'email', label: 'Their email address', type: 'email', hint: 'They sign in by a link to it.' })}
${button({ text: 'Invite them', preventDoubleClick: true, classes: 'govuk-!-margin-bottom-0' })}`,
)}</section></div>
${otherDesks(visit)}`,
  });
}
