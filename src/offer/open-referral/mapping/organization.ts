import type { Provider } from '#offer/directory/index.ts';
import type { Organization } from '../schema/records.ts';
import { type Around, areaOfCouncil } from './around.ts';
import { emailAddress, plainWords, saying, webAddress } from './values.ts';

/** The organization that gives a short break. */
export function organizationOf(provider: Provider, around: Pick<Around, 'authority'>): Organization {
  const name = plainWords(provider.name) ?? 'A provider of short breaks';
  return saying<Organization>({
    id: provider.id,
    name,
    // The standard asks for a description of everybody; where nobody gave one, this much is known.
    description:
      plainWords(provider.about) ??
      `${name} gives short breaks to disabled children in ${areaOfCouncil(plainWords(around.authority.name) ?? 'England')}.`,
    email: emailAddress(provider.email),
    website: webAddress(provider.url),
  });
}
