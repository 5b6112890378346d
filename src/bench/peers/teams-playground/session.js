// A session with Ponte in Microsoft's Agents Playground, with pictures to look at:
//   node session.js PONTE.JAR PICTURES
// JAVA and CHROMIUM may name the programs. Everything that it starts, it stops.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { people, said } from './conversation.js';

const [jar, pictures] = process.argv.slice(2).map((each) => resolve(each));
if (!pictures) throw new Error('node session.js PONTE.JAR PICTURES');
const [ponteAt, playgroundAt] = ['http://127.0.0.1:3979', 'http://127.0.0.1:56151'];
const serviceUrl = 'http://localhost:56151/_connector'; // as the playground itself names it
const work = mkdtempSync(join(tmpdir(), 'teams-playground-'));
mkdirSync(pictures, { recursive: true });

const tenant = '00000000-0000-0000-0000-0000000000a0';
const bot = { id: '28:ponte', name: 'Ponte' };
const users = people.map(({ key, name }, index) => ({
  id: `29:${key}`,
  name,
  userPrincipleName: `${key}@example.org`,
  aadObjectId: `00000000-0000-0000-0000-00000000000${index + 1}`,
  givenName: name.split(' ')[0],
  surname: name.split(' ')[1],
  email: `${key}@example.org`,
}));
const personalChat = { id: 'a:nora-and-ponte' };
const team = {
  id: '19:delivery@thread.tacv2',
  name: 'Delivery',
  aadGroupId: '00000000-0000-0000-0000-0000000000b0',
  channels: [{ id: '19:platform@thread.tacv2', name: 'platform' }],
};

const running = [];
function start(name, program, args, env = {}) {
  const log = openSync(join(work, `${name}.log`), 'w');
  const child = spawn(program, args, { cwd: work, stdio: ['ignore', log, log], env: { ...process.env, ...env } });
  running.push(child);
  return child;
}

async function until(what, happened, seconds = 120) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await happened().catch(() => false)) return;
    await new Promise((later) => setTimeout(later, 300));
  }
  throw new Error(`in ${seconds} s not: ${what}; logs are in ${work}`);
}

