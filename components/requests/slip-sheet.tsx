import { getTranslations } from 'next-intl/server'
import { QrCode } from '@/components/print/qr-code'
import { Sheet, type SheetLook } from '@/components/print/sheet'
import { SheetFacts } from '@/components/print/sheet-facts'
import type { SlipSecrets } from '@/lib/cancellation/crypto/slip-secrets'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { blocksOn } from '@/lib/cancellation/rules/obligations'
import type { Paper } from '@/lib/domain/coded-values'
import { maskName } from '@/lib/domain/identifiers/mask'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { blockText } from './block-text'
import type { PrintContext } from './print-context'
import { SlipProgress } from './slip-progress'
import { paperDates } from '@/lib/i18n/dates'

// The widest QR code in mm: a 58 mm printer prints 48 mm of its paper.
const room: Record<Paper, number> = { a4: 44, roll_80: 46, roll_58: 40 }

type Props = { one: OneRequest; context: PrintContext; secrets: SlipSecrets } & SheetLook

/**
 * The slip (受理单): the reference, how to follow the request without a phone (P12), its state and
 * what happens next by when; on the store's paper unless another is named. Who has no contact but
 * the slip signs for that: a second copy, which the store keeps, then follows.
 */
export async function SlipSheet({ one, context, secrets, paper = context.paper, large }: Props) {
  const { record } = one
  const { contact, contactConfirmed, endedAt } = record
  const t = await getTranslations('slip')
  const toSign = contact.printedSlipOnly && !endedAt && !contactConfirmed
  const words = await getTranslations('words')
  const blocks = blocksOn(record, one.personal, one.situation.today)
  const said = { ...context, words, day: paperDates(context.locale).day }
  return (
    <>
      <Sheet paper={paper} large={large}>
        <Heading context={context} copy={toSign ? t('copies.customer') : null} />
        <SlipProgress one={one} context={context} />
        <div className="sheet-head">
          <div>
            <p className="sheet-quiet">{t('reference')}</p>
            <p className="sheet-key" data-testid="reference">
              {groupReference(record.reference)}
            </p>
            <p className="sheet-quiet mt-2">{t('code')}</p>
            <p className="sheet-key" data-testid="slip-code">
              {secrets.code}
            </p>
            <p className="sheet-quiet mt-2">{t('codeUse')}</p>
            <p className="sheet-address">{context.typedAddress('/status')}</p>
          </div>
          <div className="sheet-qr">
            <QrCode
              text={context.address(`/s/${record.reference}/${secrets.link}`)}
              label={t('scan')}
              room={room[paper]}
            />
            <p>{t('scan')}</p>
          </div>
        </div>
        <Facts one={one} context={context} />
        {blocks.length > 0 && (
          <section data-testid="blocks">
            <h3 className="font-bold">{words('block.title')}</h3>
            <ul className="list-disc pl-5">
              {blocks.map((block) => (
                <li key={block.code}>{blockText(block, said)}</li>
              ))}
            </ul>
          </section>
        )}
        {!endedAt && (
          <div className="mt-2">
            {!record.preCancelled && <p>{t('before')}</p>}
            {!record.approvedAt && <p>{t('withdraw')}</p>}
          </div>
        )}
        {toSign && <Signature />}
      </Sheet>
      {toSign && (
        <Sheet paper={paper} large={large}>
          <Heading context={context} copy={t('copies.store')} />
          <p className="sheet-quiet mt-2">{t('reference')}</p>
          <p className="sheet-key">{groupReference(record.reference)}</p>
          <Facts one={one} context={context} />
          <Signature />
        </Sheet>
      )}
    </>
  )
}

async function Heading({ context, copy }: { context: PrintContext; copy: string | null }) {
  const t = await getTranslations('slip')
  return (
    <>
      <h2 className="sheet-title">{t('title')}</h2>
      {copy && <p className="font-bold">{copy}</p>}
      <p className="sheet-quiet">{context.storeLine}</p>
      {context.storeHours && <p className="sheet-quiet">{context.storeHours}</p>}
    </>
  )
}

async function Facts({ one: { record, personal }, context }: Pick<Props, 'one' | 'context'>) {
  const t = await getTranslations('slip')
  const { moment } = paperDates(context.locale)
  return (
    <SheetFacts
      facts={[
        { label: t('number'), value: personal ? personal.numberMasked : '' },
        { label: t('holder'), value: personal ? maskName(personal.holderName) : '' },
        { label: t('carrier'), value: `${context.carrier} · ${context.region}` },
        { label: t('way'), value: context.way },
        { label: t('opened'), value: moment(record.openedAt) },
        record.submittedAt ? { label: t('submitted'), value: moment(record.submittedAt) } : null,
      ]}
    />
  )
}

/** Without another contact the slip is the only way in: the customer signs for that (P12). */
async function Signature() {
  const t = await getTranslations('slip')
  return (
    <div className="mt-3 break-inside-avoid">
      <p>{t('slipOnly')}</p>
      <p className="sheet-line mt-[14mm]">{t('signature')}</p>
    </div>
  )
}
