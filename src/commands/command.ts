/** One command of `daybreak`: what it is for, and what runs it. It gives the exit code: 0, 1 (a refusal) or 2 (misuse). */
export type Command = {
  readonly usage: string;
  readonly purpose: string;
  run(words: readonly string[]): Promise<number>;
};
