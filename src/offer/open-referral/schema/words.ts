import { z } from 'zod';

/** A text that says something: it begins and ends with a visible character, and has none that only machines read. */
export const words = z
  .string()
  .min(1)
  .regex(/^\S(?:[\s\S]*\S)?$/);

/** An identifier, and it stays: a UUID. */
export const id = z.uuid();

/** A web address of http or https. */
export const address = z
  .url()
  .regex(/^https?:\/\/\S+$/)
  .meta({ format: 'uri' });

export const email = z.email();

/** A day as RFC 3339 writes it. */
export const day = z.iso.date();

/** An instant to the millisecond, in UTC. */
export const instant = z.iso.datetime({ precision: 3 });

/** A time of the day with how far it stands from UTC: "10:00Z", "10:00+01:00". */
export const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/);

/** Days of the week as RFC 5545 writes them, in a rule of months with the number before: "SA", "MO,WE", "1SU,-1SU". */
export const byDay = z
  .string()
  .regex(/^(?:-?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:-?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU))*$/);
