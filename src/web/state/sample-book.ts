/** Where the sample lies in the project. */
export const SAMPLE_PATH = 'data/samples/portfolio.csv';

let sample: File | undefined;

/** The invented book that comes with the page; fetched from where the page comes from, when it is asked for. */
export async function sampleBook(): Promise<File> {
  if (sample !== undefined) return sample;
  const response = await fetch(new URL('../../../data/samples/portfolio.csv', import.meta.url));
  if (!response.ok) throw new TypeError(`status ${response.status}`);
  sample = new File([await response.blob()], 'portfolio.csv', { type: 'text/csv' });
  return sample;
}

export function isSample(file: File): boolean {
  return file === sample;
}
