import type { ComparedFace, Comparison } from '../../../../shared/domain/comparison'

/** A result in words, for a terminal. */
export function summaryOf(record: Comparison, folder: string): string {
  const { wording, model, device, timings } = record
  return [
    wording.statement,
    '',
    line('Score', `${record.cosine.toFixed(4)} (cosine, -1 to 1)`),
    line('Threshold', wording.threshold),
    line('Distance', `${signed(record.distance)} (score minus threshold)`),
    ...argumentLines(record),
    line('Maps by', record.method.name),
    ...marginLines(record),
    line('A', faceLine(record.a)),
    line('B', faceLine(record.b)),
    line('Model', `${model.name}, SHA-256 ${model.sha256.slice(0, 16)}...`),
    line('Device', [device.used, device.name, device.reason].filter(Boolean).join(', ')),
    line('Time', `${((timings.total ?? 0) / 1000).toFixed(1)} s`),
    line('Written to', folder),
    '',
    ...wording.limits.map((limit) => `- ${limit}`)
  ].join('\n')
}

const line = (label: string, text: string): string => `${label.padEnd(12)}${text}`

const signed = (value: number): string => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(4)}`

function argumentLines({ arguments: { positive, negative, positiveSum, negativeSum } }: Comparison): string[] {
  return [line('Arguments', `${positive} positive, together ${signed(positiveSum)}; ${negative} negative, together ${signed(negativeSum)}`)]
}

/** Where the maps part the margin: each face on its own, largest part first. */
function marginLines({ margin }: Comparison): string[] {
  if (margin === undefined) return []
  return (['a', 'b'] as const).map((side) => {
    const parts = Object.entries(margin[side].regions).sort(([, x], [, y]) => Math.abs(y) - Math.abs(x))
    return line(`By ${side.toUpperCase()}`, `${parts.map(([region, value]) => `${region} ${signed(value)}`).join(', ')}; without a place ${signed(margin[side].rest)}`)
  })
}

export function faceLine({ file, photo, box, face, faces, interEyePixels }: ComparedFace): string {
  if (box === null || face === null || interEyePixels === null) return `${file}, taken as an aligned crop of ${photo.width} x ${photo.height} pixels`
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(Math.round)
  return `${file}, face ${face.index} of ${faces} (${face.choice}): ${width} x ${height} pixels at (${x}, ${y}), ${Math.round(interEyePixels)} pixels between the eyes`
}
