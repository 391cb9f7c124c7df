import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type MemberVote, outcomes, votes } from './panel.ts';
import { refusesOutcome, tallyOf } from './votes.ts';

const members = fc
  .array(fc.constantFrom(...votes), { maxLength: 12 })
  .map((all): MemberVote[] => all.map((vote, index) => ({ personId: String(index), name: 'M', vote })));
const quorum = fc.integer({ min: 1, max: 5 });
const abstainer: MemberVote = { personId: 'x', name: 'X', vote: 'abstained' };

test('to abstain is never a vote against: with the quorum there, one more abstaining changes no outcome', () => {
  fc.assert(
    fc.property(members, quorum, fc.constantFrom(...outcomes), (all, needed, outcome) => {
      fc.pre(all.length >= needed);
      const before = refusesOutcome({ outcome, votes: all, quorum: needed });
      const after = refusesOutcome({ outcome, votes: [...all, abstainer], quorum: needed });
      assert.equal(after === null, before === null);
    }),
  );
});

test('the same votes never both agree and refuse, and a tie grants nothing', () => {
  fc.assert(
    fc.property(members, (all) => {
      const may = (outcome: (typeof outcomes)[number]) =>
        refusesOutcome({ outcome, votes: all, quorum: 1 }) === null;
      assert.ok(!(may('agreed') && may('not-agreed')));
      const { inFavour, against } = tallyOf(all);
      if (inFavour === against) assert.ok(!may('agreed') && !may('agreed-less'));
    }),
  );
});

test('without the quorum nothing is decided, and it can always be put off', () => {
  fc.assert(
    fc.property(members, quorum, fc.constantFrom(...outcomes), (all, needed, outcome) => {
      fc.pre(all.length < needed);
      const refused = refusesOutcome({ outcome, votes: all, quorum: needed });
      assert.equal(refused === null, outcome === 'deferred');
    }),
  );
});
