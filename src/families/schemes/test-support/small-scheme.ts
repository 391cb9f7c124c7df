import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The smallest whole scheme, for breaking one line at a time. */
export const smallScheme: { readonly [path: string]: string } = {
  'scheme.yaml': `scheme: small
council: A Council
name: Small grant
kind: grant
unit: child
about: A small grant.
offered: true
sources:
  page: { title: The page }
facts:
  child.age: { type: whole number, from: family, question: How old is your child? }
  child.rate:
    type: choice
    from: evidence
    question: Which rate?
    answers: { none: None, high: High }
  family.income: { type: money, from: family, question: What is your income? }
steps:
  ask-us: { kind: talk, words: Talk to us. }
  section-17: { kind: assessment, words: Ask for an assessment. }
`,
  'versions/2025.yaml': `version: "2025"
name: First
status: in force
from: 2025-04-01
figures: { grant: £400, limit: "£21,000" }
rules:
  eligibility:
    outcomes:
      not_eligible: [ask-us, section-17]
      more_evidence: [ask-us]
      eligible: [ask-us]
    criteria:
      - id: age
        published: Children from 3 to 17.
        source: { in: page }
        met when:
          child.age: { at least: 3, under: 18 }
        if not met: { outcome: not_eligible }
        if not known: { outcome: more_evidence }
        words: { met: Yes., not met: No., not known: Perhaps. }
      - id: income
        published: Income under £21,000.
        source: { in: page }
        met when:
          family.income: { under: { figure: limit } }
        if not met: { outcome: not_eligible }
        if not known: { outcome: more_evidence }
        words: { met: Yes., not met: No., not known: Perhaps. }
    otherwise:
      outcome: eligible
      award: { up to: { figure: grant }, per: family }
      words: You can have up to {grant}.
`,
  'examples.yaml': `on: 2025-06-01
examples:
  - id: yes
    facts: { child.age: 3, family.income: £20999 }
    expect: { outcome: eligible, award: { up to: £400, per: family }, why: At the lower border. }
  - id: no
    facts: { child.age: 18, family.income: £21000 }
    expect: { outcome: not_eligible, award: none, why: At both upper borders. }
`,
};

/** Writes files into a folder of their own, gives it to `use`, and removes it. */
export async function withFolder<T>(
  files: { readonly [path: string]: string },
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'daybreak-scheme-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
