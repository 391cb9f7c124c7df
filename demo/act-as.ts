import { randomUUID } from 'node:crypto';
import type { Clock } from '#kernel/clock.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { beginSession } from '#platform/people/index.ts';
import { type Persona, personOfPersona } from '#platform/people/personas.ts';
import type { Surroundings } from '#platform/web/asking.ts';
import { valuesFrom } from '#platform/web/form.ts';
import type { ReadRoute, Route } from '#platform/web/route.ts';
import { answerAct, answerRead } from '#platform/web/run-route.ts';
import type { Upload } from '#platform/web/visit.ts';

/** What a person of the demonstration fills in. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

/** Somebody of the demonstration, signed in, who sends forms just as a browser would. */
export type Actor = {
  /** Sends a form and gives the path that the answer leads to. Throws when the form was not taken. */
  posts(path: string, form: Filled, uploads?: readonly Upload[]): Promise<string>;
  /** Opens a page and gives its main content. Throws when it is not shown. */
  reads(path: string): Promise<string>;
  /** Opens a page and gives its main content; null where another page takes its place. */
  looks(path: string): Promise<string | null>;
  /** Opens a path that only leads on, and gives where to. */
  leads(path: string): Promise<string>;
};

type Matched<R extends Route> = { readonly route: R; readonly params: Readonly<Record<string, string>> };

function matchIn<R extends Route>(routes: readonly R[], path: string): Matched<R> {
  const parts = path.split('/');
  for (const route of routes) {
    const pattern = route.path.split('/');
    if (pattern.length !== parts.length) continue;
    if (!pattern.every((part, index) => part.startsWith(':') || part === parts[index])) continue;
    const params = pattern.flatMap((part, index) =>
      part.startsWith(':') ? [[part.slice(1), parts[index] ?? '']] : [],
    );
    return { route, params: Object.fromEntries(params) };
  }
  throw new Error(`nothing is at ${path}`);
}

/**
 * Gives somebody signed in to an authority, at the time that the clock says. Their forms go through the same
 * policies, actions and audit trail as everybody's.
 */
export async function actAs(
  persona: Persona,
  at: {
    readonly authority: Authority;
    readonly around: Surroundings;
    readonly clock: Clock;
    readonly routes: readonly Route[];
  },
): Promise<Actor> {
  const authorityId = at.authority.id;
  const now = at.clock.now();
  const sessionToken = await at.around.database.transaction(
    { authorityId, standing: 'public' },
    async (transaction) => {
      const person = await personOfPersona(transaction, { authorityId, persona, at: now });
      return beginSession(transaction, {
        authorityId,
        personId: person.id,
        kind: persona.kind,
        way: 'demonstration',
        device: 'the demonstration',
        now,
      });
    },
  );
  const asked = {
    authority: at.authority,
    query: new URLSearchParams(),
    sessionToken,
    keptToken: null,
    csrfToken: '',
    isFromThisMachine: true,
    device: 'the demonstration',
    accept: 'text/html',
    keptInBrowser: () => null,
    origin: 'http://localhost:3000',
  };
  const around = { ...at.around, clock: at.clock };
  const forms = at.routes.filter((route) => route.method === 'POST');
  const pages = at.routes.filter((route): route is ReadRoute => route.method === 'GET' && 'show' in route);
  async function opens(address: string) {
    const [path = '', query = ''] = address.split('?');
    const { route, params } = matchIn(pages, path);
    const posted = { form: valuesFrom({}), uploads: [] };
    const { answer } = await answerRead(around, route, {
      ...asked,
      path,
      query: new URLSearchParams(query),
      params,
      posted,
      requestId: randomUUID(),
    });
    return answer;
  }
  return {
    async reads(path) {
      const answer = await opens(path);
      if (answer.kind === 'page') return answer.main.text;
      throw new Error(`${persona.name} at ${path}: ${answer.kind}`);
    },
    async looks(path) {
      const answer = await opens(path);
      if (answer.kind === 'page') return answer.main.text;
      if (answer.kind === 'redirect') return null;
      throw new Error(`${persona.name} at ${path}: ${answer.kind}`);
    },
    async leads(path) {
      const answer = await opens(path);
      if (answer.kind === 'redirect') return answer.to;
      throw new Error(`${persona.name} at ${path}: ${answer.kind}`);
    },
    async posts(path, form, uploads = []) {
      const { route, params } = matchIn(forms, path);
      const posted = { form: valuesFrom(form), uploads };
      const outcome = await answerAct(
        around,
        route,
        { ...asked, path, params, posted, requestId: randomUUID() },
        false,
      );
      if (outcome.answer.kind === 'redirect') return outcome.answer.to;
      const why = outcome.formState.refusals.map((refusal) => refusal.message).join('; ');
      throw new Error(`${persona.name} at ${path}: ${why || outcome.answer.kind}`);
    },
  };
}
