'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useHydrated } from '@/components/forms/use-hydrated'
import { useFault } from '@/components/forms/texts'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { PaperProgress } from './paper-progress'
import { usePaper } from './use-paper'

/** Imports paper requests from a file: validated as a whole, then recorded. */
export function PaperForm({ stores }: { stores: readonly { code: string; name: string }[] }) {
  const t = useTranslations('paper')
  const fault = useFault()
  const words = useTranslations('words.file')
  const ready = useHydrated()
  const [store, setStore] = useState(stores[0]?.code ?? '')
  const [file, setFile] = useState<File | null>(null)
  const { state, look, record, stop, clear } = usePaper(store)
  const busy = state.at === 'looking' || state.at === 'running'
  return (
    <div className="grid gap-5">
      {stores.length > 1 && (
        <SelectField
          name="store"
          label={t('store')}
          value={store}
          onChange={({ target }) => {
            setStore(target.value)
            clear()
          }}
          className="max-w-sm"
        >
          {stores.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <label className="grid gap-1">
        <span className="font-semibold">{t('file')}</span>
        <span className="text-sm text-quiet">{t('fileHint')}</span>
        <input
          type="file"
          accept=".csv,text/csv,text/plain"
          disabled={!ready || busy}
          onChange={({ currentTarget: { files } }) => {
            setFile(files?.[0] ?? null)
            clear()
          }}
          className={
            'min-h-11 py-1.5 text-sm file:mr-3 file:min-h-9 file:rounded-md file:border ' +
            'file:border-edge file:bg-surface file:px-3 file:font-semibold file:text-accent'
          }
        />
      </label>
      <div role="status" className="grid gap-4">
        {state.at === 'looking' && <p>{t('looking')}</p>}
        {state.at === 'looked' && (
          <Notice tone="good" title={t('looked', { rows: state.rows })}>
            <p>{t('lookedText')}</p>
          </Notice>
        )}
        {state.at === 'failed' && <Notice tone="bad">{t('failed')}</Notice>}
        {state.at === 'faulty' && (
          <Notice tone="bad" title={t('faulty', { count: state.count })}>
            <ul className="mt-1">
              {state.faults.map(({ line, column, name, code }) => (
                <li key={`${line}.${column}.${code}`}>
                  {code === 'encoding'
                    ? words('encoding', { line, column, bytes: name })
                    : t('fault', { line, column, name, what: fault(code) })}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      {'lines' in state && <PaperProgress state={state} onStop={stop} />}
      <div className="flex flex-wrap gap-3">
        <Button
          type="button"
          look={state.at === 'looked' ? 'secondary' : 'primary'}
          disabled={!file || busy}
          onClick={() => file && look(file)}
        >
          {t('look')}
        </Button>
        {state.at === 'looked' && file && (
          <Button type="button" onClick={() => record(file)}>
            {t('record', { rows: state.rows })}
          </Button>
        )}
      </div>
    </div>
  )
}
