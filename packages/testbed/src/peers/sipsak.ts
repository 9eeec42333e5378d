import { PeerProcess } from './peer-process.ts'

/** What sipsak says about one OPTIONS. */
export interface SipsakResult {
  /** 0 on a 2xx. */
  readonly exitCode: number
  readonly output: string
}

/** Sends an OPTIONS with sipsak (over UDP, or TCP) and prints what came back. */
export async function sipsakOptions(
  uri: string,
  options: { readonly transport?: 'udp' | 'tcp'; readonly deadlineMs?: number } = {},
): Promise<SipsakResult> {
  await using sipsak = new PeerProcess('sipsak', ['-vvv', '-E', options.transport ?? 'udp', '-s', uri])
  const exitCode = await sipsak.exit(options.deadlineMs ?? 20_000)
  return { exitCode, output: sipsak.output }
}
