import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  applyChanges,
  type Content,
  changesBetween,
  changesOf,
  fieldNames,
  isSameValue,
  saidIn,
  withValue,
} from './changes.ts';
import { decide, type Verdict, withProposed } from './draft.ts';
import { merge } from './merge.ts';

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const value = fc.oneof(
  leaf,
  fc.array(fc.string()),
  fc.dictionary(fc.constantFrom('from', 'until'), fc.string()),
);
const features = ['hoist', 'makaton', 'quiet-space', 'siblings'];

/** Any listing's content: every field, and features that it meets or does not; one to ask about is left out. */
const contents: fc.Arbitrary<Content> = fc
  .tuple(
    fc.array(value, { minLength: fieldNames.length, maxLength: fieldNames.length }),
    fc.dictionary(fc.constantFrom(...features), fc.constantFrom('meets', 'does-not-meet')),
    fc.string(),
  )
  .map(([values, access, provider]) => {
    let content: Content = { provider, access };
    fieldNames.forEach((field, index) => {
      content = withValue(content, field, values[index] ?? null);
    });
    return content;
  });

const someFields = fc.subarray([...fieldNames, ...features.map((feature) => `access.${feature}`)]);

test('what makes one listing out of another does: apply(before, changes) is after', () => {
  fc.assert(
    fc.property(contents, contents, (before, after) => {
      const made = applyChanges(before, changesBetween(before, after));
      assert.ok(isSameValue(made, { ...after, provider: before.provider ?? null }));
      assert.deepEqual(changesBetween(before, before), {});
    }),
  );
});

test('of accepted fields alone, those say the new words and all others the old', () => {
  fc.assert(
    fc.property(contents, contents, someFields, (before, after, accepted) => {
      const made = applyChanges(before, changesBetween(before, after), accepted);
      for (const field of [...fieldNames, ...features.map((feature) => `access.${feature}`)])
        assert.ok(isSameValue(saidIn(made, field), saidIn(accepted.includes(field) ? after : before, field)));
    }),
  );
});

test('accepting, returning and leaving split a draft: nothing is lost, and nothing is published unseen', () => {
  const verdicts = fc.dictionary(
    fc.constantFrom(...fieldNames),
    fc.oneof(
      fc.constant<Verdict>({ kind: 'accept' }),
      fc.string().map((reason): Verdict => ({ kind: 'return', reason })),
    ),
  );
  fc.assert(
    fc.property(contents, contents, verdicts, (published, after, said) => {
      const changes = withProposed({ published, before: {}, proposed: changesBetween(published, after) });
      const { accepted, returned, left, published: then } = decide({ published, changes, verdicts: said });
      assert.deepEqual(
        [...Object.keys(accepted), ...Object.keys(left)].toSorted(),
        Object.keys(changes).toSorted(),
      );
      for (const field of Object.keys(returned)) assert.equal(left[field]?.state, 'returned');
      const published2 = changesBetween(published, then);
      assert.deepEqual(Object.keys(published2).toSorted(), Object.keys(accepted).toSorted());
    }),
  );
});

test('of two who edit at once nobody’s words are lost', () => {
  fc.assert(
    fc.property(contents, contents, contents, (base, typed, now) => {
      const { content, clashes, mine, theirs } = merge({ base, typed, now });
      for (const [field, { after }] of Object.entries(mine))
        assert.ok(isSameValue(saidIn(content, field), after));
      for (const [field, { after }] of Object.entries(theirs))
        if (mine[field] === undefined) assert.ok(isSameValue(saidIn(content, field), after));
      for (const { field } of clashes) assert.ok(mine[field] !== undefined && theirs[field] !== undefined);
      if (clashes.length === 0)
        assert.deepEqual(
          changesBetween(
            content,
            applyChanges(
              typed,
              changesOf(theirs, (field) => mine[field] === undefined),
            ),
          ),
          {},
        );
    }),
  );
});

test('a feature that is to be asked about and one that is left out are the same', () => {
  assert.deepEqual(changesBetween({ access: {} }, { access: { hoist: 'ask' } }), {});
  assert.deepEqual(withValue({ access: { hoist: 'meets' } }, 'access.hoist', 'ask'), { access: {} });
});

test('a field that goes back to what families read waits no longer', () => {
  const published = { title: 'Swim' };
  const before = withProposed({
    published,
    before: {},
    proposed: { title: { before: 'Swim', after: 'Swims' } },
  });
  assert.deepEqual(before, { title: { before: 'Swim', after: 'Swims', state: 'waiting' } });
  assert.deepEqual(
    withProposed({ published, before, proposed: { title: { before: 'Swims', after: 'Swim' } } }),
    {},
  );
});
