#!/usr/bin/env node
import { run } from './run.ts';

process.exitCode = await run({
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  args: process.argv.slice(2),
});
