import { get, getThatSignsIn, nothingPersonal, post, type Route } from '#platform/web/route.ts';
import { endSessions, signOut } from './actions/end-sessions.ts';
import { requestLink, requestProviderLink } from './actions/request-link.ts';
import { signInAsPersona } from './actions/sign-in-as-persona.ts';
import { useLink } from './actions/use-link.ts';
import { callbackPath, comeBack, leave } from './openid/steps.ts';
import { checkYourEmailPage } from './pages/check-your-email.ts';
import { personasPage } from './pages/personas.ts';
import { practitionerSignInPage } from './pages/practitioner-sign-in.ts';
import { providerCheckYourEmailPage, providerSignInPage } from './pages/provider-sign-in.ts';
import { sessionsPage } from './pages/sessions.ts';
import { signInPage } from './pages/sign-in.ts';
import { signInLinkPage } from './pages/sign-in-link.ts';
import { signedOutPage } from './pages/signed-out.ts';
import { anyone, demonstrationHere, signedIn } from './policies.ts';

/** A person signs in a few times a minute at most; a whole office may share one address. */
const mostAMinute = 30;

export const routes: readonly Route[] = [
  get('/sign-in', { policy: anyone, audit: nothingPersonal, show: signInPage }),
  post('/sign-in', {
    policy: anyone,
    audit: 'sign-in-link.requested',
    act: requestLink,
    again: signInPage,
    mostAMinute,
  }),
  get('/sign-in/check-your-email', { policy: anyone, audit: nothingPersonal, show: checkYourEmailPage }),
  get('/sign-in/link/:token', { policy: anyone, audit: nothingPersonal, show: signInLinkPage }),
  post('/sign-in/link/:token', {
    policy: anyone,
    audit: 'family.signed-in',
    act: useLink,
    again: signInLinkPage,
    signsIn: true,
    mostAMinute,
  }),
  get('/provider/sign-in', { policy: anyone, audit: nothingPersonal, show: providerSignInPage }),
  post('/provider/sign-in', {
    policy: anyone,
    audit: 'sign-in-link.requested',
    act: requestProviderLink,
    again: providerSignInPage,
    signsIn: true,
    mostAMinute,
  }),
  get('/provider/check-your-email', {
    policy: anyone,
    audit: nothingPersonal,
    show: providerCheckYourEmailPage,
  }),
  get('/provider/sign-in/link/:token', { policy: anyone, audit: nothingPersonal, show: signInLinkPage }),
  post('/provider/sign-in/link/:token', {
    policy: anyone,
    audit: 'provider.signed-in',
    act: useLink,
    again: signInLinkPage,
    signsIn: true,
    mostAMinute,
  }),
  get('/practitioners/sign-in', { policy: anyone, audit: nothingPersonal, show: practitionerSignInPage }),
  getThatSignsIn('/practitioners/sign-in/start', { policy: anyone, audit: nothingPersonal, signIn: leave }),
  getThatSignsIn(callbackPath, { policy: anyone, audit: 'practitioner.signed-in', signIn: comeBack }),
  get('/demonstration/sign-in', { policy: demonstrationHere, audit: nothingPersonal, show: personasPage }),
  post('/demonstration/sign-in', {
    policy: demonstrationHere,
    audit: 'persona.signed-in',
    act: signInAsPersona,
    again: personasPage,
    signsIn: true,
  }),
  post('/sign-out', { policy: anyone, audit: 'person.signed-out', act: signOut, again: signedOutPage }),
  get('/signed-out', { policy: anyone, audit: nothingPersonal, show: signedOutPage }),
  get('/account/sessions', { policy: signedIn, audit: 'sessions.viewed', show: sessionsPage }),
  post('/account/sessions', {
    policy: signedIn,
    audit: 'sessions.ended',
    act: endSessions,
    again: sessionsPage,
  }),
];
