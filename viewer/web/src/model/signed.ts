/** A change in words, with its sign; what rounds to nothing has neither plus nor minus. */
export function signed(value: number, write: (size: number) => string): string {
  const size = write(Math.abs(value));
  const nothing = !/[1-9]/.test(size);
  return `${nothing ? '±' : value > 0 ? '+' : '−'}${size}`;
}
