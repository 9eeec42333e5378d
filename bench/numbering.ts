/**
 * What a number costs on its way through a call: found in the plan, read, recognised. `node bench/numbering.ts` prints the table;
 * `benchNumbering` gives the rows to `npm run bench`. The peer is libphonenumber-js, on the same numbers in the same run.
 */
import { fileURLToPath } from 'node:url'
import { below, seededRandom } from '@klinke/foundation'
import { AREA_CODES, areaCodeOf, type E164, emergencyNumber, germanNationalNumber, numberKind, parseDialled } from '@klinke/numbering'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { type Figure, table } from './figure.ts'

const NUMBERS = 4_096
const ROUNDS = 7
const PEER_ROUNDS = 2
const CONTEXT = { areaCode: '221', outsideLinePrefix: '0', isExtension: () => false }

/** Geographic numbers of all Germany, with a mobile, a service and a foreign one each fourth time. */
function numbers(): readonly E164[] {
  const random = seededRandom(1)
  const others = ['+4915112345', '+4918051234', '+4314012345'] as const
  return Array.from({ length: NUMBERS }, (_, at): E164 => {
    const end = String(1_000 + below(random, 9_000))
    const { areaCode } = AREA_CODES[below(random, AREA_CODES.length)] ?? { areaCode: '30' }
    return at % 4 === 3 ? `${others[below(random, others.length)] ?? others[0]}${end}` : `+49${areaCode}2${end}`
  })
}

/** Best of several rounds over all numbers, in microseconds a number. */
function microsecondsPer<Input>(inputs: readonly Input[], work: (input: Input) => unknown, rounds = ROUNDS): number {
  let best = Number.POSITIVE_INFINITY
  let kept = 0
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    for (const input of inputs) if (work(input) !== undefined) kept++
    best = Math.min(best, (performance.now() - start) / inputs.length)
  }
  if (kept < 0) throw new Error('The work to measure was not done.')
  return best * 1_000
}

export function benchNumbering(): readonly Figure[] {
  const all = numbers()
  const nationals = all.map((number) => germanNationalNumber(number) ?? number)
  const dialled = all.map((number) => `00${number.slice(1)}`)
  const peer = microsecondsPer(all, (number) => parsePhoneNumberFromString(number)?.getType(), PEER_ROUNDS)
  const row = (what: string, value: number, atMost: number): Figure => ({ what, value, unit: 'µs', atMost })
  return [
    row('area code of a number (longest match)', microsecondsPer(nationals, areaCodeOf), 1),
    { ...row('kind of a number', microsecondsPer(all, numberKind), 1), peer: { name: 'libphonenumber-js', value: peer } },
    row(
      'is it 110 or 112?',
      microsecondsPer(dialled, (text) => emergencyNumber(text, CONTEXT)),
      2,
    ),
    row(
      'read what was dialled',
      microsecondsPer(dialled, (text) => parseDialled(text, CONTEXT)),
      5,
    ),
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(table(benchNumbering()))
