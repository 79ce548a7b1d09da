// A resident adds their neighbourhood's colour, in linear light, to their cell: red, green, blue and one.
in vec2 a_position;
in uint a_neighbourhood;
uniform vec2 u_scale;
uniform vec2 u_offset;
uniform vec2 u_size;
/** Colours of neighbourhoods, 64 a row. */
uniform sampler2D u_colours;
out vec3 v_colour;

void main() {
  int n = int(a_neighbourhood);
  v_colour = decode(texelFetch(u_colours, ivec2(n % 64, n / 64), 0).rgb);
  vec2 cell = floor(a_position * u_scale + u_offset) + 0.5;
  gl_Position = vec4(cell / u_size * 2.0 - 1.0, 0.0, 1.0);
  gl_PointSize = 1.0;
}
