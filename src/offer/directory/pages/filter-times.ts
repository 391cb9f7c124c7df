import { dateInput } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { FindAnswer } from '../actions/answer-find.ts';
import type { DateAsked } from '../domain/dates-asked.ts';
import { days, seasons, type Time, times } from '../domain/listing.ts';
import type { ListingSearch } from '../domain/search.ts';
import { type Part, parts } from '../domain/when-it-runs.ts';
import * as words from './choice-words.ts';
import { folded, pickOne, tickBoxes } from './filter-parts.ts';

/** The times in the order in which a family's week asks for them. */
const timeOrder: readonly Time[] = [
  'weekend',
  'after-school',
  'evening',
  'school-holidays',
  'overnight',
  'school-day',
  'by-arrangement',
];

const partsInOrder = Object.keys(parts) as Part[];
const seasonsInOrder = Object.keys(seasons) as NonNullable<ListingSearch['season']>[];

function dayAsked(name: 'from' | 'until', legend: string, { parts: typed, problem }: DateAsked): Html {
  const item = (part: 'day' | 'month' | 'year', width: 2 | 4) => ({
    name: part,
    value: typed[part],
    classes: `govuk-input--width-${width}${problem === null ? '' : ' govuk-input--error'}`,
  });
  return dateInput({
    id: name,
    namePrefix: name,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    ...(problem === null ? {} : { errorMessage: { text: problem } }),
    items: [item('day', 2), item('month', 2), item('year', 4)],
  });
}

/** When: kind of time, days, part of the day, season, and two days between which it must run. */
export function timesGroup({ search, facets, dates }: FindAnswer): Html {
  const hasDates = search.from !== null || search.until !== null;
  return folded({
    title: 'When?',
    chosen:
      search.times.length +
      search.days.length +
      search.parts.length +
      Number(search.season !== null) +
      Number(hasDates),
    hasProblem: dates.from.problem !== null || dates.until.problem !== null,
    content: html`${tickBoxes(facets, {
      name: 'when',
      legend: { text: 'Kind of time' },
      values: timeOrder,
      chosen: search.times,
      words: (time) => times[time],
    })}
${tickBoxes(facets, {
  name: 'day',
  legend: { text: 'Day' },
  values: days,
  chosen: search.days,
  words: (day) => words.dayWords[day],
})}
${tickBoxes(facets, {
  name: 'part',
  legend: { text: 'Part of the day' },
  values: partsInOrder,
  chosen: search.parts,
  words: (part) => parts[part],
})}
${pickOne(facets, {
  name: 'season',
  label: 'Term or holidays',
  any: 'Any time of the year',
  values: seasonsInOrder,
  chosen: search.season,
  words: (season) => words.seasonWords[season],
})}
${dayAsked('from', 'First day', dates.from)}
${dayAsked('until', 'Last day', dates.until)}`,
  });
}
