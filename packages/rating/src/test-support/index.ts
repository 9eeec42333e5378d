export { AT_LINE, at, FLAT, leg, PER_MINUTE, PER_SECOND, TARIFF, tariff, timeline, unconnected, zone } from './tariffs.ts'
