import { type Result, refusal, success } from '#kernel/refusal.ts';
import { email, readBy } from '#platform/web/form.ts';

/** An email address to hear back at, or nothing: nobody has to say who they are. */
export const optionalEmail = readBy((typed): Result<string | null> => {
  if (typed === '') return success(null);
  const read = email('Enter an email address').safeParse([typed]);
  return read.success
    ? success(read.data)
    : refusal('not-valid', read.error.issues[0]?.message ?? 'Enter an email address', 'email');
});
