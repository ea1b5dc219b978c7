// Photographs the extension in the real editor, for docs/pictures/vscode.png:
//
//   npm run picture -- http://127.0.0.1:8899 DIRECTORY FILE.png
//
// The address is that of a `code-server --auth none --disable-workspace-trust` in which the package is installed and
// personac is found; DIRECTORY is any empty one that it can open, FILE.png the picture.

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";

const [address, directory, picture] = process.argv.slice(2);
if (picture === undefined) {
  console.error("say the address of the editor, a directory, and the file of the picture");
  process.exit(1);
}

const PERSONA = `# Who buys: sales leaders of software companies.
name: "EU software, sales leaders"
webhook: env("LEADS_WEBHOOK")
limit: 500
custom: { campaign: "q3", hubspot_id: "134567" }

let leaders = ["VP of Sales", "Chief Revenue Officer", CRO]

title in $leaders
and title not in [Intern, Assistant]
and location in [France, "Paris, Île-de-France, France", Germany]
and industry = "Software Development"
and size 51..1000 employees
and years_in_position 3..10 years
`;
const SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.activityBar.location": "hidden",
  "window.commandCenter": false,
  "window.title": "${activeEditorShort}",
  "editor.minimap.enabled": false,
  "editor.fontFamily": "DejaVu Sans Mono",
  "editor.fontSize": 13,
  "editor.renderLineHighlight": "none",
  "editor.scrollbar.horizontal": "hidden",
};
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

mkdirSync(path.join(directory, ".vscode"), { recursive: true });
writeFileSync(path.join(directory, ".vscode/settings.json"), JSON.stringify(SETTINGS));
writeFileSync(path.join(directory, "sales.persona"), PERSONA);

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
const page = await browser.newPage({ viewport: { width: 1180, height: 560 } });
const { keyboard } = page;

async function palette(key, text) {
  await keyboard.press(key);
  await page.waitForSelector(".quick-input-widget .monaco-inputbox input");
  await keyboard.type(text);
  await page.waitForTimeout(1500);
  await keyboard.press("Enter");
}

await page.goto(`${address}/?folder=${encodeURIComponent(path.resolve(directory))}`);
await page.waitForSelector(".monaco-workbench .part.statusbar");
await page.waitForTimeout(3000);
await palette("Control+P", "sales.persona");
await page.waitForSelector(".codelens-decoration a", { timeout: 60_000 });
await palette("F1", "View: Close Primary Side Bar");
await page.click(".codelens-decoration a:has-text('show request body')");
await page.waitForSelector(".editor-group-container:nth-child(1)");
await page.waitForSelector("text=job_titles");
await keyboard.press("Control+1");
await keyboard.press("Control+End");
await keyboard.type("and seniority >= Dir", { delay: 60 });
await page.waitForSelector(".suggest-widget.visible");
await page.waitForTimeout(2500);
await page.screenshot({ path: picture });
await browser.close();
