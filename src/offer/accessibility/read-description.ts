import { z } from 'zod';
import type { Result } from '#kernel/refusal.ts';
import { refusal, success } from '#kernel/refusal.ts';
import {
  choices,
  type FormBody,
  optionalChoice,
  type ParsedForm,
  parseForm,
  readBy,
} from '#platform/web/form.ts';
import {
  type ChildDescription,
  type Like,
  likes,
  saysSomething,
  type Weight,
  weights,
} from './domain/child-description.ts';
import { type Feature, featureNames } from './domain/features.ts';

/** The field of a feature in the form. */
export function needField(feature: Feature): string {
  return `need-${feature}`;
}

function readAge(typed: string): Result<number | null> {
  if (typed === '') return success(null);
  const years = /^\d{1,3}$/.test(typed) ? Number(typed) : -1;
  if (years >= 0 && years <= 25) return success(years);
  return refusal('not-an-age', 'Write your child’s age as a whole number from 0 to 25');
}

const schema = z.object({
  age: readBy(readAge),
  likes: choices(Object.keys(likes) as Like[]),
  ...Object.fromEntries(
    featureNames.map((feature) => [needField(feature), optionalChoice(Object.keys(weights) as Weight[])]),
  ),
});

function needsIn(values: ReadonlyMap<string, unknown>): Readonly<Partial<Record<Feature, Weight>>> {
  const needs: Partial<Record<Feature, Weight>> = {};
  for (const feature of featureNames) {
    const weight = values.get(needField(feature));
    if (weight === 'must' || weight === 'would-help') needs[feature] = weight;
  }
  return needs;
}

/** Reads the form that describes a child; refuses an age that is none, and a form that says nothing. */
export function descriptionFrom(form: FormBody): ParsedForm<ChildDescription> {
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return parsed;
  const { age, likes: liked } = parsed.value;
  const described = { age, needs: needsIn(new Map(Object.entries(parsed.value))), likes: liked };
  if (saysSomething(described)) return success(described);
  const nothing = 'Tell us at least one thing: an age, something that your child likes, or a need';
  return { ok: false, refusals: [refusal('says-nothing', nothing, 'age')] };
}
