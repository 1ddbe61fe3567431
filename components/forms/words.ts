'use client'
import { useTranslations } from 'next-intl'

/** Words a fault's code; one that has no words yet says that the field is not right. */
export function useFault() {
  const t = useTranslations('faults')
  return (code: string) => (t.has(code as 'required') ? t(code as 'required') : t('invalid'))
}

/** Words a demand's name: the message shown while it is unmet. */
export function useDemand() {
  const t = useTranslations('demands')
  return (name: string) => (t.has(name as 'consent_given') ? t(name as 'consent_given') : name)
}
