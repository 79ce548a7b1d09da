import source from './link.worker?worker&url';
import { commandOf } from './commands';
import type { Command, LeverChange } from './messages';

export type LinkState = 'connecting' | 'open' | 'lost' | 'code needed' | 'room full';

/** What the page asks of the thread that holds its WebSocket. */
export type LinkOrder = { do: 'open'; url: string } | { do: 'send'; text: string };

/** What that thread says: how the link stands, or a message of the host. */
export type LinkNews = LinkState | ArrayBuffer;

/**
 * The link to the host: comes back by itself when it is lost, and says so meanwhile. A thread of its own takes what comes, since
 * five megabytes a day cost a browser thirty milliseconds of whichever thread reads them; the page is handed the bytes.
 */
export class Connection {
  private readonly worker = new Worker(source);

  constructor(onMessage: (message: ArrayBuffer) => void, onState: (state: LinkState) => void, private readonly query: string) {
    this.worker.onmessage = ({ data: news }: MessageEvent<LinkNews>) => (typeof news === 'string' ? onState(news) : onMessage(news));
    this.worker.onerror = () => onState('lost');
  }

  open(code: string): void {
    const url = new URL('live', location.href);
    url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    url.search = this.query;
    if (code) url.searchParams.set('code', code);
    this.tell({ do: 'open', url: url.href });
  }

  send(what: string, value = 0, lever?: LeverChange): void {
    this.tell({ do: 'send', text: JSON.stringify(commandOf(what, value, lever)) });
  }

  /** Sends a command as it is. */
  say(command: Command): void {
    this.tell({ do: 'send', text: JSON.stringify(command) });
  }

  private tell(order: LinkOrder): void {
    this.worker.postMessage(order);
  }
}
