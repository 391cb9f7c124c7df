import { initAll, Radios } from 'GOVUK_SCRIPT';

// The design system says of a radio button that it is expanded. Checkboxes may be, radio buttons may not (WAI-ARIA
// 1.2, aria-expanded): those who hear the page would be told what their software cannot know. What is shown and
// hidden stays as it is.
const show = Radios.prototype.syncConditionalRevealWithInputState;
Radios.prototype.syncConditionalRevealWithInputState = function (input) {
  show.call(this, input);
  input.removeAttribute('aria-expanded');
};

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
