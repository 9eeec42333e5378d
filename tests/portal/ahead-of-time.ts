/**
 * Puts the clock of a product under test ahead: loaded by `NODE_OPTIONS=--import` before the product itself. How far stands in a file, in milliseconds, so that the
 * product can be started again weeks later on its own data; no file: nothing is put ahead.
 */
import { existsSync, readFileSync } from 'node:fs'

const file = process.env.AHEAD_OF_TIME_FILE ?? ''
const aheadMs = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0

if (aheadMs > 0) {
  const wall = Date.now
  const now = (): number => wall() + aheadMs
  globalThis.Date = new Proxy(Date, {
    construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made) as object,
    get: (target, name, receiver) => (name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown)),
  })
}
