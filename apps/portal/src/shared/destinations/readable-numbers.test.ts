import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readableNumbers } from './readable-numbers.ts'

const ROWS = [
  ['+492214710100', '+49 221 4710100'],
  ['+4930901820', '+49 30 901820'],
  ['+498941234567', '+49 89 41234567'],
  ['+4922021234', '+49 2202 1234'],
  ['+493301123456', '+49 3301 123456'],
  ['+4933056123456', '+49 33056 123456'],
  ['+4915123456789', '+49 1512 3456789'],
  ['+491721234567', '+49 172 1234567'],
  ['+498001234567', '+49 800 1234567'],
  ['+4381912345', '+43 81912345'],
  ['+12025550100', '+1 2025550100'],
  ['+35312345678', '+353 12345678'],
  ['12', '12'],
  ['anonymous', 'anonymous'],
  ['+4922112345 ruft +4940123456 an.', '+49 221 12345 ruft +49 40 123456 an.'],
  ['sip:+4922112345@a.example', 'sip:+49 221 12345@a.example'],
] as const
for (const [text, shown] of ROWS) test(`${text} is read as ${shown}`, () => assert.equal(readableNumbers(text), shown))
