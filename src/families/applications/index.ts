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
export { applicationJourney } from './steps/application-journey.ts';
export { addEvent, applicationBy, applicationForChild, changeState, eventsOf } from './store/applications.ts';
