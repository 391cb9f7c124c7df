import { formatDate } from '#kernel/local-date.ts';
import { type Html, html } from '#platform/web/html.ts';
import { outcomes, type PublishedComment, sayers } from '../domain/voices.ts';

/** A published comment with what was done about it: "you said, we did". */
export function commentItem(comment: PublishedComment, about: Html | null): Html {
  const { answer } = comment;
  return html`<li class="daybreak-voice" id="comment-${comment.id}">
${about}
<blockquote class="daybreak-quote"><p class="govuk-body">${comment.words}</p></blockquote>
<p class="govuk-body-s daybreak-soft">${sayers[comment.saidBy]}, ${formatDate(comment.saidOn)}</p>
${
  answer === null
    ? html`<p class="govuk-body daybreak-soft">We are looking at this. What we do about it will stand here.</p>`
    : html`<div class="daybreak-voice__answer"><p class="govuk-body"><strong>${outcomes[answer.outcome]}.</strong> ${answer.words}</p>
<p class="govuk-body-s daybreak-soft">The council, ${formatDate(answer.on)}</p></div>`
}
</li>`;
}
