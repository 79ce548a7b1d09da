// Put before every other file, after the version line: tones, colour and noise that the painter on the processor has too.

float asinh1(float x) { return log(x + sqrt(x * x + 1.0)); }

vec4 asinh1(vec4 x) { return log(x + sqrt(x * x + 1.0)); }

/** Share of the tone's range that a density reaches: nothing at 0, all at `to`, linear below `from`. */
float tone(float density, float from, float to) {
  return clamp(asinh1(max(density, 0.0) / from) / asinh1(to / from), 0.0, 1.0);
}

vec3 encode(vec3 linear) {
  vec3 c = clamp(linear, 0.0, 1.0);
  return mix(1.055 * pow(max(c, vec3(1e-8)), vec3(1.0 / 2.4)) - 0.055, c * 12.92, vec3(lessThanEqual(c, vec3(0.0031308))));
}

vec3 decode(vec3 c) {
  return mix(pow((max(c, vec3(1e-8)) + 0.055) / 1.055, vec3(2.4)), c / 12.92, vec3(lessThanEqual(c, vec3(0.04045))));
}

/** Noise of a pixel, counted from the top left, between −0.5 and 0.5: neighbours differ much, wide areas not at all. */
float noise(vec2 pixel) { return fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715)))) - 0.5; }
