'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
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
    <table
      ref={table}
      aria-label={t('carrier.offers')}
      className="w-full table-fixed border-collapse text-sm"
    >
      <thead>
        <tr className="align-bottom">
          <th scope="col" className="py-1 pr-2 text-left font-semibold">
            {t('store.region')}
          </th>
          {paths.map(({ cardType, channel, key }) => (
            <th key={key} scope="col" className="px-0.5 py-1 font-semibold sm:px-2">
              <span className="block">{words(`cardType.${cardType}`)}</span>
              <span className="block">{words(`channel.${channel}`)}</span>
              <Button
                type="button"
                look="plain"
                className="max-sm:w-full max-sm:px-0 max-sm:text-xs"
                onClick={() => turn(key)}
              >
                {t('carrier.wholeColumn')}
              </Button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {regions.map(({ code, name }) => (
          <tr key={code} className="border-t border-line">
            <th scope="row" className="py-1 pr-2 text-left font-normal">
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
                      `${name} ${words(`cardType.${cardType}`)} ` + `${words(`channel.${channel}`)}`
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
  )
}
