/**
 * A browser is found in a fixed order: what BROWSER_PATH names, what is installed, what can be installed, advice.
 */
import { candidates, findBrowser } from '../../tools/browser.mjs';

/** A Linux machine that has only these files. */
const machine = (files: string[], more = {}) => ({
  env: { PATH: '/usr/local/bin:/usr/bin' },
  platform: 'linux',
  exists: (file: string) => files.includes(file),
  isRoot: () => false,
  install: () => {
    throw new Error('nothing may be installed here');
  },
  say: () => undefined,
  ...more,
});

describe('finding a browser', () => {
  it('takes the one that BROWSER_PATH names, before all others', () => {
    const there = machine(['/opt/my/chrome', '/usr/bin/chromium'], {
      env: { BROWSER_PATH: '/opt/my/chrome' },
    });
    expect(findBrowser(there)).toBe('/opt/my/chrome');
  });

  it('says so when BROWSER_PATH names nothing, and takes no other', () => {
    const there = machine(['/usr/bin/chromium'], { env: { BROWSER_PATH: '/opt/gone', PATH: '/usr/bin' } });
    expect(() => findBrowser(there)).toThrow('BROWSER_PATH names /opt/gone, but there is no such file');
  });

  it('takes an empty BROWSER_PATH for none', () => {
    expect(findBrowser(machine(['/usr/bin/chromium'], { env: { BROWSER_PATH: '' } }))).toBe(
      '/usr/bin/chromium',
    );
  });

  it.each([
    ['/usr/bin/chromium'],
    ['/usr/bin/chromium-browser'],
    ['/usr/local/bin/google-chrome'],
    ['/usr/bin/microsoft-edge-stable'],
    ['/opt/google/chrome/chrome'],
    ['/snap/bin/chromium'],
  ])('finds %s on Linux', (file) => {
    expect(findBrowser(machine([file]))).toBe(file);
  });

  it('looks through the folders of PATH', () => {
    const there = machine(['/home/me/bin/chromium'], { env: { PATH: 'relative:/home/me/bin' } });
    expect(findBrowser(there)).toBe('/home/me/bin/chromium');
  });

  it('prefers Chromium to Chrome and Edge', () => {
    const there = machine(['/usr/bin/microsoft-edge', '/usr/bin/google-chrome', '/usr/bin/chromium']);
    expect(findBrowser(there)).toBe('/usr/bin/chromium');
  });

  it.each([
    ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium'],
  ])('finds %s on macOS', (file) => {
    expect(findBrowser(machine([file], { platform: 'darwin', env: { HOME: '/Users/me' } }))).toBe(file);
  });

  it.each([
    ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
    ['C:\\Users\\me\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'],
  ])('finds %s on Windows', (file) => {
    const env = {
      PROGRAMFILES: 'C:\\Program Files',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local',
    };
    expect(findBrowser(machine([file], { platform: 'win32', env }))).toBe(file);
  });

  it('asks for no place twice', () => {
    const places = candidates('linux', { PATH: '/usr/bin:/usr/bin:/usr/local/bin' });
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('where there is no browser', () => {
  const advice = /install Chromium, Google Chrome or Microsoft Edge, or set BROWSER_PATH/;

  it('installs Chromium as root on Debian, says so first, and takes it', () => {
    const files = ['/etc/debian_version'];
    const events: string[] = [];
    const there = machine(files, {
      isRoot: () => true,
      say: (line: string) => events.push(line),
      install: () => {
        events.push('installed');
        files.push('/usr/bin/chromium');
      },
    });
    expect(findBrowser(there)).toBe('/usr/bin/chromium');
    expect(events).toEqual([expect.stringMatching(/apt-get/), 'installed']);
  });

  it('keeps the reason when installing fails', () => {
    const cause = new Error('no network');
    const there = machine(['/etc/debian_version'], {
      isRoot: () => true,
      install: () => {
        throw cause;
      },
    });
    expect(() => findBrowser(there)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(advice), cause }),
    );
  });

  it('gives advice when what was installed is not where it should be', () => {
    expect(() =>
      findBrowser(machine(['/etc/debian_version'], { isRoot: () => true, install: () => undefined })),
    ).toThrow(advice);
  });

  it.each([
    ['without root on Debian', machine(['/etc/debian_version'])],
    ['as root elsewhere', machine([], { isRoot: () => true })],
    ['on macOS', machine([], { platform: 'darwin' })],
    ['on Windows', machine([], { platform: 'win32' })],
  ])('installs nothing %s, and says in one sentence what to do', (_, there) => {
    expect(() => findBrowser(there)).toThrow(advice);
  });
});
