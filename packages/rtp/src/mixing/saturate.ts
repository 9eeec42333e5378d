/** Cuts a sum at the range of a 16-bit sample. */
export function saturate(sample: number): number {
  return Math.max(-32_768, Math.min(32_767, sample))
}
