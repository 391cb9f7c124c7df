import { refusal } from '#kernel/refusal.ts';
import { firstValue } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { importOfVisit } from '../import-of-visit.ts';
import { settleImport } from '../store/imports.ts';
import { acceptImport, takeInFile } from '../take-in.ts';

/** Takes a file in to be looked at. Nothing is loaded. */
export async function uploadImport(visit: Visit): Promise<Answer> {
  const upload = visit.uploads.find(({ field }) => field === 'file');
  if (upload === undefined) return wrong(refusal('missing', 'Choose the CSV file', 'file'));
  if (upload.tooBig)
    return wrong(refusal('too-big', 'The file is larger than 10MB. Send it in several', 'file'));
  const chosen = firstValue(visit.form, 'mapping');
  const taken = await takeInFile(visit, {
    name: upload.name,
    bytes: upload.bytes,
    mappingId: chosen === '' ? null : chosen,
    by: signedIn(visit).id,
  });
  if (!taken.ok) return wrong(taken);
  visit.concerns('register-import', taken.value);
  return redirect(`/practitioners/register/import/${taken.value}`);
}

/** Loads an import as it was looked at, whole; or sets it aside. */
export async function settleImportOfVisit(visit: Visit): Promise<Answer> {
  const one = await importOfVisit(visit);
  if (one === null) return notFound();
  const here = `/practitioners/register/import/${one.id}`;
  const by = signedIn(visit).id;
  if (firstValue(visit.form, 'what') === 'set-aside') {
    const isSet = await settleImport(visit.transaction, {
      authorityId: visit.authority.id,
      importId: one.id,
      state: 'set-aside',
      counts: null,
      by,
      at: visit.clock.now(),
    });
    return isSet ? redirect(here) : wrong(refusal('settled', 'Somebody settled this import already'));
  }
  const accepted = await acceptImport(visit, {
    importId: one.id,
    seen: firstValue(visit.form, 'seen'),
    leavesOutWrong: firstValue(visit.form, 'leaveOut') === 'yes',
    by,
  });
  if (!accepted.ok) return wrong(accepted);
  visit.concerns('register-import', one.id, { ...accepted.value });
  return redirect(here);
}
