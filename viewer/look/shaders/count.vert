// A resident adds their weight to the cell that they stand in. Blend one and one into a float texture, points of one pixel.
in vec2 a_position;
in float a_weight;
/** Column of each position, 0 to 65,535, in 256 rows of 256, and row of each in 256 more: 65,535 outside. */
uniform highp usampler2D u_cellOf;
uniform vec2 u_size;
out float v_weight;

void main() {
  v_weight = a_weight;
  ivec2 position = ivec2(a_position);
  uint column = texelFetch(u_cellOf, ivec2(position.x & 255, position.x >> 8), 0).r;
  uint row = texelFetch(u_cellOf, ivec2(position.y & 255, 256 + (position.y >> 8)), 0).r;
  bool counts = a_weight > 0.0 && column != 65535u && row != 65535u;
  // The middle of the cell, so that no rounding of the rasteriser moves a resident into the next one.
  gl_Position = counts ? vec4((vec2(column, row) + 0.5) / u_size * 2.0 - 1.0, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
  gl_PointSize = 1.0;
}
