import type { Viewer } from '../model/viewer.svelte';
import { decilesOf } from '../model/filter';
import { changeRange, Paint } from '../model/layers';
import { difference, withinChance } from '../model/values';
import type { View } from './view';

/** Pixels between two maps side by side, and between the halves of a swipe, on either side of the middle. */
const SIDE_GAP = 2;
const SWIPE_GAP = 1;

/** Where a picture is drawn, device pixels. */
export interface Area {
  width: number;
  height: number;
  /** Where the first camera's middle lies, from the left. */
  middle: number;
}

/** What the picture consists of: a view of one arm, of their difference, or of each. None while there are no values. */
export function viewsOf(viewer: Viewer, { width, middle }: Area, unit: number, schools: Omit<View['schools'], 'streets'>): View[] {
  if (!viewer.explore) {
    return [{
      arm: 0, paint: Paint.Change, scale: 'sequential', range: [0, 1], values: new Float32Array(0), dimmed: null, fill: false, selected: -1,
      marked: { place: -1, deciles: 0 }, filter: viewer.filter, left: 0, right: width, middle, unit, schools: { ...schools, streets: false },
      light: viewer.light(width),
    }];
  }
  const values = viewer.shown.values;
  if (values.length < 2) return [];
  const layer = viewer.layer;
  const whole = { left: 0, right: width, middle };
  const scenario: View = {
    arm: 0,
    // Far out single residents cannot be told apart: they take their neighbourhood's colour, brighter where more live.
    paint: viewer.near ? layer.paint : Paint.Neighbourhood,
    scale: 'sequential',
    range: viewer.shown.rangeOf(layer),
    values: values[0].value,
    dimmed: null,
    fill: !viewer.near || layer.paint === Paint.Neighbourhood,
    selected: viewer.hoverHood >= 0 ? viewer.hoverHood : viewer.hood,
    marked: { place: viewer.hoverPlace, deciles: viewer.hoverFifth > 0 ? decilesOf(viewer.hoverFifth) : 0 },
    filter: viewer.filter,
    unit,
    light: null,
    schools: { ...schools, streets: true },
    ...whole,
  };
  const baseline: View = { ...scenario, arm: 1, values: values[1].value, schools: { ...schools, streets: false } };
  switch (viewer.compare) {
    case 'off':
      return [scenario];
    case 'difference': {
      const change = difference(values).value;
      return [{
        ...scenario,
        paint: viewer.hello?.mode !== 'runs' ? Paint.Change : Paint.Neighbourhood,
        scale: 'diverging',
        range: changeRange(layer, viewer.shown.rangeOf(layer)),
        values: change,
        dimmed: withinChance(change, viewer.shown.interval),
        fill: true,
      }];
    }
    case 'side': {
      const half = Math.round(width / 2);
      return [{ ...baseline, right: half - SIDE_GAP, middle: half / 2 }, { ...scenario, left: half + SIDE_GAP, middle: half * 1.5 }];
    }
    case 'swipe': {
      const at = Math.round(width * viewer.swipe);
      return [{ ...baseline, right: at - SWIPE_GAP }, { ...scenario, left: at + SWIPE_GAP }];
    }
  }
}
