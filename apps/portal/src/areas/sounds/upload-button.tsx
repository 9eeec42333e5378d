import { Button, FileButton } from '@mantine/core'
import { Upload } from 'lucide-react'

interface UploadButtonProps {
  readonly children: string
  /** For those who do not see what it stands beside. */
  readonly label?: string
  readonly isBusy: boolean
  readonly chosen: (file: File) => void
}

/** Takes a WAV or MP3 file. */
export function UploadButton({ children, label = children, isBusy, chosen }: UploadButtonProps) {
  return (
    <FileButton onChange={(file) => file && chosen(file)} accept="audio/wav,audio/mpeg,.wav,.mp3" inputProps={{ 'aria-label': label }}>
      {(props) => (
        <Button {...props} variant="default" size="xs" loading={isBusy} leftSection={<Upload size={16} aria-hidden />} aria-label={label}>
          {children}
        </Button>
      )}
    </FileButton>
  )
}
