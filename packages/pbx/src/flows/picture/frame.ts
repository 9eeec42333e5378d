import type { PlacedBlock } from './lay-out.ts'

/** Size of a block and of the gaps between blocks, in pixels. */
export const BOX = { width: 220, height: 56, gapX: 52, gapY: 104 } as const
const MARGIN = 24

/** Where the places of a picture are, in pixels. */
export interface Frame {
  readonly width: number
  readonly height: number
  corner(place: PlacedBlock): readonly [x: number, y: number]
}

/** The frame around `placed`; `roomAbove` for lines that go round to the first row. */
export function frameOf(placed: readonly PlacedBlock[], roomAbove: boolean): Frame {
  const top = roomAbove ? MARGIN + BOX.gapY / 2 : MARGIN
  const columns = Math.max(...placed.map(({ column }) => column + 1))
  const rows = Math.max(...placed.map(({ row }) => row + 1))
  return {
    width: MARGIN + columns * (BOX.width + BOX.gapX),
    height: top + rows * (BOX.height + BOX.gapY) - BOX.gapY + MARGIN,
    corner: ({ row, column }) => [MARGIN + column * (BOX.width + BOX.gapX), top + row * (BOX.height + BOX.gapY)],
  }
}
