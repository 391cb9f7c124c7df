import type { Authority } from '#platform/authorities/index.ts';
import { FEED_MEDIA_TYPE, LICENCE } from '../domain/rpde.ts';

/** The feeds of the dataset, by what their items are. */
export const feeds = [
  {
    type: 'SessionSeries',
    path: '/openactive/feeds/session-series',
    name: 'Session series',
    about: 'What runs: the activity, the place, ages, price, days of the week and accessibility.',
  },
  {
    type: 'ScheduledSession',
    path: '/openactive/feeds/scheduled-sessions',
    name: 'Scheduled sessions',
    about: 'When it runs: each dated session some weeks ahead, and what is called off.',
  },
] as const;

/** What the dataset is, in one line for search engines and data users. */
export function datasetDescription(
  authority: Authority,
  { isDemonstration }: { isDemonstration: boolean },
): string {
  const about = `Dated activities for disabled children and young people, out of the short breaks directory of ${authority.name}.`;
  return isDemonstration ? `${about} This is a demonstration: do not use its data.` : about;
}

/** The dataset as the OpenActive Dataset specification describes it, in JSON-LD. */
export function dataset(given: {
  readonly authority: Authority;
  readonly origin: string;
  readonly isDemonstration: boolean;
}): object {
  const { authority, origin } = given;
  const url = `${origin}/openactive`;
  return {
    '@context': ['https://openactive.io/', 'https://schema.org/'],
    '@type': 'Dataset',
    '@id': url,
    url,
    name: `${authority.name}: sessions of short breaks`,
    description: datasetDescription(authority, given),
    keywords: ['Short breaks', 'Disabled children', 'Activities', 'Sessions', 'OpenActive'],
    license: LICENCE,
    discussionUrl: `${url}#contact`,
    documentation: 'https://developer.openactive.io/',
    inLanguage: ['en-GB'],
    schemaVersion: 'https://www.openactive.io/modelling-opportunity-data/2.0/',
    publisher: { '@type': 'Organization', name: authority.name, email: authority.contact.email, url: origin },
    distribution: feeds.map(({ type, path, name }) => ({
      '@type': 'DataDownload',
      name,
      additionalType: `https://openactive.io/${type}`,
      encodingFormat: FEED_MEDIA_TYPE,
      contentUrl: `${origin}${path}`,
    })),
  };
}
