import type { Outlines, Positions } from '../../protocol/decode';
import type { Hello } from '../../protocol/messages';
import { BETTER, CATEGORY, FAINT, LAND, MODE, NO_DATA, table, WALL, WORSE, type Rgb, type ScaleName } from '../../model/palettes';
import { factsOf } from '../../model/filter';
import type { Camera } from '../camera';
import { buffer, Program, texture, type Canvas, type Gl } from './gl';
import type { HoodBoxes } from '../hoodBoxes';
import { SchoolMarks } from './schoolMarks';
import { segments, triangles } from '../shapes';
import * as S from './shaders';
import { CHANGED, cellsOf, DENSITY_ABOVE, dotOf, FILL_ALPHA, hoodsOf, type View } from '../view';

const Fill = { Land: 0, Value: 1, Chosen: 2 } as const;
const VALUES_WIDTH = 64;

/** Draws residents and outlines with WebGL2. Positions go up once; a day is one byte a resident. */
export class Renderer {
  private readonly gl: Gl;
  private readonly points: Program;
  private readonly density: Program;
  private readonly cover: Program;
  private readonly fill: Program;
  private readonly line: Program;
  private readonly empty: WebGLVertexArrayObject;
  private readonly values: WebGLTexture;
  private readonly tables: Record<ScaleName, WebGLTexture>;
  private readonly cellTexture: WebGLTexture;
  private readonly cellTarget: WebGLFramebuffer;
  private readonly canAdd: boolean;
  private hoodInfo = new Float32Array(0);
  private texels = new Float32Array(0);
  private residents = 0;
  private people: { hello: Hello; positions: Positions } | null = null;
  private boxes: HoodBoxes | null = null;
  private drawnLast = 0;
  private spent = 0;
  private pointArrays: WebGLVertexArrayObject[] = [];
  private stateBuffers: WebGLBuffer[] = [];
  private staticBuffers: WebGLBuffer[] = [];
  private shapes: { array: WebGLVertexArrayObject; count: number }[] = [];
  private cellSize: [number, number] = [0, 0];
  private schools: SchoolMarks | null = null;

  /**
   * A renderer on a canvas.
   * @param clear whether what is drawn can be laid over something else
   */
  constructor(readonly canvas: Canvas, clear: boolean) {
    const gl = (canvas as HTMLCanvasElement).getContext('webgl2', {
      alpha: clear, antialias: false, depth: false, preserveDrawingBuffer: true, powerPreference: 'high-performance',
    });
    if (!gl) throw new Error('This browser has no WebGL2.');
    this.gl = gl;
    this.canAdd = gl.getExtension('EXT_color_buffer_float') !== null || gl.getExtension('EXT_color_buffer_half_float') !== null;
    this.points = new Program(gl, S.POINT_VERTEX, S.POINT_FRAGMENT);
    this.density = new Program(gl, S.POINT_VERTEX, S.DENSITY_FRAGMENT);
    this.cover = new Program(gl, S.COVER_VERTEX, S.COVER_FRAGMENT);
    this.fill = new Program(gl, S.FILL_VERTEX, S.FLAT_FRAGMENT);
    this.line = new Program(gl, S.LINE_VERTEX, S.LINE_FRAGMENT);
    this.empty = gl.createVertexArray();
    this.values = texture(gl, gl.NEAREST);
    this.tables = { sequential: this.paletteTexture('sequential'), diverging: this.paletteTexture('diverging') };
    this.cellTexture = texture(gl, gl.NEAREST);
    this.cellTarget = gl.createFramebuffer();
  }

  /** Residents of the neighbourhoods in the last picture of an arm. */
  get drawn(): number {
    return this.drawnLast;
  }

  /** Milliseconds spent uploading and drawing since the last call. */
  takeSpent(): number {
    const spent = this.spent;
    this.spent = 0;
    return spent;
  }

  setPopulation(hello: Hello, positions: Positions, boxes: HoodBoxes): void {
    const gl = this.gl;
    this.boxes = boxes;
    for (const old of [...this.staticBuffers, ...this.stateBuffers]) gl.deleteBuffer(old);
    this.staticBuffers = [];
    this.stateBuffers = [];
    this.residents = positions.residents;
    this.people = { hello, positions };
    this.schools = hello.schools.length > 0 ? new SchoolMarks(gl, hello.schools) : null;
    const rows = Math.ceil(hello.neighbourhoods.length / VALUES_WIDTH);
    this.hoodInfo = new Float32Array(VALUES_WIDTH * rows);
    hello.neighbourhoods.forEach((n, index) => (this.hoodInfo[index] = n.decile + 16 * n.place));
    this.texels = new Float32Array(VALUES_WIDTH * rows * 4);
  }

