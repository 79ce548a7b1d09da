// Whoever lives the day differently, over the quiet picture; then the picture's own values, the fade behind the text, and noise.
in vec2 v_at;
uniform sampler2D u_quiet;
/** How bright whoever changed shines, 0 to 1, by three blurs; and whoever changed the other way. */
uniform sampler2D u_h0;
uniform sampler2D u_h1;
uniform sampler2D u_h2;
uniform sampler2D u_against0;
uniform sampler2D u_against1;
uniform sampler2D u_against2;
uniform bool u_hasAgainst;
uniform vec4 u_window;
uniform bool u_light;
/** Dark: dim, share of B in it, A, exponent of A; B, C, hot, exponent of hot. Light: A, exponent, B, unused. */
uniform vec4 u_mix0;
uniform vec4 u_mix1;
uniform vec3 u_amber;
uniform vec3 u_hot;
uniform vec3 u_againstColour;
/** 1 on school days, less on days that hold the last one. */
uniform float u_strength;
uniform vec3 u_ground;
/** Pixels from the left at which the map begins and is all there; both 0 for none. */
uniform vec2 u_fade;
uniform vec2 u_size;
uniform float u_dither;
out vec4 o_colour;

vec3 lit(vec3 under, sampler2D t0, sampler2D t1, sampler2D t2, vec2 at, vec3 colour, vec3 hot) {
  float a = texture(t0, at).r;
  float b = texture(t1, at).r;
  float c = texture(t2, at).r;
  vec3 over;
  if (u_light) {
    over = mix(under, colour, min(1.0, u_mix0.x * pow(a, u_mix0.y) + u_mix0.z * b));
  } else {
    over = under * (1.0 - clamp(a + u_mix0.y * b, 0.0, u_mix0.x));
    over += decode(colour) * (u_mix0.z * pow(a, u_mix0.w) + u_mix1.x * b + u_mix1.y * c) + decode(hot) * u_mix1.z * pow(a, u_mix1.w);
  }
  return mix(under, over, u_strength);
}

void main() {
  vec2 at = u_window.xy + v_at * u_window.zw;
  vec3 colour = texture(u_quiet, v_at).rgb;
  if (u_hasAgainst) colour = lit(colour, u_against0, u_against1, u_against2, at, u_againstColour, u_againstColour);
  colour = lit(colour, u_h0, u_h1, u_h2, at, u_amber, u_hot);
  if (!u_light) colour = encode(colour);
  vec2 pixel = vec2(gl_FragCoord.x, u_size.y - gl_FragCoord.y);
  if (u_fade.y > u_fade.x) colour = mix(u_ground, colour, smoothstep(u_fade.x, u_fade.y, pixel.x));
  o_colour = vec4(colour + noise(floor(pixel)) * 2.0 * u_dither / 255.0, 1.0);
}
