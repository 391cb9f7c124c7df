import { button, checkboxes, input } from '#platform/govuk/index.ts';
import { firstValue, refusalOf } from '#platform/web/form.ts';
import { formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type ChildDescription, likes, weights } from '../domain/child-description.ts';
import { type Feature, features, featuresOf } from '../domain/features.ts';
import { type FeatureGroup, featureGroups } from '../domain/groups.ts';
import { needField } from '../read-description.ts';

/** What a field shows: what was typed just now, else what is proposed. */
function chosenOf(visit: Visit, feature: Feature, described: ChildDescription | null): string {
  if (visit.formState.isTyped) return firstValue(visit.formState.values, needField(feature)) || 'no';
  return described?.needs[feature] ?? 'no';
}

const answers = [...Object.entries(weights), ['no', 'Not needed']] as readonly (readonly [string, string])[];

function question(feature: Feature, chosen: string): Html {
  const field = needField(feature);
  const { label, definition } = features[feature];
  return html`<fieldset class="daybreak-need" aria-describedby="${field}-hint">
<legend class="daybreak-need__label">${label}</legend>
<div class="govuk-hint daybreak-need__hint" id="${field}-hint">${definition}</div>
<div class="daybreak-need__answers">${answers.map(([value, words]) => {
    const id = value === 'must' ? field : `${field}-${value}`;
    return html`<div class="daybreak-need__answer"><input id="${id}" name="${field}" type="radio" value="${value}"${chosen === value && html` checked`}><label for="${id}">${words}</label></div>`;
  })}</div>
</fieldset>`;
}

function groupOf(visit: Visit, group: FeatureGroup, described: ChildDescription | null): Html {
  const questions = featuresOf(group).map((feature) => ({
    feature,
    chosen: chosenOf(visit, feature, described),
  }));
  const count = questions.filter(({ chosen }) => chosen !== 'no').length;
  return html`<details class="daybreak-needs"${count > 0 && html` open`}>
<summary class="daybreak-needs__summary"><h2 class="daybreak-needs__title">${featureGroups[group].label}</h2>${count > 0 && html` <span class="daybreak-needs__count">${count} chosen</span>`}<span class="daybreak-needs__about">${featureGroups[group].definition}</span></summary>
<div class="daybreak-needs__questions">${questions.map(({ feature, chosen }) => question(feature, chosen))}</div>
</details>`;
}

function ageQuestion(visit: Visit, described: ChildDescription | null): Html {
  const message = refusalOf(visit.formState, 'age');
  const saved = described?.age ?? null;
  return input({
    id: 'age',
    name: 'age',
    label: { text: 'How old is your child?', classes: 'govuk-label--m' },
    hint: { text: 'In years. You can leave this out.' },
    classes: 'govuk-input--width-2',
    inputmode: 'numeric',
    value: visit.formState.isTyped
      ? firstValue(visit.formState.values, 'age')
      : saved === null
        ? ''
        : String(saved),
    ...(message === undefined ? {} : { errorMessage: { text: message } }),
  });
}

function likesQuestion(visit: Visit, described: ChildDescription | null): Html {
  const chosen: readonly string[] = visit.formState.isTyped
    ? (visit.formState.values.get('likes') ?? [])
    : (described?.likes ?? []);
  return checkboxes({
    name: 'likes',
    idPrefix: 'likes',
    classes: 'govuk-checkboxes--small daybreak-likes',
    fieldset: { legend: { text: 'What does your child like?', classes: 'govuk-fieldset__legend--m' } },
    items: Object.entries(likes).map(([value, text]) => ({ value, text, checked: chosen.includes(value) })),
  });
}

/** The form by which a child is described: age, likes, and group by group what is needed. `described` is what it begins with. */
export function needsForm(visit: Visit, described: ChildDescription | null): Html {
  return formTo(
    visit,
    html`${ageQuestion(visit, described)}
${likesQuestion(visit, described)}
<h2 class="govuk-heading-m">What does your child need?</h2>
<p class="govuk-body">Open what matters to you. You can leave out the rest.</p>
<div class="daybreak-needs-all">${(Object.keys(featureGroups) as FeatureGroup[]).map((group) => groupOf(visit, group, described))}</div>
${button({ text: 'Keep this in my browser' })}`,
    { to: '/describe-your-child', mayRepeat: true },
  );
}
