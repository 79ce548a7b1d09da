in vec4 v_colour;
in vec2 v_reach;
out vec4 o_colour;

void main() {
  float side = 2.0 * (max(v_reach.x, v_reach.y) + 1.0);
  float distance_ = length((gl_PointCoord - 0.5) * side);
  float core = clamp(v_reach.x + 0.5 - distance_, 0.0, 1.0);
  float sigma = max(v_reach.y, 0.01) / 2.6;
  float halo = v_reach.y > 0.0 ? 0.5 * exp(-distance_ * distance_ / (2.0 * sigma * sigma)) : 0.0;
  float alpha = v_colour.a * max(core, halo);
  o_colour = vec4(v_colour.rgb * alpha, alpha);
}
