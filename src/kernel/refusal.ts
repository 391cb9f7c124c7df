/**
 * A "no" that people should expect: a form with a mistake, a session that is full, a decision that somebody
 * else took first. It is a value, not an exception; exceptions are bugs.
 *
 * `code` is for programs (kebab-case), `message` is a whole sentence for the person and says the mend,
 * `field` names the input it belongs to, where there is one.
 */
export type Refusal = {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
  readonly field?: string;
};

export type Success<T> = { readonly ok: true; readonly value: T };

export type Result<T> = Success<T> | Refusal;

/** Gives the success that carries `value`. */
export function success<T>(value: T): Success<T> {
  return { ok: true, value };
}

/** Gives the refusal with its code, its sentence and, where it belongs to one, the field. */
export function refusal(code: string, message: string, field?: string): Refusal {
  return field === undefined ? { ok: false, code, message } : { ok: false, code, message, field };
}
