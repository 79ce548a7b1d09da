// Residents close by: discs with a halo, blended over the picture.
in vec2 a_position;
/** 0 none, 1 a child, 2 walks either way, 3 changed, 4 changed against. */
in uint a_kind;
uniform vec2 u_scale;
uniform vec2 u_offset;
uniform vec2 u_size;
uniform float u_radius[5];
uniform float u_halo[5];
uniform vec4 u_colours[5];
out vec4 v_colour;
out vec2 v_reach;

void main() {
  int kind = int(a_kind);
  v_colour = u_colours[kind];
  v_reach = vec2(u_radius[kind], u_halo[kind]);
  gl_Position = kind == 0 ? vec4(2.0, 2.0, 2.0, 1.0) : vec4((a_position * u_scale + u_offset) / u_size * 2.0 - 1.0, 0.0, 1.0);
  gl_PointSize = 2.0 * (max(v_reach.x, v_reach.y) + 1.0);
}
