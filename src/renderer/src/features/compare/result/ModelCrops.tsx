import { Text } from '@mantine/core'
import { usePicture } from '../../../ui/usePicture'
import type { Side } from '../viewer/layers'
import classes from './result.module.css'

interface ModelCropsProps {
  faces: Record<Side, string>
  marks: Record<Side, string>
}

/** The very pixels that the model got. */
export function ModelCrops({ faces, marks }: ModelCropsProps) {
  return (
    <div className={classes.crops}>
      <Crop face={faces.a} name={`A · ${marks.a}`} />
      <Crop face={faces.b} name={`B · ${marks.b}`} />
    </div>
  )
}

function Crop({ face, name }: { face: string; name: string }) {
  const { url, picture } = usePicture('face.crop', { id: face })
  return (
    <figure style={{ margin: 0 }}>
      {url === null ? <div className={classes.crop} /> : <img className={classes.crop} src={url} alt={`Aligned crop of ${name}, as the model gets it`} />}
      <Text component="figcaption" size="xs" c="dimmed" mt={4}>
        {name}
        {picture && `, ${picture.width} × ${picture.height} pixels`}
      </Text>
    </figure>
  )
}
