/**
 * One known thing. Yes or no: boolean. Whole number: number. Money: number of whole pence. Choice and text:
 * string. Date: "2026-06-01". Date and time: "2026-06-01T10:00", the clock on the wall in England. Choices:
 * list of answers. Period: the first and the last day.
 */
export type FactValue = boolean | number | string | readonly string[];
