// Prints rows, and the sums of change and of both ends of the range that holds it 8 times in 10.
import { readFileSync } from "node:fs";
import { parquetReadObjects } from "hyparquet";

const bytes = readFileSync(process.argv[2]);
const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
const rows = await parquetReadObjects({ file });
const sum = (name) => rows.reduce((all, row) => all + (row[name] ?? 0), 0);
console.log(rows.length, sum("Change"), sum("Lower80"), sum("Upper80"));
