/** Largest blocks of a trunk by its channels (TRK-03); for the connect and link types the ceiling is the sum over all blocks. */
export interface BlockCeiling {
  /** The smallest number of channels to which the row applies. */
  readonly channels: number
  /** Numbers without a fee. */
  readonly freeNumbers: number
  readonly maxNumbers: number
}

function row(channels: number, freeNumbers: number, maxNumbers: number): BlockCeiling {
  return { channels, freeNumbers, maxNumbers }
}

/** TRK-03, each row up to the next. */
export const BLOCK_CEILINGS: readonly BlockCeiling[] = [
  row(4, 30, 100),
  row(6, 50, 100),
  row(8, 50, 300),
  row(10, 100, 500),
  row(20, 300, 500),
  row(30, 500, 1_000),
  row(60, 1_000, 3_000),
  row(90, 2_000, 3_000),
  row(120, 2_000, 4_000),
  row(130, 3_000, 4_000),
  row(150, 3_000, 5_000),
  row(180, 4_000, 10_000),
  row(240, 5_000, 10_000),
]

/** The ceiling for a trunk with so many channels; `undefined` below the smallest trunk, of 4 channels (TRK-02). */
export function blockCeiling(channels: number): BlockCeiling | undefined {
  return BLOCK_CEILINGS.findLast((each) => channels >= each.channels)
}
