import { z } from 'zod';
import {
  type Access,
  type Feature,
  featureGroups,
  featureNames,
  features,
  type Offered,
  offered,
} from '#offer/accessibility/index.ts';
import type { Listing } from '#offer/directory/index.ts';
import { firstValue, parseForm, words } from '#platform/web/form.ts';
import { html } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { featureOfField } from '../domain/changes.ts';
import { oneOf, orNull, type Section } from './section.ts';

const offeredWords: Readonly<Record<Offered, string>> = {
  meets: 'Yes',
  ask: 'Ask us',
  'does-not-meet': 'No',
};

const offeredOptions = offered.map((value) => ({ value, text: offeredWords[value] }));

type Group = keyof typeof featureGroups;
const groups = Object.keys(featureGroups) as readonly Group[];

function groupLabel(group: Group): string {
  const said: string | { readonly label: string } = featureGroups[group];
  return typeof said === 'string' ? said : said.label;
}

export const access: Section = {
  key: 'access',
  title: 'What you can offer a disabled child',
  lead: 'Families who have described their child see for each of these whether you meet it. “No” is a kind answer: it saves a wasted journey.',
  owns: (field) => featureOfField(field) !== null,
  questions: (visit, listing) =>
    html`${groups.map(
      (group) =>
        html`<h2 class="govuk-heading-m">${groupLabel(group)}</h2>${featureNames
          .filter((name) => features[name].group === group)
          .map((name) =>
            choiceQuestion(visit, {
              field: `access-${name}`,
              label: features[name].label,
              isInline: true,
              options: offeredOptions,
              saved: listing.access[name] ?? 'ask',
            }),
          )}`,
    )}`,
  read: ({ form }, listing) => {
    const said: Partial<Record<Feature, Offered>> = {};
    for (const name of featureNames) {
      const value = offered.find((one) => one === firstValue(form, `access-${name}`));
      if (value === 'meets' || value === 'does-not-meet') said[name] = value;
    }
    return { ok: true, value: { ...listing, access: said satisfies Access } };
  },
};

const toldForm = z.object({
  session: words({ max: 2_000, name: 'What a session is like' }),
  sensoryStory: words({ max: 3_000, name: 'The sensory story' }),
  staff: words({ max: 1_500, name: 'Your staff' }),
  easyRead: words({ max: 3_000, name: 'Easy Read' }),
});

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export const told: Section = {
  key: 'told',
  title: 'What it is like',
  lead: 'What a child hears, sees and smells decides more often than the activity does.',
  owns: oneOf('told.session', 'told.sensoryStory', 'told.staff', 'told.easyRead'),
  questions: (
    visit,
    listing,
  ) => html`${wordsQuestion(visit, { field: 'session', label: 'What a session is like', hint: 'From arriving to going home.', saved: listing.told.session, rows: 6 })}
${wordsQuestion(visit, { field: 'sensoryStory', label: 'The sensory story', hint: 'One short sentence a line: “The hall echoes.” “There is a quiet room.”', saved: listing.told.sensoryStory.join('\n'), rows: 6 })}
${wordsQuestion(visit, { field: 'staff', label: 'Your staff and their training', saved: listing.told.staff, rows: 4 })}
${wordsQuestion(visit, { field: 'easyRead', label: 'The same in Easy Read', hint: 'One short sentence a line.', saved: listing.told.easyRead.join('\n'), rows: 4 })}`,
  read: ({ form }, listing) => {
    const parsed = parseForm(toldForm, form);
    if (!parsed.ok) return parsed;
    const { session, sensoryStory, staff, easyRead } = parsed.value;
    const said: Listing['told'] = {
      ...listing.told,
      session: orNull(session),
      sensoryStory: lines(sensoryStory),
      staff: orNull(staff),
      easyRead: lines(easyRead),
    };
    return { ok: true, value: { ...listing, told: said } };
  },
};
