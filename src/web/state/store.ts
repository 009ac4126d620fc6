import { batch, computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { EngineProblem, Superseded, type EngineClient } from '../engine/client.ts';
import type {
  CatalogIndex,
  ClaimReply,
  ComparisonReply,
  EstimateReply,
  PriceReply,
  Problem,
  ReachReply,
} from '../engine/messages.ts';
import { speechOf, type Speech } from '../words/speech.ts';
import { createBookRun, type BookRun } from './book-run.ts';
import type { Choice } from './choice.ts';
import { ImpactError } from '../../core/errors/impact-error.ts';
import { currencyRate, type CurrencyRate } from '../../report/currency.ts';
import { defaultState, type PageState } from './page-state.ts';
import { readState, writeState } from './url-state.ts';

export type Theme = 'auto' | 'light' | 'dark';

/** What the page knows; views read the signals and call the functions. */
export interface Store {
  readonly page: ReadonlySignal<PageState>;
  readonly speech: ReadonlySignal<Speech>;
  /** Null for US dollars, and where no rate is known. */
  readonly rate: ReadonlySignal<CurrencyRate | null>;
  readonly theme: Signal<Theme>;
  readonly index: ReadonlySignal<CatalogIndex | null>;
  readonly shown: ReadonlySignal<EstimateReply | null>;
  readonly comparison: ReadonlySignal<ComparisonReply | null>;
  readonly claim: ReadonlySignal<ClaimReply | null>;
  readonly price: ReadonlySignal<PriceReply | null>;
  readonly book: BookRun;
  readonly reach: ReadonlySignal<ReachReply | null>;
  readonly problem: ReadonlySignal<Problem | null>;
  /** True once an answer takes longer than a reader takes for granted. */
  readonly working: ReadonlySignal<boolean>;
  /** Keys of the address that were not understood. */
  readonly ignored: ReadonlySignal<readonly string[]>;
  /** Said aloud once an answer stands. */
  readonly announcement: Signal<string>;
  /** Changes the state and remembers the step, so that Back undoes it. */
  readonly go: (change: Partial<PageState>) => void;
  /** Changes a fact of one side. `moving`: a slider that is still held; the step is not remembered yet. */
  readonly changeChoice: (side: 'choice' | 'other', change: Partial<Choice>, moving?: boolean) => void;
  /** Takes the address of the page again, after Back or a pasted link. */
  readonly readAddress: () => void;
  /** The scenario as a file. */
  readonly scenarioFile: () => Promise<unknown>;
  /** The link to what is shown. */
  readonly link: () => string;
}

/** Most outcomes while a slider moves: an answer from these follows a finger. */
const MOST_MOVING_DRAWS = 10_000;

/** Work longer than this is shown to go on. */
const PATIENCE_MS = 300;
/** After an answer, before the engine looks which methods feel which fact. */
const REACH_AFTER_MS = 250;

export function createStore(engine: EngineClient, window: Window): Store {
  const first = readState(window.location.hash);
  const page = signal<PageState>(withLanguageOf(first.state, window));
  const ignored = signal<readonly string[]>(first.ignored);
  const index = signal<CatalogIndex | null>(null);
  const shown = signal<EstimateReply | null>(null);
  const comparison = signal<ComparisonReply | null>(null);
  const claim = signal<ClaimReply | null>(null);
  const price = signal<PriceReply | null>(null);
  const reach = signal<ReachReply | null>(null);
  const problem = signal<Problem | null>(null);
  const working = signal(false);
  const announcement = signal('');
  const theme = signal<Theme>(readTheme(window));
  const rate = computed(() => {
    const { currency, view } = page.value;
    // The terms of a policy are stated in dollars.
    if (view === 'insurer') return null;
    const rates = index.value?.exchangeRates;
    const facts = view === 'compare' ? comparison.value?.facts[0] : shown.value?.facts;
    if (rates === undefined || facts === undefined) return null;
    return rateAt(rates, currency, facts.start ?? facts.asOf);
  });
  const speech = computed(() => {
    const { language, digits } = page.value;
    return speechOf(language, digits, rate.value ?? undefined);
  });
  let timer = 0;
  let reachTimer = 0;

  const fail = (error: unknown): void => {
    if (error instanceof Superseded) return;
    if (!(error instanceof EngineProblem)) throw error;
    batch(() => {
      problem.value = error.problem;
      working.value = false;
    });
  };

  /** Runs one question; says that it goes on when it takes long. */
  const during = async <Answer>(question: Promise<Answer>, use: (answer: Answer) => void): Promise<void> => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => (working.value = true), PATIENCE_MS);
    try {
      const answer = await question;
      batch(() => {
        problem.value = null;
        use(answer);
      });
    } catch (error) {
      if (error instanceof Superseded) return;
      fail(error);
    }
    window.clearTimeout(timer);
    working.value = false;
  };

  const askEstimate = (moving: boolean): void => {
    const { choice } = page.value;
    const draws = moving ? MOST_MOVING_DRAWS : undefined;
    void during(engine.ask('main', { kind: 'estimate', choice, draws }), (reply) => {
      shown.value = reply;
      if (!moving) askReach(choice);
    });
  };

  const askReach = (choice: Choice): void => {
    window.clearTimeout(reachTimer);
    if (page.value.view !== 'estimate') return;
    reachTimer = window.setTimeout(() => {
      engine.ask('reach', { kind: 'reach', choice }).then((reply) => (reach.value = reply), fail);
    }, REACH_AFTER_MS);
  };

  const askComparison = (): void => {
    const { choice, other } = page.value;
    void during(
      engine.ask('main', { kind: 'compare', first: choice, second: other }),
      (reply) => (comparison.value = reply),
    );
  };

  const askClaim = (): void => {
    const { choice, claim: said, language } = page.value;
    void during(
      engine.ask('main', { kind: 'claim', choice, claim: said, language }),
      (reply) => (claim.value = reply),
    );
  };

  const askPrice = (): void => {
    const { risk } = page.value;
    void during(engine.ask('main', { kind: 'price', risk }), (reply) => (price.value = reply));
  };

  const ask = (): void => {
    if (page.value.view === 'compare') askComparison();
    else if (page.value.view === 'claim') askClaim();
    else if (page.value.view === 'estimate') askEstimate(false);
    // A book waits for its file.
    else if (page.value.part === 'risk') askPrice();
  };

  const remember = (): void => {
    const address = `#${writeState(page.value)}`;
    if (address !== window.location.hash) window.history.pushState(null, '', address);
  };

  const go = (change: Partial<PageState>): void => {
    const before = page.value;
    const after = { ...before, ...change };
    page.value = after;
    ignored.value = [];
    remember();
    const computes: readonly (keyof PageState)[] = [
      ...(['view', 'choice', 'other', 'claim', 'part', 'risk'] as const),
      // The quote of a claim is made by the engine.
      ...(after.view === 'claim' ? (['language'] as const) : []),
    ];
    if (computes.some((part) => before[part] !== after[part])) ask();
  };

  engine.ask('index', { kind: 'index' }).then((reply) => (index.value = reply), fail);
  ask();
  effect(() => applyTheme(theme.value, window));

  return {
    page,
    speech,
    rate,
    theme,
    index,
    shown,
    comparison,
    claim,
    price,
    book: createBookRun(engine, window, PATIENCE_MS),
    reach,
    problem,
    working,
    ignored,
    announcement,
    go,
    changeChoice: (side, change, moving = false) => {
      const next = withoutUndefined({ ...page.value[side], ...change });
      if (!moving) go({ [side]: next });
      else {
        page.value = { ...page.value, [side]: next };
        if (page.value.view === 'estimate') askEstimate(true);
      }
    },
    readAddress: () => {
      const read = readState(window.location.hash);
      if (writeState(read.state) === writeState(page.value) && read.ignored.length === 0) return;
      page.value = read.state;
      ignored.value = read.ignored;
      ask();
    },
    scenarioFile: () => engine.ask('file', { kind: 'scenario', choice: page.value.choice }),
    link: () => `${window.location.href.replace(/#.*$/, '')}#${writeState(page.value)}`,
  };
}

