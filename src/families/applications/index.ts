export { handIn } from './actions/hand-in.ts';
export {
  decisionClockOn,
  type RenewalTerms,
  renewalTermsOn,
  type SpentFund,
  spentFundOn,
} from './casework.ts';
export { constraints } from './constraints.ts';
export {
  type Answers,
  type Benefit,
  type HeldSupport,
  heldSupports,
  type LetterFile,
} from './domain/answers.ts';
export {
  type Application,
  type ApplicationEvent,
  type ApplicationState,
  applicationStates,
  type EventKind,
} from './domain/application.ts';
export { type ApplicationFacts, factsOf } from './domain/facts.ts';
export { isOpen, type Offer, type OpenOffer, offersOn } from './offers.ts';
export { ownApplications } from './own-applications.ts';
export { applicationWords } from './pages/application-words.ts';
export { factsFor } from './service-facts.ts';
export { shownJourney as applicationJourney } from './steps/application-journey.ts';
export {
  applicationBy,
  applicationNamed,
  applicationsReferredTo,
  changeState,
} from './store/applications.ts';
export { applicationForChild } from './store/applications-for-child.ts';
export { addEvent, eventsOf } from './store/events.ts';
export { type ProxyRecord, proxyOf } from './store/proxies.ts';
export { unchangedRenewals } from './store/renewals.ts';
export { unneededFiles } from './store/unneeded-files.ts';
export { templates } from './templates.ts';
export { toDosOfFamily } from './to-dos.ts';
