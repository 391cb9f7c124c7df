import { formatDate } from '#kernel/local-date.ts';
import { html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { contactList, paragraphs, points, reading } from './contact.ts';

/** The day on which somebody last compared this statement with the tests and the pages. Change it when that is done. */
const PREPARED_ON = Temporal.PlainDate.from('2026-11-22');

/**
 * The accessibility statement that the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
 * Accessibility Regulations 2018 ask for, in the form of the model that the government publishes for them.
 */
export function accessibilityPage({ authority }: Visit): Page {
  const prepared = formatDate(PREPARED_ON);
  return page({
    title: 'Accessibility statement',
    section: 'none',
    main: reading(html`<h1 class="govuk-heading-xl">Accessibility statement</h1>
<p class="govuk-body-l">This statement is about “${authority.service}”, the service on this website. ${authority.name} runs it.</p>
<p class="govuk-body">We want as many people as possible to be able to use it. You should be able to:</p>
${points([
  'make the page up to four times as large without losing anything',
  'use it on a small phone',
  'get to everything with a keyboard alone',
  'use it with a screen reader',
  'use it with scripts turned off',
  'print what you read',
])}
<p class="govuk-body"><a class="govuk-link" href="https://mcmw.abilitynet.org.uk/" rel="noreferrer">AbilityNet</a> has advice on making your device easier to use.</p>
<h2 class="govuk-heading-m">How accessible it is</h2>
<p class="govuk-body">We know that some things are not good enough yet:</p>
${points([
  'There is no Easy Read version, no large-print version and no British Sign Language.',
  'There are no pages in other languages.',
  'No disabled person has tested the service yet. We do not know what they will find.',
  'Web addresses that lead to other organisations may not be accessible. We do not run those.',
])}
<h2 class="govuk-heading-m">If you need something in another form, or find a problem</h2>
<p class="govuk-body">Tell us. If you cannot use this website, ask us by telephone to fill in the form with you.</p>
${contactList(authority)}
<h2 class="govuk-heading-m">If you are not happy with our answer</h2>
<p class="govuk-body">The Equality and Human Rights Commission enforces the accessibility regulations. If you are not happy with how we answer, <a class="govuk-link" href="https://www.equalityadvisoryservice.com/" rel="noreferrer">contact the Equality Advisory and Support Service</a>.</p>
<h2 class="govuk-heading-m">Technical information</h2>
<p class="govuk-body">${authority.name} is committed to making its website accessible, under the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.</p>
<h3 class="govuk-heading-s">Compliance status</h3>
<p class="govuk-body">We call this website <strong>partially compliant</strong> with the <a class="govuk-link" href="https://www.w3.org/TR/WCAG22/" rel="noreferrer">Web Content Accessibility Guidelines</a> version 2.2, level AA. Tests by machine found no failure. But machines cannot test every rule, and no person has audited it, so we do not claim full compliance.</p>
<h3 class="govuk-heading-s">Content that is not accessible</h3>
${paragraphs('We know of no page that breaks a rule of the guidelines. Letters and pictures that families send us are shown to the council’s own workers. We do not make those accessible.')}
<h2 class="govuk-heading-m">What was tested, and how</h2>
<p class="govuk-body">Each time that the program changes, its own tests open pages in a real browser (Chromium), with scripts and without, on a wide screen and on one of 320 pixels. On every page that such a test comes to, it checks:</p>
${points([
  'the rules of WCAG 2.0, 2.1 and 2.2, levels A and AA, that the axe engine can check',
  'that the page does not scroll sideways at 320 pixels',
  'that it has one first heading, a title of its own and a language',
  'that each field has a label and each choice a question',
  'that what is wrong in a form is said in one place that leads to the field',
])}
<p class="govuk-body">The buttons, fields and other parts are held to the examples of the GOV.UK Design System, which was tested with disabled people. Our use of them was not.</p>
<p class="govuk-body"><strong>Not tested:</strong> screen readers, speech recognition, switches and magnifiers with people who use them; other browsers; every page in every state.</p>
<h2 class="govuk-heading-m">Preparation of this statement</h2>
<p class="govuk-body">This statement was prepared on ${prepared}. It was last reviewed on ${prepared}. It is made from what the program’s own tests check, and not from an audit.</p>`),
  });
}
