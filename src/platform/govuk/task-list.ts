import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attribute, attributes } from './attributes.ts';
import { type Content, contentOf, type PossibleContent, type Possibly } from './content.ts';
import { type TagOptions, tag } from './tag.ts';

/** How far a task has got: plain words for what is done, a tag for what still asks for attention. */
export interface TaskStatus extends PossibleContent {
  readonly tag?: TagOptions;
  readonly classes?: string;
}

export interface TaskListItem {
  readonly title: Content & { readonly classes?: string };
  readonly hint?: Content;
  readonly status: TaskStatus;
  /** Left out where the task cannot be begun yet. */
  readonly href?: string;
  readonly classes?: string;
}

export interface TaskListOptions {
  readonly items: readonly Possibly<TaskListItem>[];
  /** "task-list" if not given; give one each where a page has two lists. */
  readonly idPrefix?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Gives the parts of a long form with the status of each. */
export function taskList(options: TaskListOptions): Html {
  const idPrefix = options.idPrefix || 'task-list';
  return html`<ul class="govuk-task-list${also(options.classes)}"${attributes(options.attributes)}>
  ${options.items.map((item, index) => item && task(item, `${idPrefix}-${index + 1}`))}
</ul>`;
}

function task(item: TaskListItem, id: string): Html {
  const { title, status } = item;
  const hintId = item.hint && `${id}-hint`;
  const statusId = `${id}-status`;
  const name = item.href
    ? html`<a class="govuk-link govuk-task-list__link${also(title.classes)}" href="${item.href}" aria-describedby="${hintId && `${hintId} `}${statusId}">
        ${contentOf(title)}
      </a>`
    : html`<div${attribute('class', title.classes)}>${contentOf(title)}</div>`;
  return html`
  <li class="govuk-task-list__item${item.href && ' govuk-task-list__item--with-link'}${also(item.classes)}">
    <div class="govuk-task-list__name-and-hint">
      ${name}
      ${hintId && html`<div id="${hintId}" class="govuk-task-list__hint">${contentOf(item.hint)}</div>`}
    </div>
    <div class="govuk-task-list__status${also(status.classes)}" id="${statusId}">${status.tag ? tag(status.tag) : contentOf(status)}</div>
  </li>`;
}
