import { type Persona, personaOf } from '#platform/people/personas.ts';
import type { Role } from '#platform/people/roles.ts';

/** A persona that a visitor can be. Throws for a key that there is not. */
export function persona(key: string): Persona {
  const found = personaOf(key);
  if (found === null) throw new Error(`the demonstration has no ${key}`);
  return found;
}

function atWork(key: string, name: string, roles: readonly Role[]): Persona {
  return {
    key,
    kind: 'practitioner',
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@example.org`,
    roles,
    about: '',
  };
}

/** Who works for each council of the demonstration. Lena Hart sits in the panel; no visitor can be her. */
export const workers = {
  priya: persona('priya'),
  marcus: persona('marcus'),
  ngozi: persona('ngozi'),
  ruth: persona('ruth'),
  helen: persona('helen'),
  sian: persona('sian'),
  lena: atWork('lena', 'Lena Hart', ['quality-officer']),
};

/** A parent carer whom no visitor can be. */
export function parentCarer(key: string, name: string): Persona {
  const email = `${name.toLowerCase().replace(' ', '.')}@example.org`;
  return { key, kind: 'family', name, email, roles: [], about: '' };
}
