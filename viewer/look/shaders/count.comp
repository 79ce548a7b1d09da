// The same with atomic additions, where the card has compute shaders (4.3): weights in 255ths, four residents' in a word.
layout(local_size_x = 256) in;
layout(std430, binding = 0) readonly buffer Positions { uint positions[]; };
layout(std430, binding = 1) readonly buffer Weights { uint weights[]; };
layout(r32ui, binding = 0) uniform coherent uimage2D u_cells;
/** Column of each position, 0 to 65,535, in 256 rows of 256, and row of each in 256 more: 65,535 outside. */
uniform highp usampler2D u_cellOf;
uniform uint u_first;
uniform uint u_residents;
/** 0: by their weights; otherwise everybody weighs this much. */
uniform uint u_everybody;

void main() {
  uint row = gl_GlobalInvocationID.x + gl_GlobalInvocationID.y * gl_NumWorkGroups.x * gl_WorkGroupSize.x;
  if (row >= u_residents) return;
  uint weight = u_everybody != 0u ? u_everybody : (weights[row >> 2] >> ((row & 3u) * 8u)) & 255u;
  if (weight == 0u) return;
  uint pair = positions[row];
  uint x = pair & 65535u;
  uint y = pair >> 16;
  uint column = texelFetch(u_cellOf, ivec2(int(x & 255u), int(x >> 8)), 0).r;
  uint line = texelFetch(u_cellOf, ivec2(int(y & 255u), 256 + int(y >> 8)), 0).r;
  if (column == 65535u || line == 65535u) return;
  imageAtomicAdd(u_cells, ivec2(int(column), int(line)), weight);
}
