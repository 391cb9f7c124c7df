import { get, nothingPersonal, type Route } from '#platform/web/route.ts';
import { seriesFeed, seriesFeedPath, sessionFeed, sessionFeedPath } from './api/feeds.ts';
import { datasetPage } from './pages/dataset.ts';
import { anyoneMayRead } from './policy.ts';

export const routes: readonly Route[] = [
  get('/openactive', { policy: anyoneMayRead, audit: nothingPersonal, show: datasetPage }),
  get(seriesFeedPath, { policy: anyoneMayRead, audit: nothingPersonal, show: seriesFeed, isOpenData: true }),
  get(sessionFeedPath, {
    policy: anyoneMayRead,
    audit: nothingPersonal,
    show: sessionFeed,
    isOpenData: true,
  }),
];
