import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hashOfToken, newToken, sealWith } from './seal.ts';

const seal = sealWith(Buffer.alloc(32, 1));

test('what was sealed opens with the same key for the same thing, and with no other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, about) => {
      const sealed = seal.close(text, about);
      assert.equal(seal.open(sealed, about), text);
      assert.equal(seal.open(sealed, `${about}x`), null);
      assert.equal(sealWith(Buffer.alloc(32, 2)).open(sealed, about), null);
      assert.notDeepEqual(seal.close(text, about), sealed);
    }),
  );
});

test('a change of any bit, and any cut, is noticed', () => {
  const sealed = seal.close('What a family typed', 'kept-form');
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Buffer.from(sealed);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    assert.equal(seal.open(changed, 'kept-form'), null);
  }
  for (let length = 0; length < sealed.length; length++)
    assert.equal(seal.open(sealed.subarray(0, length), 'kept-form'), null);
});

test('tokens are long and never the same; what is kept of one does not give it away', () => {
  const tokens = new Set(Array.from({ length: 1_000 }, newToken));
  assert.equal(tokens.size, 1_000);
  for (const token of tokens) {
    assert.match(token, /^[\w-]{43}$/);
    assert.match(hashOfToken(token), /^[0-9a-f]{64}$/);
  }
});
