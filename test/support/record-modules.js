// Writes the address of every module that a program loads to the file named by MODULE_LOG.
//   node --import <this file> program.js
import { appendFileSync } from 'node:fs';
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

// The hooks run in a thread of their own, which loads this file again.
if (isMainThread) register(import.meta.url);

export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  appendFileSync(process.env.MODULE_LOG, `${found.url}\n`);
  return found;
}
