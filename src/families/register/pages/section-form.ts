import { button } from '#platform/govuk/index.ts';
import { formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import {
  choiceQuestion,
  choicesQuestion,
  dateQuestion,
  lineQuestion,
  type Option,
  wordsQuestion,
} from '#platform/web/questions.ts';
import type { Visit } from '#platform/web/visit.ts';
import { codesOn } from '../codes.ts';
import { choicesOf, type FactDefinition, type FactSection, type Facts, wordsOf } from '../domain/fact.ts';
import type { Reader } from './fact-words.ts';
import { symbolQuestion } from './symbols.ts';

/** The facts of a section that this reader may change. */
export function askedFacts(section: FactSection, reader: Reader): readonly FactDefinition[] {
  return section.facts.filter((fact) => reader === 'practitioner' || fact.isForPractitioners !== true);
}

/** The form of a section: each fact asked in the reader's words, with what is known filled in. */
export function sectionForm(
  visit: Visit,
  asked: { readonly section: FactSection; readonly facts: Facts; readonly reader: Reader },
): Html {
  const { section, facts, reader } = asked;
  return formTo(
    visit,
    html`${askedFacts(section, reader).map((fact) => question(visit, { fact, facts, reader }))}
${reader === 'practitioner' && provenance(visit)}
${button({ text: 'Save', preventDoubleClick: true })}`,
  );
}

function provenance(visit: Visit): Html {
  return html`<div class="daybreak-panel"><h2 class="govuk-heading-m">Who said so</h2>
${lineQuestion(visit, { field: 'saidBy', label: 'Who told you', hint: 'For example, “Sana Khan, mother” or “letter of Dr Patel”.' })}
${dateQuestion(visit, { field: 'saidOn', label: 'When', savedDate: visit.clock.today() })}
${dateQuestion(visit, { field: 'reviewOn', label: 'Look at it again on (optional)' })}</div>`;
}

type Asked = { readonly fact: FactDefinition; readonly facts: Facts; readonly reader: Reader };

function question(visit: Visit, { fact, facts, reader }: Asked): Html {
  const base = {
    field: fact.key,
    label: reader === 'family' ? fact.plain : fact.label,
    ...(fact.hint === undefined ? {} : { hint: fact.hint }),
  };
  const saved = wordsOf(facts, fact.key);
  switch (fact.kind) {
    case 'line':
      return lineQuestion(visit, { ...base, saved });
    case 'words':
      return wordsQuestion(visit, { ...base, saved, rows: 3 });
    case 'date':
      return dateQuestion(visit, {
        ...base,
        savedDate: saved === '' ? null : Temporal.PlainDate.from(saved),
      });
    case 'choice':
      return choiceQuestion(visit, { ...base, saved, options: optionsOf(visit, fact, reader) });
    case 'choices':
      return choicesQuestion(visit, {
        ...base,
        savedAll: choicesOf(facts, fact.key),
        options: optionsOf(visit, fact, reader),
      });
    case 'symbols':
      return symbolQuestion({
        field: fact.key,
        label: base.label,
        chosen: visit.formState.isTyped
          ? (visit.formState.values.get(fact.key) ?? [])
          : choicesOf(facts, fact.key),
        kind: fact.key === 'likes' ? 'likes' : fact.key === 'helps' ? 'helps' : 'dislikes',
      });
  }
}

/** The answers to choose from: the fact's own, or the codes in force today. What rules out the rest comes last. */
export function optionsOf(visit: Visit, fact: FactDefinition, reader: Reader): readonly Option[] {
  const options: readonly Option[] =
    fact.codes === undefined
      ? (fact.options ?? []).map((one) => ({
          value: one.value,
          text: reader === 'family' ? (one.plain ?? one.label) : one.label,
        }))
      : codesOn(visit.authority, fact.codes, visit.clock.today()).map((one) => ({
          value: one.code,
          text: one.label,
        }));
  if (fact.none === undefined) return options;
  const others = options.filter((one) => one.value !== fact.none);
  const none = options.filter((one) => one.value === fact.none);
  return [...others, ...none.map((one) => ({ ...one, isInsteadOfAll: true }))];
}
