import '@fontsource-variable/inter/wght.css';
import 'uplot/dist/uPlot.min.css';
import './app.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { MapController } from './map/controller';
import { Viewer } from './model/viewer.svelte';
import Notes from './present/Notes.svelte';

const target = document.getElementById('app') as HTMLElement;
if (new URLSearchParams(location.search).has('notes')) {
  mount(Notes, { target });
} else {
  const viewer = new Viewer((viewer) => new MapController(viewer));
  mount(App, { target, props: { viewer } });
  viewer.start();
  // The page's own counters, for notes about speed and for tests.
  Object.assign(window, { viewer });
}
