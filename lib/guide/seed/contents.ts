import { type CardType, type Channel, cardTypes, channels } from '@/lib/domain/coded-values'
import { type GuideContent, guideContent } from '../schemas'
import { aftercareFor } from './aftercare'
import { materialsFor } from './materials'
import { introFor, stepsFor } from './paths'
import { reasons } from './reasons'

/** The initial guides of a new installation, one for each of the four paths. */
export const seededGuides: { cardType: CardType; channel: Channel; content: GuideContent }[] =
  cardTypes.flatMap((cardType) =>
    channels.map((channel) => ({
      cardType,
      channel,
      content: guideContent.parse({
        intro: introFor(cardType, channel),
        reasons,
        materials: materialsFor(cardType, channel),
        steps: stepsFor(cardType, channel),
        aftercare: aftercareFor(cardType),
      }),
    })),
  )
