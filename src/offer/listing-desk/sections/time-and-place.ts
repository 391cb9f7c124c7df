import { z } from 'zod';
import { parseDateParts } from '#kernel/local-date.ts';
import {
  type Day,
  days,
  daysInWords,
  type ListedDate,
  type Listing,
  seasons,
  times,
  transports,
} from '#offer/directory/index.ts';
import { locate, parsePostcode } from '#platform/places/index.ts';
import {
  choice,
  choices,
  optionalChoice,
  optionalDate,
  type ParsedForm,
  parseForm,
  words,
} from '#platform/web/form.ts';
import { html } from '#platform/web/html.ts';
import {
  choiceQuestion,
  choicesQuestion,
  dateQuestion,
  lineQuestion,
  wordsQuestion,
} from '#platform/web/questions.ts';
import type { Visit } from '#platform/web/visit.ts';
import {
  oneOf,
  optionsOf,
  orNull,
  type Section,
  timeShown,
  timeTyped,
  valuesOf,
  wrongIn,
} from './section.ts';

const whenForm = z.object({
  times: choices(valuesOf(times), 'Choose when it runs'),
  days: choices(days),
  from: words({ max: 10, name: 'Start time' }),
  until: words({ max: 10, name: 'End time' }),
  whenNote: words({ max: 300, name: 'Anything else about times' }),
  season: optionalChoice(valuesOf(seasons)),
  runsFrom: optionalDate('First day'),
  runsUntil: optionalDate('Last day'),
  dates: words({ max: 5_000, name: 'Dates' }),
});

/** Dates as the form shows them, one a line: "5/12/2026 10:00-12:00, 20 places". */
export function datesShown(dates: readonly ListedDate[]): string {
  return dates
    .map(({ on, from, until, places }) => {
      const hours = `${timeShown(from)}-${timeShown(until)}`;
      return `${on.day}/${on.month}/${on.year} ${hours}${places === null ? '' : `, ${places} places`}`;
    })
    .join('\n');
}

const dateLine =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4}),?\s+([\d:.]+)\s*(?:-|–|to)\s*([\d:.]+)(?:\s*,?\s*(\d{1,4})(?:\s*places?)?)?$/;

/** Reads dates, one a line; gives the first line that cannot be read, in words. */
export function datesTyped(
  text: string,
): { readonly dates: readonly ListedDate[] } | { readonly wrong: string } {
  const dates: ListedDate[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, day = '', month = '', year = '', first = '', last = '', places] = dateLine.exec(line) ?? [];
    const on = parseDateParts({ day, month, year }, 'The date');
    const from = timeTyped(first);
    const until = timeTyped(last);
    if (!on.ok || !from || !until)
      return {
        wrong: `“${line.slice(0, 60)}” cannot be read. Write each date on its own line, like 5/12/2026 10:00-12:00`,
      };
    if (Temporal.PlainTime.compare(from, until) >= 0)
      return { wrong: `“${line.slice(0, 60)}” ends before it starts` };
    dates.push({ on: on.value, from, until, places: places === undefined ? null : Number(places) });
  }
  return { dates };
}

function readWhen({ form }: Visit, listing: Listing): ParsedForm<Listing> {
  const parsed = parseForm(whenForm, form);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  const from = timeTyped(value.from);
  const until = timeTyped(value.until);
  if (from === false) return wrongIn('from', 'Start time must be a time, like 09:30');
  if (until === false) return wrongIn('until', 'End time must be a time, like 12:30');
  if ((from === null) !== (until === null))
    return wrongIn(from === null ? 'from' : 'until', 'Give both times, or neither');
  const isOvernight = value.times.includes('overnight');
  if (from !== null && until !== null && !isOvernight && Temporal.PlainTime.compare(from, until) >= 0)
    return wrongIn('until', 'End time must be after the start time');
  if (
    value.runsFrom !== null &&
    value.runsUntil !== null &&
    Temporal.PlainDate.compare(value.runsFrom, value.runsUntil) > 0
  )
    return wrongIn('runsUntil', 'The last day must not be before the first');
  const dated = datesTyped(value.dates);
  if ('wrong' in dated) return wrongIn('dates', dated.wrong);
  return {
    ok: true,
    value: {
      ...listing,
      when: { times: value.times, days: value.days, from, until, note: orNull(value.whenNote) },
      runs: { season: value.season, from: value.runsFrom, until: value.runsUntil },
      dates: dated.dates,
    },
  };
}

const dayOptions = days.map((value: Day) => ({ value, text: daysInWords([value]) }));

