import type { ChartOptions } from '../../report/charts/chart-options.ts';
import type { CurrencyRate } from '../../report/currency.ts';
import type { EstimateResult } from '../../core/result.ts';
import type { Citation } from '../../report/citation.ts';
import type { EstimateReply } from '../engine/messages.ts';
import { citationOf } from '../../report/citation.ts';
import { commandOf, curlOf, fileCommand, SCENARIO_FILE } from '../exports/command-line.ts';
import { saveFile } from '../exports/save-file.ts';
import type { Choice } from '../state/choice.ts';
import type { Digits } from '../state/page-state.ts';
import type { Speech } from '../words/speech.ts';
import { CopiedLine } from './copied-line.tsx';
import { useStore } from './store-context.ts';

interface Props {
  readonly reply: EstimateReply;
  readonly choice: Choice;
  readonly link: () => string;
  readonly speech: Speech;
  readonly names: ReadonlyMap<string, string>;
}

/** The lines that give the same result elsewhere, and the files to take along. */
export function RunSection(props: Props) {
  const { reply, choice, link, speech } = props;
  const store = useStore();
  const { words } = speech;
  const { result, rough } = reply;
  const command = commandOf(choice);
  return (
    <section class="run" aria-labelledby="run-title">
      <h2 id="run-title">{words.run.title}</h2>
      <p class="muted">{words.run.intro}</p>
      <dl>
        <CopiedLine
          name={command === null ? words.run.cliFile : words.run.cli}
          text={command ?? fileCommand}
          copy={words.run.copy}
        />
        <CopiedLine name={words.run.curl} text={curlOf(apiOrigin())} copy={words.run.copy} />
        <CopiedLine
          name={words.run.citation}
          text={`${citationFor(result).full} ${link()}`}
          copy={words.run.copy}
          prose
        />
      </dl>
      <p class="downloads">
        {words.run.download}:{' '}
        {downloads(props, {
          rate: store.rate.value,
          digits: store.page.value.digits,
          scenarioFile: store.scenarioFile,
        }).map(({ name, label, run }) => (
          <button key={name} type="button" class="quiet" onClick={() => void run()}>
            <bdi>{label}</bdi>
          </button>
        ))}
      </p>
      <p class="record">
        {words.run.id}{' '}
        <bdi dir="ltr">
          {/* A rough answer has an id too, but of a result that nobody asked for. */}
          {rough ? <code>…</code> : <code data-testid="result-id">{result.id}</code>}
        </bdi>{' '}
        ·{' '}
        {words.run.record(
          speech.figure(result.draws.toLocaleString('en-US')),
          speech.figure(String(result.seed)),
          speech.figure(result.versions.engine),
        )}
      </p>
    </section>
  );
}

function citationFor({ id, scenario, versions }: EstimateResult): Citation {
  const title = scenario.title ?? scenario.id ?? 'An outage';
  return citationOf({ title, id, version: versions.engine, kind: 'estimate', asOf: scenario.asOf });
}

/** Where the API answers: this server, or the usual place when the page is a file somewhere. */
function apiOrigin(): string {
  return /^https?:$/.test(window.location.protocol) ? window.location.origin : 'http://127.0.0.1:8080';
}

interface Download {
  readonly name: string;
  readonly label: string;
  readonly run: () => Promise<void> | void;
}

interface Source {
  readonly rate: CurrencyRate | null;
  readonly digits: Digits;
  readonly scenarioFile: () => Promise<unknown>;
}

/** The formats of the command line, made by the same code; each is loaded when it is asked for. */
function downloads(
  { reply, names, choice, speech }: Props,
  { rate, digits, scenarioFile }: Source,
): readonly Download[] {
  const { result, ask, said } = reply;
  const stem = `${result.scenario.id ?? 'lossrange'}-${result.id.slice(0, 8)}`;
  const options = {
    unicode: true,
    currency: rate ?? undefined,
    countryNames: names,
    said,
    ask,
    command: commandOf(choice) ?? fileCommand,
    subject: choice.event,
  };
  const chartOptions = {
    document: document as unknown as ChartOptions['document'],
    language: speech.words.language,
    digits,
    currency: rate ?? undefined,
    countryNames: names,
  };
  const picture = async (): Promise<string> => {
    const { outcomesChart } = await import('../exports/charts.ts');
    return outcomesChart({ result }, { ...chartOptions, form: 'file' }).outerHTML;
  };
  return [
    {
      name: 'page',
      label: speech.words.run.savePage,
      run: async () => {
        const [{ estimateHtml }, { estimateCharts }] = await Promise.all([
          import('../../report/estimate-html.ts'),
          import('../../report/charts/estimate-charts.ts'),
        ]);
        // The report as one page is in English.
        const { svg, charts } = estimateCharts(result, { ...chartOptions, language: 'en' });
        const html = estimateHtml(result, { ...options, svg, charts, scenario: await scenarioFile() });
        saveFile(`${stem}.html`, 'text/html', html);
      },
    },
    {
      name: 'svg',
      label: 'SVG',
      run: async () => saveFile(`${stem}.svg`, 'image/svg+xml', await picture()),
    },
    {
      name: 'png',
      label: 'PNG',
      run: async () => {
        const { pngOf } = await import('../exports/picture-file.ts');
        saveFile(`${stem}.png`, 'image/png', await pngOf(await picture()));
      },
    },
    {
      name: 'scenario',
      label: SCENARIO_FILE,
      run: async () => {
        const { jsonText } = await import('../../report/json-text.ts');
        saveFile(SCENARIO_FILE, 'application/json', jsonText(await scenarioFile()));
      },
    },
    {
      name: 'json',
      label: 'JSON',
      run: async () => {
        const { estimateJson } = await import('../../report/estimate-json.ts');
        saveFile(`${stem}.json`, 'application/json', estimateJson(result, rate ?? undefined));
      },
    },
    {
      name: 'csv',
      label: 'CSV',
      run: async () => {
        const { estimateCsv } = await import('../../report/estimate-csv.ts');
        saveFile(`${stem}.csv`, 'text/csv;charset=utf-8', `\ufeff${estimateCsv(result, rate ?? undefined)}`);
      },
    },
    {
      name: 'markdown',
      label: 'Markdown',
      run: async () => {
        const { estimateMarkdown } = await import('../../report/estimate-markdown.ts');
        saveFile(`${stem}.md`, 'text/markdown', estimateMarkdown(result, options));
      },
    },
  ];
}
