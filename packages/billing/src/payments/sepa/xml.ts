/** Writes XML by hand, because a payment file has thirty elements and no attributes but one. Children come in the order of the schema. */
export function node(name: string, ...children: readonly (string | undefined)[]): string {
  return `<${name}>${children.filter((child) => child !== undefined).join('')}</${name}>`
}

/** An element with a text; its attributes, if any, are ours and need no escaping. */
export function leaf(name: string, text: string, attributes = ''): string {
  return `<${name}${attributes === '' ? '' : ` ${attributes}`}>${escaped(text)}</${name}>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
