// Neighbourhoods' values, painted through the people who live there.
in vec2 v_at;
uniform sampler2D u_base;
/** Blurred colours and counts. */
uniform sampler2D u_tint;
/** Density as everybody is drawn with, residents a cell; and the region's share of a pixel. */
uniform sampler2D u_density;
uniform sampler2D u_region;
/** Colour of the neighbourhood where nobody lives in the blur's reach, linear, alpha 1 inside the region. */
uniform vec4 u_window;
uniform float u_perCell;
/** Tone from and to, exponent, gain. */
uniform vec4 u_tone;
uniform float u_floor;
uniform vec3 u_ground;
uniform vec2 u_fade;
uniform vec2 u_size;
uniform float u_dither;
out vec4 o_colour;

void main() {
  vec2 at = u_window.xy + v_at * u_window.zw;
  vec4 region = texture(u_region, vec2(v_at.x, 1.0 - v_at.y));
  vec4 tint = texture(u_tint, at);
  vec3 flat_ = decode(region.rgb);
  float people = clamp(tint.a * 40.0, 0.0, 1.0);
  vec3 colour = mix(flat_, tint.rgb / max(tint.a, 1e-6), people);
  float level = tone(texture(u_density, at).r * u_perCell, u_tone.x, u_tone.y);
  float alpha = (u_floor + (1.0 - u_floor) * min(1.0, u_tone.w * pow(level, u_tone.z))) * region.a;
  vec3 base = texture(u_base, vec2(v_at.x, 1.0 - v_at.y)).rgb;
  vec3 shown = encode(mix(decode(base), colour, alpha));
  vec2 pixel = vec2(gl_FragCoord.x, u_size.y - gl_FragCoord.y);
  if (u_fade.y > u_fade.x) shown = mix(u_ground, shown, smoothstep(u_fade.x, u_fade.y, pixel.x));
  o_colour = vec4(shown + noise(floor(pixel)) * 2.0 * u_dither / 255.0, 1.0);
}
