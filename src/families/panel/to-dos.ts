import { formatDate } from '#kernel/local-date.ts';
import type { ToDo } from '#kernel/to-do.ts';
import type { Visit } from '#platform/web/visit.ts';
import { panelDeskOf } from './panel-desk.ts';

/** What a member of a panel should do: read papers that are out; for a chair, minute meetings and call the next. */
export async function toDosOfPractitioner(visit: Visit): Promise<readonly ToDo[]> {
  const { person } = visit;
  if (person?.kind !== 'practitioner') return [];
  const { meetings, waiting } = await panelDeskOf(visit);
  const today = visit.clock.today();
  const toDos: ToDo[] = [];
  for (const one of meetings.filter((meeting) => meeting.state === 'papers-issued')) {
    const isOver = Temporal.PlainDate.compare(one.heldOn, today) <= 0;
    const href = `/practitioners/panel/${one.id}`;
    const about = `Panel on ${formatDate(one.heldOn)}`;
    if (!isOver) toDos.push({ title: 'Read the papers of the panel', about, href, by: one.heldOn });
    if (isOver && one.chairId === person.id)
      toDos.push({ title: 'Record and minute the panel', about, href: `${href}/minutes`, by: one.heldOn });
  }
  if (waiting !== null && waiting.length > 0)
    toDos.push({
      title: 'Put what waits before a panel',
      about: `${waiting.length} ${waiting.length === 1 ? 'case' : 'cases'}`,
      href: '/practitioners/panel',
      by: null,
    });
  return toDos;
}
