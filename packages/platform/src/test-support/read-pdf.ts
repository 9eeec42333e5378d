/** What people and programs find in a PDF. */
export interface ReadPdf {
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** The text of each page, runs of space as one. */
  readonly pages: readonly string[]
  readonly attachments: ReadonlyMap<string, Uint8Array>
}

/** Reads a PDF as Firefox does. */
export async function readPdf(octets: Uint8Array): Promise<ReadPdf> {
  // Loaded when a test reads one: it is large.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(octets), useSystemFonts: false, verbosity: 0 })
  const pdf = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    const words = items.map((item) => ('str' in item ? item.str : ''))
    pages.push(words.join(' ').replaceAll(/\s+/g, ' '))
  }
  const attachments = new Map<string, Uint8Array>()
  for (const [id, { filename }] of (await pdf.getAttachments()) ?? [])
    attachments.set(filename, new Uint8Array((await pdf.getAttachmentContent(id)) ?? []))
  const { info } = await pdf.getMetadata()
  await task.destroy()
  const named = new Map<string, unknown>(Object.entries(info))
  return { title: String(named.get('Title') ?? ''), language: String(named.get('Language') ?? ''), pages, attachments }
}
