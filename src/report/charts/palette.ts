/** Colours of a chart. Each pair that must be told apart also differs in shape or lightness. */
export interface Palette {
  readonly ink: string;
  readonly muted: string;
  readonly surface: string;
  readonly first: string;
  readonly second: string;
  readonly claim: string;
}

const plain: Palette = {
  ink: '#1f2328',
  muted: '#59636e',
  surface: '#ffffff',
  first: '#14547c',
  second: '#b4560f',
  claim: '#8e1b3a',
};

/** For a file: fixed colours on white, since image viewers know no variables. */
export const filePalette: Palette = plain;

/** For a page: the page's own colours, by variables that it may leave out. */
export const pagePalette: Palette = {
  ink: 'currentColor',
  muted: `var(--chart-muted, ${plain.muted})`,
  surface: `var(--chart-surface, ${plain.surface})`,
  first: `var(--chart-first, ${plain.first})`,
  second: `var(--chart-second, ${plain.second})`,
  claim: `var(--chart-claim, ${plain.claim})`,
};
