import { csvInPieces } from '@klinke/platform'
import type { BillSums } from '../bill-sums.ts'
import type { FoundCall } from '../call-scope.ts'
import { type BillFile, BillTimes, calledText, closingLines, kindText, placeNames, priceText, zoneText } from './bill-content.ts'
import { billWords } from './bill-words.ts'

/** The itemised bill as a table, piece by piece; sums stand below the calls. */
export function billCsv(file: BillFile, calls: AsyncIterable<readonly FoundCall[]>, sums: BillSums): AsyncIterable<string> {
  return csvInPieces(billWords[file.language].columns, rowsOf(file, calls, sums))
}

async function* rowsOf(file: BillFile, calls: AsyncIterable<readonly FoundCall[]>, sums: BillSums) {
  const times = new BillTimes()
  for await (const some of calls) {
    await file.zones.learn(some)
    yield some.map((call) => rowOf(file, call, times))
  }
  yield closingLines(file, sums).map(([text, amount]) => ['', '', '', '', '', '', text, '', '', '', amount])
}

function rowOf(file: BillFile, call: FoundCall, times: BillTimes): readonly string[] {
  const { site, extension } = placeNames(file, call)
  const [day, minute, second] = times.of(call.answeredAt)
  return [
    ...[site, extension, call.billedNumber, day, `${minute}${second}`, cellOfNumber(calledText(call, file.bill)), zoneText(call, file)],
    ...[kindText(call, file.language), String(call.seconds), String(call.billedSeconds), priceText(call, file)],
  ]
}

/** A cut number with a plus would be a formula to a spreadsheet; 00 says the same. */
function cellOfNumber(shown: string): string {
  return shown.endsWith('x') ? shown.replace('+', '00') : shown
}
