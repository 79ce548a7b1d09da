import { painterCode } from '../map/painter/painter';
import { download } from '../model/download';
import type { Viewer } from '../model/viewer.svelte';
import { viewOf } from '../model/wallView';
import { base64, type Embedded } from '../protocol/embedded';
import type { Hello } from '../protocol/messages';
import { fileName, truthOf } from './truth';

const RESIDENTS = 60_000;
const WEEKS = 27;

/** Makes one HTML file of the comparison on screen: opens offline, from a file share, without the host, on the view that was exported. */
export async function exportPage(viewer: Viewer): Promise<void> {
  const { hello, status, keepsakes: kept } = viewer;
  if (viewer.exported || !hello || !status || !kept.outlines || !kept.positions) return;
  const sample = sampleOf(hello);
  const [frame, truth] = await Promise.all([viewer.keepsakes.frameMessage(), truthOf(viewer)]);
  const embedded: Embedded = {
    hello: { ...hello, about: { ...hello.about, title: truth.title }, mode: 'runs', guest: false, neighbourhoods: sample.neighbourhoods },
    figures: viewer.figures.columns(),
    messages: [kept.outlines, samplePositions(kept.positions, hello.residents, sample.rows), ...(kept.scenario ? [kept.scenario] : []), ...(frame ? [sampleFrame(frame, sample.rows)] : []), ...thin(viewer)].map(base64),
    answers: hello.mode === 'runs' ? viewer.findings.all() : viewer.answer ? [{ ...viewer.answer, day: status.shownDay }] : [],
    opens: {
      day: status.shownDay, school: status.school, single: frame !== null, view: { ...viewOf(viewer), step: -1 },
      explore: viewer.explore ? { layer: viewer.layerId, compare: viewer.compare, tab: viewer.tab, indicator: viewer.indicator } : null,
    },
    scenario: truth.scenario,
    identity: truth.identity,
  };
  const [script, style, painter] = await Promise.all([textOf('script[type=module]', 'src'), textOf('link[rel=stylesheet]', 'href'), painterCode()]);
  const html = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; font-src data:; img-src data: blob:; media-src blob:; worker-src blob:">
<meta name="description" content="${escapeHtml([truth.title, truth.date, ...truth.levers, ...truth.pulls, truth.identity].join('; '))}">
<title>${escapeHtml(truth.title)}</title>
<style>${await inlineFont(style)}</style>
</head>
<body>
<div id="app"></div>
<script id="embedded" type="application/json">${JSON.stringify(embedded).replaceAll('<', '\\u003c')}</script>
<script id="painter" type="text/plain">${painter.replaceAll('</script', '<\\/script')}</script>
<script type="module">${script.replaceAll('</script', '<\\/script')}</script>
</body>
</html>`;
  download(new Blob([html], { type: 'text/html' }), fileName(viewer, 'html'));
  viewer.say('The page is in your downloads. It opens in any browser without the viewer; the map draws a sample of residents.');
}

/** Rows of the residents that an exported page shows: so many of each neighbourhood. */
function sampleOf(hello: Hello): { rows: number[]; neighbourhoods: Hello['neighbourhoods'] } {
  const step = Math.max(1, Math.ceil(hello.residents / RESIDENTS));
  const rows: number[] = [];
  let first = 0;
  const neighbourhoods = hello.neighbourhoods.map((n) => {
    const before = rows.length;
    for (let i = first; i < first + n.residents; i += step) rows.push(i);
    first += n.residents;
    return { ...n, placed: rows.length - before };
  });
  return { rows, neighbourhoods };
}

function samplePositions(message: ArrayBuffer, residents: number, rows: number[]): ArrayBuffer {
  const xy = new Uint16Array(message, 8, residents * 2);
  const facts = new Uint8Array(message, 8 + residents * 4, residents);
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
  return out;
}

/** A frame of both arms with some of its residents; its counts are of everybody. */
function sampleFrame(message: ArrayBuffer, rows: number[]): ArrayBuffer {
  const residents = new DataView(message).getUint32(16, true);
  const body = message.byteLength - 2 * residents;
  const out = new Uint8Array(body + 2 * rows.length);
  out.set(new Uint8Array(message, 0, body));
  new DataView(out.buffer).setUint32(16, rows.length, true);
  const states = new Uint8Array(message, body);
  rows.forEach((row, i) => {
    out[body + i] = states[row];
    out[body + rows.length + i] = states[residents + row];
  });
  return out.buffer;
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

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
