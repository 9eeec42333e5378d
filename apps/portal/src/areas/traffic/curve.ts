/** The points of a curve in a box, as SVG's `points` takes them. The lowest line is zero, the highest the most there was, at least one. */
export function pointsOf(values: readonly number[], width: number, height: number): string {
  const most = Math.max(1, ...values)
  const step = width / Math.max(1, values.length - 1)
  return values.map((value, index) => `${(index * step).toFixed(1)},${(height - (value / most) * height).toFixed(1)}`).join(' ')
}
