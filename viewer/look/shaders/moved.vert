// A picture that was taken elsewhere, moved and scaled to where it lies in this one: corners from −1 to 1.
out vec2 v_at;
uniform vec2 u_scale;
uniform vec2 u_offset;

void main() {
  vec2 corner = vec2(float(gl_VertexID & 1), float((gl_VertexID >> 1) & 1));
  v_at = corner;
  gl_Position = vec4((corner * 2.0 - 1.0) * u_scale + u_offset, 0.0, 1.0);
}
