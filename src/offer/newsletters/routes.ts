import { get, nothingPersonal, post, type Route } from '#platform/web/route.ts';
import { confirm, stop } from './actions/answer-link.ts';
import { askForAlerts } from './actions/ask-for-alerts.ts';
import { sendNewsletter, writeNewsletter } from './actions/write-newsletter.ts';
import { checkYourEmailPage, confirmedPage, confirmPage, stopPage, stoppedPage } from './pages/answers.ts';
import { askPage } from './pages/ask.ts';
import { deskPage, draftPage, newPage } from './pages/desk.ts';
import { newsletterPage, newslettersPage } from './pages/newsletters.ts';
import { anybody, newsletterDesk } from './policy.ts';

const open = { policy: anybody, audit: nothingPersonal };
const desk = { policy: newsletterDesk, audit: 'newsletter.viewed' };

export const routes: readonly Route[] = [
  get('/alerts', { ...open, show: askPage }),
  post('/alerts', {
    policy: anybody,
    audit: 'alert.asked-for',
    act: askForAlerts,
    again: askPage,
    mostAnHour: 30,
  }),
  get('/alerts/check-your-email', { ...open, show: checkYourEmailPage }),
  get('/alerts/confirm/:token', { ...open, show: confirmPage }),
  post('/alerts/confirm/:token', {
    policy: anybody,
    audit: 'alert.confirmed',
    act: confirm,
    again: confirmPage,
  }),
  get('/alerts/confirmed', { ...open, show: confirmedPage }),
  get('/alerts/stop/:token', { ...open, show: stopPage }),
  post('/alerts/stop/:token', { policy: anybody, audit: 'alert.stopped', act: stop, again: stopPage }),
  get('/alerts/stopped', { ...open, show: stoppedPage }),
  get('/newsletters', { ...open, show: newslettersPage }),
  get('/newsletters/:number', { ...open, show: newsletterPage }),
  get('/practitioners/newsletters', { ...desk, show: deskPage }),
  get('/practitioners/newsletters/new', { ...desk, show: newPage }),
  post('/practitioners/newsletters/new', {
    policy: newsletterDesk,
    audit: 'newsletter.written',
    act: writeNewsletter,
    again: newPage,
  }),
  get('/practitioners/newsletters/:issue', { ...desk, show: draftPage }),
  post('/practitioners/newsletters/:issue', {
    policy: newsletterDesk,
    audit: 'newsletter.written',
    act: writeNewsletter,
    again: draftPage,
  }),
  post('/practitioners/newsletters/:issue/send', {
    policy: newsletterDesk,
    audit: 'newsletter.sent',
    act: sendNewsletter,
    again: draftPage,
  }),
];
