// A browser without a window: it keeps cookies, reads hidden fields, and speaks real HTTP.
import assert from 'node:assert/strict';
import type { Clock } from '#kernel/clock.ts';
import { newId } from '#kernel/id.ts';
import { beginSession } from '#platform/people/index.ts';
import type { Service } from '../../../../test/journeys/service.ts';
import { filledSteps, type PostedFields } from '../examples.ts';

function councilOf(service: Service) {
  const { database, authorities } = service.running.opened;
  const authority = authorities.find(({ slug }) => slug === 'medway');
  if (authority === undefined) throw new Error('Medway is not loaded');
  return { database, authorityId: authority.id };
}

/** A browser that keeps cookies, and a family that is signed in with it. */
export class Browser {
  readonly personId = newId();
  readonly #service: Service;
  readonly #clock: Clock;
  readonly #cookies = new Map<string, string>();

  constructor(service: Service, clock: Clock) {
    this.#service = service;
    this.#clock = clock;
  }

  async signsIn(): Promise<this> {
    const { database, authorityId } = councilOf(this.#service);
    const email = `${this.personId}@example.org`;
    const token = await database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
      await transaction
        .insertInto('people')
        .values({
          authority_id: authorityId,
          id: this.personId,
          kind: 'family',
          name: email,
          email,
          roles: [],
          created_at: this.#clock.now(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return beginSession(transaction, {
        authorityId,
        personId: this.personId,
        kind: 'family',
        way: 'email-link',
        device: 'a test',
        now: this.#clock.now(),
      });
    });
    this.#cookies.set('daybreak_session', token);
    return this;
  }

  forgets(cookie: string): void {
    this.#cookies.delete(cookie);
  }

  async asks(address: string, init: RequestInit = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(address, this.#service.address), {
      ...init,
      redirect: 'manual',
      headers: { cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/);
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return {
      status: response.status,
      to: response.headers.get('location') ?? '',
      html: await response.text(),
    };
  }

  /** Opens a page and gives the hidden fields of its form, as a browser would send them back. */
  async opensForm(address: string, action = address): Promise<Record<string, string>> {
    const { html, status } = await this.asks(address);
    assert.equal(status, 200, address);
    const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? '';
    const hidden = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
    return Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]));
  }

  posts(address: string, fields: PostedFields) {
    return this.asks(address, { method: 'POST', body: encoded(fields) });
  }

  async fillsIn(address: string): Promise<void> {
    for (const [slug, fields] of Object.entries(filledSteps())) {
      const hidden = await this.opensForm(`${address}/${slug}`);
      const { status } = await this.posts(`${address}/${slug}`, { ...hidden, ...fields });
      assert.equal(status, 303, slug);
    }
  }

  async starts(): Promise<string> {
    const hidden = await this.opensForm('/apply', '/apply/start');
    const { status, to } = await this.posts('/apply/start', hidden);
    assert.equal(status, 303);
    return to;
  }

  async applications() {
    const { database, authorityId } = councilOf(this.#service);
    return database.transaction({ authorityId, standing: 'system' }, (transaction) =>
      transaction.selectFrom('applications').selectAll().where('person_id', '=', this.personId).execute(),
    );
  }

  async files() {
    const { database, authorityId } = councilOf(this.#service);
    return database.transaction({ authorityId, standing: 'system' }, (transaction) =>
      transaction.selectFrom('files').selectAll().where('person_id', '=', this.personId).execute(),
    );
  }
}

function encoded(fields: PostedFields): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  );
}
