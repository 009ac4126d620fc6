// Adds up the vitest JSON reports in a folder, names what failed, and prints `N passed, N failed` as the last line.
//   node .ci/totals.js <folder> [<failed step besides the suites> ...]
// In the folder: <suite>.json, the report; <suite>.log, all that it printed; <suite>.failed when its command failed.
// Fails when anything failed or when no test ran.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';

const LAST_LINES = 40;

const [folder, ...failedSteps] = process.argv.slice(2);
const suites = [...new Set(readdirSync(folder).map((name) => parse(name).name))];

/** What failed in one suite, a line each. */
function failuresOf(suite, report) {
  const failures = report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    // A file that does not load, or that cannot clean up, has failed, though it lists no such test.
    if (failed.length === 0 && file.status === 'failed') return [`${file.name}: ${file.message ?? 'failed'}`];
    return failed.map((test) => `${file.name}: ${test.fullName}`);
  });
  // The command can fail without a failed test: an error in the set-up or outside a test.
  const commandFailed = existsSync(join(folder, `${suite}.failed`));
  return failures.length > 0 || !commandFailed ? failures : [`npm run ${suite}\n${lastLinesOf(suite)}`];
}

function lastLinesOf(suite) {
  const path = join(folder, `${suite}.log`);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : [];
  const errors = lines.filter(
    (line) => /error|unhandled|timeout|timed out/i.test(line) && !/[✓↓]/.test(line),
  );
  return [...errors.slice(0, LAST_LINES), '...', ...lines.slice(-LAST_LINES)]
    .map((line) => `    ${line}`)
    .join('\n');
}

let passed = 0;
const failures = failedSteps.map((step) => `step: ${step}`);
for (const suite of suites) {
  const path = join(folder, `${suite}.json`);
  const report = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : { numPassedTests: 0, testResults: [] };
  passed += report.numPassedTests;
  failures.push(...failuresOf(suite, report));
}
for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`${String(passed)} passed, ${String(failures.length)} failed`);
process.exit(failures.length > 0 || passed === 0 ? 1 : 0);
