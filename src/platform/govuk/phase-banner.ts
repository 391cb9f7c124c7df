import { type Html, html } from '#platform/web/html.ts';
import { type Attributes, also, attributes } from './attributes.ts';
import { type Content, contentOf } from './content.ts';
import { tag } from './tag.ts';

export type PhaseBannerOptions = Content & {
  /** "Alpha" or "Beta". */
  readonly tag?: Content & { readonly classes?: string };
  readonly classes?: string;
  readonly attributes?: Attributes;
};

/** Gives the line that says that the service is still being tried out. */
export function phaseBanner(options: PhaseBannerOptions): Html {
  const phase = tag({
    ...(options.tag ?? { text: '' }),
    classes: `govuk-phase-banner__content__tag${also(options.tag?.classes)}`,
  });
  return html`<div class="govuk-phase-banner govuk-width-container${also(options.classes)}"${attributes(options.attributes)}>
  <p class="govuk-phase-banner__content">
    ${phase}
    <span class="govuk-phase-banner__text">
      ${contentOf(options)}
    </span>
  </p>
</div>`;
}
