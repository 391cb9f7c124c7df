// Runs in the browser: what stands in the page that no accessibility engine asks for. Everything is read at once,
// without waiting, so that it also runs where the page's own scripts may not.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const opening = (element) => element.cloneNode(false).outerHTML.slice(0, 160);
  const isShown = (element) => element.getClientRects().length > 0;

  const fields = all('input, select, textarea').filter(
    (field) => !['hidden', 'submit', 'button', 'image', 'reset'].includes(field.type),
  );
  const wordsOfIds = (ids) =>
    ids
      .split(/\s+/)
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
  const nameOf = (field) =>
    [
      ...[...(field.labels ?? [])].map((label) => label.textContent),
      field.getAttribute('aria-label') ?? '',
      wordsOfIds(field.getAttribute('aria-labelledby') ?? ''),
    ]
      .join(' ')
      .trim();
  const isChoice = (field) => field.type === 'radio' || field.type === 'checkbox';
  const isOneOfSeveral = (field) =>
    isChoice(field) && fields.filter((other) => other.name === field.name && isChoice(other)).length > 1;
  const legendOf = (field) =>
    field.closest('fieldset, [role=group], [role=radiogroup]')?.querySelector('legend')?.textContent ??
    field.closest('[role=group], [role=radiogroup]')?.getAttribute('aria-labelledby') ??
    '';

  const ids = all('[id]').map((element) => element.id);
  const targets = all('a[href^="#"]').map((link) => decodeURIComponent(link.getAttribute('href').slice(1)));
  const summary = document.querySelector('.govuk-error-summary');

  // What a pointer comes to in the middle of a link: another link over it takes every press away.
  const lyingOver = (link) => {
    const before = [scrollX, scrollY];
    link.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = link.getClientRects()[0];
    const over = document.elementFromPoint(x + width / 2, y + height / 2);
    scrollTo({ left: before[0], top: before[1], behavior: 'instant' });
    return over === null || over.contains(link) || link.contains(over) ? null : over.closest('a, button');
  };

  return {
    title: document.title.trim(),
    language: document.documentElement.lang,
    headings: all('h1').map((heading) => heading.textContent.trim().replace(/\s+/g, ' ')),
    unlabelled: fields.filter((field) => nameOf(field) === '').map(opening),
    withoutLegend: fields
      .filter((field) => isOneOfSeveral(field) && legendOf(field).trim() === '')
      .map(opening),
    repeatedIds: [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))],
    deadTargets: targets.filter((id) => id !== '' && document.getElementById(id) === null),
    inlineStyles: all('[style], style').map(opening),
    // Linked data is text for search engines: no browser runs it.
    inlineScripts: all('script:not([src], [type="application/ld+json"])').map(opening),
    postsWithoutToken: all('form[method=post]')
      .filter((form) => form.querySelector('input[type=hidden]') === null)
      .map(opening),
    errorLinks: summary === null ? null : summary.querySelectorAll('a[href^="#"]').length,
    isEnhanced: document.body.classList.contains('js-enabled'),
    coveredLinks: all('main a[href], main button')
      .filter((link) => isShown(link) && lyingOver(link) !== null)
      .map(opening),
    brokenPictures: all('img')
      .filter((picture) => isShown(picture) && picture.naturalWidth === 0)
      .map(opening),
  };
})();
