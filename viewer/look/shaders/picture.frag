// A picture that was made elsewhere (the painter on the processor, or text), as it is or over another; premultiplied.
in vec2 v_at;
uniform sampler2D u_picture;
uniform float u_alpha;
out vec4 o_colour;

void main() { o_colour = texture(u_picture, vec2(v_at.x, 1.0 - v_at.y)) * u_alpha; }
