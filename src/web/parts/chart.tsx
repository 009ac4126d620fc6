import { useEffect, useRef } from 'preact/hooks';
import type * as charts from '../exports/charts.ts';
import type { ChartOptions } from '../../report/charts/chart-options.ts';
import type { SvgElement } from '../../report/charts/svg-element.ts';
import { useStore } from './store-context.ts';

type Charts = typeof charts;

/** Laid out anew at these widths only, so that a window that is dragged does not draw without end. */
const WIDTH_STEP = 60;
const LEAST_WIDTH = 300;
const MOST_WIDTH = 720;

/**
 * A drawing beside its table. The library that draws is loaded when the first chart comes into view; until then, and
 * where there is nothing to draw, the table says it all.
 */
export function Chart(props: {
  readonly draw: (charts: Charts, options: ChartOptions) => SvgElement | null;
  /** What the drawing depends on. */
  readonly of: unknown;
  readonly names: ReadonlyMap<string, string>;
}) {
  const { draw, of, names } = props;
  const { page, rate } = useStore();
  const { language, digits } = page.value;
  const currency = rate.value;
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let left = false;
    const show = async (): Promise<void> => {
      const loaded = await import('../exports/charts.ts');
      if (left) return;
      const steps = Math.floor(element.clientWidth / WIDTH_STEP) * WIDTH_STEP;
      const svg = draw(loaded, {
        document,
        language,
        digits,
        width: Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, steps)),
        form: 'page',
        currency: currency ?? undefined,
        countryNames: names,
      });
      if (svg === null) element.replaceChildren();
      else element.replaceChildren(svg as unknown as Node);
    };
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watcher.disconnect();
      void show();
    });
    watcher.observe(element);
    return () => {
      left = true;
      watcher.disconnect();
    };
  }, [of, language, digits, currency, names]);

  return <div class="chart-frame" ref={place} />;
}
