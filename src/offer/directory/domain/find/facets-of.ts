import type { FacetName, Facets } from '../facets.ts';
import { facetNames } from '../facets.ts';
import type { Bits } from './bits.ts';
import { allMustBeMet, countedFor, isChoosable } from './choices.ts';
import type { Condition } from './conditions-of.ts';
import type { DirectoryIndex } from './directory-index.ts';

/** What fits all conditions but those that choose among `choice`. */
function fittingWithout(shown: Bits, conditions: readonly Condition[], choice: FacetName): Bits {
  return conditions.reduce((all, one) => (one.choice === choice ? all : all.and(one.fits)), shown);
}

/** Counts what each further choice would give. `fitting` are the listings that fit everything asked. */
export function facetsOf(
  index: DirectoryIndex,
  given: { readonly shown: Bits; readonly conditions: readonly Condition[]; readonly fitting: Bits },
): Facets {
  const { shown, conditions, fitting } = given;
  const asked = new Set(conditions.map(({ choice }) => choice));
  const facets = new Map<FacetName, ReadonlyMap<string, number>>();
  for (const name of facetNames) {
    const isLeftOut = asked.has(name) && !allMustBeMet.includes(name);
    const among = isLeftOut ? fittingWithout(shown, conditions, name) : fitting;
    const counts = new Map<string, number>();
    for (const [value, bits] of index.choices.get(name) ?? []) {
      // What only listings have that are not shown any more is no choice.
      if (!isChoosable(value) || !shown.meets(bits)) continue;
      const values = countedFor(name, value);
      const count = among.countOfBoth(values.length === 1 ? bits : index.having(name, values));
      if (count > 0) counts.set(value, count);
    }
    facets.set(name, counts);
  }
  return facets;
}
