import nunjucks from 'nunjucks';
import { type Html, trustedHtml } from '#platform/web/html.ts';
import { packageFolder } from './govuk-fixtures.ts';

/**
 * The crown and the GOV.UK logo, drawn by the package's own macro. Councils may not use them, so they are in none
 * of our files; the examples of `header` and `footer` contain them, so the tests fetch them from the package.
 */
function fromPackage(options: string): Html {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(packageFolder), {
    autoescape: true,
  });
  const template = `{% from "govuk/macros/logo.njk" import govukLogo %}{{ govukLogo(${options}) }}`;
  return trustedHtml(environment.renderString(template, {}));
}

export const headerLogo = fromPackage('{ classes: "govuk-header__logotype", ariaLabelText: "GOV.UK" }');
export const footerCrown = fromPackage('{ classes: "govuk-footer__crown", useLogotype: false }');
