import { getLocale, getTranslations } from 'next-intl/server'
import { makeLink, noteMailed } from '@/lib/accounts/links/commands'
import { servingEnv } from '@/lib/env'
import { type FormState, refusedBy } from '@/lib/forms/form-state'
import { staffDates } from '@/lib/i18n/dates'
import { redirect } from '@/lib/i18n/redirect'
import { mailAccountLink } from '@/lib/notices/account-links'

/**
 * Makes an account's link and mails it, in both languages, since the desk does not know which its
 * person reads. Where the mail was not taken, the answer shows the link once, to be handed over.
 */
export async function sendLink(
  by: { id: string; name: string },
  accountId: string,
): Promise<FormState> {
  const made = await makeLink(by.id, accountId, new Date())
  if (!made.ok) return refusedBy(made.refusal)
  const { id, text: secret, kind, expiresAt, name, email } = made.value
  const link = `${servingEnv().BASE_URL.replace(/\/$/, '')}/join/${secret}`
  const words = { name, email, link, by: by.name, until: staffDates.moment(expiresAt) }
  const [zh, en] = await Promise.all(
    (['zh-CN', 'en'] as const).map((locale) => getTranslations({ locale, namespace: 'join.mail' })),
  )
  const subject = [zh, en].map((t) => t?.(`${kind}Subject`)).join(' · ')
  const text = [zh, en].map((t) => t?.(kind, words)).join('\n\n———\n\n')
  const mailed = await mailAccountLink({ id, to: email, subject, text })
  if (mailed !== 'mailed')
    return {
      status: 'shown',
      secret: link,
      about: mailed === 'no_mail' ? 'link' : 'link_not_taken',
    }
  await noteMailed(id)
  return redirect({ href: `/accounts/${accountId}?sent=1`, locale: await getLocale() })
}
