'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Sideways } from '@/components/ui/sideways'
import { cardTypes, channels } from '@/lib/domain/coded-values'

type Props = {
  regions: readonly { code: string; name: string }[]
  offered: readonly string[]
}

const paths = cardTypes.flatMap((cardType) =>
  channels.map((channel) => ({ cardType, channel, key: `${cardType}.${channel}` })),
)

/** Where a carrier offers each path: a checkbox each, and one for each column. */
export function OffersFields({ regions, offered }: Props) {
  const t = useTranslations('settings')
  const words = useTranslations('words')
  const table = useRef<HTMLTableElement>(null)
  const column = (key: string) => [
    ...(table.current?.querySelectorAll<HTMLInputElement>(`input[value$=".${key}"]`) ?? []),
  ]
  const turn = (key: string) => {
    const boxes = column(key)
    const on = boxes.some((box) => !box.checked)
    for (const box of boxes) box.checked = on
  }
  return (
    <Sideways label={t('carrier.offers')}>
      <table ref={table} className="w-full border-collapse text-sm">
        <thead>
          <tr>
            <th scope="col" className="py-1 pr-3 text-left font-semibold">
              {t('store.region')}
            </th>
            {paths.map(({ cardType, channel, key }) => (
              <th key={key} scope="col" className="whitespace-nowrap px-2 py-1 font-semibold">
                {words(`cardType.${cardType}`)}
                <br />
                {words(`channel.${channel}`)}
                <br />
                <Button type="button" look="plain" onClick={() => turn(key)}>
                  {t('carrier.wholeColumn')}
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {regions.map(({ code, name }) => (
            <tr key={code} className="border-t border-line">
              <th scope="row" className="whitespace-nowrap py-1 pr-3 text-left font-normal">
                {name}
              </th>
              {paths.map(({ cardType, channel, key }) => (
                <td key={key} className="text-center">
                  <label className="inline-flex size-9 items-center justify-center">
                    <input
                      type="checkbox"
                      name="offered:list"
                      value={`${code}.${key}`}
                      defaultChecked={offered.includes(`${code}.${key}`)}
                      aria-label={
                        `${name} ${words(`cardType.${cardType}`)} ` +
                        `${words(`channel.${channel}`)}`
                      }
                      className="size-4 accent-(--color-accent)"
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  )
}
