import { benchOutboundRules } from '../outbound-rules.ts'
import type { Part } from '../part.ts'

/** Whether a number may be called (issue 5: at most 10 µs with 200,000 prefixes). */
export const outboundRules: Part = {
  name: 'outbound-rules',
  run: () =>
    Promise.resolve([
      { what: 'decide whether a number may be called, 200,000 prefixes', value: benchOutboundRules(), unit: 'µs', atMost: 10 },
    ]),
}
