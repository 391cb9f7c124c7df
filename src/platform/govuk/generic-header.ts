import type { Html } from '#platform/web/html.ts';
import type { Attributes } from './attributes.ts';
import { either, type TextOrHtml } from './content.ts';
import { headerFrame } from './header-frame.ts';

export type GenericHeaderOptions = TextOrHtml<'logoText', 'logoHtml'> & {
  /** Where the logo leads; "/" if not given. */
  readonly url?: string;
  readonly containerClasses?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

/** Gives the header with a council's own name or logo. This is the one that Daybreak's layout uses. */
export function genericHeader(options: GenericHeaderOptions): Html {
  return headerFrame({
    ...options,
    namespace: 'govuk-generic',
    url: options.url || '/',
    logo: either(options.logoHtml, options.logoText),
  });
}
