// Computes all indicators by DuckDB from the rows that ./bench figures wrote out, and prints how long that took.
// node compute.mjs DIRECTORY: reads DIRECTORY/<register>.csv and <register>.sql, writes DIRECTORY/cells.csv.
import { DuckDBInstance } from '@duckdb/node-api';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const directory = process.argv[2];
const database = await DuckDBInstance.create(':memory:');
const connection = await database.connect();
const registers = readdirSync(directory).filter((name) => name.endsWith('.sql')).map((name) => name.slice(0, -4));

const loading = performance.now();
for (const register of registers) {
  const table = 'r_' + register.replace('.', '_');
  const columns = readFileSync(join(directory, register + '.columns'), 'utf8');
  await connection.run(
    `CREATE TABLE ${table} AS SELECT * FROM read_csv('${join(directory, register + '.csv')}', header = true, columns = ${columns})`,
  );
}
const loaded = performance.now();

const cells = [];
for (const register of registers) {
  const result = await connection.runAndReadAll(readFileSync(join(directory, register + '.sql'), 'utf8'));
  for (const [indicator, month, unit, value] of result.getRows())
    if (value !== null) cells.push(`${indicator},${month},${unit},${value}`);
}
const computed = performance.now();
writeFileSync(join(directory, 'cells.csv'), cells.join('\n') + '\n');
console.log(JSON.stringify({ version: (await connection.runAndReadAll('SELECT version()')).getRows()[0][0], load: loaded - loading, compute: computed - loaded }));
