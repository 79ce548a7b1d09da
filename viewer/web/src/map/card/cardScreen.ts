import type { Outlines, Positions } from '../../protocol/decode';
import type { Hello } from '../../protocol/messages';
import type { Camera } from '../camera';
import type { HoodBoxes } from '../hoodBoxes';
import { Renderer } from './renderer';
import { CARD_LOST, type Screen, type ScreenNews } from '../screen';
import type { View } from '../view';

/** A graphics card draws everybody onto the page's own canvas. What it was given is kept, for when it is taken away and comes back. */
export class CardScreen implements Screen {
  readonly software = false;
  readonly oneIn = 1;
  private renderer: Renderer;
  private outlines: Outlines | null = null;
  private population: [Hello, Positions, HoodBoxes] | null = null;
  private closed: ReadonlySet<number> = new Set();
  private readonly states: [Uint8Array | null, Uint8Array | null] = [null, null];

  constructor(private readonly canvas: HTMLCanvasElement, readonly name: string, news: ScreenNews) {
    this.renderer = new Renderer(canvas, false);
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      news.trouble(CARD_LOST);
    });
    canvas.addEventListener('webglcontextrestored', () => {
      this.renderer = this.again();
      news.trouble('');
      news.stale();
    });
  }

  get drawn(): number {
    return this.renderer.drawn;
  }

  setOutlines(outlines: Outlines): void {
    this.outlines = outlines;
    this.renderer.setOutlines(outlines);
  }

  setPopulation(hello: Hello, positions: Positions, boxes: HoodBoxes): void {
    this.population = [hello, positions, boxes];
    this.states.fill(null);
    this.renderer.setPopulation(hello, positions, boxes);
  }

  setStreets(closed: ReadonlySet<number>): void {
    this.closed = closed;
    this.renderer.setStreets(closed);
  }

  setStates(states: readonly [Uint8Array | null, Uint8Array | null]): void {
    states.forEach((bytes, arm) => {
      if (!bytes) return;
      this.states[arm] = bytes;
      this.renderer.setStates(arm, bytes);
    });
  }

  resize(width: number, height: number): void {
    this.canvas.width = width;
    this.canvas.height = height;
  }

  clear(): void {
    this.renderer.clear();
  }

  draw(camera: Camera, view: View): void {
    this.renderer.draw(camera, view);
  }

  async show(): Promise<void> {
    // What was drawn is on the page.
  }

  takeSpent(): number {
    return this.renderer.takeSpent();
  }

  private again(): Renderer {
    const renderer = new Renderer(this.canvas, false);
    if (this.outlines) renderer.setOutlines(this.outlines);
    if (this.population) renderer.setPopulation(...this.population);
    renderer.setStreets(this.closed);
    this.states.forEach((bytes, arm) => bytes && renderer.setStates(arm, bytes));
    return renderer;
  }
}
