/** The value in the middle: half of the values are smaller, half are greater. Of an even number, the lower of two. */
export function middleOf(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.trunc((values.length - 1) / 2)];
  if (middle === undefined) throw new Error('There is no middle of no values.');
  return middle;
}
