/** Options that change where or how much is printed, not what. */
const presentation = new Set(['--out', '--save', '--quiet', '--debug']);
const takesValue = new Set(['--out', '--save']);

/** The command that gives the same figures again, quoted for a shell. */
export function commandLine(args: readonly string[]): string {
  const kept: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    const name = arg.split('=')[0] ?? '';
    if (!presentation.has(name)) kept.push(arg);
    else if (takesValue.has(name) && !arg.includes('=')) index += 1;
  }
  return ['lossrange', ...kept].map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
