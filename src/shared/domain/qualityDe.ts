import type { MeasureWords, QualityKey } from './quality'

const whole = (value: number): string => Math.abs(value).toFixed(0)

const POSE = {
  green: 'Nahe genug an dem, was das Modell meist sieht.',
  amber: 'Teile des Gesichts sind verkürzt: nur vergleichen, was beide Fotos zeigen, und ein Foto gleicher Pose vorziehen.',
  red: 'Teile des Gesichts sind verdeckt; Scores solcher Gesichter sind unzuverlässig.'
}

/** What the quality measures are called in German, and what their lights mean; see quality.ts for the limits. */
export const GERMAN_QUALITY: Readonly<Record<QualityKey, MeasureWords>> = {
  resolution: {
    label: 'Auflösung', words: value => `${value.toFixed(0)} Pixel zwischen den Augen`,
    effect: () => ({
      green: 'Das Modell sieht die eigenen Pixel des Fotos, keine erfundenen.',
      amber: 'Für das Modell vergrößert: Feine Einzelheiten sind interpoliert, nicht gesehen. Falten, Narben und Male können fehlen.',
      red: 'Zu wenige Pixel: Das meiste, was das Modell sieht, ist interpoliert, und Scores solcher Gesichter sind unzuverlässig.'
    })
  },
  yaw: { label: 'Gedreht', words: value => `${whole(value)}° zur ${value >= 0 ? 'rechten' : 'linken'} Bildseite (grobe Schätzung)`, effect: () => POSE },
  pitch: { label: 'Genickt', words: value => `${whole(value)}° nach ${value >= 0 ? 'unten' : 'oben'} (grobe Schätzung)`, effect: () => POSE },
  roll: {
    label: 'Geneigt', words: value => `${whole(value)}° ${value >= 0 ? 'im' : 'gegen den'} Uhrzeigersinn`,
    effect: () => ({ green: 'Für das Modell aufgerichtet.', amber: 'Für das Modell aufgerichtet; die fünf Punkte prüfen, sie sind auf geneigten Gesichtern weniger sicher.', red: '' })
  },
  sharpness: {
    label: 'Schärfe', words: value => `${value.toFixed(0)} (Varianz des Laplace-Filters auf dem ausgerichteten Ausschnitt)`,
    effect: value => ({
      green: 'Einzelheiten sind für das Modell vorhanden.',
      amber: value > 100 ? 'Überwiegend Rauschen oder starke Schärfung: Feine Einzelheiten sind womöglich nicht echt.' : 'Unscharf: Feine Einzelheiten sind verloren, und verschiedene Gesichter ähneln sich mehr.',
      red: 'So unscharf, dass Scores solcher Gesichter unzuverlässig sind.'
    })
  },
  brightness: {
    label: 'Helligkeit', words: value => `im Mittel ${value.toFixed(0)} von 255`,
    effect: value => ({
      green: 'Weder zu dunkel noch zu hell.',
      amber: value < 128 ? 'Dunkel: Schatten verbergen Einzelheiten, und Rauschen tritt hervor.' : 'Hell: Lichter verbergen Einzelheiten.',
      red: `Viel zu ${value < 128 ? 'dunkel' : 'hell'}: Scores solcher Gesichter sind unzuverlässig.`
    })
  },
  clipping: {
    label: 'Abgeschnitten', words: value => `${(value * 100).toFixed(0)} % des Ausschnitts fast schwarz oder weiß`,
    effect: () => ({
      green: 'In Schwarz oder Weiß geht wenig oder nichts verloren.',
      amber: 'Teile des Ausschnitts enthalten keine Einzelheiten; dunkles Haar oder ein heller Hintergrund kann der Grund sein.',
      red: 'Die Hälfte des Ausschnitts enthält keine Einzelheiten; Scores solcher Gesichter sind unzuverlässig.'
    })
  },
  compression: {
    label: 'Kompression', words: value => `${value.toFixed(2)} (Stufen an JPEG-Blockgrenzen; 1 heißt keine)`,
    effect: () => ({
      green: 'Keine störenden Blöcke.',
      amber: 'Blöcke sind sichtbar: Feine Einzelheiten können von der Kompression stammen. Die Originaldatei anfordern.',
      red: 'Blöcke bedecken das Gesicht: Scores solcher Gesichter sind unzuverlässig. Die Originaldatei anfordern.'
    })
  }
}
