/** A turn of a lever, as the host takes it. */
export interface LeverChange {
  id: string;
  on: boolean;
  values: Record<string, number>;
}
