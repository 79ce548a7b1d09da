import { download } from '../model/download';
import type { Viewer } from '../model/viewer.svelte';
import { titleOf } from './truth';

/** Saves the plan as it stands: the command line runs it to the same figures. */
export async function saveYaml(viewer: Viewer): Promise<void> {
  const name = `${titleOf(viewer).toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.yaml`;
  download(new Blob([await viewer.keepsakes.scenarioText()], { type: 'application/yaml' }), name);
  viewer.say(`Saved as ${name}. The command line runs it to the same figures.`);
}
