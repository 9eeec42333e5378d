import type { TariffDocument } from '../rated-calls/tariff-file.ts'
import { sourceOf } from './read-yaml.ts'

/** Columns after which lines are folded. */
const LINE_WIDTH = 150

/** The file of a profile with another first day and with this under `tariff`; all other keys stay as they stand there, with their comments. */
export function withTariff(source: string, { validFrom, validUntil: _, ...tariff }: TariffDocument): string {
  const yaml = sourceOf(source)
  yaml.set('validFrom', validFrom)
  yaml.set('tariff', yaml.createNode(JSON.parse(JSON.stringify(tariff))))
  return yaml.toString({ lineWidth: LINE_WIDTH })
}
