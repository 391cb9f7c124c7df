import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attributes } from './attributes.ts';
import { type Content, contentOf } from './content.ts';

export type TagOptions = Content & {
  /** The colour: `govuk-tag--green`, `--red`, `--yellow`, `--grey` and so on. Colour alone must not carry the meaning. */
  readonly classes?: string;
  readonly attributes?: Attributes;
};

/** Gives a status in a coloured box. */
export function tag(options: TagOptions): Html {
  return html`<strong class="govuk-tag${also(options.classes)}"${attributes(options.attributes)}>
  ${contentOf(options)}
</strong>`;
}
