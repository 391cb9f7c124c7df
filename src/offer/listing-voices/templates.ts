import { councilFields, type Template, type TemplateField, usualFields } from '#platform/words/index.ts';

const listing: TemplateField = {
  name: 'listing',
  about: 'The short break, or “the Local Offer”',
  sample: 'Saturday swim',
};

function said(name: string, about: string, sample: string): TemplateField {
  return { name, about, sample, isNeeded: true };
}

function message(id: string, title: string, own: readonly TemplateField[]): Template {
  return { id, name: title, kind: 'message', fields: [listing, ...own, ...councilFields] };
}

/** What is written to those who said something and asked to hear back, and to providers. */
export const templates: readonly Template[] = [
  message('comment-published', 'Your comment is published', [usualFields.link]),
  message('comment-not-published', 'Your comment is not published', [
    said('why', 'Why it is not published', 'It is about one member of staff.'),
  ]),
  message('comment-answered', 'What we did about your comment', [
    said('words', 'What was done', 'We asked the pool to turn the music off. It did.'),
    usualFields.link,
  ]),
  message('problem-closed', 'What we did about the problem you told us of', [
    said('words', 'What was done', 'The page has the new times now.'),
    usualFields.link,
  ]),
  message('problem-for-provider', 'To a provider: something may be wrong with your page', [
    said('what', 'What may be wrong', 'The times or days are wrong'),
    usualFields.link,
  ]),
  message('problem-passed-on', 'To a provider: what somebody told us', [
    said('what', 'What may be wrong', 'The times or days are wrong'),
    said('words', 'What staff write to the provider', 'It starts at 11am now, and not at 10am.'),
    usualFields.link,
  ]),
];
