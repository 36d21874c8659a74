/**
 * `npm run trust` trusts this checkout's authority, says what it does, and says what to do when the machine refuses.
 */
import { runTrustTool, usage } from '../../tools/trust.mjs';

const caPath = '/project/.data/certificates/ca.crt';

/** A machine whose list of trusted authorities is `trusted`. */
function machine({ trusted = [] as string[], platform = 'linux', refuses = '', skips = false } = {}) {
  const said: string[] = [];
  return {
    trusted,
    said,
    platform,
    ensure: async () => ({ caPath }),
    install: async (authority: string) => {
      if (refuses) throw new Error(refuses);
      if (!skips || trusted.length === 0) trusted.push(authority);
    },
    uninstall: async () => {
      trusted.length = 0;
    },
    isTrusted: (authority: string) => trusted.includes(authority),
    say: (line: string) => said.push(line),
  };
}

describe('npm run trust', () => {
  it('trusts the authority of this checkout and names its file', async () => {
    const there = machine();
    await runTrustTool([], there);
    expect(there.trusted).toEqual([caPath]);
    expect(there.said.join('\n')).toContain(caPath);
    expect(there.said).toContain('Trusted. Start the browser or Outlook again.');
  });

  it('does nothing twice', async () => {
    const there = machine({ trusted: [caPath], refuses: 'must not be asked' });
    await runTrustTool([], there);
    expect(there.trusted).toEqual([caPath]);
  });

  it("does not claim success when the installer kept another project's authority", async () => {
    const there = machine({ trusted: ['another'], skips: true });
    await expect(runTrustTool([], there)).rejects.toThrow(/--replace/);
    expect(there.said).not.toContain('Trusted. Start the browser or Outlook again.');
  });

  it("replaces another project's authority when asked to", async () => {
    const there = machine({ trusted: ['another'], skips: true });
    await runTrustTool(['--replace'], there);
    expect(there.trusted).toEqual([caPath]);
  });

  it.each([
    ['win32', 'certutil -user -addstore Root'],
    ['darwin', 'security add-trusted-cert'],
    ['linux', 'update-ca-certificates'],
  ])('says on %s why it failed and how to do it by hand', async (platform, command) => {
    const there = machine({ platform, refuses: 'permission denied' });
    const failure = runTrustTool([], there);
    await expect(failure).rejects.toThrow('permission denied');
    await expect(failure).rejects.toThrow(command);
    await expect(failure).rejects.toThrow(caPath);
  });

  it('points out on Linux, and only there, that browsers keep their own lists', async () => {
    const hint = /Chromium and Firefox keep their own lists/;
    const [linux, windows] = [machine(), machine({ platform: 'win32' })];
    await runTrustTool([], linux);
    await runTrustTool([], windows);
    expect(linux.said.join('\n')).toMatch(hint);
    expect(windows.said.join('\n')).not.toMatch(hint);
  });

  it('stops trusting with --remove, without making a certificate', async () => {
    const there = {
      ...machine({ trusted: [caPath] }),
      ensure: async () => {
        throw new Error('not needed');
      },
    };
    await runTrustTool(['--remove'], there);
    expect(there.trusted).toEqual([]);
  });

  it('explains itself, and answers unknown words with the explanation', async () => {
    const there = machine();
    await runTrustTool(['--help'], there);
    expect(there.said).toEqual([usage]);
    await expect(runTrustTool(['--trust-me'], there)).rejects.toThrow(usage);
    expect(there.trusted).toEqual([]);
  });
});
