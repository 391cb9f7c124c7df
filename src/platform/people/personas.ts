import type { Transaction } from '#platform/database/index.ts';
import { familyByEmail, inviteProviderPerson, type KnownPerson, practitionerBySubject } from './people.ts';
import type { Role } from './roles.ts';

/** Somebody made up, whom a visitor of the demonstration can be. */
export type Persona = {
  readonly key: string;
  readonly kind: KnownPerson['kind'];
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** Who they are, in a few words. */
  readonly about: string;
};

/** An address for mail that nobody reads. */
function madeUpEmail(name: string): string {
  return `${name.toLowerCase().replace(' ', '.')}@example.org`;
}

function provider(key: string, name: string, about: string): Persona {
  return { key, kind: 'provider', name, email: madeUpEmail(name), roles: [], about };
}

function family(key: string, name: string, about: string): Persona {
  return { key, kind: 'family', name, email: madeUpEmail(name), roles: [], about };
}

function practitioner(who: {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly about: string;
}): Persona {
  const { key, name, role, about } = who;
  return { key, kind: 'practitioner', name, email: madeUpEmail(name), roles: [role], about };
}

/**
 * The people of the demonstration. Tom Ellis is there twice, with one e-mail address: at work and at home, so
 * that it can be seen that nobody decides on their own household.
 */
export const demonstrationPersonas: readonly Persona[] = [
  family('amira', 'Amira Khan', 'Mother of Zayn, who is 7'),
  family('joe', 'Joe Carter', 'Father who looks after his children on his own'),
  family('grace', 'Grace Mensah', 'New here: has not asked for anything yet'),
  family('leah', 'Leah Brooks', 'Is 16 and speaks for herself'),
  family('tom-at-home', 'Tom Ellis', 'Parent carer, who also works for the council'),
  practitioner({
    key: 'priya',
    name: 'Priya Shah',
    role: 'short-breaks-officer',
    about: 'Short breaks officer: reads what families ask for and decides',
  }),
  practitioner({
    key: 'tom',
    name: 'Tom Ellis',
    role: 'short-breaks-officer',
    about: 'Short breaks officer, and a parent carer himself',
  }),
  practitioner({
    key: 'marcus',
    name: 'Marcus Reid',
    role: 'social-worker',
    about: 'Social worker: finds out with a family what they need, and writes the plan',
  }),
  practitioner({
    key: 'ngozi',
    name: 'Ngozi Adeyemi',
    role: 'team-manager',
    about: 'Team manager: agrees plans within her spending authority',
  }),
  practitioner({
    key: 'ruth',
    name: 'Ruth Bell',
    role: 'panel-chair',
    about: 'Chair of the panel that decides what officers may not decide alone',
  }),
  practitioner({
    key: 'helen',
    name: 'Helen Marsh',
    role: 'commissioner',
    about: 'Commissioner: sees whether there is enough, and for whom',
  }),
  practitioner({
    key: 'daniel',
    name: 'Daniel Osei',
    role: 'finance-officer',
    about: 'Finance officer: pays, and follows the budget',
  }),
  practitioner({
    key: 'sian',
    name: 'Sian Powell',
    role: 'complaints-officer',
    about: 'Complaints officer: sees that every complaint is answered in time',
  }),
  practitioner({
    key: 'lena',
    name: 'Lena Hart',
    role: 'quality-officer',
    about: 'Quality officer: keeps the directory true, and sits in the panel',
  }),
  provider('olu', 'Olu Bankole', 'Volunteer at a sports club: keeps what families read about it true'),
];

/** The persona of a key, or null. */
export function personaOf(key: string): Persona | null {
  return demonstrationPersonas.find((persona) => persona.key === key) ?? null;
}

/** Who says who a demonstration's practitioners are, in the place of a council's sign-in service. */
const demonstrationIssuer = 'demonstration';

/** Finds the person of a persona, or makes them, just as signing in the real way would. */
export async function personOfPersona(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly persona: Persona; readonly at: Temporal.Instant },
): Promise<KnownPerson> {
  const { persona, ...rest } = wanted;
  const { name, email } = persona;
  if (persona.kind === 'provider') return inviteProviderPerson(transaction, { ...rest, name, email });
  return persona.kind === 'family'
    ? familyByEmail(transaction, { ...rest, name, email })
    : practitionerBySubject(transaction, {
        ...rest,
        name,
        email,
        roles: persona.roles,
        issuer: demonstrationIssuer,
        subject: persona.key,
      });
}
