// Everybody as quiet light over the land, once a camera. Densities are residents a cell; u_perCell makes them residents a hectare.
in vec2 v_at;
uniform sampler2D u_base;
uniform sampler2D u_core;
uniform sampler2D u_glow;
uniform sampler2D u_town;
/** Lower left corner and size of the picture within the textures of cells, 0 to 1. */
uniform vec4 u_window;
uniform float u_perCell;
uniform bool u_light;
uniform vec3 u_everybody;
/** Density of a town; share of the country's core and glow; tone from and to. */
uniform float u_townDensity;
uniform vec2 u_country;
uniform vec2 u_tone;
/** Strength and exponent. */
uniform vec2 u_strength;
/** What recedes goes towards this; the base's alpha says how much is left. */
uniform vec3 u_ground;
/** 0 while the lights are off, 1 when all are on. */
uniform float u_level;
out vec4 o_colour;

void main() {
  vec4 texel = texture(u_base, vec2(v_at.x, 1.0 - v_at.y));
  vec3 base = texel.rgb;
  vec2 at = u_window.xy + v_at * u_window.zw;
  float core = texture(u_core, at).r * u_perCell;
  float glow = texture(u_glow, at).r * u_perCell;
  float town = clamp(texture(u_town, at).r * u_perCell / u_townDensity, 0.0, 1.0);
  float density = town * core + (1.0 - town) * (u_country.x * core + u_country.y * glow);
  float level = tone(density, u_tone.x, u_tone.y) * u_level;
  // Dark: light is added, in linear light. Light: ink is laid over, in the picture's own values.
  vec3 shown = u_light ? mix(base, u_everybody, min(1.0, pow(level, u_strength.y))) : decode(base) + decode(u_everybody) * u_strength.x * pow(level, u_strength.y);
  o_colour = vec4(mix(u_light ? u_ground : decode(u_ground), shown, texel.a), 1.0);
}
