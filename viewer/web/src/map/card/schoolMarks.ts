import type { SchoolsShown } from '../../model/schools';
import type { ViewSchool } from '../../protocol/messages';
import { buffer, Program, type Gl } from './gl';

const VERTEX = `#version 300 es
precision highp float;
layout(location = 0) in vec2 a_position;
layout(location = 1) in uint a_mark; // bit 0 secondary, bit 1 its street is closed to motor traffic today
uniform vec2 u_scale;
uniform vec2 u_offset;
uniform float u_size;
uniform int u_dots; // from far away: a dot for each school street, nothing for the others
uniform int u_streets;
flat out uint v_mark;
void main() {
  bool street = u_streets == 1 && (a_mark & 2u) != 0u;
  bool shown = u_dots == 0 || street;
  v_mark = u_dots == 1 ? 0u : street ? a_mark : a_mark & 1u;
  gl_PointSize = (v_mark & 2u) != 0u ? u_size * 2.0 : u_size;
  gl_Position = shown ? vec4(a_position * u_scale + u_offset, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}`;

// A white disc (primary) or square (secondary) with a dark rim; a school street adds a white ring around either.
const FRAGMENT = `#version 300 es
precision highp float;
precision highp int;
flat in uint v_mark;
uniform float u_size;
uniform int u_dots;
out vec4 colour;
void main() {
  bool street = (v_mark & 2u) != 0u;
  float across = street ? u_size * 2.0 : u_size;
  vec2 d = (gl_PointCoord - 0.5) * across;
  float half_size = u_size * 0.5;
  float soft = 1.0;
  float body = (v_mark & 1u) != 0u ? max(abs(d.x), abs(d.y)) : length(d);
  float inset = u_dots == 1 ? 0.7 : 1.5;
  float core = 1.0 - smoothstep(half_size - inset - soft, half_size - inset, body);
  float rim = 1.0 - smoothstep(half_size - soft, half_size, body);
  float ring = 0.0;
  float shade = 0.0;
  if (street) {
    float r = abs(length(d) - u_size * 0.82);
    float width = max(1.0, u_size * 0.09);
    ring = 1.0 - smoothstep(width - 0.5, width + 0.5, r);
    shade = 1.0 - smoothstep(width + 1.0, width + 2.0, r);
  }
  float light = max(core, ring);
  float dark = max(rim, shade) * 0.85;
  float alpha = max(light, dark);
  if (alpha <= 0.0) discard;
  colour = vec4(mix(vec3(0.043, 0.071, 0.118), vec3(0.93, 0.95, 0.98), light / alpha), alpha);
}`;

/** Draws schools where they stand, and which of them have a school street today. */
export class SchoolMarks {
  private readonly program: Program;
  private readonly array: WebGLVertexArrayObject;
  private readonly marks: WebGLBuffer;
  private readonly bytes: Uint8Array;

  constructor(private readonly gl: Gl, private readonly schools: ViewSchool[]) {
    this.program = new Program(gl, VERTEX, FRAGMENT);
    this.bytes = new Uint8Array(schools.length);
    this.array = gl.createVertexArray();
    gl.bindVertexArray(this.array);
    buffer(gl, Uint16Array.from(schools.flatMap((s) => [s.x, s.y])), gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.UNSIGNED_SHORT, true, 0, 0);
    this.marks = buffer(gl, this.bytes, gl.DYNAMIC_DRAW);
    gl.enableVertexAttribArray(1);
    gl.vertexAttribIPointer(1, 1, gl.UNSIGNED_BYTE, 0, 0);
    gl.bindVertexArray(null);
  }

  /** Takes the schools whose street is closed today. */
  setStreets(closed: ReadonlySet<number>): void {
    this.schools.forEach((school, i) => (this.bytes[i] = (school.phase === 'secondary' ? 1 : 0) | (closed.has(i) ? 2 : 0)));
    this.gl.bindBuffer(this.gl.ARRAY_BUFFER, this.marks);
    this.gl.bufferSubData(this.gl.ARRAY_BUFFER, 0, this.bytes as Uint8Array<ArrayBuffer>);
  }

  /**
   * @param size device pixels across
   * @param shown all schools, or dots for school streets
   * @param streets whether school streets are marked
   */
  draw(scale: [number, number], offset: [number, number], size: number, shown: SchoolsShown, streets: boolean): void {
    const gl = this.gl;
    gl.useProgram(this.program.handle);
    gl.uniform2f(this.program.at('u_scale'), ...scale);
    gl.uniform2f(this.program.at('u_offset'), ...offset);
    gl.uniform1f(this.program.at('u_size'), size);
    gl.uniform1i(this.program.at('u_dots'), shown === 'dots' ? 1 : 0);
    gl.uniform1i(this.program.at('u_streets'), streets ? 1 : 0);
    gl.bindVertexArray(this.array);
    gl.drawArrays(gl.POINTS, 0, this.schools.length);
  }
}
