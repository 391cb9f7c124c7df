import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { publishOffer } from '#offer/directory/index.ts';
import { type Authority, loadAuthorities, syncAuthorities } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import { escapeHtml } from '#platform/web/html.ts';
import { testDatabase } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { testNow } from '../../../test/visit.ts';
import { answersInAddress, type Given, MOST_QUESTIONS, stepAt, thriveGroups } from './domain/navigator.ts';
import { navigatorOn } from './navigator-file.ts';

const authorities = loadAuthorities(path.join(import.meta.dirname, '../../../authorities'));
const today = Temporal.PlainDate.from('2026-11-24');
const start = '/find-your-way';

/** Every address that a family can come to by answering, with the answers that lead there. */
function everyStep(authority: Authority): readonly (readonly Given[])[] {
  const navigator = navigatorOn(authority, today);
  const found: (readonly Given[])[] = [];
  const walk = (given: readonly Given[]): void => {
    found.push(given);
    const said = new Map(given.map(({ question, answer }) => [question.id, answer.id]));
    const step = stepAt(navigator, (id) => said.get(id) ?? null);
    if (step.kind === 'end') return;
    for (const answer of step.question.answers) walk([...given, { question: step.question, answer }]);
  };
  walk([]);
  return found;
}

const addressOf = (given: readonly Given[]) =>
  given.length === 0 ? start : `${start}?${answersInAddress(given)}`;

describe('the paths of every council', () => {
  for (const authority of authorities)
    test(`of ${authority.name} end in at most three questions, for every group, the one in danger first`, () => {
      const navigator = navigatorOn(authority, today);
      const ends = everyStep(authority).flatMap((given) => {
        const said = new Map(given.map(({ question, answer }) => [question.id, answer.id]));
        const step = stepAt(navigator, (id) => said.get(id) ?? null);
        assert.ok(given.length <= MOST_QUESTIONS);
        return step.kind === 'end' ? [step.end] : [];
      });
      assert.deepEqual(new Set(ends.map(({ group }) => group)), new Set(Object.keys(thriveGroups)));
      const [first] = navigator.questions[0]?.answers ?? [];
      const danger = stepAt(navigator, () => first?.id ?? null);
      assert.equal(danger.kind === 'end' && danger.end.ways[0]?.kind, 'urgent');
    });

  test('whatever stands in the address leads to a question or an end', () => {
    const [medway] = authorities;
    assert.ok(medway);
    const navigator = navigatorOn(medway, today);
    const ids = [...navigator.questions.flatMap(({ answers }) => answers.map(({ id }) => id)), 'x', ''];
    const asked = navigator.questions.map(({ id }) => id);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...asked), fc.constantFrom(...ids)), (said) => {
        const step = stepAt(navigator, (id) => said[id] ?? null);
        for (const { question, answer } of step.given) assert.equal(said[question.id], answer.id);
        if (step.kind === 'question')
          assert.ok(!step.question.answers.some(({ id }) => id === said[step.question.id]));
      }),
    );
  });
});

describe('the pages', () => {
  let database: Database;
  let site: FastifyInstance;
  let medway: Authority;

  before(async () => {
    database = await testDatabase();
    const found = authorities.find(({ slug }) => slug === 'medway');
    assert.ok(found);
    medway = found;
    await syncAuthorities(database, [medway]);
    await database.transaction({ authorityId: medway.id, standing: 'system' }, (transaction) =>
      publishOffer(transaction, { authority: medway, at: testNow }),
    );
    site = await testSite({ database, authorities: [medway] });
  });
  after(async () => {
    await site.close();
    await database.close();
  });
  const open = (url: string) => site.inject({ url, headers: { host: medway.hosts[0] ?? '' } });
  const mainOf = (body: string) => /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? '';

  test('each has every emergency contact, the way to leave at once, and sets no cookie', async () => {
    for (const given of everyStep(medway)) {
      const shown = await open(addressOf(given));
      assert.equal(shown.statusCode, 200, addressOf(given));
      for (const { name, phone } of medway.crisis) {
        assert.ok(mainOf(shown.body).includes(escapeHtml(name)), `${addressOf(given)}: ${name}`);
        if (phone !== undefined) assert.ok(shown.body.includes(`href="tel:${phone.replaceAll(' ', '')}"`));
      }
      assert.match(shown.body, /govuk-exit-this-page/);
      assert.match(mainOf(shown.body), /href="tel:999"/);
      assert.deepEqual(shown.cookies, []);
      const title = /<title>([^<]*)/.exec(shown.body)?.[1] ?? '';
      for (const { answer } of given) assert.ok(!title.includes(escapeHtml(answer.say)));
    }
  });

  test('each leads on, and every link on it leads to a page', async () => {
    const links = new Set<string>();
    for (const given of everyStep(medway)) {
      const main = mainOf((await open(addressOf(given))).body);
      const own = [...main.matchAll(/href="(\/[^"]*)"/g)].map((found) =>
        (found[1] ?? '').replaceAll('&amp;', '&'),
      );
      assert.ok(own.length > 0, `${addressOf(given)} is a dead end`);
      for (const one of own) links.add(one);
    }
    assert.ok(links.size > 30, `${links.size}`);
    for (const one of links) {
      const { statusCode, headers } = await open(one);
      const isSignIn = statusCode === 303 && String(headers.location).startsWith('/sign-in');
      assert.ok(statusCode === 200 || isSignIn, `${one}: ${statusCode}`);
    }
  });

  test('a search is offered with how many it finds, as the directory says it', async () => {
    let searches = 0;
    for (const given of everyStep(medway)) {
      const main = mainOf((await open(addressOf(given))).body);
      for (const [, href = '', count] of main.matchAll(
        /href="(\/find\?[^"]*)"[^>]*>[^<]*<\/a><\/h2><p>(\d+) short break/g,
      )) {
        searches += 1;
        assert.ok(Number(count) > 0);
        const listed = (await open(href.replaceAll('&amp;', '&'))).body;
        const titles = [...listed.matchAll(/class="daybreak-result__title"/g)].length;
        assert.ok(titles > 0 && titles <= Number(count), href);
      }
    }
    assert.ok(searches >= 12, `${searches}`);
  });

  test('somebody in danger has the numbers at once, before everything else', async () => {
    const main = mainOf((await open(`${start}?now=danger`)).body);
    const h1 = main.indexOf('</h1>');
    assert.ok(main.indexOf('tel:999') > h1);
    assert.ok(
      main.indexOf('tel:999') < main.indexOf('class="govuk-link" href="/'),
      'a link stands before 999',
    );
    const first = mainOf((await open(start)).body);
    assert.match(first, /daybreak-answers"[^>]*><li><a[^>]*href="\/find-your-way\?now=danger"/);
  });

  test('hostile addresses are questions', async () => {
    for (const query of [
      'now=<script>',
      'now=__proto__',
      `now=${'x'.repeat(5000)}`,
      'now=fine&now=danger',
      '%',
    ]) {
      const shown = await open(`${start}?${query}`);
      assert.equal(shown.statusCode, 200, query);
      assert.doesNotMatch(shown.body, /<script>[^<]*<\/script>x/);
    }
  });
});
