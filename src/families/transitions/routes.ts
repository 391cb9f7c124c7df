import { childInPath, warnedAbout } from '#families/register/index.ts';
import { get, post, type Route } from '#platform/web/route.ts';
import { sayHopes, workOnPlan } from './actions/plan-acts.ts';
import { growingUpPage } from './pages/growing-up.ts';
import { planFormNames, planFormPage } from './pages/plan-forms.ts';
import { planPage } from './pages/plan-page.ts';
import { transitionsCsv, transitionsListPage } from './pages/transitions-list.ts';
import { ownGrowingUp, transitionOfChild, transitionsList } from './policy.ts';

const plan = '/practitioners/children/:child/transition';
const own = '/account/children/:child/growing-up';
const viewed = 'transition.viewed';

/** Each form of a plan has its page and its action. */
const forms: readonly Route[] = planFormNames.flatMap((name) => [
  get(`${plan}/${name}`, { policy: transitionOfChild, audit: viewed, show: planFormPage(name) }),
  post(`${plan}/${name}`, {
    policy: transitionOfChild,
    audit: `transition.${name}`,
    act: workOnPlan(name),
    again: planFormPage(name),
  }),
]);

/** What is done by a button on the plan. */
const buttons: readonly Route[] = (['step-done', 'done'] as const).flatMap((name) => [
  get(`${plan}/${name}`, { policy: transitionOfChild, audit: viewed, show: planPage }),
  post(`${plan}/${name}`, {
    policy: transitionOfChild,
    audit: `transition.${name}`,
    act: workOnPlan(name),
    again: planPage,
  }),
]);

export const routes = warnedAbout(childInPath, [
  get('/practitioners/transitions', {
    policy: transitionsList,
    audit: 'transitions.listed',
    show: transitionsListPage,
  }),
  get('/practitioners/transitions.csv', {
    policy: transitionsList,
    audit: 'transitions.exported',
    show: transitionsCsv,
  }),
  get(plan, { policy: transitionOfChild, audit: viewed, show: planPage }),
  ...forms,
  ...buttons,
  get(own, { policy: ownGrowingUp, audit: 'transition.read-by-family', show: growingUpPage }),
  post(own, { policy: ownGrowingUp, audit: 'transition.hopes-said', act: sayHopes, again: growingUpPage }),
]);
