// Starts every set-up of the folder, writes their addresses as one line of JSON, and ends with its standard input.
import { readdirSync } from 'node:fs';

process.on('unhandledRejection', error => console.error('unhandled', error?.message));
process.on('uncaughtException', error => console.error('uncaught', error?.message));
const endpoints = {};
for (const file of readdirSync(new URL('setups/', import.meta.url)).sort())
  Object.assign(endpoints, await (await import(`./setups/${file}`)).start());
console.log(JSON.stringify(endpoints));
process.stdin.on('end', () => process.exit(0)).resume();
