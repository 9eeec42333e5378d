import type { Entry } from '../../api/operation.ts'

export type Extension = Entry<'GET /extensions'>

/** As the server takes them; 110 and 112 it refuses by itself. */
export function isExtensionNumber(text: string): boolean {
  return /^[1-9]\d{1,5}$/.test(text)
}
