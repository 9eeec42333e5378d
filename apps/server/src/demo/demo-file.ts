import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * `<data>/demo.json`: what a person or a script needs to use the demo. A stable contract: fields are added, never
 * renamed or removed. It holds passwords, so only its owner may read it.
 */
export const demoFileSchema = z.object({
  /** Address of the web server. */
  portal: z.url(),
  api: z.object({ url: z.url(), key: z.string() }),
  sip: z.object({ domain: z.string(), host: z.string(), udp: z.int(), tcp: z.int(), tls: z.int(), ws: z.url() }),
  /** Who signs in to the portal; `role` is what that opens. */
  logins: z
    .array(
      z.object({ role: z.enum(['operator', 'reseller', 'tenant', 'user']), email: z.string(), password: z.string(), name: z.string() }),
    )
    .default([]),
  extensions: z.array(z.object({ number: z.string(), username: z.string(), password: z.string(), name: z.string() })),
  /** E.164 with `+`. */
  numbers: z.array(z.string()),
  /** Numbers of the simulated public network, by what they do. */
  network: z.object({
    echo: z.string(),
    tone: z.string(),
    busy: z.string(),
    noAnswer: z.string(),
    unassigned: z.string(),
    hangUpAfter: z.string(),
  }),
  /** Makes the simulated public network call in; bearer token. */
  control: z.object({ url: z.url(), token: z.string() }),
})

export type DemoFile = z.infer<typeof demoFileSchema>

export function demoFilePath(dataDir: string): string {
  return join(dataDir, 'demo.json')
}

/** The file of an earlier start; undefined when there is none that can be read. */
export async function readDemoFile(dataDir: string): Promise<DemoFile | undefined> {
  const text = await readFile(demoFilePath(dataDir), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return demoFileSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Replaces the file at once, so that a reader never sees half of it. */
export async function writeDemoFile(dataDir: string, file: DemoFile): Promise<void> {
  const path = demoFilePath(dataDir)
  await writeFile(`${path}.new`, `${JSON.stringify(file, undefined, 2)}\n`, { mode: 0o600 })
  await rename(`${path}.new`, path)
}
