import { type Html, html } from '#platform/web/html.ts';
import {
  type Attributes,
  also,
  attribute,
  attributes,
  messageAttributes,
  type PluralMessages,
} from './attributes.ts';
import { betweenSlots, type FieldOptions, fieldId, fieldIntroduction, formGroup } from './form-group.ts';

export interface FileUploadOptions extends FieldOptions {
  readonly multiple?: boolean;
  /** Lets people drop files on the field, where scripts run. */
  readonly javascript?: boolean;
  readonly chooseFilesButtonText?: string;
  readonly dropInstructionText?: string;
  readonly multipleFilesChosenText?: PluralMessages;
  readonly noFileChosenText?: string;
  readonly enteredDropZoneText?: string;
  readonly leftDropZoneText?: string;
  readonly wrapperClasses?: string;
  readonly wrapperAttributes?: Attributes;
}

/** Gives a field for a file, with its label, hint and error. What it may hold is for the server to check. */
export function fileUpload(options: FileUploadOptions): Html {
  const introduction = fieldIntroduction(options);
  const hasError = Boolean(options.errorMessage);
  const element = html`<input class="govuk-file-upload${also(options.classes)}${hasError && ' govuk-file-upload--error'}" id="${fieldId(options)}" name="${options.name}" type="file"${attribute('disabled', options.disabled)}${attribute('multiple', options.multiple)}${attribute('aria-describedby', introduction.describedBy)}${attributes(options.attributes)}>`;
  return formGroup({
    group: options.formGroup,
    hasError,
    content: html`${introduction.html}
  ${betweenSlots(options.formGroup, options.javascript ? dropZone(options, element) : element)}`,
  });
}

function dropZone(options: FileUploadOptions, element: Html): Html {
  const messages: Attributes = {
    ...messageAttributes('choose-files-button', options.chooseFilesButtonText),
    ...messageAttributes('no-file-chosen', options.noFileChosenText),
    ...messageAttributes('multiple-files-chosen', options.multipleFilesChosenText),
    ...messageAttributes('drop-instruction', options.dropInstructionText),
    ...messageAttributes('entered-drop-zone', options.enteredDropZoneText),
    ...messageAttributes('left-drop-zone', options.leftDropZoneText),
  };
  return html`<div class="govuk-file-upload-wrapper${also(options.wrapperClasses)}" data-module="govuk-file-upload"${attributes(messages)}${attributes(options.wrapperAttributes)}>
    ${element}
  </div>`;
}
