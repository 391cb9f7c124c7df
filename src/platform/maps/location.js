// Adds a button that fills in where the visitor is. The place is rounded to two decimals, about a kilometre, before it
// goes anywhere; it stands in the address of the search and is kept nowhere.

/** Two decimals of a degree: about a kilometre, so that no home can be read from it. */
const rounded = (degrees) => (Math.round(degrees * 100) / 100).toFixed(2);

function begin(part) {
  const form = part.closest('form');
  const typed = form?.querySelector('[name="postcode"]');
  if (form === null || form === undefined || !('geolocation' in navigator)) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'daybreak-link-button';
  button.textContent = 'Use where I am now';
  const said = document.createElement('p');
  said.className = 'govuk-body-s';
  said.setAttribute('role', 'status');

  const found = ({ coords }) => {
    for (const old of form.querySelectorAll('[name="near"]')) old.remove();
    const near = document.createElement('input');
    near.type = 'hidden';
    near.name = 'near';
    near.value = `${rounded(coords.latitude)},${rounded(coords.longitude)}`;
    form.append(near);
    if (typed) typed.value = '';
    form.requestSubmit();
  };
  const missed = () => {
    said.textContent = 'We could not find where you are. Type your postcode or your town.';
    button.disabled = false;
  };
  button.addEventListener('click', () => {
    button.disabled = true;
    said.textContent = 'Looking for where you are…';
    navigator.geolocation.getCurrentPosition(found, missed, { timeout: 15_000, maximumAge: 300_000 });
  });
  // What somebody types goes before where they are.
  typed?.addEventListener('input', () => {
    for (const near of form.querySelectorAll('[name="near"]')) near.checked = false;
  });
  part.replaceChildren(button, said);
  part.hidden = false;
}

for (const part of document.querySelectorAll('[data-location]')) begin(part);
