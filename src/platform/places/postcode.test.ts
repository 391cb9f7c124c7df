import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { knownSectors } from './built-in-facts.ts';
import { type PostcodePart, parsePostcode } from './postcode.ts';

const ANY_PART: readonly PostcodePart[] = ['unit', 'sector', 'outward'];

function textOf(typed: string, allow: readonly PostcodePart[] = ['unit']): string {
  const result = parsePostcode(typed, allow);
  return result.ok ? result.value.text : result.code;
}

describe('a whole postcode', () => {
  for (const [typed, expected] of [
    ['me71ab', 'ME7 1AB'],
    ['  ME7   1AB ', 'ME7 1AB'],
    ['M E 7 1 A B', 'ME7 1AB'],
    ['ME7\u00a01AB', 'ME7 1AB'],
    ['me10 2aa', 'ME10 2AA'],
    ['ec1a 1bb', 'EC1A 1BB'],
    ['w1a0ax', 'W1A 0AX'],
    ['CR0 1AA', 'CR0 1AA'],
    ['TD15 1AA', 'TD15 1AA'],
  ] as const) {
    it(`reads "${typed}" as ${expected}`, () => assert.equal(textOf(typed), expected));
  }

  it('tells its parts', () => {
    const result = parsePostcode('me71ab');
    assert.ok(result.ok);
    assert.deepEqual(result.value, { text: 'ME7 1AB', part: 'unit', outward: 'ME7', sector: 'ME7 1' });
  });
});

describe('the letter O and nought, I and one', () => {
  for (const [typed, expected] of [
    ['ME8 OAA', 'ME8 0AA'],
    ['ME1O 1AA', 'ME10 1AA'],
    ['ME7 IAB', 'ME7 1AB'],
    ['C01 1AA', 'CO1 1AA'],
    ['1P1 1AA', 'IP1 1AA'],
    ['CRO OAA', 'CR0 0AA'],
  ] as const) {
    it(`reads "${typed}" as ${expected}`, () => assert.equal(textOf(typed), expected));
  }

  it('refuses a nought where only a letter may stand and O never does', () => {
    assert.equal(textOf('ME7 10B'), 'not-a-postcode');
  });
});

describe('what is not enough, or not here', () => {
  for (const [typed, code] of [
    ['', 'postcode-missing'],
    ['   ', 'postcode-missing'],
    ['ME7', 'postcode-incomplete'],
    ['ME7 1', 'postcode-incomplete'],
    ['Gillingham', 'not-a-postcode'],
    ['ZZ1 1AA', 'not-a-postcode'],
    ['ME7 1AC1', 'not-a-postcode'],
    ['ME7 1KB', 'not-a-postcode'],
    ['ME0 1AA', 'not-a-postcode'],
    ['<script>alert(1)</script>', 'not-a-postcode'],
    ['EH1 1AA', 'postcode-outside-england'],
    ['BT1 1AA', 'postcode-outside-england'],
    ['CF10 1AA', 'postcode-outside-england'],
    ['JE2 3AB', 'postcode-outside-england'],
    ['75001', 'postcode-foreign'],
    ['90210-1234', 'postcode-foreign'],
    ['1012 AB', 'postcode-foreign'],
    ['K1A 0B1', 'postcode-foreign'],
    ['D02 AF30', 'postcode-foreign'],
  ] as const) {
    it(`refuses "${typed}" as ${code}`, () => assert.equal(textOf(typed), code));
  }

  it('says where a Scottish postcode lies and what to do', () => {
    const result = parsePostcode('eh11aa');
    assert.ok(!result.ok);
    assert.equal(
      result.message,
      'EH1 1AA is in Scotland. This service covers places in England: enter a postcode in England',
    );
  });

  it('gives the example of the parts that are allowed', () => {
    const result = parsePostcode('nowhere', ['unit', 'outward']);
    assert.ok(!result.ok);
    assert.equal(
      result.message,
      'NOWHERE is not a postcode. Enter a postcode or the first part of one, like ME7 1AB or ME7',
    );
  });

  it('does not repeat a long text back', () => {
    const result = parsePostcode('x'.repeat(5000));
    assert.ok(!result.ok);
    assert.ok(result.message.length < 100);
  });
});

describe('the first part of a postcode, where that is allowed', () => {
  for (const [typed, expected] of [
    ['me7', 'ME7'],
    ['me7 1', 'ME7 1'],
    ['me71', 'ME7 1'],
    ['me11', 'ME11'],
    ['me1 1', 'ME1 1'],
    ['me10 5', 'ME10 5'],
    ['me7 1ab', 'ME7 1AB'],
    ['eh1', 'postcode-outside-england'],
  ] as const) {
    it(`reads "${typed}" as ${expected}`, () => assert.equal(textOf(typed, ANY_PART), expected));
  }
});

it('reads every postcode in a known sector however it is spaced and cased', () => {
  const letters = [...'ABDEFGHJLNPQRSTUWXYZ'];
  fc.assert(
    fc.property(
      fc.constantFrom(...knownSectors().map((sector) => sector.code)),
      fc.constantFrom(...letters),
      fc.constantFrom(...letters),
      fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
      (sector, first, second, coins) => {
        const written = `${sector}${first}${second}`;
        const typed = [...written]
          .map((character, index) => (coins[index] === true ? character.toLowerCase() : `${character} `))
          .join('');
        assert.equal(textOf(typed), written);
      },
    ),
  );
});
