/** A bar of a picture: its place and size in a box, and which series it shows. */
export interface Bar {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly series: number
}

/** Of the width that there is for a stack, the part that it takes; a few stacks are no walls. */
const PART = 0.8
const WIDEST = 60

/** The values of each stretch, one upon the other, as bars in a box; the highest stack fills it. */
export function barsOf(stacks: readonly (readonly number[])[], width: number, height: number): readonly Bar[] {
  const most = highestOf(stacks)
  const step = width / Math.max(1, stacks.length)
  const broad = Math.min(step * PART, WIDEST)
  return stacks.flatMap((values, index) => {
    let top = height
    return values.flatMap((value, series) => {
      const tall = (value / most) * height
      top -= tall
      return tall === 0 ? [] : [{ x: (index + 0.5) * step - broad / 2, y: top, width: broad, height: tall, series }]
    })
  })
}

/** The height of the highest stack; at least one, so that nothing is divided by zero. */
export function highestOf(stacks: readonly (readonly number[])[]): number {
  return Math.max(...stacks.map((values) => values.reduce((sum, value) => sum + value, 0)), Number.MIN_VALUE) || 1
}
