import { Select, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { versionOf } from '../../api/version.ts'
import { FormFrame } from '../editing/form-frame.tsx'
import { useEdit } from '../editing/use-edit.ts'
import { useTexts } from '../language.tsx'
import { MAILBOX, type Mailbox } from './mailbox.ts'
import { mailboxTexts } from './mailbox-texts.ts'
import type { OfMailbox } from './messages.tsx'

interface Values extends Pick<Mailbox, 'enabled' | 'language' | 'announceCaller' | 'pinFromOwnPhone' | 'deleteAfterMail'> {
  readonly mailTo: string
}

function valuesOf({ enabled, language, announceCaller, pinFromOwnPhone, deleteAfterMail, mailTo }: Mailbox): Values {
  return { enabled, language, announceCaller, pinFromOwnPhone, deleteAfterMail, mailTo: mailTo ?? '' }
}

/** How the mailbox behaves, and where it sends its messages. */
export function MailboxSettings({ extensionId, mailbox }: OfMailbox) {
  const texts = useTexts(mailboxTexts)
  const change = useChange('PATCH /extensions/{extensionId}/mailbox', { refreshes: [MAILBOX] })
  const form = useForm<Values>({ initialValues: valuesOf(mailbox) })
  const submit = useEdit({
    ...{ form, thing: mailbox, valuesOf },
    save: ({ mailTo, ...values }, ifMatch) => {
      // A message that has come meanwhile makes another version, and is no change of the settings.
      const isSame = JSON.stringify(valuesOf(mailbox)) === JSON.stringify(form.getInitialValues())
      const body = { ...values, mailTo: mailTo.trim() === '' ? null : mailTo.trim() }
      return change.mutateAsync([{ path: { extensionId }, body, ifMatch: isSame ? versionOf(mailbox) : ifMatch }])
    },
  })
  const bind = (name: 'enabled' | 'announceCaller' | 'pinFromOwnPhone' | 'deleteAfterMail') => ({
    label: texts[name],
    ...form.getInputProps(name, { type: 'checkbox' }),
  })
  const languages = [
    { value: 'de', label: texts.german },
    { value: 'en', label: texts.english },
  ]
  return (
    <FormFrame act="save" submit={submit}>
      <Stack>
        <Switch {...bind('enabled')} />
        <TextInput type="email" label={texts.mailTo} description={texts.mailToHint} {...form.getInputProps('mailTo')} />
        <Switch {...bind('deleteAfterMail')} />
        <Switch {...bind('announceCaller')} />
        <Switch {...bind('pinFromOwnPhone')} />
        <Select label={texts.language} data={languages} allowDeselect={false} {...form.getInputProps('language')} />
      </Stack>
    </FormFrame>
  )
}
