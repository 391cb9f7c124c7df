import { initAll } from 'GOVUK_SCRIPT';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
