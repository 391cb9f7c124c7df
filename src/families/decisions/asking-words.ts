import type { Application } from '#families/applications/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Fields } from '#platform/words/index.ts';
import type { Family } from './family-of.ts';

/** What fills the gaps when a family is asked for something more. */
export function fieldsOfAsking(
  visit: Pick<Visit, 'origin'>,
  given: {
    readonly application: Pick<Application, 'id' | 'reference'>;
    readonly family: Family;
    readonly asked: string;
  },
): Fields {
  const { application, family, asked } = given;
  return {
    name: family.name,
    child: family.childName,
    reference: application.reference,
    asked,
    link: `${visit.origin}/account/applications/${application.id}`,
  };
}
