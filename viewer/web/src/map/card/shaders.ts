const COMMON = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
uniform vec2 u_scale;
uniform vec2 u_offset;
uniform int u_paint;
uniform vec2 u_range;
uniform int u_selected;
uniform sampler2D u_values;
uniform sampler2D u_table;
uniform vec3 u_category[4];
uniform vec3 u_mode[8];
uniform vec3 u_better;
uniform vec3 u_worse;
uniform vec3 u_faint;
uniform vec3 u_no_data;

vec4 valueOf(int hood) { return texelFetch(u_values, ivec2(hood % 64, hood / 64), 0); }

vec3 scaleColour(float value) {
  if (isnan(value) || value < -1e8) return u_no_data;
  float share = clamp((value - u_range.x) / (u_range.y - u_range.x), 0.0, 1.0);
  return texture(u_table, vec2((share * 255.0 + 0.5) / 256.0, 0.5)).rgb;
}
`;

export const POINT_VERTEX = `${COMMON}
layout(location = 0) in vec2 a_position;
layout(location = 1) in uint a_hood;
layout(location = 2) in uint a_facts;
layout(location = 3) in uint a_state;
layout(location = 4) in uint a_twin;
uniform float u_size;
uniform uint u_age_mask;
uniform int u_decile_mask;
uniform int u_place;
uniform uint u_facts_mask;
uniform uint u_facts_value;
uniform uint u_category_mask;
uniform float u_weight;
uniform float u_changed;
out vec4 v_colour;

void main() {
  uint category = a_state & 3u;
  uint mode = (a_state >> 2) & 7u;
  vec3 colour = u_faint;
  float emphasis = 0.35;
  float size = u_size;
  vec4 hood = valueOf(int(a_hood));
  if (u_paint == 0) {
    colour = u_category[category];
    emphasis = category == 3u ? 0.25 : 1.0;
  } else if (u_paint == 1) {
    // A difference within chance recedes: it is neither better nor worse.
    colour = hood.b > 0.5 ? u_faint : scaleColour(hood.r);
    emphasis = hood.b > 0.5 ? 0.35 : 1.0;
  } else if (u_paint == 2) {
    bool pupil = (a_facts & 64u) != 0u && mode != 0u;
    colour = pupil ? u_mode[mode] : u_faint;
    emphasis = pupil ? 1.0 : 0.12;
  } else if (u_paint == 3) {
    // An errand on foot counts as walking, unless the resident cycled.
    uint shown = (a_state & 128u) != 0u && mode != 2u ? 1u : mode;
    colour = u_mode[shown];
    emphasis = shown == 0u || shown == 5u ? 0.15 : 1.0;
  } else {
    bool differs = (a_state & 64u) != 0u;
    if (differs) {
      // Better: more active, or the same and now on foot or a bicycle; children have no category to move in.
      uint was = a_twin & 3u;
      uint wasMode = (a_twin >> 2) & 7u;
      bool onFoot = mode == 1u || mode == 2u || (a_state & 128u) != 0u;
      bool wasOnFoot = wasMode == 1u || wasMode == 2u || (a_twin & 128u) != 0u;
      bool better = category != was ? category > was : onFoot != wasOnFoot ? onFoot : (a_state & 32u) != 0u;
      colour = better ? u_better : u_worse;
      emphasis = u_changed;
      size = max(size * 1.5, 2.0);
    } else {
      colour = scaleColour(hood.r);
      emphasis = 0.3;
    }
  }
  uint band = a_facts & 7u;
  int info = int(hood.g);
  bool shown = (u_age_mask & (1u << band)) != 0u
    && (u_decile_mask & (1 << (info & 15))) != 0
    && (u_place < 0 || u_place == (info >> 4))
    && (a_facts & u_facts_mask) == u_facts_value
    && (u_category_mask & (1u << category)) != 0u;
  v_colour = vec4(colour, emphasis * u_weight);
  gl_PointSize = size;
  vec2 at = a_position * u_scale + u_offset;
  gl_Position = shown ? vec4(at, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}`;

export const POINT_FRAGMENT = `#version 300 es
precision highp float;
in vec4 v_colour;
uniform float u_round;
out vec4 colour;
void main() {
  vec2 d = gl_PointCoord * 2.0 - 1.0;
  float edge = u_round > 0.5 ? 1.0 - smoothstep(0.7, 1.0, dot(d, d)) : 1.0;
  if (edge <= 0.0) discard;
  colour = vec4(v_colour.rgb, v_colour.a * edge);
}`;

/** Adds up colours and weights in coarse cells: the mean colour of the residents in a cell, not the last one drawn. */
export const DENSITY_FRAGMENT = `#version 300 es
precision highp float;
in vec4 v_colour;
out vec4 colour;
void main() { colour = vec4(v_colour.rgb * v_colour.a, v_colour.a); }`;

export const COVER_VERTEX = `#version 300 es
void main() {
  vec2 corner = vec2(float((gl_VertexID << 1) & 2), float(gl_VertexID & 2));
  gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}`;

export const COVER_FRAGMENT = `#version 300 es
precision highp float;
uniform sampler2D u_cells;
uniform float u_cell;
uniform float u_full;
out vec4 colour;
void main() {
  vec4 sum = texelFetch(u_cells, ivec2(gl_FragCoord.xy / u_cell), 0);
  if (sum.a <= 0.0) discard;
  float share = clamp(log(1.0 + sum.a) / log(1.0 + u_full), 0.0, 1.0);
  colour = vec4(sum.rgb / sum.a, 0.16 + 0.84 * share);
}`;

export const FILL_VERTEX = `${COMMON}
layout(location = 0) in vec2 a_position;
layout(location = 1) in uint a_hood;
uniform float u_alpha;
uniform int u_kind; // 0 land, 1 coloured by value, 2 the chosen one and those marked
uniform int u_marked_place;
uniform int u_marked_deciles;
uniform vec3 u_land;
flat out vec4 v_colour;
void main() {
  vec4 hood = valueOf(int(a_hood));
  if (u_kind == 0) v_colour = vec4(u_land, 1.0);
  else if (u_kind == 1) v_colour = vec4(scaleColour(hood.r), hood.b > 0.5 ? 0.0 : u_alpha);
  else {
    int info = int(hood.g);
    bool marked = info >> 4 == u_marked_place || (u_marked_deciles & (1 << (info & 15))) != 0;
    v_colour = vec4(vec3(1.0), int(a_hood) == u_selected ? 0.16 : marked ? 0.12 : 0.0);
  }
  gl_Position = vec4(a_position * u_scale + u_offset, 0.0, 1.0);
}`;

export const FLAT_FRAGMENT = `#version 300 es
precision highp float;
flat in vec4 v_colour;
out vec4 colour;
void main() { if (v_colour.a <= 0.0) discard; colour = v_colour; }`;

export const LINE_VERTEX = `#version 300 es
precision highp float;
layout(location = 0) in vec2 a_position;
uniform vec2 u_scale;
uniform vec2 u_offset;
void main() { gl_Position = vec4(a_position * u_scale + u_offset, 0.0, 1.0); }`;

export const LINE_FRAGMENT = `#version 300 es
precision highp float;
uniform vec4 u_colour;
out vec4 colour;
void main() { colour = u_colour; }`;
