// A Gaussian one way; the other way is another pass. At the edge the last texel goes on.
uniform sampler2D u_from;
uniform ivec2 u_step;
/** Weights of the middle and of one side: u_weights[0] is the middle's. */
uniform float u_weights[12];
uniform int u_radius;
/** What makes sums a brightness, 0 to 1: what they are multiplied with, and what makes a full one 1; 0 for sums as they are. */
uniform vec2 u_shine;
out vec4 o_value;

void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 last = textureSize(u_from, 0) - 1;
  vec4 sum = texelFetch(u_from, at, 0) * u_weights[0];
  for (int i = 1; i <= u_radius; i++) {
    sum += (texelFetch(u_from, clamp(at - u_step * i, ivec2(0), last), 0) + texelFetch(u_from, clamp(at + u_step * i, ivec2(0), last), 0)) * u_weights[i];
  }
  o_value = u_shine.y > 0.0 ? clamp(asinh1(sum * u_shine.x) * u_shine.y, 0.0, 1.0) : sum;
}
