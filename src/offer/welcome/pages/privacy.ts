import { html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { contactList, paragraphs, points, reading } from './contact.ts';

/**
 * The privacy notice: UK GDPR, articles 13 and 14. The lawful basis is the council's public task, article
 * 6(1)(e), and for health article 9(2)(g) and (h) with the Data Protection Act 2018, schedule 1.
 */
export function privacyPage({ authority, isDemonstration }: Visit): Page {
  return page({
    title: 'Privacy notice',
    section: 'none',
    main: reading(html`<h1 class="govuk-heading-xl">Privacy notice</h1>
${isDemonstration && html`<div class="govuk-inset-text">This is a demonstration. Do not enter anything about a real person. No council stands behind this page, and the contact below is made up.</div>`}
<p class="govuk-body-l">${authority.name} uses what you tell us to decide about short breaks for your child, to pay for them, and to see if there is enough for all families.</p>
<h2 class="govuk-heading-m">If you only look around</h2>
${paragraphs('You can search the directory and answer “What can we get?” without telling us who you are. We do not keep who searched for what, or what you answer there. It stands in the address of the page, in your own browser.', 'When a search finds nothing, we count what was looked for, so that the council can see what is missing: the choices, the first half of a postcode and an age in a band, on which day. We do not know and do not keep who it was, and we do not keep words that are not in the directory. “Use where I am now” gives us a place rounded to about a kilometre, which stands in the address and is not kept.', 'If you describe your child for the search, what you choose is kept in your browser too, locked and without a name, until you press “Forget it” or 30 days are over.')}
<h2 class="govuk-heading-m">What we hold when you apply</h2>
${points([
  'Your name, your email address, your address and telephone number, and those of other parent carers that you name.',
  'Your child’s name, date of birth, school, and needs. This includes facts about health and disability.',
  'What you write about your family, and the letters that you send us.',
  'What was decided, by whom and why, what was paid, and what it was spent on.',
  'A record of who in the council looked at your child’s file, and when.',
])}
<p class="govuk-body">Some of this may come from people who work with your child, with your knowledge.</p>
<h2 class="govuk-heading-m">What lets us do this</h2>
${points([
  'Our public task (UK GDPR, Article 6(1)(e)). The law that gives us the task is the Children Act 1989, section 17 and schedule 2, the Breaks for Carers of Disabled Children Regulations 2011, and the Children and Families Act 2014, section 27.',
  'For facts about health and disability: substantial public interest, and health or social care (Article 9(2)(g) and (h); Data Protection Act 2018, schedule 1).',
])}
<p class="govuk-body">So we do not ask for your consent. You choose what you tell us, but without these facts we may not be able to decide.</p>
<h2 class="govuk-heading-m">Who sees it</h2>
${points([
  'People in the council who need it for their work. They sign in, and each look is recorded.',
  'Services that run this website or send messages for the council, under contract and only for that.',
  'Others only where the law says so, or if a child is in danger.',
])}
<p class="govuk-body">We do not sell it, and we do not use it for advertisements.</p>
<h2 class="govuk-heading-m">How decisions are made</h2>
${paragraphs('The computer compares your answers with the published rules and shows how each one came out. You can see the same reasons. You can always ask for a person to look again.')}
<h2 class="govuk-heading-m">How long we keep it</h2>
${paragraphs('How long is for the council to set, in a list that names each kind of record. That list is part of the council’s policy and is not in this service. Until it is set, nothing is deleted by itself.')}
<h2 class="govuk-heading-m">Your rights</h2>
${points([
  'To see what we hold about you and your child.',
  'To have mistakes put right.',
  'To ask us to delete something, to use less of it, or to object. We may have to keep some of it by law, and then we say why.',
])}
<p class="govuk-body">The right to move data elsewhere does not apply to a public task. To use your rights, write to the data protection officer:</p>
${contactList(authority)}
<p class="govuk-body">If you are not happy with how we use your data, you can complain to the <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/" rel="noreferrer">Information Commissioner’s Office</a>, telephone 0303 123 1113.</p>`),
  });
}
