import type { Outlines, Positions } from '../../protocol/decode';
import type { Hello } from '../../protocol/messages';
import type { Camera } from '../camera';
import type { Answer, Draw, Errand } from './errands';
import source from './painter.worker?worker&url';
import type { Screen, ScreenNews } from '../screen';
import type { View } from '../view';

/**
 * Without a graphics card the map is painted in a thread of its own, and the page only hangs up the pictures: it stays free to
 * answer, however many residents there are. A day's bytes are handed over, not copied.
 */
export class Painter implements Screen {
  readonly software = true;
  drawn = 0;
  oneIn = 1;
  private readonly wall: ImageBitmapRenderingContext;
  private readonly worker: Worker;
  private size: [number, number] = [1, 1];
  private draws: Draw[] = [];
  private hung: () => void = () => undefined;
  private spent = 0;

  /** @param everybody draws no sample, however long that takes: for stills */
  constructor(private readonly canvas: HTMLCanvasElement, readonly name: string, everybody: boolean, private readonly news: ScreenNews) {
    const wall = canvas.getContext('bitmaprenderer');
    if (!wall) throw new Error('This browser has no canvas.');
    this.wall = wall;
    this.worker = new Worker(address());
    this.worker.onmessage = (event: MessageEvent<Answer>) => this.take(event.data);
    this.worker.onerror = (event) => news.trouble(`The map cannot be painted (${event.message || 'its worker was refused'}): reload the page.`);
    this.tell({ do: 'begin', everybody });
  }

  setOutlines(outlines: Outlines): void {
    this.tell({ do: 'outlines', outlines });
  }

  setPopulation(hello: Hello, positions: Positions): void {
    this.tell({ do: 'population', hello, positions });
  }

  setStreets(closed: ReadonlySet<number>): void {
    this.tell({ do: 'streets', closed });
  }

  setStates(states: readonly [Uint8Array | null, Uint8Array | null]): void {
    const bytes = states[0] ?? states[1];
    if (bytes) this.tell({ do: 'states', states }, [bytes.buffer as ArrayBuffer]);
  }

  resize(width: number, height: number): void {
    this.size = [width, height];
  }

  clear(): void {
    this.draws = [];
  }

  draw({ boxMetres, x, y, scale }: Camera, view: View): void {
    this.draws.push({ camera: { boxMetres, x, y, scale }, view });
  }

  show(): Promise<void> {
    const [width, height] = this.size;
    this.tell({ do: 'picture', width, height, draws: this.draws });
    return new Promise((done) => (this.hung = done));
  }

  takeSpent(): number {
    const { spent } = this;
    this.spent = 0;
    return spent;
  }

  private tell(errand: Errand, handed: ArrayBuffer[] = []): void {
    this.worker.postMessage(errand, handed);
  }

  private take(answer: Answer): void {
    if (answer.is === 'trouble') {
      this.news.trouble(answer.words);
      if (answer.words === '') this.news.stale();
      return;
    }
    const { picture, drawn, oneIn, spent } = answer;
    if (this.canvas.width !== picture.width || this.canvas.height !== picture.height) {
      // Only now: a canvas that changes its size is blank.
      this.canvas.width = picture.width;
      this.canvas.height = picture.height;
    }
    this.wall.transferFromImageBitmap(picture);
    this.drawn = drawn;
    this.oneIn = oneIn;
    this.spent += spent;
    this.hung();
  }
}

/** The painter's code, for a page that is exported. */
export const painterCode = async (): Promise<string> => (await fetch(source)).text();

/** Where the painter's code is: a file of the host, or, in a page that was exported, a part of the page. */
function address(): string {
  const within = document.getElementById('painter')?.textContent;
  return within ? URL.createObjectURL(new Blob([within], { type: 'text/javascript' })) : source;
}
