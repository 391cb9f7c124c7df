import { get, type Route } from '#platform/web/route.ts';
import { ombudsmanPack } from './make-pack.ts';
import { packMaker } from './policy.ts';

export const routes: readonly Route[] = [
  get('/practitioners/children/:child/ombudsman-pack.zip', {
    policy: packMaker,
    audit: 'ombudsman-pack.made',
    show: ombudsmanPack,
  }),
];
