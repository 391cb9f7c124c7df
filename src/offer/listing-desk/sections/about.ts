import { z } from 'zod';
import { kinds, type Listing, needs, ratios, tiers, tierWords } from '#offer/directory/index.ts';
import { choice, choices, parseForm, words } from '#platform/web/form.ts';
import { html } from '#platform/web/html.ts';
import { choiceQuestion, choicesQuestion, lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { languageName, languagesOffered } from './languages.ts';
import { oneOf, optionsOf, type Section, valuesOf, wrongIn } from './section.ts';

const whatForm = z.object({
  title: words({ missing: 'Enter the name', max: 100, name: 'Name' }),
  summary: words({ missing: 'Enter a short summary', max: 250, name: 'Summary' }),
  description: words({ missing: 'Tell families more about it', max: 3_000, name: 'More about it' }),
  kinds: choices(valuesOf(kinds), 'Choose what it is'),
  tier: choice(tiers, 'Choose whom it is open to'),
});

export const what: Section = {
  key: 'what',
  title: 'What it is',
  lead: 'The name and the summary are what families see first, in the list.',
  owns: oneOf('title', 'summary', 'description', 'kinds', 'tier'),
  questions: (
    visit,
    listing,
  ) => html`${lineQuestion(visit, { field: 'title', label: 'Name', saved: listing.title })}
${wordsQuestion(visit, { field: 'summary', label: 'In one or two sentences', hint: 'Up to 250 characters.', saved: listing.summary, rows: 3 })}
${wordsQuestion(visit, { field: 'description', label: 'More about it', saved: listing.description, rows: 8 })}
${choicesQuestion(visit, { field: 'kinds', label: 'What kind of break is it?', options: optionsOf(kinds), savedAll: listing.kinds })}
${choiceQuestion(visit, {
  field: 'tier',
  label: 'Whom is it open to?',
  saved: listing.tier,
  options: tiers.map((value) => ({ value, text: tierWords[value].short, hint: tierWords[value].long })),
})}`,
  read: ({ form }, listing) => {
    const parsed = parseForm(whatForm, form);
    return parsed.ok ? { ok: true, value: { ...listing, ...parsed.value } } : parsed;
  },
};

const age = (name: string) =>
  words({ missing: `Enter the ${name} age`, max: 2, name: 'Age' }).refine(
    (text) => text === '' || (/^\d{1,2}$/.test(text) && Number(text) <= 25),
    `The ${name} age must be a whole number from 0 to 25`,
  );

const whoForm = z.object({
  ageFrom: age('youngest'),
  ageTo: age('oldest'),
  needs: choices(valuesOf(needs)),
  ratios: choices(ratios),
  languages: choices(languagesOffered),
});

const ratioWords: Readonly<Record<(typeof ratios)[number], string>> = {
  '2:1': 'Two members of staff for one child',
  '1:1': 'One member of staff for one child',
  '1:2': 'One for two children',
  '1:3': 'One for three children',
  '1:4': 'One for four children',
};

export const who: Section = {
  key: 'who',
  title: 'Who it is for',
  lead: 'Families search by age and by what their child needs.',
  owns: oneOf('ages', 'needs', 'ratios', 'languages'),
  questions: (
    visit,
    listing,
  ) => html`${lineQuestion(visit, { field: 'ageFrom', label: 'Youngest age', width: 2, inputmode: 'numeric', saved: String(listing.ages.from) })}
${lineQuestion(visit, { field: 'ageTo', label: 'Oldest age', width: 2, inputmode: 'numeric', saved: String(listing.ages.to) })}
${choicesQuestion(visit, { field: 'needs', label: 'Which needs can you meet?', options: optionsOf(needs), savedAll: listing.needs })}
${choicesQuestion(visit, { field: 'ratios', label: 'How many staff are there for the children?', hint: 'Choose every one that you offer.', options: ratios.map((value) => ({ value, text: ratioWords[value] })), savedAll: listing.ratios })}
${choicesQuestion(visit, { field: 'languages', label: 'Which languages do staff speak besides English?', options: languagesOffered.map((value) => ({ value, text: languageName(value) })), savedAll: listing.languages })}`,
  read: ({ form }, listing) => {
    const parsed = parseForm(whoForm, form);
    if (!parsed.ok) return parsed;
    const { ageFrom, ageTo, languages, ...rest } = parsed.value;
    const ages = { from: Number(ageFrom), to: Number(ageTo) };
    if (ages.from > ages.to) return wrongIn('ageTo', 'The oldest age must not be below the youngest');
    // A language that the form does not offer came with the listing and stays.
    const others = listing.languages.filter((code) => !languagesOffered.includes(code));
    return {
      ok: true,
      value: { ...listing, ...rest, ages, languages: [...languages, ...others] } satisfies Listing,
    };
  },
};
