import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { nothingPersonal } from '#platform/web/route.ts';
import { routes } from '../src/modules.ts';
import { blanked } from './architecture/blanked.ts';
import { routeFindings } from './architecture/routes.ts';
import { readSources, type Source, source } from './architecture/sources.ts';
import * as style from './architecture/style.ts';
import { cycleFindings, roomFindings, zoneFindings } from './architecture/zones.ts';

const sources = readSources(path.dirname(import.meta.dirname));

type Sample = Record<string, string>;
/** A rule on the whole project, with made-up files that break it, one finding each, and others that do not. */
type Rule = { name: string; find: (sources: Source[]) => string[]; broken: Sample[]; kept: Sample[] };

const slash = '/';
const rules: Rule[] = [
  {
    name: 'the zones know each other only as the plan says',
    find: zoneFindings,
    broken: [
      { 'src/kernel/money.ts': "import { html } from '#platform/web/html.ts';" },
      { 'src/kernel/money.ts': "import type { Award } from '#families/awards/index.ts';" },
      { 'src/platform/web/page.ts': "import { routes } from '../../modules.ts';" },
      { 'src/platform/web/page.ts': "export { award } from '#families/awards/index.ts';" },
      { 'src/families/awards/actions/grant.ts': "import { book } from '#breaks/places/actions/book.ts';" },
      { 'src/families/awards/actions/grant.ts': "const { x } = await import('#breaks/places/store/x.ts');" },
      { 'src/families/awards/actions/grant.ts': "import { listings } from '../../register/index.ts';" },
      { 'src/families/awards/routes.ts': "import { config } from '#families/../config.ts';" },
      { 'src/main.ts': "import { x } from './families/awards/store/x.ts';" },
    ],
    kept: [
      {
        'src/kernel/money.ts': "import { refusal } from './refusal.ts'; import { hash } from 'node:crypto';",
      },
      {
        'src/platform/web/page.ts':
          "import fastify from 'fastify'; import type { Clock } from '#kernel/clock.ts';",
      },
      { 'src/families/awards/actions/grant.ts': "import { book } from '#breaks/places/index.ts';" },
      {
        'src/families/awards/actions/grant.ts':
          "import { x } from '../store/x.ts'; // '#breaks/places/store/x.ts'",
      },
      { 'src/modules.ts': "import { routes } from './families/awards/routes.ts';" },
      {
        'src/platform/database/open.test.ts':
          "import { startPostgres } from '../../../test/postgres-server.ts';",
      },
    ],
  },
  {
    name: 'the rooms of a capability know each other only as the plan says',
    find: roomFindings,
    broken: [
      { 'src/families/awards/domain/award.ts': "import { z } from 'zod';" },
      { 'src/families/awards/domain/award.ts': "import { hash } from 'node:crypto';" },
      { 'src/families/awards/domain/award.ts': "import type { Page } from '#platform/web/page.ts';" },
      { 'src/families/awards/domain/award.ts': "import { childOf } from '#families/register/index.ts';" },
      { 'src/families/awards/domain/deep/award.ts': "import { x } from '../../store/x.ts';" },
      { 'src/families/awards/store/awards-of.ts': "import { fits } from '../domain/award.ts';" },
      { 'src/families/awards/store/awards-of.ts': "import { type A, fits } from '../domain/award.ts';" },
      { 'src/families/awards/store/awards-of.ts': "import { html } from '#platform/web/html.ts';" },
      { 'src/families/awards/pages/award.ts': "import { awardsOf } from '../store/awards-of.ts';" },
    ],
    kept: [
      {
        'src/families/awards/domain/award.ts': "import { sum } from '#kernel/money.ts'; import './rule.ts';",
      },
      { 'src/families/awards/domain/award.test.ts': "import fc from 'fast-check';" },
      {
        'src/families/awards/store/awards-of.ts': "import { sql } from 'kysely'; import { x } from './x.ts';",
      },
      { 'src/families/awards/store/awards-of.ts': "import { type A, type B } from '../domain/award.ts';" },
      { 'src/families/awards/store/awards-of.ts': "import { open } from '#platform/database/index.ts';" },
      { 'src/families/awards/pages/award.ts': "import { html } from '#platform/web/html.ts';" },
    ],
  },
  {
    name: 'no files import each other in a ring',
    find: cycleFindings,
    broken: [
      {
        'src/a.ts': "import './b.ts';",
        'src/b.ts': "import type { C } from './c.ts';",
        'src/c.ts': "export * from './a.ts';",
      },
      { 'src/a.ts': "import './a.ts';" },
    ],
    kept: [
      { 'src/a.ts': "import './b.ts'; import './c.ts';", 'src/b.ts': "import './c.ts';", 'src/c.ts': '' },
    ],
  },
  {
    name: 'files and folders are named in kebab-case',
    find: style.nameFindings,
    broken: [
      { 'src/families/awards/grantAward.ts': '' },
      { 'test/Races/a.test.ts': '' },
      { 'src/a_b.ts': '' },
    ],
    kept: [{ 'src/families/awards/README.md': '' }, { 'src/kernel/local-date.test.ts': '' }],
  },
  {
    name: 'no name is without meaning',
    find: style.emptyNameFindings,
    broken: [
      { 'src/platform/utils/a.ts': '' },
      { 'src/kernel/date-helpers.ts': '' },
      { 'src/offer/search-v2/a.ts': '' },
    ],
    kept: [{ 'src/commissioning/needs/index.ts': '' }],
  },
  {
    name: 'exports have names',
    find: style.defaultExportFindings,
    broken: [{ 'src/a.ts': 'export default 1;' }, { 'src/a.ts': 'const a = 1;\nexport { a as default };' }],
    kept: [{ 'src/a.ts': "// export default\nexport const text = 'export default';" }],
  },
  {
    name: 'nothing is typed any',
    find: style.anyFindings,
    broken: [
      { 'src/a.ts': 'const a: any = 1;' },
      { 'src/a.ts': 'const a = b as any;' },
      { 'src/a.ts': 'const a: Map<string, any> = b;' },
      { 'src/a.ts': 'type A = string | any;' },
      { 'test/a.ts': 'const a: any[] = [];' },
    ],
    kept: [
      {
        'src/a.ts':
          "const all = { any: z.array(c), text: 'as any', raws: any }; // : any\nall.any ? `: any` : one.any;",
      },
      { 'src/a.ts': 'type Raw = { any?: string[]; other: number };' },
    ],
  },
  {
    name: 'dates are Temporal',
    find: style.dateFindings,
    broken: [
      { 'src/a.ts': 'const a = new Date();' },
      { 'src/a.ts': 'const a = Date.now();' },
      { 'src/a.ts': 'Date();' },
    ],
    kept: [{ 'src/a.ts': "const plainDate = Temporal.PlainDate.from('2026-01-01'); formatDate(plainDate);" }],
  },
  {
    name: 'no file of the program has more than 300 lines',
    find: style.lengthFindings,
    broken: [{ 'src/a.ts': '//\n'.repeat(301) }],
    kept: [
      { 'src/a.ts': '//\n'.repeat(300), 'src/a.test.ts': '//\n'.repeat(301) },
      { 'src/a.ts': `// Written by a script; do not edit.${'\n//'.repeat(400)}` },
    ],
  },
  {
    name: 'src holds the folders of the plan and no other',
    find: style.folderFindings,
    broken: [{ 'src/billing/a.ts': '' }, { 'src/families/a.ts': '' }],
    kept: [{ 'src/cli.ts': '', 'src/commands/start.ts': '', 'src/market/quality/index.ts': '' }],
  },
  {
    name: 'every capability has a README.md',
    find: style.readmeFindings,
    broken: [{ 'src/families/awards/index.ts': '', 'src/families/awards/domain/README.md': '' }],
    kept: [{ 'src/families/awards/index.ts': '', 'src/families/awards/README.md': '' }],
  },
  {
    name: 'nothing that is kept tells of one machine or of a package registry',
    find: style.traceFindings,
    broken: [
      { 'docs/a.md': `see ${slash}work/main` },
      { 'src/a.ts': `const a = '${slash}tmp/x';` },
      { 'docs/a.md': `in ${slash}home/ann/daybreak` },
      { 'package-lock.json': `"resolved": "${'http'}s://example.org/a.tgz"` },
      { '.npmrc': `//${'registry'}.npmjs.org/` },
    ],
    kept: [{ 'docs/a.md': 'home/work/place, /var/tmp/x, registry.getMetrics.call(), /home/node/app' }],
  },
];

