import { z } from 'zod'

/** What the parent process tells the network's process on standard input, in one line of JSON. */
export const settingsSchema = z.object({
  /** SIP over UDP on 127.0.0.1; 0 takes a free one. */
  sipPort: z.number().int().min(0).max(65535),
  account: z.object({ username: z.string(), password: z.string(), realm: z.string() }),
  rtpPorts: z.object({ first: z.number().int(), last: z.number().int() }),
  /** What requests to the control interface must carry. */
  controlToken: z.string().min(16),
})

export type PublicNetworkSettings = z.infer<typeof settingsSchema>

/** The process's one line on standard output, once it serves. */
export const readySchema = z.object({ sipPort: z.number().int(), controlUrl: z.url() })

export type PublicNetworkReady = z.infer<typeof readySchema>
