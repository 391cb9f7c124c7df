import { type Redirect, redirect, type Visit, type Wrong, wrong } from '#platform/web/visit.ts';
import { writeDescription } from '../domain/child-description.ts';
import { descriptionFrom } from '../read-description.ts';

/** Keeps the description of a child in the visitor's browser and nowhere else. */
export async function keepDescription(visit: Visit): Promise<Redirect | Wrong> {
  const read = descriptionFrom(visit.form);
  if (!read.ok) return wrong(...read.refusals);
  visit.keepInBrowser('child', writeDescription(read.value));
  return redirect('/describe-your-child');
}

/** Has the browser forget the child that was described. */
export async function forgetDescription(visit: Visit): Promise<Redirect> {
  visit.keepInBrowser('child', null);
  return redirect('/describe-your-child');
}
