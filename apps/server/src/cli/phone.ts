import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { KlinkeError } from '@klinke/foundation'
import { type DemoFile, demoFilePath, readDemoFile } from '../demo/demo-file.ts'

/** Where Debian's baresip-core keeps its modules. */
const MODULES = '/usr/lib/baresip/modules'

/** What people write between digits and a SIP address cannot hold. */
const SEPARATORS = /[\s()/-]/g

/** `phone EXTENSION`: a softphone (baresip) in this terminal, signed in as an extension of the demo. */
export async function phone(args: readonly string[], dataDir: string): Promise<number> {
  const options = { answer: { type: 'boolean' }, call: { type: 'string' }, sound: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const demo = await readDemoFile(dataDir)
  if (!demo) throw new KlinkeError('no-demo', `${demoFilePath(dataDir)} is not there. Start Klinke with its demo first: npm start.`)
  const number = positionals[0] ?? '10'
  const folder = join(dataDir, 'phones', number)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, 'accounts'), account(demo, number, values.answer === true), { mode: 0o600 })
  await writeFile(join(folder, 'config'), configuration(values.sound === true))
  const dial = values.call === undefined ? [] : ['-e', `/dial sip:${values.call.replace(SEPARATORS, '')}@${demo.sip.domain}`]
  return run(['-f', folder, ...dial])
}

function account({ sip, extensions }: DemoFile, number: string, answer: boolean): string {
  const extension = extensions.find((candidate) => candidate.number === number)
  if (!extension) {
    const known = extensions.map((candidate) => candidate.number).join(', ')
    throw new KlinkeError('no-such-extension', `The demo has no extension ${number}; it has ${known}.`)
  }
  const { username, password, name } = extension
  const server = `sip:${sip.host.includes(':') ? `[${sip.host}]` : sip.host}:${sip.udp}`
  const mode = answer ? 'auto' : 'manual'
  return `"${name}" <sip:${username}@${sip.domain}>;auth_user=${username};auth_pass=${password};outbound="${server}";regint=60;answermode=${mode}\n`
}

/** Without `sound` it needs no sound card: it says a tone of 440 Hz and hears nothing. */
function configuration(sound: boolean): string {
  const audio = sound
    ? ['audio_source alsa,default', 'audio_player alsa,default', 'audio_alert alsa,default', 'module alsa.so']
    : ['audio_source ausine,440', 'audio_player aubridge,phone', 'audio_alert aubridge,phone', 'module ausine.so', 'module aubridge.so']
  return [
    // Its tone generator knows only 48 kHz in stereo; it converts by itself.
    `ausrc_srate ${sound ? 8000 : 48_000}`,
    'auplay_srate 8000',
    `ausrc_channels ${sound ? 1 : 2}`,
    'auplay_channels 1',
    `module_path ${MODULES}`,
    'module stdio.so',
    'module g711.so',
    'module srtp.so',
    ...audio,
    'module_tmp account.so',
    'module_app menu.so',
    '',
  ].join('\n')
}

async function run(args: readonly string[]): Promise<number> {
  console.log('Keys: d NUMBER and Enter dials, a answers, b hangs up, q quits.')
  const child = spawn('baresip', args, { stdio: 'inherit' })
  // Ctrl-C is for the phone; this process waits for its end.
  process.on('SIGINT', () => undefined)
  const ended = await Promise.race([once(child, 'exit'), once(child, 'error')])
  const [result] = ended as [number | Error | null]
  if (result instanceof Error) throw new KlinkeError('no-softphone', 'baresip is not installed. On Debian: apt install baresip-core')
  return result ?? 1
}
