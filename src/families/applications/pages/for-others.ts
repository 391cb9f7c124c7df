import { fullName } from '#families/register/index.ts';
import { backLink, button, radios } from '#platform/govuk/index.ts';
import { firstValue, refusalOf } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Answer, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { householdOfAddress } from '../household-of-address.ts';
import { isOpen, offersOn } from '../offers.ts';
import { whoFields } from '../steps/who.ts';

/** Somebody who is not the parent says who they are before they apply, or a young person for themself. */
export async function forSomeoneElsePage(visit: Visit): Promise<Page> {
  return startPage(visit, {
    title: 'Apply for somebody else, or for yourself at 16 or over',
    back: '/apply',
    section: 'apply',
    words: html`<p class="govuk-body">You can apply for a child whose family you know or work with. A parent carer must agree first. We write to them, not to you, and you see nothing else about the family.</p>
<p class="govuk-body">If you are 16 or over, you can apply for yourself.</p>`,
  });
}

/** A practitioner takes down an application of a family that is not in the register yet. */
export async function takeDownPage(visit: Visit): Promise<Page> {
  return startPage(visit, {
    title: 'Take down an application',
    back: '/practitioners',
    section: 'practitioners',
    words: html`<p class="govuk-body">For a family that tells you by phone, on paper or on a visit. If the child is in the register, begin at the child’s record. We write to the family, who can see the application and stop it.</p>`,
  });
}

/** A practitioner takes down an application at a child's record. */
export async function takeDownForChildPage(visit: Visit): Promise<Answer> {
  const household = await householdOfAddress(visit);
  const child = household?.children.find(({ id }) => id === visit.params.child);
  if (household === null || child === undefined) return notFound('a child');
  visit.concerns('child', child.id);
  return startPage(visit, {
    title: `Take down an application for ${fullName(child)}`,
    back: `/practitioners/children/${child.id}`,
    section: 'practitioners',
    words: html`<p class="govuk-body">What the register holds stands in the form already. We write to the family, who can see the application and stop it.</p>`,
  });
}

async function startPage(
  visit: Visit,
  shown: {
    readonly title: string;
    readonly back: string;
    readonly section: 'apply' | 'practitioners';
    readonly words: Html;
  },
): Promise<Page> {
  return page({
    title: shown.title,
    section: shown.section,
    isPrivate: true,
    before: backLink({ href: shown.back }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<h1 class="govuk-heading-l">${shown.title}</h1>
${shown.words}
${formTo(visit, html`${await schemeQuestion(visit)}${whoFields(visit, undefined)}${button({ text: 'Continue', preventDoubleClick: true })}`)}
</div></div>`,
  });
}

/** Which scheme it is for, where there are several. */
async function schemeQuestion(visit: Visit): Promise<Html> {
  const offers = (await offersOn(visit.authority, visit.clock.today())).filter(isOpen);
  if (offers.length < 2) return nothing;
  const message = refusalOf(visit.formState, 'scheme');
  return radios({
    idPrefix: 'scheme',
    name: 'scheme',
    fieldset: { legend: { text: 'What is it for?', classes: 'govuk-fieldset__legend--s' } },
    value: firstValue(visit.formState.values, 'scheme') || visit.query.get('scheme') || '',
    items: offers.map(({ scheme }) => ({
      value: scheme.id,
      text: scheme.name,
      hint: { text: scheme.about },
    })),
    ...(message === undefined ? {} : { errorMessage: { text: message } }),
  });
}
