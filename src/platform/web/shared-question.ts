/**
 * A question to the database that many requests have at the same time. Each is answered by one that was asked after
 * it came in, so that none is told what is old; those that come while one is asked share the next.
 */
export class SharedQuestion<Answer> {
  #running: Promise<Answer> | null = null;
  #next: Promise<Answer> | null = null;

  ask(question: () => Promise<Answer>): Promise<Answer> {
    if (this.#running === null) return this.#begin(question);
    this.#next ??= this.#afterRunning(question);
    return this.#next;
  }

  async #afterRunning(question: () => Promise<Answer>): Promise<Answer> {
    try {
      await this.#running;
    } catch {
      // Whoever asked that one is told of it.
    }
    this.#next = null;
    return this.#begin(question);
  }

  #begin(question: () => Promise<Answer>): Promise<Answer> {
    const running = question().finally(() => {
      if (this.#running === running) this.#running = null;
    });
    this.#running = running;
    return running;
  }
}
