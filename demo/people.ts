import { type Persona, personaOf } from '#platform/people/personas.ts';

/** A persona that a visitor can be. Throws for a key that there is not. */
export function persona(key: string): Persona {
  const found = personaOf(key);
  if (found === null) throw new Error(`the demonstration has no ${key}`);
  return found;
}

/** Who works for each council of the demonstration. */
export const workers = {
  priya: persona('priya'),
  marcus: persona('marcus'),
  ngozi: persona('ngozi'),
  ruth: persona('ruth'),
  helen: persona('helen'),
  sian: persona('sian'),
  lena: persona('lena'),
};

/** Who writes for a provider, whom no visitor can be. */
export function providerPerson(key: string, name: string): Persona {
  return { ...parentCarer(key, name), kind: 'provider' };
}

/** A parent carer whom no visitor can be. */
export function parentCarer(key: string, name: string): Persona {
  const email = `${name.toLowerCase().replace(' ', '.')}@example.org`;
  return { key, kind: 'family', name, email, roles: [], about: '' };
}
