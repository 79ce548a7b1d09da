import type { LinkNews, LinkOrder } from './connection';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;

/** The host's answer to a wrong join code. */
const WRONG_CODE = 4401;

/** The host's answer when every seat is taken. */
const ROOM_FULL = 4429;

let socket: WebSocket | null = null;
let wait = FIRST_WAIT;
let timer = 0;

const tell = (news: LinkNews): void => self.postMessage(news);

self.onmessage = ({ data: order }: MessageEvent<LinkOrder>) => {
  if (order.do === 'open') open(order.url);
  else if (socket?.readyState === WebSocket.OPEN) socket.send(order.text);
};

function open(url: string): void {
  clearTimeout(timer);
  tell('connecting');
  const opened = new WebSocket(url);
  opened.binaryType = 'arraybuffer';
  opened.onopen = () => {
    wait = FIRST_WAIT;
    tell('open');
  };
  opened.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => self.postMessage(data satisfies LinkNews, { transfer: [data] });
  opened.onclose = ({ code }) => {
    if (socket !== opened) return;
    socket = null;
    tell(code === WRONG_CODE ? 'code needed' : code === ROOM_FULL ? 'room full' : 'lost');
    if (code === WRONG_CODE) return;
    timer = self.setTimeout(() => open(url), wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };
  socket = opened;
}
