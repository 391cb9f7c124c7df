// Draws a map beside a list, when somebody asks for it. What it shows stands in the list as well, so a browser that
// cannot draw it, or a file that does not come, loses nothing but the map.

const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
let leaflet;

/** Fetches Leaflet and its style once, and gives it. */
function loadLeaflet() {
  leaflet ??= new Promise((resolve, reject) => {
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = 'LEAFLET_STYLE';
    style.onload = () => import('LEAFLET_SCRIPT').then(() => resolve(globalThis.L), reject);
    style.onerror = reject;
    document.head.append(style);
  });
  return leaflet;
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Points that would lie on one another share a marker. */
function gathered(points) {
  const places = new Map();
  for (const point of points) {
    const key = point.at.map((degrees) => degrees.toFixed(4)).join();
    places.set(key, [...(places.get(key) ?? []), point]);
  }
  return [...places.values()];
}

function wordsOn(points) {
  const numbers = points.flatMap(({ number }) => number ?? []);
  if (numbers.length === 0) return '';
  return numbers.length < 2 ? numbers.join() : `${numbers[0]}+`;
}

/** What opens at a marker: each thing there, with its link. */
function cardOf(points) {
  const list = element('ul', 'daybreak-map__list');
  for (const { title, place, href, number } of points) {
    const item = element('li', '');
    const words = number === undefined ? title : `${number}. ${title}`;
    const name = href === undefined ? element('strong', '', words) : element('a', 'govuk-link', words);
    if (href !== undefined) name.href = href;
    item.append(name);
    if (place !== undefined) item.append(element('span', 'daybreak-map__place', place));
    list.append(item);
  }
  return list;
}

function addMarker(L, map, points) {
  const icon = L.divIcon({
    className: 'daybreak-map__marker',
    iconSize: [36, 36],
    html: element('span', '', wordsOn(points)),
  });
  const marker = L.marker(points[0].at, { icon, keyboard: true, riseOnHover: true });
  marker.addTo(map).bindPopup(cardOf(points), { maxWidth: 260, maxHeight: 240, autoPanPadding: [16, 16] });
  const button = marker.getElement();
  const names = points.map(({ title, number }) => (number === undefined ? title : `${number}: ${title}`));
  button.setAttribute('aria-label', names.join('; '));
  button.setAttribute('aria-expanded', 'false');
  let isByKey = false;
  button.addEventListener('keydown', (event) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    isByKey = true;
    marker.openPopup();
  });
  marker.on('popupopen', ({ popup }) => {
    button.setAttribute('aria-expanded', 'true');
    const close = popup.getElement().querySelector('.leaflet-popup-close-button');
    close?.setAttribute('aria-label', 'Close');
    if (isByKey) (popup.getElement().querySelector('a[href]:not([role="button"])') ?? close)?.focus();
  });
  marker.on('popupclose', ({ popup }) => {
    button.setAttribute('aria-expanded', 'false');
    // Without animation the popup is gone by now, and the focus with it.
    const focused = document.activeElement;
    if (isByKey && (focused === document.body || popup.getElement()?.contains(focused))) button.focus();
    isByKey = false;
  });
  return marker;
}

/** The ground: the council's tiles where it has named some, else its districts. Gives whom to name for it. */
async function addGround(L, map, { tiles, attribution, districts }) {
  if (tiles !== undefined) {
    const safe = element('span', '', attribution).innerHTML;
    L.tileLayer(tiles, { attribution: safe, maxZoom: 18 }).addTo(map);
    return;
  }
  if (districts === undefined) return;
  const found = await fetch(districts);
  if (!found.ok) return;
  const ground = await found.json();
  const isOne = ground.features.length === 1;
  L.geoJSON(ground, {
    interactive: false,
    style: { className: 'daybreak-map__district', weight: 1.5, fillOpacity: 1 },
    onEachFeature(feature, layer) {
      if (isOne) return;
      const name = element('span', '', feature.properties.name);
      layer.bindTooltip(name, {
        permanent: true,
        direction: 'center',
        className: 'daybreak-map__name',
        interactive: false,
      });
    },
  }).addTo(map);
  map.attributionControl.addAttribution(element('span', '', ground.attribution).innerHTML);
}

async function draw(place, points, options) {
  const L = await loadLeaflet();
  const map = L.map(place, {
    scrollWheelZoom: false,
    zoomAnimation: !isStill,
    fadeAnimation: !isStill,
    markerZoomAnimation: !isStill,
    maxZoom: 18,
  });
  map.attributionControl.setPrefix(false);
  const bounds = L.latLngBounds(points.map(({ at }) => at));
  map.fitBounds(bounds.pad(0.15), { maxZoom: options.tiles === undefined ? 12 : 14, animate: false });
  await addGround(L, map, options);
  for (const group of gathered(points)) addMarker(L, map, group);
  place.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') map.closePopup();
  });
  return map;
}

function begin(part) {
  const { label, points: written, open, ...options } = part.dataset;
  const points = JSON.parse(written);
  const place = element('div', 'daybreak-map__ground');
  place.setAttribute('role', 'region');
  place.setAttribute('aria-label', label);
  const said = element('p', 'govuk-body-s daybreak-map__said');
  said.setAttribute('role', 'status');
  let map;
  const show = async () => {
    place.hidden = false;
    document.body.classList.add('daybreak-has-map');
    try {
      map ??= draw(place, points, options);
      (await map).invalidateSize();
      said.textContent = points.some(({ about }) => about)
        ? 'Some places are shown to the nearest few streets.'
        : '';
    } catch {
      place.hidden = true;
      said.textContent = 'The map cannot be drawn now. Everything on it is in the list.';
    }
  };
  part.replaceChildren(place, said);
  part.hidden = false;
  if (open !== undefined) {
    show();
    return;
  }
  place.hidden = true;
  const button = element(
    'button',
    'govuk-button govuk-button--secondary daybreak-map__button',
    'Show on a map',
  );
  button.type = 'button';
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', async () => {
    const isShown = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!isShown));
    button.textContent = isShown ? 'Show on a map' : 'Hide the map';
    if (!isShown) {
      await show();
      return;
    }
    place.hidden = true;
    said.textContent = '';
    document.body.classList.remove('daybreak-has-map');
  });
  part.prepend(button);
}

for (const part of document.querySelectorAll('[data-map]')) begin(part);
