import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadAuthorities } from '#platform/authorities/index.ts';
import { locate, parsePostcode } from '#platform/places/index.ts';
import { readOffer } from './offer-file.ts';

const authorities = loadAuthorities(fileURLToPath(new URL('../../../authorities', import.meta.url)));

for (const { slug, name, folder, localities } of authorities) {
  describe(`the offer of ${name}`, () => {
    const area = { authorityName: name, localities: localities.map((locality) => locality.name) };
    const { listings, mistakes } = readOffer(`${folder}/offer`, area);

    it('has no mistakes, and each id once', () => {
      assert.deepEqual(mistakes, []);
      assert.ok(listings.length >= 10, `${listings.length}`);
      assert.equal(new Set(listings.map((listing) => listing.slug)).size, listings.length);
    });

    it('puts each place in the locality that the authority file has for its sector', () => {
      for (const listing of listings) {
        const { place } = listing;
        if (place.kind !== 'at' || place.isOutsideAuthority) continue;
        const postcode = parsePostcode(place.postcode);
        assert.ok(postcode.ok && postcode.value.sector !== null, listing.slug);
        const { sector, outward } = postcode.value;
        const names = localities
          .filter(({ postcodes }) => postcodes.includes(sector) || postcodes.includes(outward))
          .map((locality) => locality.name);
        assert.deepEqual(names, [place.locality], listing.slug);
        assert.equal(
          locate(postcode.value)?.authority,
          slug.charAt(0).toUpperCase() + slug.slice(1),
          listing.slug,
        );
      }
    });

    it('reaches nobody real: numbers kept for drama and addresses in example.org', () => {
      for (const { slug: id, contact } of listings) {
        assert.match(contact.phone ?? '01632 960', /^01632 960/, id);
        assert.match(contact.email ?? 'x@x.example.org', /@[a-z.]+\.example\.org$/, id);
      }
    });
  });
}

describe('the localities of every council', () => {
  for (const { name, localities } of authorities) {
    it(`of ${name} have each sector once`, () => {
      const all = localities.flatMap(({ postcodes }) => postcodes);
      assert.equal(new Set(all).size, all.length);
      const outward = new Set(all.filter((code) => !code.includes(' ')));
      assert.deepEqual(
        all.filter((code) => code.includes(' ') && outward.has(code.split(' ')[0] ?? '')),
        [],
      );
    });
  }
});
