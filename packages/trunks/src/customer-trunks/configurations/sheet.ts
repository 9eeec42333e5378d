/** What is entered in the pages of a PBX that reads no file: sections of names and values. */
export interface SheetSection {
  readonly title: string
  readonly rows: readonly (readonly [name: string, value: string] | undefined)[]
}

/** A text with the values under each other. */
export function sheetText(head: readonly string[], sections: readonly SheetSection[]): string {
  const present = sections.map(({ title, rows }) => ({ title, rows: rows.filter((row) => row !== undefined) }))
  const width = Math.max(...present.flatMap(({ rows }) => rows.map(([name]) => name.length)))
  const bodies = present.map(({ title, rows }) => [title, ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)].join('\n'))
  return `${[head.join('\n'), ...bodies].join('\n\n')}\n`
}
