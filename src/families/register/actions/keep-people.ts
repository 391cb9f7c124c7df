import { z } from 'zod';
import { isId, newId } from '#kernel/id.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { choice, date, email, firstValue, optionalDate, parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { childOfVisit, visitorOf } from '../child-visit.ts';
import { type Child, relationships } from '../domain/register.ts';
import { isBarredFromChild } from '../store/barred.ts';
import { addOtherHome, endOtherHome } from '../store/child-homes.ts';
import { familyAccount, setResponsibility } from '../store/families.ts';
import { householdOfPerson } from '../store/households.ts';
import { addProfessional, endProfessional } from '../store/professionals.ts';
import { letAdultIn, settleInvitationOf } from './let-adult-in.ts';

/** The identifier in a hidden field; one that names nothing where somebody changed it. */
function idIn(visit: Visit, field: string): string {
  const id = firstValue(visit.form, field);
  return isId(id) ? id : newId();
}

type Kept = Refusal | readonly Refusal[] | null;
type Keeping = (visit: Visit, child: Child) => Promise<Kept>;

const linkForm = z.object({
  name: words({ name: 'Name', missing: 'Enter the name' }),
  email: email('Enter the email address that they sign in with'),
  relationship: choice(relationships, 'Choose the relationship'),
  responsibility: choice(['yes', 'no'], 'Choose whether you have seen proof of parental responsibility'),
  checked: words({ name: 'How you checked it', missing: 'Say how you checked it' }),
});

const linkAccount: Keeping = async (visit, child) => {
  const parsed = parseForm(linkForm, visit.form);
  if (!parsed.ok) return parsed.refusals;
  const { responsibility, checked, ...adult } = parsed.value;
  const account = await familyAccount(visit.transaction, {
    authorityId: visit.authority.id,
    email: adult.email,
  });
  if (account === null)
    return refusal(
      'no-account',
      'Nobody has signed in with this address yet. Ask them to sign in once',
      'email',
    );
  visit.note({
    event: 'account.linked',
    subject: { kind: 'household', id: child.householdId },
    details: { person: account.id, hasSaidHowChecked: checked !== '' },
  });
  return letAdultIn(visit, child, {
    ...adult,
    personId: account.id,
    hasParentalResponsibility: responsibility === 'yes',
  });
};

const responsibility: Keeping = async (visit, child) => {
  await setResponsibility(visit.transaction, {
    authorityId: visit.authority.id,
    householdId: child.householdId,
    carerId: idIn(visit, 'carer'),
    has: firstValue(visit.form, 'has') === 'yes',
    at: visit.clock.now(),
  });
  return null;
};

const homeForm = z.object({
  homeEmail: email('Enter the email address of the other parent'),
  homeFrom: date('Since'),
});

const addHome: Keeping = async (visit, child) => {
  const parsed = parseForm(homeForm, visit.form);
  if (!parsed.ok) return parsed.refusals;
  const authorityId = visit.authority.id;
  const { homeEmail, homeFrom } = parsed.value;
  const account = await familyAccount(visit.transaction, { authorityId, email: homeEmail });
  const household =
    account === null
      ? null
      : await householdOfPerson(visit.transaction, { authorityId, personId: account.id });
  if (household === null || household.id === child.householdId)
    return refusal(
      'no-household',
      'This address has no household of its own here. The other parent must have sent an application once',
      'homeEmail',
    );
  const isBarred =
    account !== null &&
    (await isBarredFromChild(visit.transaction, { authorityId, childId: child.id, personId: account.id }));
  if (isBarred)
    return refusal(
      'barred',
      'An order bars this adult from the child’s records. The home is not added',
      'homeEmail',
    );
  await addOtherHome(visit.transaction, {
    authorityId,
    childId: child.id,
    householdId: household.id,
    fromOn: homeFrom,
    by: visitorOf(visit).id,
    at: visit.clock.now(),
  });
  return null;
};

const endHome: Keeping = async (visit, child) => {
  await endOtherHome(visit.transaction, {
    authorityId: visit.authority.id,
    childId: child.id,
    homeId: idIn(visit, 'home'),
    on: visit.clock.today(),
  });
  return null;
};

const professionalForm = z.object({
  professionalName: words({ name: 'Name', missing: 'Enter the name' }),
  role: words({ name: 'Role', missing: 'Enter what they do' }),
  organisation: words({ name: 'Organisation', missing: 'Enter where they work' }),
  contact: words({ name: 'Telephone or email', max: 300 }),
  since: optionalDate('Since'),
});

const addProfessionalOf: Keeping = async (visit, child) => {
  const parsed = parseForm(professionalForm, visit.form);
  if (!parsed.ok) return parsed.refusals;
  const { professionalName, since, ...rest } = parsed.value;
  await addProfessional(visit.transaction, {
    authorityId: visit.authority.id,
    childId: child.id,
    householdId: child.householdId,
    name: professionalName,
    sinceOn: since,
    ...rest,
    by: visitorOf(visit).id,
    at: visit.clock.now(),
  });
  return null;
};

const endProfessionalOf: Keeping = async (visit, child) => {
  await endProfessional(visit.transaction, {
    authorityId: visit.authority.id,
    childId: child.id,
    professionalId: idIn(visit, 'professional'),
    on: visit.clock.today(),
  });
  return null;
};

const keepings: Readonly<Record<string, Keeping>> = {
  'link-account': linkAccount,
  'settle-invitation': settleInvitationOf,
  responsibility,
  'add-home': addHome,
  'end-home': endHome,
  'add-professional': addProfessionalOf,
  'end-professional': endProfessionalOf,
};

/** Keeps who is around a child: one of the page’s forms, by its name. */
export async function keepPeople(visit: Visit): Promise<Answer> {
  const child = await childOfVisit(visit);
  const what = firstValue(visit.form, 'what');
  const keeping = Object.hasOwn(keepings, what) ? keepings[what] : undefined;
  if (child === null || keeping === undefined) return notFound();
  const refused = await keeping(visit, child);
  if (refused !== null) return wrong(...[refused].flat());
  visit.concerns('child', child.id, { people: what });
  return redirect(`/practitioners/children/${child.id}?done=people`);
}
