import type { Hello } from '../protocol/messages';
import { changesOf, type Change } from './changes';
import { LAYERS, scaleOf, type Layer, type LayerId, type Values } from './layers';
import { closedOn } from './schools';
import { neighbourhoodValues } from './values';
import type { Viewer } from './viewer.svelte';

/** What the map shows of neighbourhoods and schools on the day on screen, made from figures and frames as they come. */
export class Shown {
  /** Values of the layer by neighbourhood, of each arm. */
  readonly values: Values[] = $derived.by(() => this.valuesNow());
  /** What changed in each neighbourhood, and whether it can be told from chance. */
  readonly changes: Change[] = $derived.by(() => this.changesNow());
  /** Pairs of runs that the difference comes from: one, unless the host has replicates. */
  readonly replicates: number = $derived.by(() => this.countReplicates());
  /** Half the width of the interval on each neighbourhood's difference, where replicates say. */
  readonly interval: Float32Array | null = $derived.by(() => this.intervalNow());
  /** Schools whose street is closed to motor traffic on the day shown. */
  readonly closedStreets: ReadonlySet<number> = $derived.by(() => this.streetsNow());
  private closedBefore: ReadonlySet<number> = new Set();
  private ranges = $state.raw<Partial<Record<LayerId, [number, number]>>>({});

  constructor(private readonly viewer: Viewer) {}

  /** Layers that there are values for. */
  layers(): Layer[] {
    const { hello, weeks } = this.viewer;
    const live = hello?.mode !== 'runs';
    return LAYERS.filter((l) => l.id === 'deprivation' || (live && l.over.length > 0) || (l.indicator !== null && weeks.has(l.indicator)));
  }

  /** Colour scale of a layer: one for both arms and all days. */
  rangeOf(layer: Layer): [number, number] {
    return this.ranges[layer.id] ?? layer.range;
  }

  /** Takes the scale of each layer's colours from the first values that there are; a wall has no layers. */
  learnRanges(): void {
    const { hello, frame, weeks, explore } = this.viewer;
    if (!hello || !explore) return;
    for (const layer of this.layers().filter((l) => !this.ranges[l.id])) {
      const values = neighbourhoodValues(layer, hello.twin ? 1 : 0, hello, frame, weeks, this.day);
      const range = scaleOf(layer, values);
      if (range) this.ranges = { ...this.ranges, [layer.id]: range };
    }
  }

  /** Another run has scales of its own. */
  forget(): void {
    this.ranges = {};
  }

  private get day(): number {
    return this.viewer.status?.shownDay ?? 0;
  }

  private valuesNow(): Values[] {
    const { viewer } = this;
    void viewer.frameAt;
    void viewer.figuresAt;
    if (!viewer.hello) return [];
    return [0, 1].map((arm) => neighbourhoodValues(viewer.layer, arm as 0 | 1, viewer.hello as Hello, viewer.frame, viewer.weeks, this.day));
  }

  private changesNow(): Change[] {
    const { viewer } = this;
    void viewer.figuresAt;
    if (!viewer.hello || viewer.explore) return [];
    return changesOf(viewer.weeks, viewer.topic, viewer.hello.neighbourhoods.length, this.day);
  }

  /** The same set as long as nothing changes, so that nothing is drawn anew. */
  private streetsNow(): ReadonlySet<number> {
    const now = closedOn(this.viewer.schoolStreets, this.day);
    if (now.size !== this.closedBefore.size || [...now].some((s) => !this.closedBefore.has(s))) this.closedBefore = now;
    return this.closedBefore;
  }

  private countReplicates(): number {
    void this.viewer.figuresAt;
    return Math.max(1, this.viewer.figures.replicates());
  }

  private intervalNow(): Float32Array | null {
    const { viewer } = this;
    void viewer.figuresAt;
    const { indicator } = viewer.layer;
    return indicator ? viewer.weeks.at(2, indicator, this.day)?.values ?? null : null;
  }
}
