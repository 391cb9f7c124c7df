import type { Import, Source } from './sources.ts';

/** The wings of the house: each holds capabilities, one folder each, and nothing else. */
export const wings = ['offer', 'families', 'breaks', 'money', 'market', 'commissioning'];

/** Where a file stands. `room` is its folder inside the capability: domain, actions, store, pages … or none. */
type Area = {
  zone: 'program' | 'kernel' | 'platform' | 'wing' | 'outside';
  capability: string;
  room: string;
};

function areaOf(file: string): Area {
  const [top, first = '', second = '', third = '', ...deeper] = file.split('/');
  if (top !== 'src') return { zone: 'outside', capability: '', room: '' };
  if (first === 'kernel' || first === 'platform') return { zone: first, capability: '', room: second };
  if (wings.includes(first)) {
    const hasRoom = third !== '' && (deeper.length > 0 || !third.includes('.'));
    return { zone: 'wing', capability: `src/${first}/${second}`, room: hasRoom ? third : '' };
  }
  // src/main.ts, src/cli.ts … and src/commands/: what puts the house together may use every part of it.
  return { zone: 'program', capability: '', room: '' };
}

/** Tests stand beside what they test and may take what they need to test it. */
export function isTest(file: string): boolean {
  return file.endsWith('.test.ts') || file.includes('/test/');
}

type Crossing = { from: Area; to: Area; one: Import };

/** What an import may not do, each with its sentence. Tests and files outside src are not held to them. */
const zoneRules: { sentence: string; isBroken(crossing: Crossing): boolean }[] = [
  {
    sentence: 'the kernel imports nothing of ours but the kernel',
    isBroken: ({ from, to, one }) => from.zone === 'kernel' && one.isOurs && to.zone !== 'kernel',
  },
  {
    sentence: 'the platform imports the kernel and the platform only',
    isBroken: ({ from, to, one }) =>
      from.zone === 'platform' && one.isOurs && to.zone !== 'kernel' && to.zone !== 'platform',
  },
  {
    sentence: 'a capability does not import what puts the program together, nor anything outside src',
    isBroken: ({ from, to, one }) =>
      from.zone === 'wing' && one.isOurs && (to.zone === 'program' || to.zone === 'outside'),
  },
  {
    sentence: 'another capability is imported through its index.ts alone',
    isBroken: ({ from, to, one }) => {
      if (to.zone !== 'wing' || from.capability === to.capability) return false;
      const entries = from.zone === 'program' ? ['index.ts', 'routes.ts'] : ['index.ts'];
      return !entries.some((entry) => one.target === `${to.capability}/${entry}`);
    },
  },
  {
    sentence: 'an import that leaves the capability is written with its #name',
    isBroken: ({ from, to, one }) =>
      from.zone === 'wing' && one.specifier.startsWith('.') && from.capability !== to.capability,
  },
];

const roomRules: typeof zoneRules = [
  {
    sentence:
      'domain/ is pure: it imports the kernel, its own domain and types of other capabilities, no package and no part of Node',
    isBroken: ({ from, to, one }) =>
      from.zone === 'wing' &&
      from.room === 'domain' &&
      to.zone !== 'kernel' &&
      !isOwn({ from, to, one }, 'domain') &&
      !(to.zone === 'wing' && to.capability !== from.capability && one.isTypeOnly),
  },
  {
    sentence: 'store/ imports the kernel, types of its own domain, its own store and #platform/database',
    isBroken: (crossing) => {
      const { from, to, one } = crossing;
      if (from.zone !== 'wing' || from.room !== 'store' || !one.isOurs || to.zone === 'kernel') return false;
      const isDatabase = to.zone === 'platform' && to.room === 'database';
      return !isDatabase && !isOwn(crossing, 'store') && !(isOwn(crossing, 'domain') && one.isTypeOnly);
    },
  },
  {
    sentence: 'a page never imports a store',
    isBroken: ({ from, to }) => from.zone === 'wing' && from.room === 'pages' && to.room === 'store',
  },
];

function isOwn({ from, to }: Crossing, room: string): boolean {
  return to.zone === 'wing' && to.capability === from.capability && to.room === room;
}

/** Every import that breaks a rule of the zones (who may know whom). */
export function zoneFindings(sources: Source[]): string[] {
  return broken(sources, zoneRules);
}

/** Every import that breaks a rule of the rooms inside a capability. */
export function roomFindings(sources: Source[]): string[] {
  return broken(sources, roomRules);
}

function broken(sources: Source[], rules: typeof zoneRules): string[] {
  return sources
    .filter(({ path }) => path.startsWith('src/') && !isTest(path))
    .flatMap(({ path, imports }) =>
      imports.flatMap((one) => {
        const to = one.isOurs ? areaOf(one.target) : areaOf('');
        return rules
          .filter((rule) => rule.isBroken({ from: areaOf(path), to, one }))
          .map(({ sentence }) => `${path} imports ${one.specifier}: ${sentence}`);
      }),
    );
}

/** Every ring of files that import each other, types included: none of them can be read or tested by itself. */
export function cycleFindings(sources: Source[]): string[] {
  const known = new Map(sources.map(({ path, imports }) => [path, imports]));
  const done = new Set<string>();
  const findings: string[] = [];
  const visit = (file: string, trail: string[]): void => {
    const before = trail.indexOf(file);
    if (before >= 0) findings.push([...trail.slice(before), file].join(' → '));
    if (before >= 0 || done.has(file)) return;
    for (const { target } of known.get(file) ?? []) if (known.has(target)) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of known.keys()) visit(file, []);
  return findings;
}
