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

// A list of boxes to tick gets a button that ticks them all, and takes the ticks away again. Without script each is
// ticked by itself.
for (const list of document.querySelectorAll('[data-choose-all]')) {
  const boxes = () => [...list.querySelectorAll('input[type="checkbox"]')];
  if (boxes().length < 2) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'govuk-button govuk-button--secondary';
  const isAll = () => boxes().every((box) => box.checked);
  const say = () => {
    const many = `all ${boxes().length} ${list.dataset.chooseAll}`;
    button.textContent = isAll() ? `Take the ticks off ${many}` : `Tick ${many}`;
  };
  button.addEventListener('click', () => {
    const isToTick = !isAll();
    for (const box of boxes()) box.checked = isToTick;
    say();
  });
  list.addEventListener('change', say);
  say();
  list.before(button);
}
