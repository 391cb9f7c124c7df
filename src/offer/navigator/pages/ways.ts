import { isOpen, offersOn } from '#families/applications/index.ts';
import { everything, searchOffer, writeListingSearch } from '#offer/directory/index.ts';
import { callLink, contactList } from '#offer/welcome/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type Search, servicePages, type Way } from '../domain/navigator.ts';
import { crisisList } from './crisis.ts';

function part(say: string, content: Html): Html {
  return html`<li class="daybreak-way"><h2 class="daybreak-way__title">${say}</h2>${content}</li>`;
}

function link(say: string, href: string, about: Html = nothing): Html {
  return html`<li class="daybreak-way"><h2 class="daybreak-way__title"><a class="govuk-link" href="${href}">${say}</a></h2>${about}</li>`;
}

/** A search with how many it finds today; nothing where it finds none, so that nobody is led to an empty page. */
async function found(visit: Visit, say: string, search: Search): Promise<Html> {
  const { kinds, tiers, needs, words, isFree } = search;
  const address = writeListingSearch({ ...everything, kinds, tiers, needs, text: words, isFree });
  const { transaction, authority, clock } = visit;
  const query = new URLSearchParams(address);
  const answer = await searchOffer(transaction, {
    authorityId: authority.id,
    query,
    today: clock.today(),
    localities: authority.localities,
  });
  const { total } = answer.found;
  if (total === 0) return nothing;
  const count = total === 1 ? '1 short break' : `${total} short breaks`;
  return link(say, `/find?${query}`, html`<p>${count}</p>`);
}

async function schemes(visit: Visit, say: string): Promise<Html> {
  const offers = (await offersOn(visit.authority, visit.clock.today())).filter(isOpen);
  if (offers.length === 0)
    return part(say, html`<p>Ask us: nothing can be asked for online at the moment.</p>`);
  return part(
    say,
    html`<ul class="govuk-list govuk-list--bullet">${offers.map(({ scheme }) => html`<li>${scheme.name}</li>`)}</ul>
<p><a class="govuk-link" href="/apply">How to apply</a></p>`,
  );
}

/**
 * How to ask for an assessment. A council must assess a disabled child as a child in need (Children Act 1989, section
 * 17) and, when asked, a parent carer of one (section 17ZD).
 */
function assessment(visit: Visit, say: string): Html {
  return part(
    say,
    html`<p>Call or write and say: “I would like an assessment.” You can ask for your child, and for yourself as a parent carer. You do not need a diagnosis, and you do not need anybody to refer you.</p>
${contactList(visit.authority)}
<p>If you have an account, you can ask there. <a class="govuk-link" href="/account">Go to your account</a></p>`,
  );
}

/** One way on from an end, as the page shows it. */
export async function wayPart(visit: Visit, way: Way): Promise<Html> {
  switch (way.kind) {
    case 'find':
      return found(visit, way.say, way.search);
    case 'page':
      return link(way.say, servicePages[way.page]);
    case 'schemes':
      return schemes(visit, way.say);
    case 'assessment':
      return assessment(visit, way.say);
    case 'urgent':
      return part(
        way.say,
        html`<p>If somebody is in danger now, call ${callLink('999')}.</p>${crisisList(visit.authority)}`,
      );
    case 'contact':
      return part(way.say, contactList(visit.authority));
  }
}
