import type { Attribute } from './session-description.ts'

interface Section {
  readonly attributes: readonly Attribute[]
}

/** Value of the first attribute of that name; `''` for a property attribute, undefined when absent. Names are case-sensitive (RFC 8866 §5.13). */
export function attributeValue(section: Section, name: string): string | undefined {
  for (const attribute of section.attributes) if (attribute.name === name) return attribute.value ?? ''
  return undefined
}

/** Values of all attributes of that name, in order. */
export function attributeValues(section: Section, name: string): string[] {
  const values: string[] = []
  for (const attribute of section.attributes) if (attribute.name === name) values.push(attribute.value ?? '')
  return values
}

export function hasAttribute(section: Section, name: string): boolean {
  return attributeValue(section, name) !== undefined
}
