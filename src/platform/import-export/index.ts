export { mostRows, readCsv } from './read-csv.ts';
export { readSpreadsheet } from './read-spreadsheet.ts';
