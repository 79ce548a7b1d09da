import { painterCode } from '../map/painter/painter';
import { download } from '../model/download';
import type { Viewer } from '../model/viewer.svelte';
import { base64, type Embedded } from '../protocol/embedded';
import type { Hello } from '../protocol/messages';

const RESIDENTS = 60_000;
const WEEKS = 27;

/** Makes one HTML file of the comparison on screen: opens offline, from a file share, without the host. */
export async function exportPage(viewer: Viewer): Promise<void> {
  const hello = viewer.hello;
  const parts = viewer.kept;
  if (viewer.exported || !hello || !parts.outlines || !parts.positions) return;
  const sample = sampleResidents(hello, parts.positions);
  const embedded: Embedded = {
    hello: { ...hello, mode: 'runs', guest: false, neighbourhoods: sample.neighbourhoods },
    figures: viewer.figures.columns(),
    messages: [parts.outlines, sample.message, ...(parts.streets ? [parts.streets] : []), ...thin(viewer)].map(base64),
  };
  const [script, style, painter] = await Promise.all([textOf('script[type=module]', 'src'), textOf('link[rel=stylesheet]', 'href'), painterCode()]);
  const html = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; font-src data:; img-src data: blob:; media-src blob:; worker-src blob:">
<title>${escapeHtml(hello.about.title)}</title>
<style>${await inlineFont(style)}</style>
</head>
<body>
<div id="app"></div>
<script id="embedded" type="application/json">${JSON.stringify(embedded).replaceAll('<', '\\u003c')}</script>
<script id="painter" type="text/plain">${painter.replaceAll('</script', '<\\/script')}</script>
<script type="module">${script.replaceAll('</script', '<\\/script')}</script>
</body>
</html>`;
  download(new Blob([html], { type: 'text/html' }), `${hello.about.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.html`);
  viewer.say('The page is in your downloads. It opens in any browser without the viewer; the map draws a sample of residents.');
}

function sampleResidents(hello: Hello, message: ArrayBuffer): { message: ArrayBuffer; neighbourhoods: Hello['neighbourhoods'] } {
  const step = Math.max(1, Math.ceil(hello.residents / RESIDENTS));
  const xy = new Uint16Array(message, 8, hello.residents * 2);
  const facts = new Uint8Array(message, 8 + hello.residents * 4, hello.residents);
  const rows: number[] = [];
  let first = 0;
  const neighbourhoods = hello.neighbourhoods.map((n) => {
    const before = rows.length;
    for (let i = first; i < first + n.residents; i += step) rows.push(i);
    first += n.residents;
    return { ...n, placed: rows.length - before };
  });
  const out = new ArrayBuffer(8 + rows.length * 5);
  new Uint8Array(out).set(new Uint8Array(message, 0, 4));
  new DataView(out).setUint32(4, rows.length, true);
  const outXy = new Uint16Array(out, 8, rows.length * 2);
  const outFacts = new Uint8Array(out, 8 + rows.length * 4, rows.length);
  rows.forEach((row, i) => {
    outXy[2 * i] = xy[2 * row];
    outXy[2 * i + 1] = xy[2 * row + 1];
    outFacts[i] = facts[row];
  });
  return { message: out, neighbourhoods };
}

// At most so many weeks, evenly spaced, the last one always among them.
function thin(viewer: Viewer): ArrayBuffer[] {
  const days = viewer.weeks.days();
  const step = Math.max(1, Math.ceil(days.length / WEEKS));
  const wanted = new Set(days.filter((_, i) => (days.length - 1 - i) % step === 0));
  return viewer.weeks.messages(wanted);
}

async function textOf(selector: string, attribute: string): Promise<string> {
  const url = document.querySelector(selector)?.getAttribute(attribute);
  return url ? (await fetch(url)).text() : '';
}

// One font file is enough for English; the others are left out with their rules.
async function inlineFont(style: string): Promise<string> {
  const faces = style.match(/@font-face\{[^}]*\}/g) ?? [];
  let out = style;
  for (const face of faces) {
    const url = /url\(["']?([^"')]*inter-latin-wght[^"')]*)["']?\)/.exec(face)?.[1];
    if (!url) {
      out = out.replace(face, '');
      continue;
    }
    const sheet = new URL(document.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '', location.href);
    const data = base64(await (await fetch(new URL(url, sheet))).arrayBuffer());
    out = out.replace(face, face.replace(/url\([^)]*\)/, `url(data:font/woff2;base64,${data})`));
  }
  return out;
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
