import type { RunningProduct } from '@klinke/testbed'
import { BenchPhone } from '../feature-code/bench-phone.ts'

const CALLS = 30
/** Until the code is compiled. */
const WARM_UP = 5
/** Only speaks: "there is no callback". */
const CODE = '*36'

/** Milliseconds from the INVITE of a telephone, which is challenged first, to the event that tells of its call. */
export async function eventDelays(product: RunningProduct): Promise<readonly number[]> {
  const { origin } = new URL(product.demo.portal)
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/v1/events?topics=calls`, {
    headers: { authorization: `Bearer ${product.demo.api.key}` },
  })
  try {
    let heard = (): void => undefined
    await new Promise<void>((subscribed, failed) => {
      socket.addEventListener('error', () => failed(new Error('the event stream of the benchmark could not be opened')))
      socket.addEventListener('message', ({ data }) => {
        const { kind } = JSON.parse(String(data)) as { kind: string }
        if (kind === 'subscribed') subscribed()
        if (kind === 'event') heard()
      })
    })
    await using phone = await BenchPhone.start(product, '10')
    const delays: number[] = []
    for (let call = -WARM_UP; call < CALLS; call++) {
      const sentMs = performance.now()
      const told = new Promise<number>((resolve) => {
        heard = () => resolve(performance.now() - sentMs)
      })
      await phone.dial(CODE)
      const delayMs = await told
      if (call >= 0) delays.push(delayMs)
    }
    return delays
  } finally {
    socket.close()
  }
}
