import { views } from '../state/page-state.ts';
import type { Theme } from '../state/store.ts';
import { writeState } from '../state/url-state.ts';
import { useStore } from './store-context.ts';

const nextTheme: Readonly<Record<Theme, Theme>> = { auto: 'dark', dark: 'light', light: 'auto' };
const themeSigns: Readonly<Record<Theme, string>> = { auto: '◐', dark: '●', light: '○' };

export function Header() {
  const { page, speech, theme, index, go } = useStore();
  const { words } = speech.value;
  const { view, language, digits, currency } = page.value;
  const other = language === 'en' ? 'ar' : 'en';
  return (
    <header class="top">
      <a class="skip" href="#answer" onClick={skipToAnswer}>
        {words.skip}
      </a>
      <p class="brand">
        <bdi dir="ltr">lossrange</bdi>
      </p>
      <nav aria-label={words.navigation}>
        <ul>
          {views.map((name) => (
            <li key={name}>
              <a
                href={`#${writeState({ ...page.value, view: name })}`}
                aria-current={view === name ? 'page' : undefined}
                onClick={(event) => {
                  // A new tab stays a new tab.
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  go({ view: name });
                }}
              >
                {words.views[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="settings">
        {/* What insurers type and see is in US dollars. */}
        {view !== 'insurer' && (
          <select
            aria-label={words.settings.currency}
            value={currency}
            onChange={(event) => go({ currency: event.currentTarget.value })}
          >
            {codesOf(index.value?.exchangeRates, currency).map((code) => (
              <option key={code} value={code}>
                {code === 'USD' ? 'US$\u200e' : code}
              </option>
            ))}
          </select>
        )}
        {language === 'ar' && (
          <select
            aria-label={words.settings.digits}
            value={digits}
            onChange={(event) => go({ digits: event.currentTarget.value === 'arab' ? 'arab' : 'latn' })}
          >
            <option value="latn">123</option>
            <option value="arab">١٢٣</option>
          </select>
        )}
        <button type="button" class="quiet" lang={other} onClick={() => go({ language: other })}>
          {words.settings.otherLanguage}
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={words.settings.theme[theme.value]}
          title={words.settings.theme[theme.value]}
          onClick={() => (theme.value = nextTheme[theme.value])}
        >
          <span aria-hidden="true">{themeSigns[theme.value]}</span>
        </button>
      </div>
    </header>
  );
}

/** US dollars first; before the list is there, only the one in use. */
function codesOf(rates: ReadonlyMap<string, unknown> | undefined, current: string): readonly string[] {
  const others = rates === undefined ? [current] : [...rates.keys()].sort();
  return ['USD', ...others.filter((code) => code !== 'USD')];
}

/** The address holds the state, so it cannot hold a place on the page too. */
function skipToAnswer(event: Event): void {
  event.preventDefault();
  const answer = document.querySelector<HTMLElement>('#answer');
  answer?.focus();
  answer?.scrollIntoView();
}
