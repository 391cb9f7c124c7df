import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isOwnHousehold, plainName } from './own-household.ts';

test('a household is one’s own by name or e-mail address, however they are written', () => {
  const me = { name: 'Zoë Ellis-Ward', email: 'zoe@council.example' };
  const is = (name: string, email: string | null) => isOwnHousehold(me, [{ name, email }]);
  assert.equal(is('ZOE  ELLIS-WARD', null), true);
  assert.equal(is('Somebody', ' Zoe@Council.example'), true);
  assert.equal(is('Zoe Ellis', 'zoe@home.example'), false);
  assert.equal(isOwnHousehold({ name: '', email: '' }, [{ name: '', email: '' }]), false);
  assert.equal(isOwnHousehold(me, []), false);
});

test('a plain name stays as it is when it is made plain again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      assert.equal(plainName(plainName(name)), plainName(name));
    }),
  );
});
