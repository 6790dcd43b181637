import { facts, words, type Block, type TitlePage } from '../blocks'
import { time, type Setting } from '../setting'

export const front = (setting: Setting): TitlePage => ({
  laboratory: setting.report.laboratory,
  title: setting.say('title'),
  subtitle: subtitle(setting),
  state: state(setting),
  blocks: [caseFacts(setting), ...signing(setting), ...notes(setting), words(setting.say('front.verify'), 'small'), { kind: 'signature', labels: [setting.say('front.placeDate'), setting.say('front.signHere')] }]
})

function subtitle({ report, say }: Setting): string {
  if (report.case === null) return say('subtitle.none')
  const { number, title } = report.case
  return title === '' ? say('subtitle.untitled', { number }) : say('subtitle.case', { number, title })
}

const state = ({ report: { signing }, say }: Setting): string => (signing === null ? say('state.draft') : say('state.signed', { signer: signing.signer, at: say('times', { at: time(signing.at) }) }))

function caseFacts({ report, say }: Setting): Block {
  const { exhibits, comparisons, verifiers } = report
  return facts([
    [say('front.case'), report.case?.number ?? null],
    [say('front.caseTitle'), report.case?.title ?? null],
    [say('front.request'), report.case?.purpose ?? null],
    [say('front.examiner'), report.case?.examiner ?? report.by],
    [say('front.verifiers'), verifiers.length === 0 ? say('front.noVerifier') : verifiers.join(', ')],
    [say('front.made'), say('front.madeBy', { at: say('times', { at: time(report.created) }), by: report.by })],
    [say('front.id'), report.id],
    [say('front.scope'), say('front.scopeValue', { exhibits: exhibits.length, comparisons: comparisons.length })],
    [say('front.blind'), report.case && say(report.case.blindFirst ? 'front.blindOn' : 'front.blindOff')]
  ])
}

function signing({ report, say }: Setting): Block[] {
  if (report.signing === null) return []
  const { signer, laboratory, fingerprint, at } = report.signing
  const rows = facts([
    [say('front.signer'), laboratory === '' ? signer : `${signer}, ${laboratory}`],
    [say('front.signedAt'), say('times', { at: time(at) })],
    [say('front.fingerprint'), fingerprint]
  ])
  return [rows, words(say('front.fingerprintNote'), 'small')]
}

const notes = ({ say }: Setting): Block[] => (say('front.notes') === '' ? [] : [words(say('front.notes'))])