  /** Residents go up when one of their days does: without a graphics card the processor draws them, and they never do. */
  private sendUp(): void {
    if (this.stateBuffers.length > 0 || !this.people) return;
    const { gl, people: { hello, positions } } = this;
    this.staticBuffers = [positions.xy, hoodsOf(hello, positions), positions.facts].map((data) => buffer(gl, data, gl.STATIC_DRAW));
    this.stateBuffers = [buffer(gl, positions.residents, gl.STREAM_DRAW), buffer(gl, positions.residents, gl.STREAM_DRAW)];
    this.pointArrays = [this.pointArray(0), this.pointArray(1)];
  }

  setOutlines(outlines: Outlines): void {
    const fills = triangles(outlines.neighbourhoods);
    this.shapes = [
      this.shape(fills.xy, fills.owner),
      this.shape(segments(outlines.neighbourhoods), null),
      this.shape(segments(outlines.places), null),
    ];
  }

  /** Takes the schools whose street is closed on the day shown. */
  setStreets(closed: ReadonlySet<number>): void {
    this.schools?.setStreets(closed);
  }

  setStates(arm: number, states: Uint8Array): void {
    const began = performance.now();
    const gl = this.gl;
    this.sendUp();
    gl.bindBuffer(gl.ARRAY_BUFFER, this.stateBuffers[arm]);
    gl.bufferSubData(gl.ARRAY_BUFFER, 0, states as Uint8Array<ArrayBuffer>);
    this.spent += performance.now() - began;
  }

  clear(): void {
    this.clearTo([...unit(WALL), 1]);
  }

  draw(camera: Camera, view: View): void {
    if (this.residents === 0 || this.shapes.length === 0) return;
    const began = performance.now();
    const { scale, offset } = this.begin(camera, view);
    const { runs, residents } = this.boxes?.inPicture(camera, view, this.canvas.height) ?? { runs: [], residents: 0 };
    this.drawnLast = residents;
    this.drawFill(view, scale, offset, Fill.Land);
    if (view.fill) this.drawFill(view, scale, offset, Fill.Value);
    if (this.canAdd && camera.metresPerPixel > DENSITY_ABOVE) {
      this.drawDensity(camera, view, scale, offset, runs);
      this.drawBorders(camera, scale, offset);
    } else {
      this.drawBorders(camera, scale, offset);
      this.drawPoints(camera, view, scale, offset, runs);
    }
    this.drawChosen(view, scale, offset);
    this.drawSchools(view, scale, offset);
    this.end(began);
  }

  /** Draws, on nothing, one of the two that lie over residents seen from afar: borders with what is chosen, or schools. */
  drawOver(camera: Camera, view: View, what: 'borders' | 'schools'): void {
    if (this.shapes.length === 0) return;
    const began = performance.now();
    this.clearTo([0, 0, 0, 0]);
    const { scale, offset } = this.begin(camera, view);
    if (what === 'borders') {
      this.drawBorders(camera, scale, offset);
      this.drawChosen(view, scale, offset);
    } else {
      this.drawSchools(view, scale, offset);
    }
    this.end(began);
  }

  private clearTo(colour: number[]): void {
    const gl = this.gl;
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.disable(gl.SCISSOR_TEST);
    gl.viewport(0, 0, this.canvas.width, this.canvas.height);
    gl.clearColor(colour[0], colour[1], colour[2], colour[3]);
    gl.clear(gl.COLOR_BUFFER_BIT);
  }

  private begin(camera: Camera, view: View): { scale: [number, number]; offset: [number, number] } {
    const gl = this.gl;
    const { width, height } = this.canvas;
    gl.enable(gl.SCISSOR_TEST);
    gl.scissor(view.left, 0, view.right - view.left, height);
    gl.viewport(0, 0, width, height);
    gl.enable(gl.BLEND);
    this.upload(view.values, view.dimmed);
    const scale: [number, number] = [(2 * camera.scale) / width, (2 * camera.scale) / height];
    return { scale, offset: [(2 * view.middle) / width - 1 - camera.x * scale[0], -camera.y * scale[1]] };
  }

  private end(began: number): void {
    this.gl.disable(this.gl.SCISSOR_TEST);
    this.spent += performance.now() - began;
  }

  private drawBorders(camera: Camera, scale: [number, number], offset: [number, number]): void {
    this.drawLines(1, scale, offset, [0.55, 0.65, 0.8, camera.metresPerPixel > 40 ? 0.06 : 0.22]);
  }

