// Counts of the compute shader, in 255ths, as numbers.
uniform highp usampler2D u_cells;
out vec4 o_weight;

void main() { o_weight = vec4(float(texelFetch(u_cells, ivec2(gl_FragCoord.xy), 0).r) / 255.0, 0.0, 0.0, 1.0); }
