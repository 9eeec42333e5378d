export { systemClock } from './clock/system-clock.ts'
export { systemRandom } from './random/system-random.ts'