  private drawChosen(view: View, scale: [number, number], offset: [number, number]): void {
    if (view.selected >= 0 || view.marked.place >= 0 || view.marked.deciles > 0) this.drawFill(view, scale, offset, Fill.Chosen);
    this.drawLines(2, scale, offset, [0.8, 0.86, 0.95, 0.42]);
  }

  private drawSchools(view: View, scale: [number, number], offset: [number, number]): void {
    if (view.schools.shown === 'none') return;
    this.blend();
    this.schools?.draw(scale, offset, view.schools.size, view.schools.shown, view.schools.streets);
  }

  /** Mixes what is drawn into what is there; on nothing it stays as clear as it was drawn. */
  private blend(): void {
    const gl = this.gl;
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  private drawResidents(arm: number, runs: [number, number][]): void {
    const gl = this.gl;
    this.sendUp();
    gl.bindVertexArray(this.pointArrays[arm]);
    for (const [first, end] of runs) gl.drawArrays(gl.POINTS, first, end - first);
  }

  private drawPoints(camera: Camera, view: View, scale: [number, number], offset: [number, number], runs: [number, number][]): void {
    const gl = this.gl;
    const { size, weight } = dotOf(camera, view, 1);
    gl.useProgram(this.points.handle);
    this.setCommon(this.points, view, scale, offset);
    this.setPoint(this.points, view, size, weight);
    gl.uniform1f(this.points.at('u_round'), size > 3 ? 1 : 0);
    this.blend();
    this.drawResidents(view.arm, runs);
  }

  private drawDensity(camera: Camera, view: View, scale: [number, number], offset: [number, number], runs: [number, number][]): void {
    const gl = this.gl;
    const { cell, full } = cellsOf(this.canvas.width, this.canvas.height, camera.metresPerPixel);
    this.sizeCells(Math.ceil(this.canvas.width / cell), Math.ceil(this.canvas.height / cell));
    this.addCells(view, cell, scale, offset, runs);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.enable(gl.SCISSOR_TEST);
    gl.viewport(0, 0, this.canvas.width, this.canvas.height);
    this.blend();
    gl.useProgram(this.cover.handle);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.cellTexture);
    gl.uniform1i(this.cover.at('u_cells'), 0);
    gl.uniform1f(this.cover.at('u_cell'), cell);
    gl.uniform1f(this.cover.at('u_full'), full);
    gl.bindVertexArray(this.empty);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }

