import { type OpenAnswer, openAnswer, type Visit } from '#platform/web/visit.ts';
import { plainWords } from '../mapping/values.ts';

/** What is wrong with one parameter, and the mend. */
export type WrongParameter = { readonly parameter: string; readonly detail: string };

/** What somebody gave, short enough to be said back. */
export function shown(text: string): string {
  const tidy = (plainWords(text) ?? '').replace(/\s+/g, ' ');
  const characters = [...tidy];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : tidy;
}

function problem(
  visit: Pick<Visit, 'origin' | 'path'>,
  given: {
    readonly status: 400 | 404;
    readonly type: string;
    readonly title: string;
    readonly detail: string;
    readonly errors?: readonly WrongParameter[];
  },
): OpenAnswer {
  const { type, ...rest } = given;
  const body = { type: `${visit.origin}/open-data#${type}`, ...rest, instance: shown(visit.path) || '/' };
  return openAnswer({
    status: given.status,
    mediaType: 'application/problem+json',
    body: JSON.stringify(body),
  });
}

/** Says which parameters are wrong, and how each is mended (RFC 9457). */
export function wrongParameters(
  visit: Pick<Visit, 'origin' | 'path'>,
  errors: readonly WrongParameter[],
): OpenAnswer {
  const detail = errors.map((one) => one.detail).join(' ');
  const title = errors.length === 1 ? 'A parameter is wrong' : 'Some parameters are wrong';
  return problem(visit, { status: 400, type: 'wrong-parameter', title, detail, errors });
}

/** Says that there is no such record. */
export function noSuchRecord(visit: Pick<Visit, 'origin' | 'path'>, list: string): OpenAnswer {
  return problem(visit, {
    status: 404,
    type: 'not-found',
    title: 'Not found',
    detail: `There is no record with this identifier. It may have been withdrawn; those that there are stand at ${visit.origin}/open-referral${list}.`,
  });
}
