type Wish = { readonly type: string; readonly weight: number };

function wishesIn(accept: string): readonly Wish[] {
  return accept
    .split(',')
    .map((one) => {
      const [type = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
      const given = parameters.find((part) => part.startsWith('q='))?.slice(2);
      const weight = given === undefined ? 1 : Number(given);
      return { type, weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter(({ type, weight }) => type !== '' && weight > 0);
}

/** Whether whoever asks by this Accept header would rather have data than a page (RFC 9110, 12.5.1). Who says nothing gets the page. */
export function wantsData(accept: string): boolean {
  const wishes = wishesIn(accept);
  const weightOf = (...types: readonly string[]) =>
    Math.max(0, ...wishes.filter(({ type }) => types.includes(type)).map(({ weight }) => weight));
  return (
    weightOf('application/ld+json', 'application/json') >
    weightOf('text/html', 'application/xhtml+xml', 'text/*')
  );
}
