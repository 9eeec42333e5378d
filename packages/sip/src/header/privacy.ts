import { isToken, trimSpace } from './characters.ts'
import type { HeaderType } from './header-type.ts'

/** Privacy, RFC 3323 §4.2: the wishes of the caller (`id`, `header`, `session`, `user`, `critical`, `none`), in small letters. */
export const Privacy: HeaderType<readonly string[]> = {
  name: 'Privacy',
  parse(text) {
    // The grammar separates by semicolons; RFC 3325's examples and many devices use commas.
    const values = text.split(/[;,]/).map((value) => trimSpace(value).toLowerCase())
    return values.every(isToken) ? values : undefined
  },
  print: (values) => values.join(';'),
}
