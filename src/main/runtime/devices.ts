import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Session, type Provider, type SessionOptions } from './session'

export type DeviceRequest = 'auto' | 'cpu' | 'webgpu' | 'cuda'

/** Where a run took place, and why there: part of every result. */
export interface DeviceRecord {
  requested: DeviceRequest
  used: Provider
  /** The hardware's name where it is known. */
  name: string
  /** Why `auto` chose so, or what failed on the way; empty where nothing had to be decided. */
  reason: string
}

export interface OpenedSession {
  session: Session
  device: DeviceRecord
}

/**
 * Opens a model on the requested device. `auto` takes a real GPU where there is one and falls back to the CPU with a
 * recorded reason; a device asked for by name is never replaced in silence. `modelFor` gives the graph as it suits a provider.
 *
 * @throws VidimusError (input) `model.unloadable` when a device asked for by name can't run the model
 */
export async function openOn(requested: DeviceRequest, modelFor: (provider: Provider) => Promise<Uint8Array>, options: Omit<SessionOptions, 'provider'> = {}): Promise<OpenedSession> {
  const open = async (provider: Provider): Promise<Session> => Session.open(await modelFor(provider), { ...options, provider })
  if (requested !== 'auto') return { session: await open(requested), device: record(requested, requested, '') }
  const candidates = gpuCandidates()
  const failures: string[] = []
  for (const { provider, name } of candidates) {
    try {
      return { session: await open(provider), device: { requested, used: provider, name, reason: `found ${name}` } }
    } catch (error) {
      failures.push(`${provider} on ${name} failed: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const reason = candidates.length === 0 ? 'no GPU found' : failures.join('; ')
  return { session: await open('cpu'), device: record(requested, 'cpu', reason) }
}

function record(requested: DeviceRequest, used: Provider, reason: string): DeviceRecord {
  const name = used === 'cpu' ? cpuName() : (gpuCandidates()[0]?.name ?? 'adapter chosen by the driver')
  return { requested, used, name, reason }
}

interface GpuCandidate {
  provider: Provider
  name: string
}

/** Providers worth trying on this machine, best first; software renderers do not count as a GPU. */
function gpuCandidates(): GpuCandidate[] {
  if (process.platform === 'darwin') return [{ provider: 'webgpu', name: 'Apple GPU (Metal)' }]
  if (process.platform === 'win32') return [{ provider: 'dml', name: 'DirectX 12 GPU' }, { provider: 'webgpu', name: 'DirectX 12 GPU' }]
  const nvidia = nvidiaNames()
  const name = nvidia[0] ?? drmName()
  if (name === undefined) return []
  return nvidia.length > 0 ? [{ provider: 'cuda', name }, { provider: 'webgpu', name }] : [{ provider: 'webgpu', name }]
}

const NVIDIA = '/proc/driver/nvidia/gpus'

function nvidiaNames(): string[] {
  return list(NVIDIA).map((id) => /Model:\s*(.+)/.exec(text(join(NVIDIA, id, 'information')))?.[1]?.trim() ?? 'NVIDIA GPU')
}

const VENDORS: Readonly<Record<string, string>> = { '0x1002': 'AMD GPU', '0x8086': 'Intel GPU', '0x10de': 'NVIDIA GPU' }

/** The first render node whose PCI vendor makes GPUs; virtual display adapters have none of these. */
function drmName(): string | undefined {
  const nodes = list('/sys/class/drm').filter((name) => name.startsWith('renderD'))
  return nodes.map((name) => VENDORS[text(join('/sys/class/drm', name, 'device/vendor')).trim()]).find((name) => name !== undefined)
}

const cpuName = (): string => /model name\s*:\s*(.+)/.exec(process.platform === 'linux' ? text('/proc/cpuinfo') : '')?.[1] ?? `${process.arch} CPU`

/** These pseudo-files exist only where the hardware does: absence is the answer, not an error. */
function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function text(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
