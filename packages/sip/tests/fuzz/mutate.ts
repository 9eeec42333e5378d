import { below, type Random } from '@klinke/foundation'
import { pick } from './grammar.ts'

/** What parsers stumble over, put where a token was. */
const NASTY = [
  ...[
    '',
    ' ',
    '"',
    '""',
    '\\',
    '<',
    '>',
    '<>',
    ';',
    ';;',
    ',',
    ',,',
    ':',
    '=',
    '@',
    '%',
    '%0',
    '%zz',
    '%00',
    '\0',
    '\t',
    '\r',
    '\n',
    '\r\n',
  ],
  ...[
    '\r\n ',
    '\r\n\r\n',
    '*',
    '?',
    '&',
    '[',
    ']',
    '[::',
    '(((((',
    ')',
    '-1',
    '0',
    '00',
    '255',
    '256',
    '65536',
    '4294967296',
    '1e9',
    '0x1',
  ],
  ...['99999999999999999999999', 'NaN', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '\u{1f4de}', 'ü', '\ud800', '\ufeff'],
  ...[
    '\u00a0',
    'SIP/2.0',
    'SIP/2.0/UDP',
    'sip:',
    'tel:',
    'z9hG4bK',
    'a'.repeat(300),
    ','.repeat(200),
    '"'.repeat(99),
    ' '.repeat(500),
    '\r\n\t'.repeat(50),
  ],
] as const
const TOKEN = /[\w.+-]+|[^\w\s]/g

type Mutation = (text: string, random: Random) => string

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  replaceToken,
  replaceToken,
  function insert(text, random) {
    const at = below(random, text.length + 1)
    return text.slice(0, at) + NASTY[below(random, NASTY.length)] + text.slice(at)
  },
  function erase(text, random) {
    const at = below(random, text.length + 1)
    return text.slice(0, at) + text.slice(at + 1 + below(random, 8))
  },
  function repeat(text, random) {
    const at = below(random, text.length + 1)
    const piece = text.slice(at, at + 1 + below(random, 40))
    return text.slice(0, at) + piece.repeat(1 + below(random, 20)) + text.slice(at)
  },
  function cutOff(text, random) {
    return text.slice(0, below(random, text.length + 1))
  },
  onLines((lines, random) => void lines.splice(below(random, lines.length), 1)),
  onLines((lines, random) => void lines.splice(below(random, lines.length), 0, lines[below(random, lines.length)] ?? '')),
  onLines((lines, random) => {
    const [a, b] = [below(random, lines.length), below(random, lines.length)]
    const kept = lines[a] ?? ''
    lines[a] = lines[b] ?? ''
    lines[b] = kept
  }),
  function flip(text, random) {
    const at = below(random, text.length + 1)
    return text.slice(0, at) + String.fromCharCode(below(random, 256)) + text.slice(at + 1)
  },
]

/** `text` with one to four faults. */
export function mutate(text: string, random: Random): string {
  let out = text
  for (let left = 1 + below(random, 4); left > 0; left--) out = pick(random, MUTATIONS)(out, random)
  return out.slice(0, 60_000)
}

function replaceToken(text: string, random: Random): string {
  const tokens = [...text.matchAll(TOKEN)]
  const token = tokens[below(random, tokens.length)]
  if (token === undefined) return text
  return text.slice(0, token.index) + NASTY[below(random, NASTY.length)] + text.slice(token.index + token[0].length)
}

function onLines(change: (lines: string[], random: Random) => void): Mutation {
  return (text, random) => {
    const lines = text.split('\r\n')
    change(lines, random)
    return lines.join('\r\n')
  }
}
