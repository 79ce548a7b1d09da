// The mean of u_factor × u_factor texels: a wide blur is made small first.
uniform sampler2D u_from;
uniform int u_factor;
out vec4 o_value;

void main() {
  ivec2 first = ivec2(gl_FragCoord.xy) * u_factor;
  ivec2 last = textureSize(u_from, 0) - 1;
  vec4 sum = vec4(0.0);
  for (int y = 0; y < u_factor; y++) {
    for (int x = 0; x < u_factor; x++) sum += texelFetch(u_from, min(first + ivec2(x, y), last), 0);
  }
  o_value = sum / float(u_factor * u_factor);
}
