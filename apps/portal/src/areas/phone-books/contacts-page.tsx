import { Button, Group, Select, Skeleton, Text, TextInput } from '@mantine/core'
import { useDebouncedValue, useSessionStorage } from '@mantine/hooks'
import { BookUser, Download, Search, Upload } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Entry } from '../../api/operation.ts'
import { mayChange, mayUse } from '../../session/session.ts'
import { useApi, useSession } from '../../session/session-context.tsx'
import { CallBack } from '../../shared/calls/call-back.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { EmptyState } from '../../shared/empty-state.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { type Book, useBooks } from './books.ts'
import { COLLEAGUES, ColleaguesList } from './colleagues-list.tsx'
import { Naming } from './naming.tsx'
import { phoneBookTexts } from './texts.ts'

const TYPING_MS = 250

/** One phone book at a time, with its search; colleagues are one that is always there. */
export function ContactsPage() {
  const texts = useTexts(phoneBookTexts)
  const books = useBooks()
  const session = useSession()
  const [chosen, choose] = useSessionStorage({ key: 'klinke.phone-book', defaultValue: '' })
  if (books === undefined) return <Skeleton height={240} />
  const book = chosen === COLLEAGUES ? undefined : (books.find(({ id }) => id === chosen) ?? books[0])
  const administers = session.extension === null && mayUse(session, 'phone-books')
  const addBook = administers && mayChange(session, 'phone-books') ? <AddLink>{texts.addBook}</AddLink> : null
  const named = [...books.map(({ id, name }) => ({ value: id, label: name })), { value: COLLEAGUES, label: texts.colleagues }]
  return (
    <Page title={texts.title} about={texts.about} actions={addBook}>
      <Group align="flex-end">
        <Select label={texts.book} data={named} value={book?.id ?? COLLEAGUES} onChange={(id) => choose(id ?? '')} allowDeselect={false} />
        {book === undefined ? null : <BookActions book={book} isOwn={book.id === session.extension?.id} />}
      </Group>
      {books.length === 0 ? <EmptyState icon={BookUser} title={texts.noBook} text={texts.noBookText} /> : null}
      <Contacts key={book?.id ?? COLLEAGUES} book={book} />
      {administers ? <Naming /> : null}
    </Page>
  )
}

function BookActions({ book: { id, isMine }, isOwn }: { readonly book: Book; readonly isOwn: boolean }) {
  const texts = useTexts(phoneBookTexts)
  return (
    <>
      {isMine ? (
        <>
          <AddLink href={`/${id}/new`}>{texts.add}</AddLink>
          <Button component={Link} href={`/${id}/import`} variant="default" leftSection={<Upload size={16} aria-hidden />}>
            {texts.import}
          </Button>
          {isOwn ? null : (
            <Button component={Link} href={`/${id}/edit`} variant="default">
              {texts.renameBook}
            </Button>
          )}
        </>
      ) : null}
      {(['csv', 'vcard'] as const).map((format) => (
        <Button
          key={format}
          component="a"
          href={`/api/v1/phone-books/${id}/export?format=${format}`}
          download
          variant="subtle"
          leftSection={<Download size={16} aria-hidden />}
        >
          {format === 'csv' ? texts.exportCsv : texts.exportCards}
        </Button>
      ))}
    </>
  )
}

function Contacts({ book }: { readonly book: Book | undefined }) {
  const texts = useTexts(phoneBookTexts)
  const shared = useTexts(sharedTexts)
  const [search, setSearch] = useState('')
  const [wanted] = useDebouncedValue(search.trim(), TYPING_MS)
  return (
    <>
      <TextInput
        type="search"
        aria-label={shared.search}
        placeholder={book === undefined ? texts.colleaguesHint : texts.searchHint}
        leftSection={<Search size={16} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        maw={360}
      />
      {book === undefined ? <ColleaguesList wanted={wanted} /> : <Entries book={book} wanted={wanted} />}
    </>
  )
}

function Entries({ book, wanted }: { readonly book: Book; readonly wanted: string }) {
  const texts = useTexts(phoneBookTexts)
  const api = useApi()
  const path = { bookId: book.id }
  const query = { limit: PAGE_SIZE, ...(wanted === '' ? {} : { search: wanted }) }
  return (
    <DataList
      name={book.name}
      source={{
        key: ['GET /phone-books/{bookId}/entries', book.id, query],
        page: (cursor) => api('GET /phone-books/{bookId}/entries', { path, query: { ...query, ...cursor } }),
      }}
      columns={useColumns()}
      rowKey={({ id }) => id}
      {...(book.isMine && { href: ({ id }: { readonly id: string }) => `/${book.id}/${id}` })}
      isFiltered={wanted !== ''}
      empty={{ icon: BookUser, title: texts.emptyTitle, text: texts.emptyText }}
    />
  )
}

function useColumns(): readonly Column<Entry<'GET /phone-books/{bookId}/entries'>>[] {
  const texts = useTexts(phoneBookTexts)
  return [
    { key: 'name', title: texts.name, cell: ({ name, company, favourite }) => `${favourite ? '★ ' : ''}${name || company}` },
    { key: 'company', title: texts.company, cell: ({ company }) => company, wideOnly: true },
    {
      key: 'numbers',
      title: texts.numbers,
      cell: ({ numbers }) =>
        numbers.map(({ kind, number }) => (
          <Group key={`${kind} ${number}`} gap="xs" wrap="nowrap">
            <Text size="sm">{`${readableNumbers(number)} (${texts[kind]})`}</Text>
            <CallBack number={number} who={`${readableNumbers(number)} (${texts[kind]})`} act="callNow" />
          </Group>
        )),
    },
  ]
}
