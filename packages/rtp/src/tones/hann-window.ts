/** A Hann window: the skirts of a tone seen through it do not reach far into others. */
export function hannWindow(samples: number): Float64Array {
  return Float64Array.from({ length: samples }, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / samples))
}

/** What the window leaves of a tone that lies `bins` beside the middle, 1 in the middle. */
export function hannResponse(bins: number): number {
  if (Math.abs(bins) < 1e-6) return 1
  return Math.sin(Math.PI * bins) / (Math.PI * bins * (1 - bins * bins))
}
