/** Where the samples lie in the project, and where the page has them from. */
const samples = {
  portfolio: {
    path: 'data/samples/portfolio.csv',
    url: new URL('../../../data/samples/portfolio.csv', import.meta.url),
  },
  reinsurance: {
    path: 'data/samples/reinsurance.csv',
    url: new URL('../../../data/samples/reinsurance.csv', import.meta.url),
  },
};
export type SampleName = keyof typeof samples;

const fetched = new Map<SampleName, File>();

/** An invented file that comes with the page; fetched from where the page comes from, when it is asked for. */
export async function sampleFile(name: SampleName): Promise<File> {
  const before = fetched.get(name);
  if (before !== undefined) return before;
  const response = await fetch(samples[name].url);
  if (!response.ok) throw new TypeError(`status ${response.status}`);
  const file = new File([await response.blob()], `${name}.csv`, { type: 'text/csv' });
  // Asked for twice at once, it is one file all the same.
  if (!fetched.has(name)) fetched.set(name, file);
  return fetched.get(name) ?? file;
}

/** How the command line finds a file: a sample in the project, any other by its name. */
export function pathOf(file: File): string {
  const sample = [...fetched].find(([, one]) => one === file)?.[0];
  return sample === undefined ? file.name : samples[sample].path;
}
