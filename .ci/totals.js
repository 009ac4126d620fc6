// Adds up the vitest JSON reports in a folder and prints `N passed, N failed`.
//   node .ci/totals.js <folder> <number of failed steps besides the suites>
// In the folder: <suite>.json, the report; <suite>.failed when the command of the suite failed.
// Fails when anything failed or when no test ran.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';

const [folder, failedSteps] = process.argv.slice(2);

function totalsOf(suite) {
  const path = join(folder, `${suite}.json`);
  const report = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  // A file that does not load has failed, though it lists no test.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  // The command can fail without a failed test: an error in the set-up or outside a test.
  const commandFailed = existsSync(join(folder, `${suite}.failed`));
  return { passed: report.numPassedTests, failed: commandFailed ? Math.max(failed, 1) : failed };
}

const suites = [...new Set(readdirSync(folder).map((name) => parse(name).name))].map(totalsOf);
const passed = suites.reduce((sum, suite) => sum + suite.passed, 0);
const failed = suites.reduce((sum, suite) => sum + suite.failed, Number(failedSteps));
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
