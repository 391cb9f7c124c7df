import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Person, Visit } from '#platform/web/visit.ts';
import { hasRole, signedIn, signedInFamily, signedInPractitioner, signedInProvider } from './policies.ts';
import { isRole, roles, rolesFromClaim, rolesInWords } from './roles.ts';

const alone = { slug: 'medway', isOnlyAuthority: true };
const amongOthers = { slug: 'medway', isOnlyAuthority: false };

test('roles are read as services write them', () => {
  assert.deepEqual(rolesFromClaim(['panel-chair', 'Finance Officer', 'social_worker'], alone), [
    'social-worker',
    'panel-chair',
    'finance-officer',
  ]);
  assert.deepEqual(rolesFromClaim('commissioner, quality-officer', alone), [
    'commissioner',
    'quality-officer',
  ]);
  assert.deepEqual(rolesFromClaim(['medway/panel-chair'], amongOthers), ['panel-chair']);
});

test('what is no role gives none', () => {
  for (const claim of [
    undefined,
    null,
    7,
    {},
    [],
    '',
    ['admin'],
    [['panel-chair']],
    { roles: ['panel-chair'] },
  ])
    assert.deepEqual(rolesFromClaim(claim, alone), [], JSON.stringify(claim));
  assert.deepEqual(rolesFromClaim(['kent/panel-chair', 'kent/medway/panel-chair'], alone), []);
});

test('among several councils a role without its council gives nothing', () => {
  assert.deepEqual(rolesFromClaim([...roles, 'kent/commissioner'], amongOthers), []);
});

test('whatever a service says, only known roles come out, each once', () => {
  fc.assert(
    fc.property(fc.anything(), fc.array(fc.oneof(fc.string(), fc.constantFrom(...roles))), (any, several) => {
      for (const claim of [any, several, several.join(',')]) {
        const found = rolesFromClaim(claim, alone);
        assert.ok(found.every(isRole));
        assert.equal(new Set(found).size, found.length);
      }
      assert.deepEqual(
        new Set(rolesFromClaim(several, alone)).isSupersetOf(new Set(several.filter(isRole))),
        true,
      );
    }),
  );
});

test('several roles in words', () => {
  assert.equal(rolesInWords(['panel-chair'], 'or'), 'panel chair');
  assert.equal(
    rolesInWords(['panel-chair', 'commissioner', 'social-worker'], 'and'),
    'panel chair, commissioner and social worker',
  );
});

const somebody = (kind: Person['kind'], own: readonly string[] = []): Person => ({
  ...{ id: '1', kind, name: 'Some Body', email: 'a@example.org', roles: own, sessionId: '2' },
});
/** A policy asks who somebody is and nothing else of a visit. */
const ruling = (by: ReturnType<typeof hasRole>, person: Person | null) => by.rule({ person } as Visit);

test('policies send people to the right door, let them in, or say why not', () => {
  const family = somebody('family');
  const officer = somebody('practitioner', ['short-breaks-officer']);
  const provider = somebody('provider');
  const atWork = 'sign-in-as-practitioner';
  const listings = 'sign-in-as-provider';
  const expected = [
    [signedIn, 'sign-in-as-family', 'allowed', 'allowed', 'allowed'],
    [signedInFamily, 'sign-in-as-family', 'allowed', 'sign-in-as-family', 'sign-in-as-family'],
    [signedInPractitioner, atWork, atWork, 'allowed', atWork],
    [signedInProvider, listings, listings, listings, 'allowed'],
    [hasRole('short-breaks-officer'), atWork, atWork, 'allowed', atWork],
    [hasRole('panel-chair', 'short-breaks-officer'), atWork, atWork, 'allowed', atWork],
  ] as const;
  for (const [by, ...rulings] of expected)
    assert.deepEqual(
      [null, family, officer, provider].map((person) => ruling(by, person)),
      rulings,
      by.sentence,
    );
  const denied = ruling(hasRole('commissioner'), officer);
  assert.ok(typeof denied === 'object' && 'denied' in denied);
  assert.match(
    denied.denied,
    /This is for a commissioner\. You are signed in as Some Body, short breaks officer/,
  );
});
