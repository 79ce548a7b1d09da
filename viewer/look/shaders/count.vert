// A resident adds their weight to the cell that they stand in. Blend one and one into a float texture, points of one pixel.
in vec2 a_position;
in float a_weight;
/** From the box, 0 to 1 either way, to the cells of the texture. */
uniform vec2 u_scale;
uniform vec2 u_offset;
uniform vec2 u_size;
out float v_weight;

void main() {
  v_weight = a_weight;
  // The middle of the cell, so that no rounding of the rasteriser moves a resident into the next one.
  vec2 cell = floor(a_position * u_scale + u_offset) + 0.5;
  gl_Position = a_weight > 0.0 ? vec4(cell / u_size * 2.0 - 1.0, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
  gl_PointSize = 1.0;
}