export const when: Section = {
  key: 'when',
  title: 'When it runs',
  lead: 'Timing is the first thing that decides whether a family can come.',
  owns: oneOf('when', 'runs', 'dates'),
  questions: (
    visit,
    listing,
  ) => html`${choicesQuestion(visit, { field: 'times', label: 'When does it run?', options: optionsOf(times), savedAll: listing.when.times })}
${choicesQuestion(visit, { field: 'days', label: 'On which days?', options: dayOptions, savedAll: listing.when.days })}
${lineQuestion(visit, { field: 'from', label: 'Start time', hint: 'Like 09:30. Leave it empty if it differs.', width: 5, saved: timeShown(listing.when.from) })}
${lineQuestion(visit, { field: 'until', label: 'End time', width: 5, saved: timeShown(listing.when.until) })}
${choiceQuestion(visit, { field: 'season', label: 'In which part of the year?', options: optionsOf(seasons), saved: listing.runs.season })}
${dateQuestion(visit, { field: 'runsFrom', label: 'First day, if there is one', savedDate: listing.runs.from })}
${dateQuestion(visit, { field: 'runsUntil', label: 'Last day, if there is one', savedDate: listing.runs.until })}
${wordsQuestion(visit, { field: 'dates', label: 'Single dates', hint: 'For what does not run every week. One a line, like 5/12/2026 10:00-12:00, 20 places', saved: datesShown(listing.dates), rows: 5 })}
${wordsQuestion(visit, { field: 'whenNote', label: 'Anything else about times', saved: listing.when.note, rows: 2 })}`,
  read: readWhen,
};

const whereForm = z.object({
  placeKind: choice(['at', 'area', 'online'], 'Choose where it is'),
  placeName: words({ max: 100, name: 'Name of the place' }),
  locality: words({ max: 60, name: 'Town or area' }),
  postcode: words({ max: 10, name: 'Postcode' }),
  area: words({ max: 100, name: 'Where you go' }),
  transport: optionalChoice(valuesOf(transports)),
});

type Where = z.output<typeof whereForm>;

/** The place that was typed; its postcode says whether it lies in the council's own area. */
function placeTyped(visit: Visit, typed: Where): ParsedForm<Listing['place']> {
  if (typed.placeKind === 'online') return { ok: true, value: { kind: 'online' } };
  if (typed.placeKind === 'area')
    return typed.area === ''
      ? wrongIn('area', 'Say where you go, like “In your home” or “Across the county”')
      : { ok: true, value: { kind: 'area', area: typed.area } };
  if (typed.placeName === '') return wrongIn('placeName', 'Enter the name of the place');
  const postcode = parsePostcode(typed.postcode, ['unit']);
  if (!postcode.ok) return wrongIn('postcode', postcode.message);
  const found = locate(postcode.value);
  const isOutsideAuthority = found === null || !visit.authority.name.startsWith(found.authority);
  const localities = visit.authority.localities.map(({ name }) => name);
  const locality = localities.find((name) => name.toLowerCase() === typed.locality.toLowerCase());
  if (locality === undefined && !isOutsideAuthority && localities.length > 0)
    return wrongIn('locality', `Use one of the areas of the council: ${localities.join(', ')}`);
  if (typed.locality === '') return wrongIn('locality', 'Enter the town or area');
  const { placeName: name } = typed;
  const place = {
    kind: 'at',
    name,
    locality: locality ?? typed.locality,
    postcode: postcode.value.text,
    isOutsideAuthority,
  } as const;
  return { ok: true, value: place };
}

export const where: Section = {
  key: 'where',
  title: 'Where it is',
  lead: 'The postcode puts it on the map and into the right order for each family.',
  owns: oneOf('place', 'transport'),
  questions: (visit, { place, transport }) => html`${choiceQuestion(visit, {
    field: 'placeKind',
    label: 'Where is it?',
    saved: place.kind,
    options: [
      {
        value: 'at',
        text: 'At one place',
        conditional: html`${lineQuestion(visit, { field: 'placeName', label: 'Name of the place', saved: place.kind === 'at' ? place.name : '' })}
${lineQuestion(visit, { field: 'locality', label: 'Town or area', saved: place.kind === 'at' ? place.locality : '', width: 20 })}
${lineQuestion(visit, { field: 'postcode', label: 'Postcode', saved: place.kind === 'at' ? place.postcode : '', width: 10, autocomplete: 'postal-code' })}`,
      },
      {
        value: 'area',
        text: 'At no one place',
        conditional: lineQuestion(visit, {
          field: 'area',
          label: 'Where you go',
          hint: 'Like “In your home”',
          saved: place.kind === 'area' ? place.area : '',
        }),
      },
      { value: 'online', text: 'Online' },
    ],
  })}
${choiceQuestion(visit, { field: 'transport', label: 'How does a child get there?', options: optionsOf(transports), saved: transport })}`,
  read: (visit, listing) => {
    const parsed = parseForm(whereForm, visit.form);
    if (!parsed.ok) return parsed;
    const place = placeTyped(visit, parsed.value);
    if (!place.ok) return place;
    return { ok: true, value: { ...listing, place: place.value, transport: parsed.value.transport } };
  },
};
