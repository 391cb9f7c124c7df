import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Attributes, also, attributes } from './attributes.ts';
import { type Content, contentOf } from './content.ts';
import { errorMessage, type FieldError } from './error-message.ts';
import { type FieldHint, hint } from './hint.ts';
import { type FieldLabel, label } from './label.ts';

interface GroupSettings {
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** The box round a field of one input, with what stands just before or after that input. */
export interface FormGroup extends GroupSettings {
  readonly beforeInput?: Content;
  readonly afterInput?: Content;
}

/** The box round a field of several inputs, with what stands just before or after them all. */
export interface InputsFormGroup extends GroupSettings {
  readonly beforeInputs?: Content;
  readonly afterInputs?: Content;
}

/** The options that every field of one input shares. */
export interface FieldOptions {
  readonly name: string;
  /** The `name` if not given. Error summaries link to it. */
  readonly id?: string;
  readonly label: FieldLabel;
  readonly hint?: FieldHint;
  readonly errorMessage?: FieldError;
  readonly describedBy?: string;
  readonly formGroup?: FormGroup;
  readonly classes?: string;
  readonly attributes?: Attributes;
  readonly disabled?: boolean;
}

interface Guided {
  readonly id: string;
  readonly describedBy?: string | undefined;
  readonly hint?: FieldHint | undefined;
  readonly errorMessage?: FieldError | undefined;
}

/** Help and error of a field, and the ids by which the field says that they describe it. */
export interface Guidance {
  readonly describedBy: string;
  readonly html: Html;
}

/** Gives the hint and the error message of a field, with the ids `ID-hint` and `ID-error`. */
export function guidance(given: Guided): Guidance {
  const ids = given.describedBy ? [given.describedBy] : [];
  let hintHtml = nothing;
  let errorHtml = nothing;
  if (given.hint) {
    const id = `${given.id}-hint`;
    ids.push(id);
    hintHtml = hint({ ...given.hint, id });
  }
  if (given.errorMessage) {
    const id = `${given.id}-error`;
    ids.push(id);
    errorHtml = errorMessage({ ...given.errorMessage, id });
  }
  return { describedBy: ids.join(' '), html: html`${hintHtml}${errorHtml}` };
}

/** Gives the id of a field: its own, or else its name. */
export function fieldId(options: FieldOptions): string {
  return options.id || options.name;
}

/** Gives label, hint and error of a field of one input. */
export function fieldIntroduction(options: FieldOptions): Guidance {
  const id = fieldId(options);
  const guide = guidance({
    id,
    describedBy: options.describedBy,
    hint: options.hint,
    errorMessage: options.errorMessage,
  });
  return {
    describedBy: guide.describedBy,
    html: html`${label({ ...options.label, for: id })}
  ${guide.html}`,
  };
}

/** Gives an input with what stands before and after it. */
export function betweenSlots(group: FormGroup | undefined, input: Html): Html {
  return html`${contentOf(group?.beforeInput)}
  ${input}
  ${contentOf(group?.afterInput)}`;
}

interface Boxed {
  readonly group: GroupSettings | undefined;
  readonly hasError: boolean;
  readonly content: Html;
}

/** Gives the box that holds a whole field, marked when there is something wrong with it. */
export function formGroup({ group, hasError, content }: Boxed): Html {
  return html`<div class="govuk-form-group${hasError && ' govuk-form-group--error'}${also(group?.classes)}"${attributes(group?.attributes)}>
  ${content}
</div>`;
}
