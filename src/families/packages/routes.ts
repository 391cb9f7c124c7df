import { childInPath, warnedAbout } from '#families/register/index.ts';
import { get, post } from '#platform/web/route.ts';
import { recordSupport } from './actions/record-support.ts';
import { packagePage } from './pages/package-page.ts';
import { recordSupportPage } from './pages/record-support-page.ts';
import { reportPage } from './pages/report-page.ts';
import { readersOfPackage, readersOfReport, recordersOfSupport } from './policy.ts';
import { packagesCsv } from './report-csv.ts';

const one = '/practitioners/children/:child/package';
const policy = recordersOfSupport;
const record = { policy, audit: 'other-support.saved', act: recordSupport, again: recordSupportPage };

export const routes = warnedAbout(childInPath, [
  get('/practitioners/packages', { policy: readersOfReport, audit: 'packages.listed', show: reportPage }),
  get('/practitioners/packages.csv', {
    policy: readersOfReport,
    audit: 'packages.exported',
    show: packagesCsv,
  }),
  get(one, { policy: readersOfPackage, audit: 'package.viewed', show: packagePage }),
  get(`${one}/add`, { policy, audit: 'package.viewed', show: recordSupportPage }),
  post(`${one}/add`, record),
  get(`${one}/other/:support`, { policy, audit: 'package.viewed', show: recordSupportPage }),
  post(`${one}/other/:support`, record),
]);
