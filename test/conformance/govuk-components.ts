import * as govuk from '#platform/govuk/index.ts';
import type { Html } from '#platform/web/html.ts';
import { footerCrown, headerLogo } from './crown-for-conformance.ts';

/** The footer's options as the macro has them: without a word it shows the licence and Crown copyright. */
interface MacroFooterOptions extends Omit<govuk.FooterOptions, 'contentLicence' | 'crownCopyright' | 'logo'> {
  readonly contentLicence?: Exclude<govuk.FooterOptions['contentLicence'], string> | null;
  readonly copyright?: Exclude<govuk.FooterOptions['crownCopyright'], string>;
}

/** Ours shows neither unless asked: the macro's silence is our asking, the macro's `null` our silence. */
function footer({ contentLicence, copyright, ...rest }: MacroFooterOptions): Html {
  const isNamed = contentLicence && (contentLicence.text || contentLicence.html);
  const standard = contentLicence === null ? undefined : 'open-government-licence';
  const licence = isNamed ? contentLicence : standard;
  return govuk.footer({
    ...rest,
    logo: footerCrown,
    contentLicence: licence,
    crownCopyright: copyright ?? 'crown-copyright',
  });
}

/** In the macro's list of pages an empty object stands for no page; ours says so with `null`. */
function emptyAsNull<Entry>(entry: Entry): Entry | null {
  return typeof entry === 'object' && entry !== null && Object.keys(entry).length === 0 ? null : entry;
}

/** Our function for each component of the package, taking the options of the package's macro. */
export const components: Readonly<Record<string, (options: never) => Html>> = {
  accordion: govuk.accordion,
  'back-link': govuk.backLink,
  breadcrumbs: govuk.breadcrumbs,
  button: govuk.button,
  'character-count': govuk.characterCount,
  checkboxes: govuk.checkboxes,
  'cookie-banner': govuk.cookieBanner,
  'date-input': govuk.dateInput,
  details: govuk.details,
  'error-message': govuk.errorMessage,
  'error-summary': govuk.errorSummary,
  'exit-this-page': govuk.exitThisPage,
  feedback: govuk.feedback,
  fieldset: govuk.fieldset,
  'file-upload': govuk.fileUpload,
  footer,
  'generic-header': govuk.genericHeader,
  header: (options: Omit<govuk.HeaderOptions, 'logo'>) => govuk.header({ ...options, logo: headerLogo }),
  hint: govuk.hint,
  input: govuk.input,
  'inset-text': govuk.insetText,
  label: govuk.label,
  'language-navigation': govuk.languageNavigation,
  'notification-banner': govuk.notificationBanner,
  pagination: (options: govuk.PaginationOptions) =>
    govuk.pagination({ ...options, ...(options.items && { items: options.items.map(emptyAsNull) }) }),
  panel: govuk.panel,
  'password-input': govuk.passwordInput,
  'phase-banner': govuk.phaseBanner,
  radios: govuk.radios,
  // An example each of select and tabs has no items at all; for us that is an empty list.
  select: (options: govuk.SelectOptions) => govuk.select({ ...options, items: options.items ?? [] }),
  'service-navigation': govuk.serviceNavigation,
  'skip-link': govuk.skipLink,
  'summary-list': govuk.summaryList,
  table: govuk.table,
  tabs: (options: govuk.TabsOptions) => govuk.tabs({ ...options, items: options.items ?? [] }),
  tag: govuk.tag,
  'task-list': govuk.taskList,
  textarea: govuk.textarea,
  'warning-text': govuk.warningText,
};