for (const { name, find, broken, kept } of rules) {
  test(name, () => {
    assert.deepEqual(find(sources), []);
  });

  test(`${name}: the rule finds what breaks it, and nothing else`, () => {
    const made = (sample: Sample) => Object.entries(sample).map(([file, text]) => source(file, text));
    for (const sample of broken)
      assert.equal(find(made(sample)).length, 1, JSON.stringify({ sample, found: find(made(sample)) }));
    for (const sample of kept) assert.deepEqual(find(made(sample)), []);
  });
}

test('the sources are really read', () => {
  const paths = new Set(sources.map((one) => one.path));
  assert.ok(
    paths.has('package.json') && paths.has('src/kernel/money.ts') && paths.has('test/architecture.test.ts'),
  );
  const own = sources.find((one) => one.path === 'test/architecture.test.ts');
  assert.ok(own?.imports.some(({ target }) => target === 'test/architecture/zones.ts'));
});

test('every import of ours leads to a file that is kept: a misread one would slip past every rule', () => {
  const paths = new Set(sources.map((one) => one.path));
  const missing = sources
    .filter(({ path: file }) => /^(src|test)\//.test(file))
    .flatMap(({ path: file, imports }) => imports.map((one) => ({ file, ...one })))
    .filter(({ target, isOurs }) => isOurs && target.endsWith('.ts') && !paths.has(target));
  assert.deepEqual(
    missing.map(({ file, specifier }) => `${file}: ${specifier}`),
    [],
  );
});

test('comments, strings, templates and regular expressions are blanked, in place', () => {
  // § stands for the dollar sign, which would look like a mistake in these strings.
  const samples = [
    ['a /* b */ c // d', 'a         c     '],
    ["x = 'it\\'s' + 'b';", "x = '     ' + ' ';"],
    ['`a §{ b + `c §{ d }` } e`', '`  §{ b + `  §{ d }` }  `'],
    ['`§{ { a: 1 } } b`', '`§{ { a: 1 } }  `'],
    ["x = /['/]a/g; y = b / c / d;", 'x = /     /g; y = b / c / d;'],
    ["return /'/.test(s)", 'return / /.test(s)'],
    ["`\\`§{a}`; 'b'", "`  §{a}`; ' '"],
  ];
  const dollars = (text = '') => text.replaceAll('§', '$');
  for (const [text, code] of samples) assert.equal(blanked(dollars(text)), dollars(code));
});

test('the rule for routes finds a route without a policy, one without an audit event, and a URL told twice', () => {
  const whole = { method: 'GET', path: '/a', policy: 'anyone', audit: 'a-seen' };
  assert.deepEqual(routeFindings([whole, { ...whole, method: 'POST' }]), []);
  const { policy: _policy, ...withoutPolicy } = whole;
  assert.deepEqual(routeFindings([withoutPolicy]), ['GET /a has no policy']);
  assert.deepEqual(routeFindings([{ ...whole, audit: '' }]), ['GET /a has no audit event']);
  assert.deepEqual(routeFindings([whole, whole]), ['GET /a is answered by two routes']);
});

test('every route of the service has a policy and an audit event, and no URL is answered twice', () => {
  assert.ok(routes.length > 40, `only ${routes.length} routes were read`);
  assert.deepEqual(routeFindings(routes), []);
});

test('a page about a person is never without a trace: only routes open to anybody, or of made-up people, show nothing personal', () => {
  const untraced = routes.filter((route) => route.audit === nothingPersonal);
  assert.ok(untraced.length > 0);
  const closed = untraced.filter((route) => !/^(anybody|in a demonstration)\b/i.test(route.policy.sentence));
  assert.deepEqual(
    closed.map((route) => `${route.method} ${route.path}: ${route.policy.sentence}`),
    [],
  );
});
