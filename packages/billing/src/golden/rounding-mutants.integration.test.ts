/** Each way in which rounding could go wrong is put into the code, in memory, and the golden customers and the properties of sums have to notice it. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'

const SOURCES = join(import.meta.dirname, '..')
const HOOK = join(import.meta.dirname, 'test-support/mutant.ts')
/** Without a database first; those that survive them meet whole months. */
const CHECKS = [
  [
    ...['contracts/golden/golden.test.ts', 'invoices/totals.test.ts', 'to-cents.test.ts', 'rated-calls/call-charges.test.ts'],
    '../../rating/src/exact.test.ts',
  ],
  ['golden/golden-months.integration.test.ts'],
]
const LIMIT_MS = 120_000

const TO_CENTS = { file: 'billing/src/to-cents.ts', from: 'divideRounded(dividend, divisor * MICROS_PER_CENT, mode)' }
const LINE = { file: 'contracts/charges/line.ts', from: 'toCents(due, BigInt(part.of), rounding)' }
const VAT = { file: 'invoices/totals.ts', from: 'toCents(base * BigInt(first.vat.permille), 1_000n, mode)' }
const CALLS = { file: 'rated-calls/call-charges.ts', from: 'toCents(amount, SIXTIETHS_PER_MICRO, rounding.mode)' }

const CALL = { file: 'rating/src/exact.ts', from: 'rounding.where === place ? divideRounded(amount, SIXTIETHS_PER_CENT, rounding.mode)' }

const MUTANTS: readonly { readonly what: string; readonly file: string; readonly from: string; readonly to: string }[] = [
  { what: 'fractions of a cent are cut off', ...TO_CENTS, to: "divideRounded(dividend, divisor * MICROS_PER_CENT, 'down')" },
  { what: 'fractions of a cent are always a cent', ...TO_CENTS, to: "divideRounded(dividend, divisor * MICROS_PER_CENT, 'up')" },
  { what: 'half a cent goes to the even one', ...TO_CENTS, to: "divideRounded(dividend, divisor * MICROS_PER_CENT, 'half-even')" },
  {
    what: 'rounded twice, to tenths of a cent and then to cents',
    ...TO_CENTS,
    to: 'divideRounded(divideRounded(dividend, divisor * 1_000n, mode), 10n, mode)',
  },
  { what: 'rounded to tenths of a cent', ...TO_CENTS, to: 'divideRounded(dividend, divisor * 1_000n, mode) / 10n' },
  {
    what: 'a line of a contract is rounded for each unit',
    ...LINE,
    to: 'BigInt(facts.quantity) * toCents(facts.unitPrice * BigInt(part.days), BigInt(part.of), rounding)',
  },
  {
    what: 'a line of a contract is rounded for each day',
    ...LINE,
    to: 'toCents(BigInt(facts.quantity) * facts.unitPrice, BigInt(part.of), rounding) * BigInt(part.days)',
  },
  { what: 'a line of a contract is not rounded', ...LINE, to: 'due / BigInt(part.of)' },
  {
    what: 'VAT is rounded for each line',
    ...VAT,
    to: '[first, ...others].reduce((all, { amount }) => all + toCents(amount * BigInt(first.vat.permille), 1_000n, mode), 0n)',
  },
  { what: 'VAT is cut off', ...VAT, to: "toCents(base * BigInt(first.vat.permille), 1_000n, 'down')" },
  {
    what: 'VAT is of what was there before lines were rounded',
    ...VAT,
    to: 'toCents([first, ...others].reduce((all, { netMicros }) => all + netMicros, 0n) * BigInt(first.vat.permille), 1_000n, mode)',
  },
  { what: 'calls of a line are cut off', ...CALLS, to: "toCents(amount, SIXTIETHS_PER_MICRO, 'down')" },
  { what: 'calls of a line are rounded to the even cent', ...CALLS, to: "toCents(amount, SIXTIETHS_PER_MICRO, 'half-even')" },
  {
    what: 'each call is rounded, although the rule is for the line',
    ...CALL,
    to: "place === 'call' ? divideRounded(amount, SIXTIETHS_PER_CENT, rounding.mode)",
  },
  {
    what: 'calls that are rounded one by one are cut off',
    ...CALL,
    to: "rounding.where === place ? divideRounded(amount, SIXTIETHS_PER_CENT, 'down')",
  },
  {
    what: 'calls that are rounded one by one are rounded to micro-units before',
    ...CALL,
    to: 'rounding.where === place ? divideRounded(divideRounded(amount, SIXTIETHS_PER_MICRO, rounding.mode), MICROS_PER_CENT, rounding.mode)',
  },
]

for (const { what, ...mutant } of MUTANTS)
  test(`a mutant is noticed: ${what}`, async () => {
    for (const files of CHECKS) {
      const failed = await failedTests(mutant, files)
      if (failed > 0) return
    }
    assert.fail('Nobody has noticed it.')
  })

test('without a mutant nothing is noticed', async () => {
  assert.equal(await failedTests({ ...TO_CENTS, to: TO_CENTS.from }, CHECKS[0] ?? []), 0)
})

/** How many tests fail. Throws where they did not run. */
async function failedTests(
  mutant: { readonly file: string; readonly from: string; readonly to: string },
  files: readonly string[],
): Promise<number> {
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env
  const child = spawn(
    process.execPath,
    ['--import', HOOK, '--test', '--test-force-exit', '--test-reporter=tap', ...files.map((file) => join(SOURCES, file))],
    { env: { ...env, MUTANT: JSON.stringify(mutant) }, stdio: ['ignore', 'pipe', 'inherit'], timeout: LIMIT_MS },
  )
  assert.ok(child.stdout)
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await once(child, 'close')
  const count = (name: string): number => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(said)?.[1])
  assert.ok(count('tests') >= files.length && !said.includes('not exactly once'), said.slice(-2_000))
  return count('fail')
}
