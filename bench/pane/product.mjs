// Starts the sandbox with one of the built panes in it, on free ports and a fresh data folder, and stops it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ensureCertificate } from '../../tools/certificate.mjs';
import { root } from '../../tools/install.mjs';

/** @param pages the folder that holds `web` and `web-sandbox` */
export async function startProduct(pages) {
  const data = mkdtempSync(path.join(tmpdir(), 'bench-pane-'));
  const { keyPath, certPath, caPath } = await ensureCertificate(path.join(root, '.data', 'certificates'));
  const child = spawn(process.execPath, [path.join(root, 'build', 'processes', 'sandbox.js')], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATA_DIR: data,
      DATABASE_DIR: 'memory://',
      TLS_KEY: keyPath,
      TLS_CERT: certPath,
      TLS_CA: caPath,
      PORT_BASE: '0',
      PAGES_DIR: pages,
    },
  });
  const { outlook } = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const event = JSON.parse(line);
      if (event.event === 'all-ready') resolve(event);
      if (event.event === 'failed' || event.event === 'refused') reject(new Error(line));
    });
    child.once('exit', (code) => reject(new Error(`The sandbox ended with code ${code}.`)));
  });
  return {
    outlook,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
