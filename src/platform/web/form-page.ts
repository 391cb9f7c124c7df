import { newId } from '#kernel/id.ts';
import { errorSummary } from '#platform/govuk/index.ts';
import { formTokenField } from './form-posts.ts';
import { type Html, html, nothing } from './html.ts';
import type { Visit } from './visit.ts';

/** The hidden field that shows a form was made by this service for this visitor. */
export const csrfField = '_csrf';

/**
 * A form that posts: with its hidden fields, and without the browser's own checks, whose words we do not
 * choose. `to` is where it posts; without it, the page's own address. A form that `mayRepeat` saves nothing in the
 * service, so a second tap is no second time.
 */
export function formTo(
  visit: Visit,
  content: Html,
  options: { readonly to?: string; readonly takesFiles?: boolean; readonly mayRepeat?: boolean } = {},
): Html {
  return html`<form method="post" action="${options.to ?? visit.path}" novalidate${options.takesFiles === true ? html` enctype="multipart/form-data"` : nothing}>
<input type="hidden" name="${csrfField}" value="${visit.csrfToken}">
${options.mayRepeat !== true && html`<input type="hidden" name="${formTokenField}" value="${newId()}">`}
${content}
</form>`;
}

/** The one summary of what was wrong, each sentence linked to its field; nothing when nothing was. */
export function errorsOf(visit: Visit): Html {
  const { refusals } = visit.formState;
  if (refusals.length === 0) return nothing;
  return errorSummary({
    titleText: 'There is a problem',
    errorList: refusals.map((one) =>
      one.field === undefined ? { text: one.message } : { text: one.message, href: `#${one.field}` },
    ),
  });
}
