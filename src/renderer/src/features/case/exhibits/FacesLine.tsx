import { Group, Text, Tooltip } from '@mantine/core'
import type { Exhibit } from '../../../../../shared/domain/exhibit'
import { markText, type MarkedFace } from '../../../../../shared/domain/markedFace'
import { suitabilityOf, worstLight, type Light } from '../../../../../shared/domain/quality'
import { LightDot, lightWords } from '../../../ui/LightDot'
import { count } from '../../../ui/format'
import { LookForFaces } from './LookForFaces'

/** How many faces, which are marked, how good they are; or why there are none. */
export function FacesLine({ exhibit: { id, number, analysis, faces } }: { exhibit: Exhibit }) {
  if (analysis.state === 'pending')
    return <LookForFaces id={id} number={number} />
  if (faces.length === 0 && analysis.state !== 'done')
    return (
      <Tooltip label={analysis.message}>
        <Text size="xs" fw={600} lineClamp={2}>
          {analysis.state === 'none' ? `No face: ${analysis.message}` : `Not analysed: ${analysis.message}`}
        </Text>
      </Tooltip>
    )
  const marked = faces.filter(({ mark }) => mark !== null)
  return (
    <Group gap={10}>
      <Group gap={5}>
        <Text size="xs">{count(faces.length, 'face')}</Text>
        {marked.length === 0 && <Spread faces={faces} />}
      </Group>
      {marked.map(face => (
        <FaceLight key={face.id} face={face} />
      ))}
    </Group>
  )
}

const LIGHTS: readonly Light[] = ['green', 'amber', 'red', 'unknown']

/** How many faces have each light as their worst. */
function Spread({ faces }: { faces: readonly MarkedFace[] }) {
  const worst = faces.map(({ quality }) => worstLight(quality))
  const groups = LIGHTS.map(light => ({ light, number: worst.filter(other => other === light).length })).filter(({ number }) => number > 0)
  return (
    <Tooltip label={`Worst light of each face: ${groups.map(({ light, number }) => `${number} ${lightWords(light)}`).join(', ')}`}>
      <Group gap={6}>
        {groups.map(({ light, number }) => (
          <Group key={light} gap={3}>
            <LightDot light={light} />
            <Text size="xs" className="tabular">
              {number}
            </Text>
          </Group>
        ))}
      </Group>
    </Tooltip>
  )
}

function FaceLight({ face: { mark, quality, override } }: { face: MarkedFace }) {
  const light = worstLight(quality)
  const { reasons } = suitabilityOf(quality)
  const label = [`${markText(mark)}: ${lightWords(light)}`, ...reasons, ...(override ? [`used all the same: ${override.reason}`] : [])].join('; ')
  return (
    <Tooltip label={label}>
      <Group gap={4}>
        <LightDot light={light} />
        <Text size="xs" fw={600}>
          {markText(mark)}
        </Text>
      </Group>
    </Tooltip>
  )
}