/** Rate of the year of the outage; null for US dollars, and for a year before the table. */
function rateAt(
  rates: Parameters<typeof currencyRate>[0],
  code: string,
  date: string | null,
): CurrencyRate | null {
  if (code === 'USD') return null;
  try {
    return currencyRate(rates, code, date === null ? Infinity : Number(date.slice(0, 4)));
  } catch (error) {
    if (error instanceof ImpactError) return null;
    throw error;
  }
}

/** Without an address the page opens in the reader's language. */
function withLanguageOf(state: PageState, window: Window): PageState {
  const arabicFirst = window.navigator.languages[0]?.toLowerCase().startsWith('ar') === true;
  return window.location.hash === '' && arabicFirst ? { ...defaultState, language: 'ar' } : state;
}

const THEME_KEY = 'lossrange.theme';

/** A page that may not store anything follows the system. */
function readTheme(window: Window): Theme {
  try {
    const stored = window.localStorage.getItem(THEME_KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'auto';
  } catch {
    return 'auto';
  }
}

function applyTheme(theme: Theme, window: Window): void {
  const { dataset } = window.document.documentElement;
  if (theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = theme;
  try {
    window.localStorage.setItem(THEME_KEY, theme);
  } catch {
    // The choice then lasts as long as the page.
  }
}

function withoutUndefined(choice: Choice): Choice {
  return Object.fromEntries(
    Object.entries(choice).filter(([, value]) => value !== undefined),
  ) as unknown as Choice;
}