  private addCells(view: View, cell: number, scale: [number, number], offset: [number, number], runs: [number, number][]): void {
    const gl = this.gl;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.cellTarget);
    gl.disable(gl.SCISSOR_TEST);
    gl.viewport(0, 0, ...this.cellSize);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.blendFunc(gl.ONE, gl.ONE);
    gl.useProgram(this.density.handle);
    // The last column and row of cells may reach beyond the canvas.
    const x = this.canvas.width / cell / this.cellSize[0];
    const y = this.canvas.height / cell / this.cellSize[1];
    this.setCommon(this.density, view, [scale[0] * x, scale[1] * y], [(offset[0] + 1) * x - 1, (offset[1] + 1) * y - 1]);
    this.setPoint(this.density, view, 1, 1);
    // In a cell of many, the few who changed must not drown.
    gl.uniform1f(this.density.at('u_changed'), CHANGED);
    this.drawResidents(view.arm, runs);
  }

  private drawFill(view: View, scale: [number, number], offset: [number, number], kind: number): void {
    const gl = this.gl;
    gl.useProgram(this.fill.handle);
    this.setCommon(this.fill, view, scale, offset);
    gl.uniform1f(this.fill.at('u_alpha'), FILL_ALPHA);
    gl.uniform1i(this.fill.at('u_kind'), kind);
    gl.uniform1i(this.fill.at('u_marked_place'), view.marked.place);
    gl.uniform1i(this.fill.at('u_marked_deciles'), view.marked.deciles);
    gl.uniform3fv(this.fill.at('u_land'), unit(LAND));
    this.blend();
    gl.bindVertexArray(this.shapes[0].array);
    gl.drawArrays(gl.TRIANGLES, 0, this.shapes[0].count);
  }

  private drawLines(shape: number, scale: [number, number], offset: [number, number], colour: [number, number, number, number]): void {
    const gl = this.gl;
    gl.useProgram(this.line.handle);
    gl.uniform2f(this.line.at('u_scale'), ...scale);
    gl.uniform2f(this.line.at('u_offset'), ...offset);
    gl.uniform4f(this.line.at('u_colour'), ...colour);
    this.blend();
    gl.bindVertexArray(this.shapes[shape].array);
    gl.drawArrays(gl.LINES, 0, this.shapes[shape].count);
  }

  private setCommon(program: Program, view: View, scale: [number, number], offset: [number, number]): void {
    const gl = this.gl;
    gl.uniform2f(program.at('u_scale'), ...scale);
    gl.uniform2f(program.at('u_offset'), ...offset);
    gl.uniform1i(program.at('u_paint'), view.paint);
    gl.uniform2f(program.at('u_range'), ...view.range);
    gl.uniform1i(program.at('u_selected'), view.selected);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.values);
    gl.uniform1i(program.at('u_values'), 0);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, this.tables[view.scale]);
    gl.uniform1i(program.at('u_table'), 1);
    gl.uniform3fv(program.at('u_category'), CATEGORY.flatMap(unit));
    gl.uniform3fv(program.at('u_mode'), MODE.flatMap(unit));
    gl.uniform3fv(program.at('u_better'), unit(BETTER));
    gl.uniform3fv(program.at('u_worse'), unit(WORSE));
    gl.uniform3fv(program.at('u_faint'), unit(FAINT));
    gl.uniform3fv(program.at('u_no_data'), unit(NO_DATA));
  }

  private setPoint(program: Program, view: View, size: number, weight: number): void {
    const gl = this.gl;
    gl.uniform1f(program.at('u_size'), size);
    gl.uniform1f(program.at('u_weight'), weight);
    gl.uniform1f(program.at('u_changed'), 1);
    gl.uniform1ui(program.at('u_age_mask'), view.filter.ages);
    gl.uniform1i(program.at('u_decile_mask'), view.filter.deciles);
    gl.uniform1i(program.at('u_place'), view.filter.place);
    const facts = factsOf(view.filter);
    gl.uniform1ui(program.at('u_facts_mask'), facts.mask);
    gl.uniform1ui(program.at('u_facts_value'), facts.value);
    gl.uniform1ui(program.at('u_category_mask'), view.filter.categories);
  }

  private upload(values: Float32Array, dimmed: Uint8Array | null): void {
    const gl = this.gl;
    for (let n = 0; n < values.length; n++) {
      this.texels[4 * n] = Number.isFinite(values[n]) ? values[n] : -1e9;
      this.texels[4 * n + 1] = this.hoodInfo[n];
      this.texels[4 * n + 2] = dimmed ? dimmed[n] : 0;
    }
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.values);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, VALUES_WIDTH, this.texels.length / 4 / VALUES_WIDTH, 0, gl.RGBA, gl.FLOAT, this.texels);
  }

  private pointArray(arm: number): WebGLVertexArrayObject {
    const gl = this.gl;
    const array = gl.createVertexArray();
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.staticBuffers[0]);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.UNSIGNED_SHORT, true, 4, 0);
    const whole: [WebGLBuffer, number, number][] = [
      [this.staticBuffers[1], gl.UNSIGNED_SHORT, 2],
      [this.staticBuffers[2], gl.UNSIGNED_BYTE, 1],
      [this.stateBuffers[arm], gl.UNSIGNED_BYTE, 1],
      [this.stateBuffers[1 - arm], gl.UNSIGNED_BYTE, 1],
    ];
    whole.forEach(([data, type, bytes], index) => {
      gl.bindBuffer(gl.ARRAY_BUFFER, data);
      gl.enableVertexAttribArray(index + 1);
      gl.vertexAttribIPointer(index + 1, 1, type, bytes, 0);
    });
    gl.bindVertexArray(null);
    return array;
  }

  private shape(xy: Uint16Array, owner: Uint16Array | null): { array: WebGLVertexArrayObject; count: number } {
    const gl = this.gl;
    const array = gl.createVertexArray();
    gl.bindVertexArray(array);
    buffer(gl, xy, gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.UNSIGNED_SHORT, true, 0, 0);
    if (owner) {
      buffer(gl, owner, gl.STATIC_DRAW);
      gl.enableVertexAttribArray(1);
      gl.vertexAttribIPointer(1, 1, gl.UNSIGNED_SHORT, 0, 0);
    }
    gl.bindVertexArray(null);
    return { array, count: xy.length / 2 };
  }

  private paletteTexture(scale: ScaleName): WebGLTexture {
    const gl = this.gl;
    const made = texture(gl, gl.LINEAR);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, 256, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, table(scale));
    return made;
  }

  private sizeCells(width: number, height: number): void {
    if (this.cellSize[0] === width && this.cellSize[1] === height) return;
    const gl = this.gl;
    this.cellSize = [width, height];
    gl.bindTexture(gl.TEXTURE_2D, this.cellTexture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA16F, width, height, 0, gl.RGBA, gl.HALF_FLOAT, null);
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.cellTarget);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, this.cellTexture, 0);
  }
}

const unit = (rgb: Rgb): number[] => rgb.map((c) => c / 255);
