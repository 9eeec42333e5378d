/** One measured figure, with what must be reached and what a peer reaches in the same run. */
export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly atLeast?: number
  readonly atMost?: number
  readonly peer?: { readonly name: string; readonly value: number }
}

/** True unless a limit is missed. */
export function isReached({ value, atLeast, atMost }: Figure): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost)
}

/** The figures as a Markdown table, as docs/benchmarks.md keeps them. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { what, value, unit, peer } = figure
    const ratio = peer && peer.value > 0 ? (value / peer.value).toFixed(2) : ''
    return [what, `${show(value)} ${unit}`, limitOf(figure), peer ? `${peer.name}: ${show(peer.value)} ${unit}` : '', ratio]
  })
  const lines = [['what', 'Klinke', 'must reach', 'peer, same run', 'ratio'], ['---', '---', '---', '---', '---'], ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function limitOf(figure: Figure): string {
  const { atLeast, atMost, unit } = figure
  if (atLeast === undefined && atMost === undefined) return ''
  const limit = atLeast === undefined ? `≤ ${show(atMost ?? 0)} ${unit}` : `≥ ${show(atLeast)} ${unit}`
  return isReached(figure) ? limit : `${limit} — MISSED`
}

function show(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : 2
  return value.toLocaleString('en-US', { maximumFractionDigits: digits })
}
