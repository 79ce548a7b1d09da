/** Where a part of the page is drawn on a canvas: its pixels for each of the page's, from a corner. */
interface Place {
  left: number;
  top: number;
  ratio: number;
}

/** What the room cannot take away: things to press. */
const PRESSED = 'button, select, input, a, summary, .hidden, [role=group]';

/** Draws what a part of the page shows, words and lines where they stand, on a canvas: a picture is what the room saw. */
export function paintElement(g: CanvasRenderingContext2D, root: Element, ratio: number): void {
  const { left, top } = root.getBoundingClientRect();
  paint(g, root, { left, top, ratio });
}

function paint(g: CanvasRenderingContext2D, element: Element, at: Place): void {
  if (element.matches(PRESSED) || element instanceof HTMLCanvasElement) return;
  const style = getComputedStyle(element);
  if (style.visibility === 'hidden' || style.display === 'none') return;
  if (element instanceof SVGElement) {
    if (element instanceof SVGGraphicsElement) paintShape(g, element, style, at);
  } else {
    paintBox(g, element, style, at);
  }
  for (const child of element.childNodes) {
    if (child instanceof Element) paint(g, child, at);
    else if (child instanceof Text && !(element instanceof SVGElement)) paintWords(g, child, style, at);
  }
}

function paintBox(g: CanvasRenderingContext2D, element: Element, style: CSSStyleDeclaration, { left, top, ratio }: Place): void {
  const colour = style.backgroundColor;
  if (colour === 'transparent' || colour === 'rgba(0, 0, 0, 0)' || element.tagName === 'MAIN') return;
  const box = element.getBoundingClientRect();
  g.fillStyle = colour;
  g.beginPath();
  g.roundRect((box.left - left) * ratio, (box.top - top) * ratio, box.width * ratio, box.height * ratio, (parseFloat(style.borderRadius) || 0) * ratio);
  g.fill();
}

/** Words one by one: where lines break is the page's affair. */
function paintWords(g: CanvasRenderingContext2D, text: Text, style: CSSStyleDeclaration, { left, top, ratio }: Place): void {
  font(g, style, ratio);
  g.textAlign = 'left';
  g.textBaseline = 'alphabetic';
  const halo = parseFloat(style.getPropertyValue('-webkit-text-stroke-width')) || 0;
  const range = document.createRange();
  for (const word of text.data.matchAll(/[^\s\u00a0]+/g)) {
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    const box = range.getClientRects()[0];
    if (!box || box.width === 0) continue;
    // A canvas has no figures of one width: what is missing is put between them.
    g.letterSpacing = '0px';
    const missing = box.width * ratio - g.measureText(word[0]).width;
    g.letterSpacing = `${missing / word[0].length}px`;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = g.measureText(word[0]);
    const x = (box.left - left) * ratio;
    const y = (box.top + box.height / 2 - top) * ratio + (up - down) / 2;
    if (halo > 0) {
      g.lineJoin = 'round';
      g.lineWidth = halo * ratio;
      g.strokeStyle = style.getPropertyValue('-webkit-text-stroke-color');
      g.strokeText(word[0], x, y);
    }
    g.fillStyle = style.color;
    g.fillText(word[0], x, y);
  }
}

function paintShape(g: CanvasRenderingContext2D, element: SVGGraphicsElement, style: CSSStyleDeclaration, { left, top, ratio }: Place): void {
  const screen = element.getScreenCTM();
  if (!screen) return;
  g.save();
  g.setTransform(screen.a * ratio, screen.b * ratio, screen.c * ratio, screen.d * ratio, (screen.e - left) * ratio, (screen.f - top) * ratio);
  g.globalAlpha = parseFloat(style.opacity) || 0;
  if (element instanceof SVGTextElement) {
    font(g, style, 1);
    g.textAlign = style.textAnchor === 'middle' ? 'center' : style.textAnchor === 'end' ? 'right' : 'left';
    g.textBaseline = 'alphabetic';
    g.fillStyle = style.fill;
    g.fillText((element.textContent ?? '').replaceAll(/\s+/g, ' ').trim(), element.x.baseVal[0]?.value ?? 0, element.y.baseVal[0]?.value ?? 0);
  } else {
    const path = pathOf(element);
    if (path && style.fill !== 'none') {
      g.fillStyle = style.fill;
      g.fill(path);
    }
    if (path && style.stroke !== 'none') {
      g.strokeStyle = style.stroke;
      g.lineWidth = parseFloat(style.strokeWidth) || 1;
      g.lineJoin = g.lineCap = 'round';
      g.setLineDash(style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[\s,]+/).map(parseFloat));
      g.stroke(path);
    }
  }
  g.restore();
}

function pathOf(element: SVGGraphicsElement): Path2D | null {
  const path = new Path2D();
  const of = (length: SVGAnimatedLength): number => length.baseVal.value;
  if (element instanceof SVGPathElement) return new Path2D(element.getAttribute('d') ?? '');
  if (element instanceof SVGCircleElement) path.arc(of(element.cx), of(element.cy), of(element.r), 0, 2 * Math.PI);
  else if (element instanceof SVGRectElement) path.roundRect(of(element.x), of(element.y), of(element.width), of(element.height), of(element.rx));
  else if (element instanceof SVGLineElement) {
    path.moveTo(of(element.x1), of(element.y1));
    path.lineTo(of(element.x2), of(element.y2));
  } else if (element instanceof SVGPolylineElement) {
    for (const point of element.points) path.lineTo(point.x, point.y);
  } else return null;
  return path;
}

function font(g: CanvasRenderingContext2D, style: CSSStyleDeclaration, ratio: number): void {
  const size = parseFloat(style.fontSize) * ratio;
  g.font = `${style.fontStyle} ${style.fontWeight} ${size}px ${style.fontFamily}`;
  g.letterSpacing = style.letterSpacing === 'normal' ? '0px' : `${parseFloat(style.letterSpacing) * ratio}px`;
}
