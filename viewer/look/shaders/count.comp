// The same with atomic additions, where the card has compute shaders (4.3): weights in 255ths, four residents' in a word.
layout(local_size_x = 256) in;
layout(std430, binding = 0) readonly buffer Positions { uint positions[]; };
layout(std430, binding = 1) readonly buffer Weights { uint weights[]; };
layout(r32ui, binding = 0) uniform coherent uimage2D u_cells;
uniform vec2 u_scale;
uniform vec2 u_offset;
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
  vec2 position = vec2(float(pair & 65535u), float(pair >> 16)) / 65535.0;
  ivec2 cell = ivec2(floor(position * u_scale + u_offset));
  ivec2 size = imageSize(u_cells);
  if (any(lessThan(cell, ivec2(0))) || any(greaterThanEqual(cell, size))) return;
  imageAtomicAdd(u_cells, cell, weight);
}
