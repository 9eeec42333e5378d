import type { HeaderType } from './header-type.ts'

const DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/
const MONTHS: readonly string[] = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Date as milliseconds since the Unix epoch, RFC 3261 §20.17: always GMT, no other zone is read. */
export const SipDate: HeaderType<number> = {
  name: 'Date',
  parse(text) {
    const [, day, month, year, hour, minute, second] = DATE.exec(text) ?? []
    if (month === undefined) return undefined
    const epochMs = Date.UTC(Number(year), MONTHS.indexOf(month), Number(day), Number(hour), Number(minute), Number(second))
    // A day or hour that does not exist rolls over into another one.
    return SipDate.print(epochMs).slice(5) === text.slice(5) ? epochMs : undefined
  },
  print: (epochMs) => new Date(epochMs).toUTCString(),
}
