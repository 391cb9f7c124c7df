import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Authority, holdsOn, isoDate, readYaml, usualPlaceOf } from '#platform/authorities/index.ts';
import { featureOfField, fieldNames } from './domain/changes.ts';

const fieldsFile = z.object({
  'listing-fields': z.array(
    z.object({
      'live-at-once': z.array(
        z.enum([...fieldNames, 'access'], 'must be a field of a listing, such as contact.phone, or access'),
      ),
      from: isoDate,
      until: isoDate.optional(),
      source: z.string(),
    }),
  ),
});

type FieldsFile = z.output<typeof fieldsFile>['listing-fields'];
const kept = new WeakMap<Authority, FieldsFile>();

/** The council's own file, and where it has none what councils begin with. */
function placeOf(authority: Authority): string {
  const own = join(authority.folder, 'listing-fields.yaml');
  return existsSync(own) ? own : (usualPlaceOf(authority, 'listing-fields.yaml')[0] ?? own);
}

/**
 * Tells of a field whether a provider's own words go live at once on a day, or wait for the council. Throws where
 * listing-fields.yaml says nothing for that day, or is wrong.
 */
export function safeFieldsOn(authority: Authority, day: Temporal.PlainDate): (field: string) => boolean {
  const file = kept.get(authority) ?? readYaml(placeOf(authority), fieldsFile)['listing-fields'];
  kept.set(authority, file);
  const inForce = file.find((one) => holdsOn(one, day));
  if (inForce === undefined) throw new Error(`${placeOf(authority)} has no fields in force on ${day}`);
  const safe: ReadonlySet<string> = new Set(inForce['live-at-once']);
  return (field) => safe.has(featureOfField(field) === null ? field : 'access');
}
