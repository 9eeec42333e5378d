import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Programs that tests may need, with the Debian package each comes from. */
export const DEBIAN_PACKAGES = {
  sipp: 'sip-tester',
  sipsak: 'sipsak',
  baresip: 'baresip-core',
  kamailio: 'kamailio',
  rtpengine: 'rtpengine-daemon',
  'espeak-ng': 'espeak-ng',
  ffmpeg: 'ffmpeg',
  chromium: 'chromium',
  // Check bank files against the schemas of ISO 20022, which the archive carries.
  xmllint: 'libxml2-utils',
  unzip: 'unzip',
  // A mail server that hands out mail by IMAP.
  dovecot: 'dovecot-imapd',
  'hbci4j-core.jar': 'libhbci4j-core-java',
} as const

export type PeerProgram = keyof typeof DEBIAN_PACKAGES

/** True when the program is on the PATH (or in /usr/sbin, where Debian puts servers), or the archive where Debian puts those of Java. */
export function isInstalled(program: PeerProgram): boolean {
  const isArchive = program.endsWith('.jar')
  const folders = isArchive ? ['/usr/share/java'] : [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), isArchive ? constants.R_OK : constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** For a test's `skip` option: the reason to skip, or false when all programs are there. */
export function missingPeers(...programs: readonly PeerProgram[]): string | false {
  const missing = programs.filter((program) => !isInstalled(program))
  if (missing.length === 0) return false
  return `needs ${missing.map((program) => `${program} (Debian package ${DEBIAN_PACKAGES[program]})`).join(', ')}`
}
