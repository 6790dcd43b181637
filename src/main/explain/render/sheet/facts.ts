import type { ComparedFace, Comparison } from '../../../../shared/domain/comparison'
import { REGIONS, type MarginByRegion } from '../../../../shared/domain/regions'
import { methodText } from '../../../../shared/domain/methodText'
import { number } from './colourBar'
import { CONTENT, MARGIN, SOFT, type Page } from './page'

type Facts = Omit<Comparison, 'timings'>

const LABEL = 150
const TEXT = { size: 18 } as const

/** What replaying takes, then what the sheet shows and what it does not. */
export function drawFacts(page: Page, record: Facts): void {
  page.y += 4
  page.rule()
  page.y += 34
  for (const [label, text] of factsOf(record)) {
    page.put(label, MARGIN, page.y, { ...TEXT, colour: SOFT })
    page.y = page.paragraph(text, MARGIN + LABEL, page.y, CONTENT - LABEL, TEXT) + 3
  }
  page.y += 2
  page.put('What this shows, and what it does not', MARGIN, page.y + 10, { size: 21, bold: true })
  page.y += 42
  for (const limit of record.wording.limits) {
    page.put('\u2013', MARGIN, page.y, TEXT)
    page.y = page.paragraph(limit, MARGIN + 24, page.y, CONTENT - 24, TEXT) + 2
  }
}

function factsOf({ arguments: args, model, method, margin, device, versions, a, b }: Facts): [string, string][] {
  const { positive, negative, positiveSum, negativeSum } = args
  return [
    ['Arguments', `${positive} of ${positive + negative} embedding dimensions positive, together ${positiveSum.toFixed(4)}; ${negative} negative, together ${negativeSum.toFixed(4)}. They add up to the score; positive from ${number(args.bound)} (threshold / ${positive + negative}) on.`],
    ['Photo A', fileText(a)],
    ['Photo B', fileText(b)],
    ['Model', `${model.name} (${model.id}), SHA-256 ${model.sha256}`],
    ['Method', methodText(method)],
    ...marginRows(margin),
    ['Computed on', `${device.name} (${device.used}${device.reason === '' ? '' : `; ${device.reason}`}); ONNX Runtime ${versions.onnxruntime}, sharp ${versions.sharp}, Node ${versions.node}`]
  ]
}

/** By each face: what its regions and the rest add to score minus threshold. */
function marginRows(margin: MarginByRegion | undefined): [string, string][] {
  if (margin === undefined) return []
  return (['a', 'b'] as const).map((side) => {
    const { regions, rest } = margin[side]
    return [`Margin by ${side.toUpperCase()}`, `${REGIONS.map((region) => `${region} ${signed(regions[region])}`).join('; ')}; without a place ${signed(rest)}. Together: score minus threshold.`]
  })
}

const signed = (value: number): string => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(4)}`

const fileText = ({ file, size, sha256, photo }: ComparedFace): string =>
  `${file}, ${size} bytes, ${photo.format.toUpperCase()}, ${photo.width} x ${photo.height}, SHA-256 ${sha256}`
