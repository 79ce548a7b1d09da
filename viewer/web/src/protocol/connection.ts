import type { LeverChange } from './messages';

export type LinkState = 'connecting' | 'open' | 'lost' | 'code needed';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;

/** The WebSocket to the host: comes back by itself when it is lost, and says so meanwhile. */
export class Connection {
  private socket: WebSocket | null = null;
  private wait = FIRST_WAIT;
  private timer = 0;
  private code = '';

  constructor(
    private readonly onMessage: (message: ArrayBuffer) => void,
    private readonly onState: (state: LinkState) => void,
    private readonly query: string,
  ) {}

  open(code = this.code): void {
    this.code = code;
    clearTimeout(this.timer);
    this.onState('connecting');
    const url = new URL('live', location.href);
    url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    url.search = this.query;
    if (code) url.searchParams.set('code', code);
    const socket = new WebSocket(url);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      this.wait = FIRST_WAIT;
      this.onState('open');
    };
    socket.onmessage = (event) => this.onMessage(event.data as ArrayBuffer);
    socket.onclose = (event) => {
      if (this.socket !== socket) return;
      this.socket = null;
      if (event.code === 4401) {
        this.onState('code needed');
        return;
      }
      this.onState('lost');
      this.timer = window.setTimeout(() => this.open(), this.wait);
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    };
    this.socket = socket;
  }

  send(what: string, value = 0, lever?: LeverChange): void {
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(lever ? { do: what, value, lever } : { do: what, value }));
    }
  }
}
