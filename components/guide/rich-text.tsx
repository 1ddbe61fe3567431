import clsx from 'clsx'
import Markdown, { type Components } from 'react-markdown'
import remarkBreaks from 'remark-breaks'
import { isOutsideAddress, pictureAt } from '@/lib/guide/links'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { localPath, plainPath } from '@/lib/i18n/address'
import type { Locale } from '@/lib/i18n/routing'
import { columnsOf, rehypeTables, remarkTables } from './rich-text-table'

type Props = {
  children: string
  locale: Locale
  /** The page of `#…` anchors; omitted on that page itself. */
  page?: string
  className?: string
}

const tableParts = ['table', 'thead', 'tbody', 'tr', 'th', 'td']
const allowed = ['p', 'strong', 'em', 'ul', 'ol', 'li', 'a', 'img', 'br', ...tableParts]

/**
 * Renders a guide text. Markdown becomes text, lists, tables, links and our own pictures only: HTML
 * is not rendered, links with other schemes lose their address, external pictures are omitted (L4).
 */
export function RichText({ children, locale, page = '', className }: Props) {
  return (
    <div
      className={clsx(
        'grid gap-2 [&_ol]:list-decimal [&_ol]:pl-5 [&_ul]:list-disc [&_ul]:pl-5',
        className,
      )}
    >
      <Markdown
        skipHtml
        allowedElements={allowed}
        unwrapDisallowed
        remarkPlugins={[remarkTables, remarkBreaks]}
        rehypePlugins={[rehypeTables]}
        urlTransform={(url) => url}
        components={{ a: linkFrom(locale, page), img: Picture, table: Table }}
      >
        {children}
      </Markdown>
    </div>
  )
}

const linkFrom = (locale: Locale, page: string): NonNullable<Components['a']> =>
  function TextLink({ href = '', children }) {
    if (href.startsWith('#'))
      return (
        <a href={`${page}${href}`} className="text-accent underline">
          {children}
        </a>
      )
    if (href.startsWith('/') && !href.startsWith('//'))
      return (
        <a href={localPath(locale, plainPath(href))} className="text-accent underline">
          {children}
        </a>
      )
    if (!isOutsideAddress(href)) return <span>{children}</span>
    return (
      <a href={href} target="_blank" rel="noopener noreferrer" className="text-accent underline">
        {children} <span aria-hidden="true">↗</span>
      </a>
    )
  }

const Table: NonNullable<Components['table']> = ({ node, ...table }) => (
  <div className="guide-table" data-columns={String(columnsOf(node))}>
    <table {...table} />
  </div>
)

const Picture: NonNullable<Components['img']> = ({ src, alt }) => {
  const id = pictureAt(String(src ?? ''))
  // Resized at upload: Next's image optimizer has nothing to do.
  return id && isUuid(id) ? (
    <img
      src={`/api/pictures/${id}`}
      alt={alt ?? ''}
      loading="lazy"
      className="h-auto max-w-full rounded-md border border-line"
    />
  ) : null
}
