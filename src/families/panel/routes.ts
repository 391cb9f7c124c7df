import { warnedAbout } from '#families/register/index.ts';
import { signedInPractitioner } from '#platform/people/index.ts';
import { get, post, type Route } from '#platform/web/route.ts';
import { declareInterest, withdrawItem } from './actions/at-item.ts';
import { buildAgenda, callMeeting, cancelMeeting, issuePapers } from './actions/call-meeting.ts';
import { changeMembers } from './actions/change-members.ts';
import { recordDecision } from './actions/record-decision.ts';
import { writeMinutes } from './actions/write-minutes.ts';
import { callPage } from './pages/call-page.ts';
import { decidePage } from './pages/decide-page.ts';
import { itemPage } from './pages/item-page.ts';
import { cancelPage, meetingPage } from './pages/meeting-page.ts';
import { minutesPage } from './pages/minutes-page.ts';
import { panelPage } from './pages/panel-page.ts';
import { attendeeOfItem, chairOfMeeting, chairs, childOfItem, memberOfMeeting } from './policy.ts';

const all = '/practitioners/panel';
const one = `${all}/:meeting`;
const item = `${all}/items/:item`;

export const routes: readonly Route[] = warnedAbout(childOfItem, [
  get(all, { policy: signedInPractitioner, audit: 'panel.listed', show: panelPage }),
  get(`${all}/call`, { policy: chairs, audit: 'panel.listed', show: callPage }),
  post(`${all}/call`, { policy: chairs, audit: 'panel.called', act: callMeeting, again: callPage }),
  get(one, { policy: memberOfMeeting, audit: 'panel.agenda-read', show: meetingPage }),
  ...(
    [
      ['agenda', 'panel.agenda-built', buildAgenda, meetingPage],
      ['issue', 'panel.papers-issued', issuePapers, meetingPage],
      ['withdraw', 'panel.item-withdrawn', withdrawItem, meetingPage],
      ['members', 'panel.members-changed', changeMembers, meetingPage],
      ['cancel', 'panel.cancelled', cancelMeeting, cancelPage],
    ] as const
  ).flatMap(([path, audit, act, show]) => [
    get(`${one}/${path}`, { policy: chairOfMeeting, audit: 'panel.agenda-read', show }),
    post(`${one}/${path}`, { policy: chairOfMeeting, audit, act, again: show }),
  ]),
  get(`${one}/minutes`, { policy: memberOfMeeting, audit: 'panel.minutes-read', show: minutesPage }),
  post(`${one}/minutes`, {
    policy: chairOfMeeting,
    audit: 'panel.minutes-written',
    act: writeMinutes,
    again: minutesPage,
  }),
  get(item, { policy: attendeeOfItem, audit: 'panel.paper-opened', show: itemPage }),
  ...(
    [
      ['interest', 'panel.interest-declared', declareInterest, itemPage],
      ['decide', 'panel.decision-recorded', recordDecision, decidePage],
    ] as const
  ).flatMap(([path, audit, act, show]) => [
    get(`${item}/${path}`, { policy: attendeeOfItem, audit: 'panel.paper-opened', show }),
    post(`${item}/${path}`, { policy: attendeeOfItem, audit, act, again: show }),
  ]),
]);
