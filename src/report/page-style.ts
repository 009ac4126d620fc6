/** Style of a report page: light and dark, narrow and wide, forced colours, print on A4. */
export function pageStyle(footer: string): string {
  // Nothing that could end the string or the style sheet.
  const foot = footer.replace(/[^\p{L}\p{N} .,:·-]/gu, '');
  return `:root{color-scheme:light dark;--ink:#1f2328;--muted:#59636e;--surface:#fff;--line:#d0d7de;--soft:#f3f5f7;--link:#0b5394;${chartColours('#59636e', '#fff', '#14547c', '#b4560f', '#8e1b3a')}}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ec;--muted:#a6b0bb;--surface:#14181d;--line:#3a424b;--soft:#1e242b;--link:#7cc0f5;${chartColours('#a6b0bb', '#14181d', '#6cb6e8', '#f0a35e', '#f28ba8')}}}
*{box-sizing:border-box}
body{margin:0;background:var(--surface);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
main{max-width:64rem;margin:0 auto;padding:1.25rem 1rem 3rem}
h1{font-size:1.15rem;line-height:1.3;margin:0 0 .5rem;font-weight:600}
h2{font-size:1.1rem;line-height:1.35;margin:0 0 .5rem}
p{margin:0 0 .6rem;max-width:46rem}
.answer{font-size:clamp(1.35rem,1rem + 1.6vw,2rem);line-height:1.25;font-weight:650;max-width:none;margin:.25rem 0 .75rem}
.what-if,.note{border-inline-start:3px solid var(--line);padding-inline-start:.6rem}
.muted,small,figcaption{color:var(--muted)}
small{display:block;font-size:.85em;font-weight:400}
section{margin-top:1.75rem;padding-top:1rem;border-top:1px solid var(--line)}
.part{margin-top:1.25rem}
section .part:first-of-type{margin-top:0}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,pre:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px}
figure{margin:0 0 .75rem}
.chart{display:block;max-width:100%;height:auto}
.wide .chart{width:100%;max-width:56rem}
.chart text{font-family:inherit}
.narrow{display:none}
table{border-collapse:collapse;font-size:.95rem;margin:0 0 .75rem;max-width:100%}
th,td{text-align:start;vertical-align:top;padding:.2rem .75rem .2rem 0;font-weight:400}
thead th{color:var(--muted);font-size:.9em;vertical-align:bottom}
.figure{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}
tbody tr{border-top:1px solid var(--line)}
.total th,.total td{font-weight:650;border-top:2px solid var(--ink)}
.dots{letter-spacing:.1em;color:var(--chart-first);white-space:nowrap}
pre{background:var(--soft);padding:.6rem .75rem;margin:0 0 .75rem;overflow-x:auto;border-radius:4px;font:.85rem/1.45 ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.wrap pre{white-space:pre-wrap}
a,code{overflow-wrap:anywhere}
code{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.92em}
pre code{font-size:1em}
details{margin:0 0 .75rem}
summary{cursor:pointer;font-weight:600;padding:.25rem 0}
.scroll{overflow-x:auto}
.scroll table{min-width:44rem;font-size:.87rem;max-width:none}
ul{margin:0 0 .75rem;padding-inline-start:1.25rem}
@media (min-width:56rem){.pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1.5rem 2rem;align-items:start}}
@media (max-width:36rem){.wide{display:none}.narrow{display:block}th,td{padding-inline-end:.5rem}th,td:not(.figure){overflow-wrap:anywhere}table{font-size:.9rem}}
@media (forced-colors:active){:root{${chartColours('CanvasText', 'Canvas', 'CanvasText', 'CanvasText', 'CanvasText')}}.chart{fill:CanvasText;color:CanvasText}.chart text{stroke:none}}
@page{size:A4;margin:12mm 13mm 15mm;@bottom-center{content:"${foot}";font:7.5pt sans-serif;color:#555}}
@media print{:root{color-scheme:light;--ink:#000;--muted:#444;--surface:#fff;--line:#bbb;--soft:#f4f4f4;--link:#000;${chartColours('#444', '#fff', '#14547c', '#b4560f', '#8e1b3a')}}
body{font-size:9pt;line-height:1.38}main{max-width:none;padding:0}h1{font-size:11pt}h2{font-size:10.5pt}.answer{font-size:14.5pt;margin:0 0 1mm}.wide .chart{max-width:140mm}
.wide{display:block}.narrow{display:none}.pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:5mm;align-items:start}.beside{grid-template-columns:minmax(0,2fr) minmax(0,3fr)}
section{margin-top:3.5mm;padding-top:2.5mm}table{font-size:8.5pt;margin-bottom:1.5mm}th,td{padding-top:.3mm;padding-bottom:.3mm}p{margin-bottom:1.5mm;max-width:none}figure{margin-bottom:1mm}
table,figure,pre,li{break-inside:avoid}.scroll table{break-inside:auto;min-width:0;font-size:7.5pt}.scroll{overflow:visible}h2{break-after:avoid}pre{white-space:pre-wrap;font-size:7.5pt}a{text-decoration:none}.links a::after{content:" " attr(href);color:var(--muted);font-size:7.5pt}}`;
}

function chartColours(muted: string, surface: string, first: string, second: string, claim: string): string {
  return `--chart-muted:${muted};--chart-surface:${surface};--chart-first:${first};--chart-second:${second};--chart-claim:${claim}`;
}
