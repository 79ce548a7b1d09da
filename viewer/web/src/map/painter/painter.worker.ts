import { Camera } from '../camera';
import type { Answer, Errand } from './errands';
import { PlainScreen } from './plainScreen';
import { cannotDraw, CARD_LOST } from '../screen';

let screen: PlainScreen | null = null;

const answer = (words: Answer, handed: Transferable[] = []): void => self.postMessage(words, { transfer: handed });

self.onmessage = ({ data: errand }: MessageEvent<Errand>) => {
  if (errand.do === 'begin') begin(errand.everybody);
  else if (screen) carry(screen, errand);
};

function begin(everybody: boolean): void {
  try {
    screen = new PlainScreen(everybody, (lost) => answer({ is: 'trouble', words: lost ? CARD_LOST : '' }));
  } catch (error) {
    answer({ is: 'trouble', words: cannotDraw((error as Error).message) });
  }
}

function carry(screen: PlainScreen, errand: Errand): void {
  switch (errand.do) {
    case 'outlines':
      screen.setOutlines(errand.outlines);
      break;
    case 'population':
      screen.setPopulation(errand.hello, errand.positions);
      break;
    case 'streets':
      screen.setStreets(errand.closed);
      break;
    case 'states':
      errand.states.forEach((bytes, arm) => bytes && screen.setStates(arm, bytes));
      break;
    case 'picture': {
      const began = performance.now();
      screen.begin(errand.width, errand.height);
      for (const { camera, view } of errand.draws) screen.draw(Object.assign(new Camera(camera.boxMetres), camera), view);
      const picture = screen.end();
      answer({ is: 'picture', picture, drawn: screen.drawn, oneIn: screen.oneIn, spent: performance.now() - began }, [picture]);
      break;
    }
  }
}
