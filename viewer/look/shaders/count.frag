in float v_weight;
out vec4 o_weight;

void main() { o_weight = vec4(v_weight, 0.0, 0.0, 1.0); }
