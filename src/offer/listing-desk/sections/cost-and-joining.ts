import { z } from 'zod';
import { formatPounds, parsePounds } from '#kernel/money.ts';
import { costUnits, joining, type Listing, payments } from '#offer/directory/index.ts';
import { choice, choices, optionalChoice, type ParsedForm, parseForm, words } from '#platform/web/form.ts';
import { html } from '#platform/web/html.ts';
import { choiceQuestion, choicesQuestion, lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { oneOf, optionsOf, orNull, type Section, valuesOf, wrongIn } from './section.ts';

const costForm = z.object({
  costKind: choice(['free', 'amount', 'ask'], 'Choose what it costs'),
  pounds: words({ max: 10, name: 'Price' }),
  per: optionalChoice(costUnits),
  costNote: words({ max: 300, name: 'More about the cost' }),
  accepts: choices(valuesOf(payments)),
});

function costTyped(typed: z.output<typeof costForm>): ParsedForm<Listing['cost']> {
  const note = orNull(typed.costNote);
  if (typed.costKind === 'free') return { ok: true, value: { kind: 'free', note } };
  if (typed.costKind === 'ask')
    return note === null
      ? wrongIn('costNote', 'Say in words what it costs, or whom to ask')
      : { ok: true, value: { kind: 'ask', note } };
  const amount = parsePounds(typed.pounds);
  if (!amount.ok) return wrongIn('pounds', amount.message);
  if (amount.value <= 0) return wrongIn('pounds', 'Enter a price above £0, or choose “Free”');
  if (typed.per === null) return wrongIn('per', 'Choose what the price is for');
  return { ok: true, value: { kind: 'amount', pence: amount.value, per: typed.per, note } };
}

export const cost: Section = {
  key: 'cost',
  title: 'What it costs',
  lead: 'Families search by price, and by whether they can use a direct payment.',
  owns: oneOf('cost', 'accepts'),
  questions: (visit, listing) => html`${choiceQuestion(visit, {
    field: 'costKind',
    label: 'What does it cost?',
    saved: listing.cost.kind,
    options: [
      { value: 'free', text: 'It is free' },
      {
        value: 'amount',
        text: 'It has a price',
        conditional: html`${lineQuestion(visit, { field: 'pounds', label: 'Price', prefix: '£', width: 10, inputmode: 'decimal', saved: listing.cost.kind === 'amount' ? formatPounds(listing.cost.pence).replace('£', '') : '' })}
${choiceQuestion(visit, { field: 'per', label: 'For what?', isInline: true, options: costUnits.map((value) => ({ value, text: `${value === 'hour' ? 'An' : 'A'} ${value}` })), saved: listing.cost.kind === 'amount' ? listing.cost.per : null })}`,
      },
      { value: 'ask', text: 'It depends: I say so in words' },
    ],
  })}
${wordsQuestion(visit, { field: 'costNote', label: 'More about the cost', saved: listing.cost.note, rows: 2 })}
${choicesQuestion(visit, { field: 'accepts', label: 'What may families pay with besides their own money?', options: optionsOf(payments), savedAll: listing.accepts })}`,
  read: ({ form }, listing) => {
    const parsed = parseForm(costForm, form);
    if (!parsed.ok) return parsed;
    const read = costTyped(parsed.value);
    return read.ok
      ? { ok: true, value: { ...listing, cost: read.value, accepts: parsed.value.accepts } }
      : read;
  },
};

const joinForm = z.object({
  how: choice(valuesOf(joining), 'Choose how a child joins'),
  referredBy: words({ max: 100, name: 'Who refers' }),
  joinNote: words({ max: 500, name: 'More about joining' }),
});

export const join: Section = {
  key: 'join',
  title: 'How to join',
  lead: 'Say the first step, so that nobody has to guess.',
  owns: oneOf('join'),
  questions: (visit, listing) => html`${choiceQuestion(visit, {
    field: 'how',
    label: 'How does a child join?',
    saved: listing.join.how,
    options: optionsOf(joining).map((option) =>
      option.value === 'referral'
        ? {
            ...option,
            conditional: lineQuestion(visit, {
              field: 'referredBy',
              label: 'Who refers?',
              hint: 'Like “the school” or “a social worker”',
              saved: listing.join.referredBy,
            }),
          }
        : option,
    ),
  })}
${wordsQuestion(visit, { field: 'joinNote', label: 'More about joining', saved: listing.join.note, rows: 3 })}`,
  read: ({ form }, listing) => {
    const parsed = parseForm(joinForm, form);
    if (!parsed.ok) return parsed;
    const { how, referredBy, joinNote } = parsed.value;
    if (how === 'referral' && referredBy === '') return wrongIn('referredBy', 'Say who refers a child');
    const from = how === 'referral' ? referredBy : null;
    return { ok: true, value: { ...listing, join: { how, referredBy: from, note: orNull(joinNote) } } };
  },
};

/** A web address as people type it, with or without https. */
function webAddress(typed: string): string | null {
  try {
    const url = new URL(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);
    return url.hostname.includes('.') && url.username === '' ? url.href : null;
  } catch {
    return null;
  }
}

const contactForm = z.object({
  phone: words({ max: 30, name: 'Telephone' }).refine(
    (text) => text === '' || /^[+\d][\d ()-]{6,}$/.test(text),
    'Enter a telephone number, like 01632 960 001',
  ),
  email: words({ max: 254, name: 'Email address' }).refine(
    (text) => text === '' || z.email().safeParse(text).success,
    'Enter an email address in the correct format, like name@example.com',
  ),
  url: words({ max: 300, name: 'Web address' }).refine(
    (text) => text === '' || webAddress(text) !== null,
    'Enter a web address, like www.example.org',
  ),
});

export const contact: Section = {
  key: 'contact',
  title: 'How to reach you',
  lead: 'Families see this as soon as you save it.',
  owns: oneOf('contact.phone', 'contact.email', 'contact.url'),
  questions: (
    visit,
    listing,
  ) => html`${lineQuestion(visit, { field: 'phone', label: 'Telephone', type: 'tel', autocomplete: 'tel', width: 20, saved: listing.contact.phone })}
${lineQuestion(visit, { field: 'email', label: 'Email address', type: 'email', saved: listing.contact.email })}
${lineQuestion(visit, { field: 'url', label: 'Web address', saved: listing.contact.url })}`,
  read: ({ form }, listing) => {
    const parsed = parseForm(contactForm, form);
    if (!parsed.ok) return parsed;
    const { phone, email: mail, url } = parsed.value;
    const typed = { phone: orNull(phone), email: orNull(mail), url: url === '' ? null : webAddress(url) };
    if (typed.phone === null && typed.email === null && typed.url === null)
      return wrongIn('phone', 'Give at least one way to reach you');
    return { ok: true, value: { ...listing, contact: typed } };
  },
};
