import { createInterface, type Interface } from 'node:readline/promises';
import { ImpactError } from '../core/errors/impact-error.ts';
import type { Io } from './io.ts';
import { readCount, readHours } from './read-number.ts';

type Facts = Record<string, Record<string, unknown>>;

interface Question {
  readonly text: string;
  /** Puts the answer into the scenario; throws ImpactError when it cannot be read. */
  readonly put: (facts: Facts, answer: string) => void;
}

/** What can be asked in one line, by the scenario field that a kind of outage names. */
const questions: Readonly<Record<string, Question>> = {
  'outage.provider': {
    text: 'Which provider, such as aws?',
    put: (facts, answer) => set(facts, 'outage', 'provider', answer.toLowerCase()),
  },
  'outage.region': {
    text: 'Which region, such as us-east-1?',
    put: (facts, answer) => set(facts, 'outage', 'region', answer.toLowerCase()),
  },
  'outage.start': {
    text: 'When did it begin, with Z for UTC, such as 2025-10-20T06:48:00Z?',
    put: (facts, answer) => set(facts, 'outage', 'start', answer),
  },
  'outage.durationHours': {
    text: 'For how many hours was it down?',
    put: (facts, answer) => set(facts, 'outage', 'durationHours', readHours(answer, 'hours')),
  },
  'outage.restorationHours': {
    text: 'After how many hours was business normal again?',
    put: (facts, answer) => set(facts, 'outage', 'restorationHours', readHours(answer, 'hours')),
  },
  'affected.businesses': {
    text: 'How many firms are named in reports, such as 800?',
    put: (facts, answer) =>
      set(facts, 'affected', 'businesses', [{ count: readCount(answer, 'firms'), counted: 'named' }]),
  },
  'affected.userReports': {
    text: 'How many user reports came in, such as 2m?',
    put: (facts, answer) => set(facts, 'affected', 'userReports', [{ count: readCount(answer, 'reports') }]),
  },
  'affected.coverage': {
    text: 'Which country was cut off, as a code such as ES?',
    put: (facts, answer) => set(facts, 'affected', 'coverage', [{ country: answer.toUpperCase(), share: 1 }]),
  },
  'affected.flightsCancelled': {
    text: 'How many flights were cancelled?',
    put: (facts, answer) => set(facts, 'affected', 'flightsCancelled', readCount(answer, 'flights')),
  },
  'affected.passengers': {
    text: 'How many passengers lost their flight?',
    put: (facts, answer) => set(facts, 'affected', 'passengers', readCount(answer, 'passengers')),
  },
  'affected.devices': {
    text: 'How many devices stopped, such as 8.5m?',
    put: (facts, answer) => set(facts, 'affected', 'devices', readCount(answer, 'devices')),
  },
  'affected.companies[].annualRevenueUsd': {
    text: 'Yearly revenue of the company in US dollars, such as 250m?',
    put: (facts, answer) => setOfCompany(facts, 'annualRevenueUsd', readCount(answer, 'revenue')),
  },
  'affected.companies[].affectedUnitRevenueUsd': {
    text: 'Yearly revenue of the part that was down, in US dollars, such as 80m?',
    put: (facts, answer) => setOfCompany(facts, 'affectedUnitRevenueUsd', readCount(answer, 'revenue')),
  },
  'affected.companies[].manualFallback': {
    text: 'Could work go on by hand, yes or no?',
    put: (facts, answer) => setOfCompany(facts, 'manualFallback', readYesNo(answer)),
  },
};

/** The kind of outage, then the four facts that narrow its range most. */
const FACTS_ASKED = 4;

/**
 * Five questions on the terminal; an empty answer leaves a fact to the model's prior, an unreadable one is asked
 * again. Questions go to standard error, so that standard output holds the scenario alone.
 */
export async function askForFacts(io: Io): Promise<unknown> {
  const { bundledCatalog } = await import('../services/bundled-catalog.ts');
  const { checkScenario, scenarioJson } = await import('../services/open-scenario.ts');
  const { kinds } = await bundledCatalog();
  const terminal = createInterface({ input: io.stdin, output: io.stderr });
  try {
    const kind = await askUntil(
      terminal,
      io,
      `What failed? One of: ${[...kinds.keys()].join(', ')}`,
      (answer) => {
        const found = kinds.get(answer === '' ? 'cloud' : answer.toLowerCase());
        if (found !== undefined) return found;
        throw new ImpactError('KIND_UNKNOWN', {
          path: 'kind',
          message: `"${answer}" is none of them`,
          hint: 'an empty answer means cloud',
        });
      },
    );
    const facts: Facts = { outage: { kind: kind.id } };
    const asked = kind.ask.flatMap((path) => questions[path] ?? []).slice(0, FACTS_ASKED);
    for (const question of asked) {
      await askUntil(terminal, io, `${question.text} (empty: not known)`, (answer) => {
        if (answer !== '') question.put(facts, answer);
      });
    }
    return await scenarioJson(
      await checkScenario({ title: `${kind.title}: say which`, ...facts }, 'answers'),
    );
  } finally {
    terminal.close();
  }
}

async function askUntil<Answer>(
  terminal: Interface,
  io: Io,
  text: string,
  read: (answer: string) => Answer,
): Promise<Answer> {
  for (;;) {
    const answer = await Promise.race([terminal.question(`${text}\n> `), brokenOff(terminal)]);
    try {
      return read(answer.trim());
    } catch (error) {
      if (!(error instanceof ImpactError)) throw error;
      io.stderr.write(`${error.message}; ${error.hint}\n`);
    }
  }
}

/** Fails when the terminal closes, as with Ctrl-D: an open question would never be answered. */
function brokenOff(terminal: Interface): Promise<never> {
  const closed = new Promise<never>((_resolve, reject) => {
    terminal.once('close', () =>
      reject(
        new ImpactError('USAGE', {
          path: 'new',
          message: 'the questions were broken off',
          hint: 'nothing was written; `lossrange new --like <event>` asks none',
        }),
      ),
    );
  });
  // Closing after the last answer is no failure.
  closed.catch(() => undefined);
  return closed;
}

/** Answers about the one company that is asked about. */
function setOfCompany(facts: Facts, key: string, value: unknown): void {
  const known = (facts['affected']?.['companies'] as readonly Record<string, unknown>[] | undefined)?.[0];
  const company = known ?? { name: 'The company', sector: 'other-services' };
  set(facts, 'affected', 'companies', [{ ...company, [key]: value }]);
}

function readYesNo(answer: string): boolean {
  if (/^y(es)?$/i.test(answer)) return true;
  if (/^no?$/i.test(answer)) return false;
  throw new ImpactError('USAGE', {
    path: 'manualFallback',
    message: `cannot read "${answer}"`,
    hint: 'answer yes or no',
  });
}

function set(facts: Facts, part: string, key: string, value: unknown): void {
  facts[part] = { ...facts[part], [key]: value };
}
