// Families and practitioners at the front of the register: by its routes, policies, actions and pages.
import path from 'node:path';
import { type Clock, settableClock } from '#kernel/clock.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import { valuesFrom } from '#platform/web/form.ts';
import type { Route, Ruling } from '#platform/web/route.ts';
import type { Answer, MessageToSend, Person, Upload } from '#platform/web/visit.ts';
import { testAuthority } from '../../../../test/database.ts';
import { type TestVisit, testNow, testPerson, testVisit } from '../../../../test/visit.ts';
import { saveRegistration } from '../index.ts';
import { routes } from '../routes.ts';

/** A made-up council beside England's codes. */
export const council: Authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', '..', '..', 'authorities', 'medway'),
};

export type Posted = Readonly<Record<string, string | readonly string[]>>;

/** What came back: the ruling where nobody was let in, else the answer, its page's markup and what was wrong. */
export type Came = {
  readonly ruling: Ruling;
  readonly kind: Answer['kind'] | 'refused';
  readonly to: string;
  readonly html: string;
  readonly body: string;
  readonly wrong: readonly string[];
  readonly sent: readonly MessageToSend[];
};

function found(method: 'GET' | 'POST', address: string, all: readonly Route[]) {
  const parts = address.split('/');
  const fits = (route: Route) => {
    const wanted = route.path.split('/');
    return (
      route.method === method &&
      wanted.length === parts.length &&
      wanted.every((part, index) => part.startsWith(':') || part === parts[index])
    );
  };
  const route = all
    .filter(fits)
    .toSorted((one, other) => one.path.split(':').length - other.path.split(':').length)[0];
  if (route === undefined) throw new Error(`${method} ${address} is no route`);
  const params = Object.fromEntries(
    route.path
      .split('/')
      .flatMap((part, index) => (part.startsWith(':') ? [[part.slice(1), parts[index] ?? '']] : [])),
  );
  return { route, params };
}

function came(ruling: Ruling, answer: Answer | null, visit: TestVisit): Came {
  return {
    ruling,
    kind: answer?.kind ?? 'refused',
    to: answer?.kind === 'redirect' ? answer.to : '',
    html: answer?.kind === 'page' ? answer.main.text : '',
    body: answer?.kind === 'download' ? String(answer.body) : '',
    wrong: answer?.kind === 'wrong' ? answer.refusals.map(({ message }) => message) : [],
    sent: visit.sent,
  };
}

/** Gives who opens pages and sends forms as this person. */
export function front(
  database: Database,
  person: Person | null,
  clock: Clock = settableClock(testNow),
  all: readonly Route[] = routes,
) {
  const as = { database, authority: council, person, clock };
  return {
    opens(address: string): Promise<Came> {
      const [bare = '', query = ''] = address.split('?');
      const { route, params } = found('GET', bare, all);
      const asked = { path: bare, params, query: Object.fromEntries(new URLSearchParams(query)) };
      return testVisit({ ...as, ...asked, readOnly: true }, async (visit) => {
        const ruling = await route.policy.rule(visit);
        const answer = ruling === 'allowed' && 'show' in route ? await route.show(visit) : null;
        return came(ruling, answer, visit);
      });
    },
    async posts(address: string, form: Posted = {}, uploads: readonly Upload[] = []): Promise<Came> {
      const { route, params } = found('POST', address, all);
      let last: Came | undefined;
      const answer = await testVisit<Answer | null>(
        { ...as, path: address, params, form, uploads },
        async (visit) => {
          const ruling = await route.policy.rule(visit);
          const given = ruling === 'allowed' && 'act' in route ? await route.act(visit) : null;
          last = came(ruling, given, visit);
          return given;
        },
      );
      if (last === undefined) throw new Error('nothing came');
      if (answer?.kind !== 'wrong') return last;
      const formState = { values: valuesFrom(form), refusals: answer.refusals, isTyped: true };
      const again = await testVisit(
        { ...as, path: address, params, form, formState, readOnly: true },
        async (visit) => came('allowed', 'again' in route ? await route.again(visit) : null, visit),
      );
      return { ...last, html: again.html };
    },
  };
}

/** A family that has applied once: the account, its household and its child. */
export async function aFamily(
  database: Database,
  change: {
    readonly bornOn?: string;
    readonly name?: string;
    readonly childName?: string;
    readonly line1?: string;
  } = {},
) {
  const person = await testPerson({ database, name: change.name ?? 'Sana Khan' });
  const held = await database.transaction(
    { authorityId: council.id, personId: person.id, standing: 'family' },
    (transaction) =>
      saveRegistration(transaction, {
        authorityId: council.id,
        personId: person.id,
        at: testNow,
        household: null,
        address: { line1: change.line1 ?? '1 High Street', line2: '', town: 'Chatham', postcode: 'ME4 4AA' },
        district: 'Medway',
        you: {
          name: person.name,
          relationship: 'mother',
          hasParentalResponsibility: true,
          email: person.email,
          phone: null,
        },
        otherCarer: null,
        child: {
          id: null,
          givenName: change.childName ?? 'Amira',
          familyName: 'Khan',
          bornOn: Temporal.PlainDate.from(change.bornOn ?? '2018-05-01'),
          hasDiagnosis: true,
          diagnosis: 'Autism',
        },
        evidence: [],
      }),
  );
  return { person, ...held };
}

/** A date as its three boxes post it. */
export function boxes(field: string, date: string): Posted {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year };
}
