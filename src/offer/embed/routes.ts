import { get, nothingPersonal, type ReadRoute, type Route } from '#platform/web/route.ts';
import { embeddedListData, embeddedListPage, embeddedListStyle } from './api/lists.ts';
import { makeListPage } from './pages/make-list.ts';
import { anyoneMayRead } from './policy.ts';

const read = (path: string, show: ReadRoute['show']) =>
  get(path, { policy: anyoneMayRead, audit: nothingPersonal, show });

export const routes: readonly Route[] = [
  read('/embed', makeListPage),
  read('/embed/list', embeddedListPage),
  { ...read('/embed/list.json', embeddedListData), isOpenData: true },
  read('/embed/list.css', embeddedListStyle),
];