/** Sends an activity to Ponte as the playground would. */
let sent = 0;
async function activity(more) {
  const answer = await fetch(`${ponteAt}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      id: `session-${++sent}`,
      channelId: 'msteams',
      serviceUrl: serviceUrl,
      recipient: bot,
      timestamp: new Date().toISOString(),
      ...more,
    }),
  });
  if (!answer.ok) throw new Error(`Ponte answers ${answer.status}`);
  const text = await answer.text();
  return text ? JSON.parse(text) : null;
}

function inChannel(root) {
  const id = team.channels[0].id;
  return {
    conversation: { id: root ? `${id};messageid=${root}` : id, conversationType: 'channel', isGroup: true, tenantId: tenant },
    channelData: {
      tenant: { id: tenant },
      team: { id: team.id, name: team.name, aadGroupId: team.aadGroupId },
      channel: { id, name: team.channels[0].name, type: 'standard' },
    },
  };
}

const account = (key) => {
  const user = users.find((each) => each.id === `29:${key}`);
  return { id: user.id, name: user.name, aadObjectId: user.aadObjectId };
};

/** The invented conversation, as Teams delivers it where a team consented to being heard. */
async function converse() {
  await activity({ type: 'installationUpdate', action: 'add', from: account('tom'), ...inChannel() });
  let at = 0;
  let root = null;
  for (const { ago, by, text } of said) {
    at = ago ? Date.now() - ago * 24 * 3600e3 : at + 7 * 60e3;
    if (ago) root = String(at);
    await activity({ type: 'message', id: String(at), timestamp: new Date(at).toISOString(), from: account(by), text, ...inChannel(root) });
  }
}

/** A dialog as Teams gets it: the playground has none, so it is shown as a message of Ponte's. */
async function dialog(value, name) {
  const answer = await activity({
    type: 'invoke',
    name,
    from: account('nora'),
    conversation: { id: personalChat.id, conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    value,
  });
  return answer?.task?.value;
}

async function show(title, card) {
  await fetch(`${serviceUrl}/v3/conversations/${encodeURIComponent(personalChat.id)}/activities`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      type: 'message', from: bot, text: title,
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    }),
  });
}

/** The button of this title, wherever it is in what the playground was told. */
function titled(told, title) {
  if (told === null || typeof told !== 'object') return null;
  return told.title === title && told.data ? told : Object.values(told).map((each) => titled(each, title)).find(Boolean);
}

const spoken = {
  en: {
    help: 'help',
    whoKnows: 'who knows about kafka?',
    introduce: 'Introduce us',
    digest: 'digest #Delivery-platform last 30 days',
    home: 'home',
    schedule: 'Schedule a digest',
  },
  it: {
    help: 'aiuto',
    whoKnows: 'chi sa di fatturazione elettronica?',
    introduce: 'Presentaci',
    digest: 'riassunto #Delivery-platform ultimi 30 giorni',
    home: 'impostazioni',
    schedule: 'Programma un riassunto',
  },
};

const here = fileURLToPath(new URL('.', import.meta.url));
const quiet = { TEAMSAPPTESTER_BROWSER: 'none', BOT_ENDPOINT: `${ponteAt}/api/messages`, DEFAULT_CHANNEL_ID: 'msteams', SEND_INSTALLATION_ACTIVITY: 'true' };

try {
  writeFileSync(
    join(work, '.m365agentsplayground.yml'), // JSON is YAML
    JSON.stringify({
      version: '0.1.1', tenantId: tenant, bot, currentUser: users[0], users: users.slice(1),
      personalChat, groupChat: { id: '19:trip@thread.v2', name: 'Trip' }, team,
    }),
  );
  start('ponte', process.env.JAVA ?? 'java', [
    '-jar', jar, '--ponte.teams.local=true', '--ponte.demo=false', `--ponte.data=${join(work, 'data')}`, '--server.port=3979',
  ]);
  await until('Ponte answers', async () => (await fetch(ponteAt)).ok);
  start('playground', process.execPath, [
    join(here, 'node_modules/@microsoft/m365agentsplayground/cli.js'), 'start', '-p', '56151', '--disable-telemetry',
  ], quiet);
  await until('the playground answers', async () => (await fetch(playgroundAt)).ok);
  await converse();

  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  const page = await (await browser.newContext({ viewport: { width: 660, height: 1000 }, deviceScaleFactor: 1.5 })).newPage();
  const frames = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      try {
        frames.push(JSON.parse(payload));
      } catch {
        // a frame that is no JSON tells of no card
      }
    }),
  );
  await page.goto(playgroundAt);
  const box = page.getByRole('textbox').first();
  await box.waitFor();

  await page.getByText('Log Panel').locator('..').getByRole('button').last().click();

  const cards = () => page.locator('.ac-adaptiveCard').count();
  const picture = async (name) => {
    await page.waitForTimeout(1200); // lets the list scroll to its end
    await page.screenshot({ path: join(pictures, `${name}.png`), clip: { x: 0, y: 50, width: 660, height: 870 } });
    console.log(name);
  };
  const answered = (before) => until('an answer', async () => (await cards()) > before, 30);
  const say = async (text, name) => {
    const before = await cards();
    await box.click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await answered(before);
    await picture(name);
  };
  const press = (label) => page.getByRole('button', { name: label, exact: true }).last().click({ timeout: 10_000 });

  await answered(0);
  await picture('welcome');
  for (const [language, words] of Object.entries(spoken)) {
    const named = (what) => `${what}-${language}`;
    await say(words.help, named('help'));
    await say(words.whoKnows, named('who-knows'));
    await press(words.introduce);
    await picture(named('introduce'));
    await say(words.digest, named('digest'));
    await say(words.home, named('home'));

    // The playground does not open dialogs: it is asked for as Teams would, and shown as a message.
    const before = await cards();
    const button = frames.map((each) => titled(each, words.schedule)).filter(Boolean).at(-1);
    if (!button) throw new Error(`no button ${words.schedule}`);
    const data = button.data;
    const opened = await dialog({ data }, 'task/fetch');
    await show(opened.title, opened.card.content);
    await answered(before);
    await picture(named('schedule'));
    const inputs = opened.card.content.body.filter((each) => each.id);
    const filled = Object.fromEntries(inputs.map((each) => [each.id, each.type === 'Input.Time' ? '25:99' : (each.value ?? '')]));
    const wrong = await dialog({ data: { ...opened.card.content.actions[0].data, ...filled } }, 'task/submit');
    await show(wrong.title, wrong.card.content);
    await picture(named('schedule-wrong'));

    if (language === 'en') {
      await say(words.home, 'home-again');
      await press('Parla italiano');
      await picture('language');
    }
  }
  await browser.close();
} finally {
  for (const child of running) child.kill();
  console.log(`logs and data: ${work}`);
}
