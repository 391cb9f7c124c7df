import { isId } from '#kernel/id.ts';
import { backLink, button, fileUpload } from '#platform/govuk/index.ts';
import { refusalOf } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { lineQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, openAnswer, page, type Visit } from '#platform/web/visit.ts';
import { pictureBytes } from '../actions/keep-pictures.ts';
import { listingAtDesk } from '../desk.ts';
import { savedBanner } from './parts.ts';

/** Where the pictures of a listing are kept. */
export async function picturesPage(visit: Visit): Promise<Answer> {
  const at = await listingAtDesk(visit);
  if (at === null) return notFound('the listing');
  const { pictures } = at.proposed.told;
  const error = refusalOf(visit.formState, 'file');
  return page({
    title: `Pictures: ${at.proposed.title}`,
    section: 'listings',
    isPrivate: true,
    before: backLink({ href: at.base, text: at.proposed.title }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}${savedBanner(visit)}
<span class="govuk-caption-l">${at.proposed.title}</span><h1 class="govuk-heading-l">Pictures</h1>
<p class="govuk-body-l">Show the door, the room, the people who say hello: a child who has seen them comes more easily. Show a child only where the family has said yes.</p>
<ul class="daybreak-cards">${pictures.map(
      ({
        file,
        words,
      }) => html`<li class="daybreak-card">${file.startsWith('/pictures/') && html`<img class="daybreak-picture" src="${file}" alt="${words}" loading="lazy">`}<p class="govuk-body">${words}</p>
${formTo(visit, html`<input type="hidden" name="picture" value="${file}">${button({ html: html`Remove<span class="govuk-visually-hidden">: ${words}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}`, { to: `${at.base}/pictures/remove` })}</li>`,
    )}</ul>
<h2 class="govuk-heading-m">Add a picture</h2>
${formTo(
  visit,
  html`${fileUpload({
    id: 'file',
    name: 'file',
    label: { text: 'Picture' },
    hint: { text: 'A photo from your phone is fine. Its hidden place and time are taken out.' },
    attributes: { accept: 'image/jpeg,image/png,image/webp' },
    ...(error === undefined ? {} : { errorMessage: { text: error } }),
  })}
${lineQuestion(visit, { field: 'words', label: 'What does it show?', hint: 'For those who cannot see it: “The front door, with a ramp on the left”.' })}
${button({ text: 'Add it', preventDoubleClick: true })}`,
  { takesFiles: true },
)}</div></div>`,
  });
}

/** So long others may keep a picture, in seconds: an hour after it was taken out nobody sees it any more. */
const keptSeconds = 3_600;

/** A picture of a listing: to everybody while it is published, before that to its provider and the council alone. */
export async function showPicture(visit: Visit): Promise<Answer> {
  const id = visit.params.picture ?? '';
  const found = isId(id) ? await pictureBytes(visit, id) : null;
  if (found === null) return notFound('the picture');
  const { bytes, mediaType, isPublished } = found;
  if (!isPublished) return { kind: 'download', name: `${id}.jpg`, mediaType, body: bytes, inline: true };
  return openAnswer({ mediaType, body: bytes, etag: id, keepSeconds: keptSeconds });
}
