import { encode } from 'uqr'

interface QrCodeProps {
  readonly text: string
  /** What it is, for those who do not see it. */
  readonly label: string
}

/** Modules of quiet zone around it (ISO/IEC 18004). */
const QUIET_MODULES = 4
const SIDE_PIXELS = 220

/** A QR code, drawn here: what stands in it leaves the browser for nobody. Black on white in dark mode too, as cameras want it. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { border: QUIET_MODULES })
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width={SIDE_PIXELS} height={SIDE_PIXELS} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="white" />
      <path d={pathOf(data)} fill="black" />
    </svg>
  )
}

/** One square for each dark module. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
}
