import { randomUUID } from 'node:crypto'
import { hasLocale } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FailedWords } from '@/components/shell/failed-words'
import { NotFoundNotice } from '@/components/shell/not-found-notice'
import { PublicFrame } from '@/components/shell/public-frame'
import { Button } from '@/components/ui/button'
import { routing } from '@/lib/i18n/routing'
import { log } from '@/lib/log'
import { stylesheet } from '@/lib/stylesheet'

type Page = {
  title: string
  description: string
  canonical?: string
  /** Of what nobody has published: not for search engines, and its links open elsewhere. */
  isPreview?: true
  body: ReactNode
}

/**
 * A customers' page that React makes whole and Next only hands over, so that no script of theirs
 * comes with it: what stands in it works by itself, and none of it is a client component.
 * @param locale the address's first part, which may be no language
 * @param path the rest of the address
 * @param make gives null where there is nothing at the address
 */
export async function plainPage(
  locale: string,
  path: string,
  make: () => Promise<Page | null>,
): Promise<Response> {
  try {
    const page = hasLocale(routing.locales, locale) && (await make())
    return page
      ? await answer(200, <PlainDocument path={path} {...page} />)
      : await answer(404, <PlainDocument path={path} body={<NotFoundNotice back="/" />} />)
  } catch (error) {
    const code = randomUUID().slice(0, 8)
    log.error({ err: error, code }, 'a page could not be made')
    return answer(500, <Failed code={code} />)
  }
}

async function answer(status: number, page: ReactNode) {
  // Not imported on top, where server components are refused it.
  const { prerender } = await import('react-dom/static')
  // What fails is logged by whoever asked, without the words of others.
  const { prelude } = await prerender(page, { onError: () => undefined })
  return new Response(prelude, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-cache, no-store, max-age=0, must-revalidate',
    },
  })
}

async function PlainDocument({
  path,
  title,
  description,
  canonical,
  isPreview,
  body,
}: Partial<Page> & { path: string }) {
  const product = (await getTranslations('shell'))('product')
  return (
    <html lang={await getLocale()}>
      <Head title={title ? `${title} · ${product}` : product}>
        {title && !isPreview ? (
          <meta name="description" content={description} />
        ) : (
          <meta name="robots" content="noindex" />
        )}
        {isPreview && <base target="_blank" />}
        {canonical && <link rel="canonical" href={canonical} />}
      </Head>
      <body className="flex min-h-dvh flex-col font-sans text-base">
        <PublicFrame path={path}>{body}</PublicFrame>
      </body>
    </html>
  )
}

const Failed = ({ code }: { code: string }) => (
  <html lang="zh-CN">
    <Head title="出了点问题 · Something went wrong" />
    <body className="font-sans text-base">
      <FailedWords code={code}>
        <form>
          <Button>再试一次 · Try again</Button>
        </form>
      </FailedWords>
    </body>
  </html>
)

const Head = ({ title, children }: { title: string; children?: ReactNode }) => (
  <head>
    <meta charSet="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href={stylesheet()} />
    <title>{title}</title>
    {children}
  </head>
)
